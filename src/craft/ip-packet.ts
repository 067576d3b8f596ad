import { addressBytes } from './address-bytes.js';
import { checksum } from './checksum.js';
import { join, u16, u32, u8 } from './field.js';

export const IP_PROTOCOL = {
  icmp: 1,
  ipip: 4,
  tcp: 6,
  udp: 17,
  sixInFour: 41,
  fragment: 44,
  gre: 47,
  icmpv6: 58,
  vrrp: 112,
} as const;

/** A datagram before it is written: routers change `ttl`, everything else stays as it was sent. */
export interface IpPacket {
  /** IPv4 or IPv6 text; both ends of one family */
  readonly source: string;
  readonly destination: string;
  /** of the payload, e.g. 6 */
  readonly protocol: number;
  readonly ttl: number;
  /** IPv4 identification, or that of the IPv6 fragment header */
  readonly id: number;
  readonly fragment?: { readonly offsetBytes: number; readonly more: boolean };
  /** transport header and data */
  readonly payload: Uint8Array;
}

const DONT_FRAGMENT = 0x4000;
const MORE_FRAGMENTS = 0x2000;

/** RFC 791 section 3.1 */
function ipv4Bytes(packet: IpPacket): Uint8Array {
  const { fragment } = packet;
  const flags =
    fragment === undefined ? DONT_FRAGMENT : (fragment.offsetBytes >>> 3) | (fragment.more ? MORE_FRAGMENTS : 0);
  const header = join(
    Uint8Array.of(0x45, 0),
    u16(20 + packet.payload.length),
    u16(packet.id),
    u16(flags),
    u8(packet.ttl),
    u8(packet.protocol),
    u16(0),
    addressBytes(packet.source),
    addressBytes(packet.destination),
  );
  header.set(u16(checksum(header)), 10);
  return join(header, packet.payload);
}

/** RFC 8200 sections 3 and 4.5 */
function ipv6Bytes(packet: IpPacket): Uint8Array {
  const extension =
    packet.fragment === undefined
      ? new Uint8Array(0)
      : join(
          u8(packet.protocol),
          u8(0),
          u16(packet.fragment.offsetBytes | (packet.fragment.more ? 1 : 0)),
          u32(packet.id),
        );
  return join(
    u32(0x6000_0000),
    u16(extension.length + packet.payload.length),
    u8(packet.fragment === undefined ? packet.protocol : IP_PROTOCOL.fragment),
    u8(packet.ttl),
    addressBytes(packet.source),
    addressBytes(packet.destination),
    extension,
    packet.payload,
  );
}

export function isIpv6(packet: Pick<IpPacket, 'source'>): boolean {
  return packet.source.includes(':');
}

export function ipBytes(packet: IpPacket): Uint8Array {
  return isIpv6(packet) ? ipv6Bytes(packet) : ipv4Bytes(packet);
}

/** Cuts a datagram into fragments of at most `mtu` bytes each; all but the last carry a multiple of eight. */
export function fragmentPacket(packet: IpPacket, mtu: number): readonly IpPacket[] {
  const room = (mtu - (isIpv6(packet) ? 48 : 20)) & ~7;
  if (room < 8) throw new RangeError(`no fragment fits into ${mtu} bytes`);
  if (packet.payload.length <= room) return [packet];
  const fragments: IpPacket[] = [];
  for (let offsetBytes = 0; offsetBytes < packet.payload.length; offsetBytes += room) {
    const payload = packet.payload.subarray(offsetBytes, offsetBytes + room);
    fragments.push({ ...packet, payload, fragment: { offsetBytes, more: offsetBytes + room < packet.payload.length } });
  }
  return fragments;
}
