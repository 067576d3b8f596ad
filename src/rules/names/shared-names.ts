import { indicatorOf, isGenericName, type Indicator } from '../../base/computer-name.js';
import type { Sighting } from '../../model/sighting.js';
import type { Topology } from '../../model/topology.js';
import { groupBy, isZone, ofKinds } from '../terms/sighted.js';
import { IDENTITY } from '../terms/thresholds.js';

/** More protected first. */
const AREAS_BY_PROTECTION = ['mynumber', 'lgwan', 'internet', 'public'] as const;
export type NamedPlace = (typeof AREAS_BY_PROTECTION)[number];

/** One indicator that cards of two zones share. */
export interface SharedName {
  readonly indicator: Indicator;
  readonly areas: readonly [inner: NamedPlace, outer: NamedPlace];
  /** the cards in each of the two */
  readonly cards: readonly [readonly string[], readonly string[]];
  readonly sightings: readonly Sighting[];
}

/** Different cards in two zones that call themselves alike (domain.md D-IDENT), its traps left out. */
export function sharedNames(sightings: readonly Sighting[], topology: Topology): readonly SharedName[] {
  const named = ofKinds(sightings, 'name').filter(
    (sighting) => (isZone(sighting.area) || sighting.area === 'public') && !isGenericName(sighting.detail),
  );
  return groupBy(named, ({ detail }) => JSON.stringify(indicatorOf(detail))).flatMap((group) =>
    sharedBy(group, topology),
  );
}

function sharedBy(group: readonly Sighting[], topology: Topology): readonly SharedName[] {
  const cardsIn = (area: NamedPlace): readonly string[] =>
    [...new Set(group.filter((sighting) => sighting.area === area).map(({ mac }) => mac ?? ''))].sort();
  const [inner, outer] = AREAS_BY_PROTECTION.filter((area) => cardsIn(area).length > 0);
  if (inner === undefined || outer === undefined) return [];
  const cards = AREAS_BY_PROTECTION.map(cardsIn);
  // what many cards say belongs to none of them
  if (cards.some(({ length }) => length > IDENTITY.cardsInOneZone)) return [];
  const [here, there] = [cardsIn(inner), cardsIn(outer)];
  // the same card is what check 11 is about
  if (here.some((card) => there.includes(card))) return [];
  if (group.some(({ mac }) => isPrinter(mac, topology))) return [];
  const sightings = group.filter(({ area }) => area === inner || area === outer);
  const indicator = indicatorOf(group[0]?.detail ?? null);
  return [{ indicator, areas: [inner, outer], cards: [here, there], sightings }];
}

function isPrinter(mac: string | null, topology: Topology): boolean {
  return topology.hosts.some(({ mac: macs, roles }) => mac !== null && macs.includes(mac) && roles.includes('printer'));
}
