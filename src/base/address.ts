import { Address4, Address6 } from 'ip-address';

/**
 * An IP address as numbers. IPv4: `w0` is the address as an unsigned 32-bit number and the rest is 0.
 * IPv6: `w0`…`w3` are the four unsigned 32-bit words, most significant first.
 * This is the only file that knows the library `ip-address`; it parses what people type, packets never pass through it.
 */
export interface Address {
  readonly family: 4 | 6;
  readonly w0: number;
  readonly w1: number;
  readonly w2: number;
  readonly w3: number;
}

export interface Prefix {
  readonly address: Address;
  /** 0…32 or 0…128 */
  readonly length: number;
}

const bits32 = 0xffff_ffffn;

function fromBigInt(family: 4 | 6, value: bigint): Address {
  if (family === 4) return { family, w0: Number(value), w1: 0, w2: 0, w3: 0 };
  return {
    family,
    w0: Number((value >> 96n) & bits32),
    w1: Number((value >> 64n) & bits32),
    w2: Number((value >> 32n) & bits32),
    w3: Number(value & bits32),
  };
}

/** `undefined` unless the text is one plain IPv4 or IPv6 address (no zone id, no prefix length, no leading zeros). */
export function parseAddress(text: string): Address | undefined {
  if (text.includes('/') || text.includes('%')) return undefined;
  // told apart first: asking the library whether an IPv6 text is IPv4 costs it an exception
  if (text.includes(':')) return Address6.isValid(text) ? fromBigInt(6, new Address6(text).bigInt()) : undefined;
  // asking the library what is no address costs an exception, too, and most names that packets state are none
  if (!/^[0-9.]{7,15}$/.test(text)) return undefined;
  return Address4.isValid(text) ? fromBigInt(4, new Address4(text).bigInt()) : undefined;
}

/** `undefined` unless the text is `ADDRESS/LENGTH`. Host bits may be set; `hasHostBits` tells. */
export function parsePrefix(text: string): Prefix | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const address = parseAddress(text.slice(0, slash));
  const digits = text.slice(slash + 1);
  if (address === undefined || !/^(0|[1-9]\d{0,2})$/.test(digits)) return undefined;
  const length = Number(digits);
  return length <= (address.family === 4 ? 32 : 128) ? { address, length } : undefined;
}

/** The mask of word `index` (0…3) of a prefix of `length` bits. */
function maskOfWord(length: number, index: number): number {
  const bits = Math.min(32, Math.max(0, length - index * 32));
  return bits === 0 ? 0 : (0xffff_ffff << (32 - bits)) >>> 0;
}

/** First address of a prefix: the host bits are cleared. */
export function firstOfPrefix(prefix: Prefix): Address {
  const { address, length } = prefix;
  const word = (value: number, index: number): number => (value & maskOfWord(length, index)) >>> 0;
  if (address.family === 4) return { ...address, w0: word(address.w0, 0) };
  return {
    family: 6,
    w0: word(address.w0, 0),
    w1: word(address.w1, 1),
    w2: word(address.w2, 2),
    w3: word(address.w3, 3),
  };
}

/** Last address of a prefix: the host bits are set. */
export function lastOfPrefix(prefix: Prefix): Address {
  const { address, length } = prefix;
  const word = (value: number, index: number): number => (value | ~maskOfWord(length, index)) >>> 0;
  if (address.family === 4) return { ...address, w0: word(address.w0, 0) };
  return {
    family: 6,
    w0: word(address.w0, 0),
    w1: word(address.w1, 1),
    w2: word(address.w2, 2),
    w3: word(address.w3, 3),
  };
}

export function hasHostBits(prefix: Prefix): boolean {
  return compareAddresses(prefix.address, firstOfPrefix(prefix)) !== 0;
}

export function prefixContains(prefix: Prefix, address: Address): boolean {
  return (
    prefix.address.family === address.family &&
    compareAddresses(address, firstOfPrefix(prefix)) >= 0 &&
    compareAddresses(address, lastOfPrefix(prefix)) <= 0
  );
}

/** The canonical order of the flow record: IPv4 before IPv6, then by address bytes. */
export function compareAddresses(x: Address, y: Address): number {
  return x.family - y.family || x.w0 - y.w0 || x.w1 - y.w1 || x.w2 - y.w2 || x.w3 - y.w3;
}

/** `192.0.2.1` from an unsigned or signed 32-bit number. */
export function formatIpv4(word: number): string {
  return `${word >>> 24}.${(word >>> 16) & 255}.${(word >>> 8) & 255}.${word & 255}`;
}

/** RFC 5952 text: lower case, no leading zeros, the longest run of two or more zero groups as `::`. */
export function formatIpv6(w0: number, w1: number, w2: number, w3: number): string {
  // RFC 5952 section 5: an IPv4-mapped address ends in dotted form
  if (w0 === 0 && w1 === 0 && w2 === 0xffff) return `::ffff:${formatIpv4(w3)}`;
  const groups = [w0 >>> 16, w0 & 65535, w1 >>> 16, w1 & 65535, w2 >>> 16, w2 & 65535, w3 >>> 16, w3 & 65535];
  let bestStart = -1;
  let bestLength = 1;
  for (let start = 0; start < 8; start++) {
    let length = 0;
    while (start + length < 8 && groups[start + length] === 0) length++;
    if (length > bestLength) {
      bestStart = start;
      bestLength = length;
    }
  }
  const hex = (from: number, to: number): string =>
    groups
      .slice(from, to)
      .map((group) => group.toString(16))
      .join(':');
  return bestStart < 0 ? hex(0, 8) : `${hex(0, bestStart)}::${hex(bestStart + bestLength, 8)}`;
}

/** The address whose bytes begin at `at`, in the order of the network. */
export function formatAddressAt(bytes: Uint8Array, at: number, family: 4 | 6): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, family === 4 ? 4 : 16);
  if (family === 4) return formatIpv4(view.getUint32(0));
  return formatIpv6(view.getUint32(0), view.getUint32(4), view.getUint32(8), view.getUint32(12));
}

export function formatAddress(address: Address): string {
  return address.family === 4 ? formatIpv4(address.w0) : formatIpv6(address.w0, address.w1, address.w2, address.w3);
}

export function formatPrefix(prefix: Prefix): string {
  return `${formatAddress(prefix.address)}/${prefix.length}`;
}
