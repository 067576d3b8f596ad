import { formatIpv4, formatIpv6 } from '../../base/address.js';
import { META, ROW, ROW_STRIDE } from '../../decode/packet-batch.js';

/** Ends of a packet and its protocol, the same for both directions: which conversation it belongs to. */
export interface PacketKey {
  /** 32 bits, the same for both directions: asked for every packet, so that text is made for few */
  readonly hash: number;
  readonly text: string;
}

const PORTED: readonly number[] = [6, 17, 33, 132, 136];

/** Hash of the row's ends and ports, without an allocation. */
export function hashRow(rows: Int32Array, row: number, view: DataView): number {
  const base = row * ROW_STRIDE;
  const meta = rows[base + ROW.meta] as number;
  const ports = rows[base + ROW.ports] as number;
  let ends: number;
  if ((meta & META.ipv6) === 0) {
    ends = (rows[base + ROW.source] as number) + (rows[base + ROW.destination] as number);
  } else {
    const at = rows[base + ROW.ipAt] as number;
    ends = 0;
    for (let word = 0; word < 32; word += 4) ends = (ends + view.getInt32(at + 8 + word)) | 0;
  }
  return mix(ends, (ports >>> 16) + (ports & 0xffff), meta & META.protoMask);
}

/** The key of the row's own packet. */
export function keyOfRow(rows: Int32Array, row: number, view: DataView): PacketKey {
  const base = row * ROW_STRIDE;
  const meta = rows[base + ROW.meta] as number;
  const ports = rows[base + ROW.ports] as number;
  const ip = rows[base + ROW.ipAt] as number;
  return makeKey(view, ip, (meta & META.ipv6) !== 0, meta & META.protoMask, ports >>> 16, ports & 0xffff);
}

/**
 * The key of the packet that an ICMP error quotes (RFC 792: the IP header and 64 bits; RFC 4443: as much as fits), null
 * when too little of it is there.
 */
export function keyOfQuoted(rows: Int32Array, row: number, view: DataView): PacketKey | null {
  const base = row * ROW_STRIDE;
  const isIpv6 = ((rows[base + ROW.meta] as number) & META.ipv6) !== 0;
  const ip = (rows[base + ROW.transportAt] as number) + 8;
  const end = Math.min(rows[base + ROW.endAt] as number, view.byteLength);
  if (ip + (isIpv6 ? 40 : 20) > end) return null;
  const proto = view.getUint8(ip + (isIpv6 ? 6 : 9));
  const transport = ip + (isIpv6 ? 40 : (view.getUint8(ip) & 15) * 4);
  if (!PORTED.includes(proto)) return makeKey(view, ip, isIpv6, proto, 0, 0);
  if (transport + 4 > end) return null;
  return makeKey(view, ip, isIpv6, proto, view.getUint16(transport), view.getUint16(transport + 2));
}

function makeKey(
  view: DataView,
  ip: number,
  isIpv6: boolean,
  proto: number,
  sourcePort: number,
  destinationPort: number,
): PacketKey {
  const [from, size] = isIpv6 ? [ip + 8, 16] : [ip + 12, 4];
  const words = size / 4;
  let ends = 0;
  for (let word = 0; word < 2 * words; word++) ends = (ends + view.getInt32(from + 4 * word)) | 0;
  const source = `${hexOf(view, from, size)}:${sourcePort}`;
  const destination = `${hexOf(view, from + size, size)}:${destinationPort}`;
  const [low, high] = source < destination ? [source, destination] : [destination, source];
  return { hash: mix(ends, sourcePort + destinationPort, proto), text: `${proto}|${low}|${high}` };
}

function hexOf(view: DataView, at: number, size: number): string {
  let text = '';
  for (let byte = 0; byte < size; byte++)
    text += view
      .getUint8(at + byte)
      .toString(16)
      .padStart(2, '0');
  return text;
}

function mix(ends: number, ports: number, proto: number): number {
  let h = Math.imul(ends ^ 0x9e3779b1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13) ^ ports, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16) ^ proto, 0x27d4eb2f);
  return h ^ (h >>> 15);
}

export interface AddressAt {
  readonly text: string;
  /** where it stands, and its bytes */
  readonly at: number;
  readonly size: 4 | 16;
}

/** Source and destination of a row. */
export function addressesOfRow(rows: Int32Array, row: number, view: DataView): readonly [AddressAt, AddressAt] {
  const base = row * ROW_STRIDE;
  const ip = rows[base + ROW.ipAt] as number;
  const isIpv6 = ((rows[base + ROW.meta] as number) & META.ipv6) !== 0;
  const of = (at: number): AddressAt => ({
    text: isIpv6
      ? formatIpv6(view.getUint32(at), view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12))
      : formatIpv4(view.getUint32(at)),
    at,
    size: isIpv6 ? 16 : 4,
  });
  return isIpv6 ? [of(ip + 8), of(ip + 24)] : [of(ip + 12), of(ip + 16)];
}

/** Of one address: asked for every packet. */
export function hashAddress(view: DataView, at: number, size: number): number {
  let sum = size;
  for (let word = 0; word < size; word += 4) sum = (Math.imul(sum, 31) + view.getInt32(at + word)) | 0;
  return sum;
}
