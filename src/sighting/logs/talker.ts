import { formatIpv4, formatIpv6 } from '../../base/address.js';
import { META, ROW } from '../../decode/packet-batch.js';
import type { Place } from '../../model/place.js';
import type { Topology } from '../../model/topology.js';

/** One end of a packet: its address as text, and where that belongs. */
export interface Talker {
  readonly address: string;
  readonly place: Place;
}

/** IPv6 addresses in the header (RFC 8200 section 3) */
const IPV6_AT = { source: 8, destination: 24 } as const;

/** @param base of a row of the packet batch @param bytes of the whole batch */
export function talkerOf(
  side: 'source' | 'destination',
  rows: Int32Array,
  base: number,
  bytes: Uint8Array,
  topology: Topology,
): Talker {
  if (((rows[base + ROW.meta] as number) & META.ipv6) === 0) {
    const address = rows[base + ROW[side]] as number;
    return { address: formatIpv4(address), place: topology.placeOfCell(topology.cellOfIpv4(address)) };
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset + (rows[base + ROW.ipAt] as number) + IPV6_AT[side], 16);
  const [w0, w1, w2, w3] = [view.getUint32(0), view.getUint32(4), view.getUint32(8), view.getUint32(12)];
  return { address: formatIpv6(w0, w1, w2, w3), place: topology.placeOfCell(topology.cellOfIpv6(w0, w1, w2, w3)) };
}
