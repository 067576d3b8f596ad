import { checksum, transportChecksum } from './checksum.js';
import { join, u16, u32, u8 } from './field.js';
import { IP_PROTOCOL, ipBytes, isIpv6, type IpPacket } from './ip-packet.js';
import type { Ends } from './transport.js';

/** Type, code, checksum and the rest: ICMP (RFC 792) or, between IPv6 addresses, ICMPv6 (RFC 4443). */
function icmpBytes(ends: Ends, type: number, code: number, rest: Uint8Array): Uint8Array {
  const bytes = join(u8(type), u8(code), u16(0), rest);
  const sum = isIpv6(ends)
    ? transportChecksum(ends.source, ends.destination, IP_PROTOCOL.icmpv6, bytes)
    : checksum(bytes);
  bytes.set(u16(sum), 2);
  return bytes;
}

export function icmpProtocol(ends: Ends): number {
  return isIpv6(ends) ? IP_PROTOCOL.icmpv6 : IP_PROTOCOL.icmp;
}

/** An echo request or its reply, with the identifier and sequence number that pair them. */
export function echoBytes(
  ends: Ends,
  kind: 'request' | 'reply',
  id: number,
  sequence: number,
  payload: Uint8Array,
): Uint8Array {
  const types = isIpv6(ends) ? { request: 128, reply: 129 } : { request: 8, reply: 0 };
  return icmpBytes(ends, types[kind], 0, join(u16(id), u16(sequence), payload));
}

/** An ICMP error about `refused`, quoting its header and first eight payload bytes (RFC 792) or all of it (RFC 4443). */
export function errorBytes(ends: Ends, type: number, code: number, refused: IpPacket): Uint8Array {
  const whole = ipBytes(refused);
  const quote = isIpv6(ends) ? whole.subarray(0, 1232) : whole.subarray(0, 28);
  return icmpBytes(ends, type, code, join(u32(0), quote));
}
