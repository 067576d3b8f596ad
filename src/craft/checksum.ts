import { join, u16, u32 } from './field.js';
import { addressBytes } from './address-bytes.js';

/** The Internet checksum of RFC 1071: one's complement of the one's complement sum of 16-bit words. */
export function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (let index = 0; index < bytes.length; index += 2) {
    sum += ((bytes[index] ?? 0) << 8) | (bytes[index + 1] ?? 0);
  }
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}

/** Checksum over the pseudo header of RFC 9293 3.1 (IPv4) or RFC 8200 8.1 (IPv6) and the transport bytes. */
export function transportChecksum(source: string, destination: string, protocol: number, bytes: Uint8Array): number {
  const [from, to] = [addressBytes(source), addressBytes(destination)];
  const tail = from.length === 4 ? join(u16(protocol), u16(bytes.length)) : join(u32(bytes.length), u32(protocol));
  return checksum(join(from, to, tail, bytes));
}
