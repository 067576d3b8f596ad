import type { SeenCrossing } from '../../model/suggestion.js';
import type { ConduitKind } from '../../model/topology.js';

/** A crossing that may become a conduit, and how its opener would be written. */
export interface Coverable {
  readonly crossing: SeenCrossing;
  readonly kind: ConduitKind;
  /** an address, or the prefix of a segment */
  readonly opener: string;
}

/** Every opener talked to every responder on every port: one conduit says exactly this. */
export interface Cover {
  readonly kind: ConduitKind;
  readonly openers: readonly string[];
  readonly responders: readonly string[];
  readonly ports: readonly number[];
  readonly via: readonly string[];
  readonly crossings: readonly SeenCrossing[];
}

const SIDES = ['openers', 'responders', 'ports'] as const;
type Side = (typeof SIDES)[number];

interface Block extends Readonly<Record<Side, readonly (string | number)[]>> {
  readonly crossings: readonly SeenCrossing[];
}

const ORDERS: readonly (readonly Side[])[] = [
  ['openers', 'ports', 'responders'],
  ['openers', 'responders', 'ports'],
  ['ports', 'openers', 'responders'],
  ['ports', 'responders', 'openers'],
  ['responders', 'openers', 'ports'],
  ['responders', 'ports', 'openers'],
];

/**
 * Few conduits that together cover exactly these crossings. Least of all would be a covering by bicliques, which takes
 * exponential time; merging equal sides in each of the six orders, and keeping the best, is exact in what it covers and
 * near to least.
 */
export function coverCrossings(all: readonly Coverable[]): readonly Cover[] {
  const groups = new Map<string, Coverable[]>();
  for (const one of all) {
    const { from, to, proto, via } = one.crossing;
    const key = JSON.stringify([from, to, one.kind, proto, via]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].flatMap((group) => {
    const [{ kind, crossing }] = group as [Coverable, ...Coverable[]];
    const blocks = group.map(({ crossing: one, opener }): Block => ({
      openers: [opener],
      responders: [one.responder],
      ports: [one.port],
      crossings: [one],
    }));
    return fewest(blocks).map((block): Cover => ({
      kind,
      via: crossing.via,
      openers: block.openers.map(String),
      responders: block.responders.map(String),
      ports: block.ports.map(Number).filter((port) => port > 0),
      crossings: block.crossings,
    }));
  });
}

function fewest(blocks: readonly Block[]): readonly Block[] {
  return ORDERS.map((order) => order.reduce(mergeOver, blocks)).reduce((best, next) =>
    next.length < best.length ? next : best,
  );
}

/** Blocks that are equal but for one side become one block. */
function mergeOver(blocks: readonly Block[], side: Side): readonly Block[] {
  const merged = new Map<string, Block>();
  for (const block of blocks) {
    const key = JSON.stringify(SIDES.filter((name) => name !== side).map((name) => block[name]));
    const known = merged.get(key);
    merged.set(
      key,
      known === undefined
        ? block
        : {
            ...known,
            [side]: [...new Set([...known[side], ...block[side]])].sort((x, y) => (x < y ? -1 : 1)),
            crossings: [...new Set([...known.crossings, ...block.crossings])],
          },
    );
  }
  return [...merged.values()];
}
