import type { Turn } from '../support/recording-notes-rdp.js';

/** Messages of RDP as MS-RDPBCGR section 4 shows them, built from their fields. */
export const bytes = (...parts: (number | readonly number[] | Uint8Array | string)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'number' ? [part] : typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part],
    ),
  );

const be16 = (value: number): number[] => [(value >> 8) & 0xff, value & 0xff];
const le16 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];
const le32 = (value: number): number[] => [...le16(value & 0xffff), ...le16(value >>> 16)];

export const tpkt = (body: Uint8Array): Uint8Array => bytes(3, 0, be16(body.length + 4), body);
const data = (...mcs: Parameters<typeof bytes>): Uint8Array => tpkt(bytes(2, 0xf0, 0x80, ...mcs));

function connection(code: number, cookie: string, type: number | null, value: number): Uint8Array {
  const rest = bytes([0, 0, 0, 0, 0], cookie, type === null ? [] : [type, 0, ...le16(8), ...le32(value)]);
  return tpkt(bytes(rest.length + 1, code, rest));
}

export const request = (protocols: number | null, cookie = 'Cookie: mstshash=staff\r\n'): Uint8Array =>
  connection(0xe0, cookie, protocols === null ? null : 1, protocols ?? 0);
export const confirm = (protocol: number | null): Uint8Array =>
  connection(0xd0, '', protocol === null ? null : 2, protocol ?? 0);
export const failure = (code: number): Uint8Array => connection(0xd0, '', 3, code);

const block = (type: number, body: Uint8Array): Uint8Array => bytes(le16(type), le16(body.length + 4), body);
const octets = (body: Uint8Array): Uint8Array => bytes(4, 0x82, be16(body.length), body);
const perLength = (length: number): number[] => be16(0x8000 | length);

/** Client data of a core block, and of a network block with the channels asked for. */
export function connectInitial(channels: readonly string[], count = channels.length): Uint8Array {
  const definitions = channels.map((name) => bytes(name.padEnd(8, '\0'), [0, 0, 0, 0xc0]));
  const blocks = bytes(block(0xc001, new Uint8Array(212)), block(0xc003, bytes(le32(count), ...definitions)));
  const conference = bytes([0, 8, 0, 0x10, 0, 1, 0xc0, 0], 'Duca', perLength(blocks.length), blocks);
  const gcc = bytes([0, 5, 0, 0x14, 0x7c, 0, 1], perLength(conference.length), conference);
  const parameters = bytes(0x30, 3, [2, 1, 34]);
  const body = bytes([4, 1, 1, 4, 1, 1, 1, 1, 0xff], parameters, parameters, parameters, octets(gcc));
  return data([0x7f, 0x65, 0x82], be16(body.length), body);
}

export function connectResponse(channelIds: readonly number[]): Uint8Array {
  const padding = channelIds.length % 2 === 1 ? [0, 0] : [];
  const network = bytes(le16(1003), le16(channelIds.length), channelIds.flatMap(le16), padding);
  const blocks = bytes(block(0x0c01, bytes(le32(0x80004))), block(0x0c03, network));
  const gcc = bytes([0, 5, 0, 0x14, 0x7c, 0, 1, 0x2a, 0x14, 0x76, 0x0a, 1, 1, 0, 1, 0xc0, 0], 'McDn', [
    ...perLength(blocks.length),
    ...blocks,
  ]);
  const body = bytes([0x0a, 1, 0, 2, 1, 0, 0x30, 3, 2, 1, 34], octets(gcc));
  return data([0x7f, 0x66, 0x82], be16(body.length), body);
}

export const joinRequest = (id: number): Uint8Array => data(0x38, be16(6), be16(id));
export const joinConfirm = (id: number): Uint8Array => data([0x3e, 0], be16(6), be16(id), be16(id));
/** rt-no-such-channel (3) */
export const joinRefused = (id: number): Uint8Array => data([0x3c, 0x60], be16(6), be16(id));
export const sendRequest = (id: number): Uint8Array => data(0x64, be16(6), be16(id), [0x70, 4, 1, 2, 3, 4]);
export const sendIndication = (id: number): Uint8Array => data(0x68, be16(6), be16(id), [0x70, 4, 1, 2, 3, 4]);
/** a fast-path PDU with a length in two bytes */
export const fastPath = (length: number): Uint8Array =>
  bytes(0, be16(0x8000 | length), new Uint8Array(length - 3).fill(3));

/** A session with standard RDP security: four channels, three joined, two used. */
export const STANDARD_SESSION: readonly Turn[] = [
  ['client', request(0)],
  ['server', confirm(0)],
  ['client', connectInitial(['rdpdr', 'RDPSND', 'cliprdr', 'drdynvc'])],
  ['server', connectResponse([1004, 1005, 1006, 1007])],
  ['client', data([0x04, 1, 0, 1, 0])],
  ['client', data(0x28)],
  ['server', data([0x2e, 0, 0, 6])],
  ['client', joinRequest(1004)],
  ['server', joinConfirm(1004)],
  ['client', joinRequest(1005)],
  ['server', joinConfirm(1005)],
  ['client', joinRequest(1006)],
  ['server', joinConfirm(1006)],
  ['client', joinRequest(1007)],
  ['server', joinRefused(1007)],
  ['server', fastPath(300)],
  ['client', sendRequest(1006)],
  ['server', fastPath(7)],
  ['server', sendIndication(1004)],
];
