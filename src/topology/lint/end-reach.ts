import { formatPrefix, lastOfPrefix, type Prefix } from '../../base/address.js';
import type { Area } from '../../model/place.js';
import type { Conduit, ConduitEnd } from '../../model/topology.js';
import type { Placement } from '../place/place.js';

/** Does this end list addresses, so that its zone or realm only narrows them? */
export function namesAddresses(end: ConduitEnd): boolean {
  return end.prefixes.length > 0 || end.hosts.length > 0;
}

/** Works out the areas that an end of a conduit reaches; remembers prefixes, which conduits share. */
export class EndReach {
  readonly #placement: Placement;
  readonly #remembered = new Map<string, readonly Area[]>();

  constructor(placement: Placement) {
    this.#placement = placement;
  }

  areasOf(end: ConduitEnd, conduit: Conduit): ReadonlySet<Area> {
    const limit = end.zone ?? end.realm;
    if (namesAddresses(end)) {
      const areas = end.prefixes.flatMap((prefix) => this.#areasOfPrefix(prefix));
      return new Set(areas.filter((area) => limit === null || area === limit));
    }
    if (limit !== null) return new Set([limit]);
    return new Set(conduit.kind === 'designatedCloud' && end.names.length > 0 ? ['public'] : []);
  }

  #areasOfPrefix(prefix: Prefix): readonly Area[] {
    const text = formatPrefix(prefix);
    const known = this.#remembered.get(text);
    if (known !== undefined) return known;
    const areas = new Set<Area>();
    const { cells } = this.#placement;
    const last = cells.of(lastOfPrefix(prefix));
    for (let cell = cells.of(prefix.address); cell <= last; cell++) areas.add(this.#placement.ofCell(cell).area);
    // the gaps between declared ranges permit nothing
    areas.delete('unassigned');
    areas.delete('special');
    const found = [...areas];
    this.#remembered.set(text, found);
    return found;
  }
}
