import { addressBytes } from './address-bytes.js';
import { transportChecksum } from './checksum.js';
import { u16 } from './field.js';
import { IP_PROTOCOL, type IpPacket } from './ip-packet.js';

/** An address, and a port where that is changed, too. */
export interface NewEnd {
  readonly address: string;
  readonly port?: number;
}

/** `10.20.4.99:40001`, `10.20.4.99`, `[2001:db8::1]:443`. @throws RangeError */
export function parseNewEnd(text: string): NewEnd {
  const parts = /^(?:\[([^\]]+)\]|([0-9.]+))(?::(\d{1,5}))?$/.exec(text);
  const address = parts?.[1] ?? parts?.[2];
  if (address === undefined) throw new RangeError(`not of the form "address:port": ${text}`);
  return { address, ...(parts?.[3] === undefined ? {} : { port: Number(parts[3]) }) };
}

/** What a device that translates addresses makes of a packet (RFC 3022): ends, ports, checksum; nothing else. */
export function translatePacket(packet: IpPacket, source: NewEnd | undefined, target: NewEnd | undefined): IpPacket {
  const ends = {
    source: source?.address ?? packet.source,
    destination: target?.address ?? packet.destination,
  };
  const payload = packet.payload.slice();
  if (packet.fragment !== undefined) return { ...packet, ...ends, payload };
  const checksumAt = CHECKSUM_AT[packet.protocol];
  if (checksumAt === undefined) return { ...packet, ...ends, payload };
  if (source?.port !== undefined) payload.set(u16(source.port), 0);
  if (target?.port !== undefined) payload.set(u16(target.port), 2);
  payload.set(u16(0), checksumAt);
  payload.set(u16(transportChecksum(ends.source, ends.destination, packet.protocol, payload) || 0xffff), checksumAt);
  if (addressBytes(ends.source).length !== addressBytes(packet.source).length)
    throw new RangeError('a translation between address families is not played');
  return { ...packet, ...ends, payload };
}

const CHECKSUM_AT: Readonly<Record<number, number | undefined>> = { [IP_PROTOCOL.tcp]: 16, [IP_PROTOCOL.udp]: 6 };
