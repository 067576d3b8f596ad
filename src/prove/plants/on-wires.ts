import type { Act } from '../../craft/act.js';
import type { Area, Clause, Zone } from '../../model/place.js';
import type { Ground } from '../ground.js';
import type { Planted, Play } from '../plant.js';
import type { Stand } from '../stand.js';
import { whyNobody, WRONG } from './between.js';

export const ZONE_OF: Readonly<Record<Clause, Zone>> = { A: 'mynumber', I: 'lgwan', U: 'internet' };

/** Zones whose crossing concerns the clause: the protected one first. */
export function zonePairs(clause: Clause): readonly (readonly [Zone, Zone])[] {
  if (clause === 'A') {
    return [
      ['mynumber', 'lgwan'],
      ['mynumber', 'internet'],
    ];
  }
  return clause === 'I' ? [['lgwan', 'internet']] : [];
}

export const bothWays = (clause: Clause): readonly (readonly [Zone, Zone])[] =>
  zonePairs(clause).flatMap(([inner, outer]) => [
    [inner, outer],
    [outer, inner],
  ]);

/** Somebody whose own wire is known. */
export interface Wired extends Stand {
  readonly vlan: number;
  readonly mac: string;
}

interface WirePlant {
  readonly from: Area;
  readonly to: Area;
  readonly acts: readonly Act[];
  readonly twin: Play | null;
  readonly about: readonly string[];
  readonly verdicts?: readonly ('violation' | 'suspected' | 'observation' | 'attempt')[];
}

/** A case of two zones, each with somebody on an IPv4 segment of its own. */
export function onWires(
  ground: Ground,
  pairs: readonly (readonly [Zone, Zone])[],
  plant: (own: Wired, other: Wired) => Omit<WirePlant, 'from' | 'to'>,
): readonly Planted[] {
  return pairs.map(([from, to]): Planted => {
    const [own, other] = [wiredStand(ground, from), wiredStand(ground, to)];
    if (own === null || other === null) return { from, to, bare: whyNobody(ground, from, to) };
    return { from, to, ...completed(ground, plant(own, other)) };
  });
}

export function completed(
  ground: Ground,
  plant: Omit<WirePlant, 'from' | 'to'>,
): Omit<Exclude<Planted, { bare: unknown }>, 'from' | 'to'> {
  const { acts, twin, about, verdicts = WRONG } = plant;
  return { play: { acts, start: ground.start }, twin, about, verdicts, conduit: null, permittedBy: null };
}

export function wiredStand(ground: Ground, zone: Zone): Wired | null {
  for (const stand of ground.stands(zone)) {
    const vlan = ground.vlanOf(stand);
    if (vlan !== null && !stand.address.includes(':')) return { ...stand, vlan, mac: ground.macOf(stand) };
  }
  return null;
}

export const noise = (acts: readonly Act[], ground: Ground): Play => ({ acts, start: ground.start });
