import type { FindingEnd } from '../../model/report.js';
import { ZONES, type Area, type Clause, type Zone } from '../../model/place.js';
import type { Sighting, SightingKind } from '../../model/sighting.js';
import type { Gateway, Topology } from '../../model/topology.js';

const CLAUSE_OF_ZONE: Readonly<Record<Zone, Clause>> = { mynumber: 'A', lgwan: 'I', internet: 'U' };

export function isZone(area: Area | null): area is Zone {
  return ZONES.some((zone) => zone === area);
}

/** Observations on a VLAN follow the VLAN's zone (domain.md 2.7). */
export function clauseOfZone(zone: Zone): Clause {
  return CLAUSE_OF_ZONE[zone];
}

export function ofKinds(sightings: readonly Sighting[], ...kinds: readonly SightingKind[]): readonly Sighting[] {
  return sightings.filter(({ kind }) => kinds.includes(kind));
}

/** Area of the address for which a sighting spoke; `special` where there is none. */
export function areaOfAddress(address: string | null, topology: Topology): Area {
  return address === null ? 'special' : topology.place(address).area;
}

/** An end of a finding: an address, a card, or both. */
export function endAt(address: string | null, mac: string | null, topology: Topology): FindingEnd {
  if (address === null) return { zone: null, address: null, host: hostOfMac(mac, topology), mac };
  const place = topology.place(address);
  return { zone: place.area, address, host: place.host, mac };
}

/** Name of the host or gateway to which a card is registered. */
export function hostOfMac(mac: string | null, topology: Topology): string | null {
  if (mac === null) return null;
  const host = topology.hosts.find(({ mac: macs }) => macs.includes(mac));
  return host?.name ?? topology.gatewaysOfMac(mac)[0]?.name ?? null;
}

export function gatewaysAt(mac: string | null, topology: Topology): readonly Gateway[] {
  return mac === null ? [] : topology.gatewaysOfMac(mac);
}

/** `by key`: sightings that make one finding, in the order in which the keys appear. */
export function groupBy(sightings: readonly Sighting[], keyOf: (sighting: Sighting) => string): readonly Sighting[][] {
  const groups = new Map<string, Sighting[]>();
  for (const sighting of sightings) {
    const key = keyOf(sighting);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [sighting]);
    else group.push(sighting);
  }
  return [...groups.values()];
}

/** Bit 0x02 of the first byte: the address was given by an administrator or by chance, not by a maker. */
export function isLocallyAdministered(mac: string): boolean {
  return (Number.parseInt(mac.slice(0, 2), 16) & 2) !== 0;
}
