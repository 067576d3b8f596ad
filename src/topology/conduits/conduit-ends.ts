import type { Area } from '../../model/place.js';
import type { Conduit, ConduitEnd, Model } from '../../model/topology.js';
import { PrefixIndex } from '../place/prefix-index.js';
import type { Placement } from '../place/place.js';

/** Does any address satisfy this end by its range, so that the area is only a further condition? */
function isLimitedToRanges(end: ConduitEnd): boolean {
  return end.prefixes.length > 0 || end.hosts.length > 0;
}

/** The area that an address at this end must have, or null for any. */
function areaOfEnd(end: ConduitEnd, conduit: Conduit): Area | null {
  // a designated cloud is known by names alone: as far as addresses tell, any public one may be it
  if (conduit.kind === 'designatedCloud' && end.names.length > 0 && !isLimitedToRanges(end)) return 'public';
  return end.zone ?? end.realm;
}

/**
 * Tells which ends of which conduits the addresses of a cell satisfy. Ends are numbered: conduit index times 2, plus 1
 * for its `to`.
 */
export class ConduitEnds {
  readonly #placement: Placement;
  readonly #byPrefix = new PrefixIndex<number>();
  readonly #byArea = new Map<Area, number[]>();
  /** area condition of each end */
  readonly #areas: (Area | null)[] = [];
  readonly #cells = new Map<number, ReadonlySet<number>>();

  constructor(conduits: readonly Conduit[], placement: Placement, model: Model) {
    this.#placement = placement;
    conduits.forEach((conduit, index) => {
      for (const [side, end] of [conduit.from, conduit.to].entries()) {
        const number = index * 2 + side;
        const area = areaOfEnd(end, conduit);
        this.#areas.push(area);
        if (conduit.kind === 'designatedCloud' && model !== 'alpha-dash') continue;
        // both a zone and a realm: refused when the file is checked, matches nothing
        if (end.zone !== null && end.realm !== null) continue;
        for (const prefix of end.prefixes) this.#byPrefix.add(prefix, number);
        if (isLimitedToRanges(end) || area === null) continue;
        const ends = this.#byArea.get(area);
        if (ends === undefined) this.#byArea.set(area, [number]);
        else ends.push(number);
      }
    });
  }

  /** Worked out when first asked for, then kept: bounded by the number of cells. */
  ofCell(cell: number): ReadonlySet<number> {
    const known = this.#cells.get(cell);
    if (known !== undefined) return known;
    const { area } = this.#placement.ofCell(cell);
    const within = this.#byPrefix
      .all(this.#placement.cells.firstOf(cell))
      .filter((end) => (this.#areas[end] ?? area) === area);
    const ends = new Set([...within, ...(this.#byArea.get(area) ?? [])].sort((x, y) => x - y));
    this.#cells.set(cell, ends);
    return ends;
  }
}
