import { normaliseName } from '../destination-name.js';

/** A message that was read, and how many bytes it took. */
export interface Taken<T> {
  readonly value: T;
  readonly length: number;
}

/** `wait`: bytes are missing; null: it is no such message */
export type MessageAnswer<T> = Taken<T> | 'wait' | null;

export interface SocksRequest {
  /** a TCP connection to the destination: the only command behind which another protocol follows */
  readonly isConnect: boolean;
  /** null: no name that could be looked up */
  readonly name: string | null;
  readonly port: number;
}

const CONNECT = 1;
const MAX_TEXT = 256;
const [IPV4, DOMAIN, IPV6] = [1, 3, 4];

/** RFC 1928 section 4 */
export function readRequest5(bytes: Uint8Array): MessageAnswer<SocksRequest> {
  if (bytes.length < 5) return 'wait';
  if (bytes[0] !== 5 || bytes[2] !== 0) return null;
  const address = readAddress5(bytes);
  if (address === null || address === 'wait') return address;
  const { value: name, length } = address;
  return { value: { isConnect: bytes[1] === CONNECT, name, port: portAt(bytes, length - 2) }, length };
}

/** RFC 1928 section 6. @returns whether the request was granted */
export function readReply5(bytes: Uint8Array): MessageAnswer<boolean> {
  if (bytes.length < 5) return 'wait';
  if (bytes[0] !== 5 || bytes[2] !== 0) return null;
  const address = readAddress5(bytes);
  if (address === null || address === 'wait') return address;
  return { value: bytes[1] === 0, length: address.length };
}

/** SOCKS 4, and 4a where the address is 0.0.0.x: then a name follows the user id. */
export function readRequest4(bytes: Uint8Array): MessageAnswer<SocksRequest> {
  if (bytes.length < 9) return 'wait';
  if (bytes[0] !== 4) return null;
  const userEnd = endOfText(bytes, 8);
  if (userEnd === null || userEnd === 'wait') return userEnd;
  const isConnect = bytes[1] === CONNECT;
  const port = portAt(bytes, 2);
  const isNamed = bytes[4] === 0 && bytes[5] === 0 && bytes[6] === 0 && bytes[7] !== 0;
  if (!isNamed) return { value: { isConnect, name: bytes.subarray(4, 8).join('.'), port }, length: userEnd + 1 };
  const nameEnd = endOfText(bytes, userEnd + 1);
  if (nameEnd === null || nameEnd === 'wait') return nameEnd;
  const name = normaliseName(text(bytes, userEnd + 1, nameEnd));
  return { value: { isConnect, name, port }, length: nameEnd + 1 };
}

/** @returns whether the request was granted */
export function readReply4(bytes: Uint8Array): MessageAnswer<boolean> {
  if (bytes.length < 8) return 'wait';
  return bytes[0] === 0 ? { value: bytes[1] === 0x5a, length: 8 } : null;
}

/** RFC 1928 section 5: type at 3, address, port. The length counts from the message's begin. */
function readAddress5(bytes: Uint8Array): MessageAnswer<string | null> {
  const type = bytes[3];
  const length = type === IPV4 ? 4 : type === IPV6 ? 16 : type === DOMAIN ? 1 + (bytes[4] as number) : -1;
  if (length < 0) return null;
  const end = 4 + length;
  if (bytes.length < end + 2) return 'wait';
  if (type === DOMAIN) return { value: normaliseName(text(bytes, 5, end)), length: end + 2 };
  const address = bytes.subarray(4, end);
  const written = type === IPV4 ? address.join('.') : `[${groupsOf(address).join(':')}]`;
  return { value: normaliseName(written), length: end + 2 };
}

function groupsOf(address: Uint8Array): string[] {
  return Array.from({ length: 8 }, (_, group) => portAt(address, 2 * group).toString(16));
}

function endOfText(bytes: Uint8Array, from: number): number | 'wait' | null {
  const end = bytes.indexOf(0, from);
  if (end >= 0) return end - from <= MAX_TEXT ? end : null;
  return bytes.length - from > MAX_TEXT ? null : 'wait';
}

function portAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function text(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(from, to)).toString('utf8');
}
