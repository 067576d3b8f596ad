import type { ClockOffset } from '../../flow/clock-offsets.js';
import type { MatrixCell } from '../../model/report.js';
import type { Sighting } from '../../model/sighting.js';
import type { Topology } from '../../model/topology.js';
import { parseAddress, parsePrefix, prefixContains } from '../../base/address.js';
import type { QualityInput } from '../../rules/quality/quality-input.js';

/** packets by way of a router that make a translator: one may be a program that plays with its TTL (traceroute) */
const TRANSLATED_FLOWS = 3;

/** Who translates addresses although nothing declares it (CAP-13): names of gateways, addresses of others. Sorted. */
export function undeclaredTranslators(sightings: readonly Sighting[], topology: Topology): readonly string[] {
  const found = new Map<string, number>();
  for (const { kind, address, count } of sightings) {
    if (kind !== 'translated' || address === null) continue;
    const gateway = topology.gateways.find(({ legs }) =>
      legs.some(({ ip, ipv6 }) => ip === address || ipv6 === address),
    );
    if (gateway?.nat.some(({ outside }) => covers(outside, address)) === true) continue;
    const name = gateway === undefined ? address : `${gateway.name} (${address})`;
    found.set(name, (found.get(name) ?? 0) + count);
  }
  return [...found]
    .filter(([, count]) => count >= TRANSLATED_FLOWS)
    .map(([name]) => name)
    .sort();
}

/** Of the bytes between different areas, the share that nobody can read; `null` where none crossed. */
export function opaqueShareOf(opaqueBytes: number, cells: readonly MatrixCell[]): number | null {
  const crossed = cells.filter(({ from, to }) => from !== to).reduce((sum, { bytes }) => sum + bytes, 0);
  return crossed === 0 ? null : opaqueBytes / crossed;
}

/** The clocks of the capture points against each other; `null` where no datagram was seen at two of them. */
export function clockOffsetsOf(
  offsets: readonly ClockOffset[],
  names: readonly (string | null)[],
): Pick<QualityInput, 'clockOffsetSeconds' | 'clockPairs'> {
  const pairs = offsets.map(({ points: [first, second], microseconds, samples }) => ({
    points: [names[first] ?? null, names[second] ?? null] as const,
    seconds: microseconds / 1e6,
    samples,
  }));
  const largest = pairs.reduce((most, { seconds }) => (Math.abs(seconds) > Math.abs(most) ? seconds : most), 0);
  return { clockOffsetSeconds: pairs.length === 0 ? null : largest, clockPairs: pairs };
}

/** Ids of the VLANs of which tagged packets were seen; what came untagged proves none. */
export function vlansSeen(byPoint: ReadonlyMap<string | null, ReadonlySet<string>>): ReadonlySet<number> {
  const ids = new Set<number>();
  for (const vlans of byPoint.values()) for (const vlan of vlans) for (const id of vlan.split('.')) ids.add(Number(id));
  return ids;
}

function covers(text: string, address: string): boolean {
  if (text === address) return true;
  const [prefix, parsed] = [parsePrefix(text), parseAddress(address)];
  return prefix !== undefined && parsed !== undefined && prefixContains(prefix, parsed);
}
