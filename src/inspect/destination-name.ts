import { domainToASCII } from 'node:url';
import { formatAddress, parseAddress } from '../base/address.js';

/** A destination as a client wrote it, normalised as model/facts.ts NameFact wants it. */
export interface Destination {
  readonly name: string;
  readonly port: number | null;
}

const MAX_NAME_LENGTH = 255;
/** an IPv6 address with an embedded IPv4 address and a zone */
const MAX_ADDRESS_LENGTH = 128;
/** RFC 3986 section 3.2.2 reg-name, plus the underscore that host names of the field carry (it is unreserved there) */
const REG_NAME = /^[a-z0-9._~!$&'()*+,;=%-]+$/;

/**
 * Normalises a host name or address: lower case, no trailing dot, no brackets around IPv6, no IPv6 zone, IDN as
 * A-labels.
 * @param host text of UTF-16 characters; UTF-8 must be decoded already
 * @returns null when it is no name that could be looked up
 */
export function normaliseName(host: string): string | null {
  if (host.length === 0 || host.length > 4 * MAX_NAME_LENGTH) return null;
  const bare = host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
  if (bare.includes(':')) {
    const address = bare.length <= MAX_ADDRESS_LENGTH ? parseAddress(bare.split('%', 1)[0]!) : undefined;
    return address === undefined ? null : formatAddress(address);
  }
  const lower = (isAscii(bare) ? bare : domainToASCII(bare)).toLowerCase();
  const name = lower.endsWith('.') ? lower.slice(0, -1) : lower;
  return name.length <= MAX_NAME_LENGTH && REG_NAME.test(name) ? name : null;
}

/**
 * Reads `[userinfo@]host[:port]` (RFC 3986 section 3.2). The user information is dropped.
 * @returns null when there is no usable host
 */
export function readAuthority(authority: string): Destination | null {
  const host = authority.slice(authority.lastIndexOf('@') + 1).trim();
  const colon = host.lastIndexOf(':');
  // A colon inside brackets, or one of several without brackets, belongs to an IPv6 address.
  const hasPort = colon >= 0 && (host.includes(']') ? colon > host.indexOf(']') : host.indexOf(':') === colon);
  const name = normaliseName(hasPort ? host.slice(0, colon) : host);
  return name === null ? null : { name, port: hasPort ? readPort(host.slice(colon + 1)) : null };
}

function readPort(text: string): number | null {
  if (!/^\d{1,5}$/.test(text)) return null;
  const port = Number(text);
  return port > 0 && port <= 65_535 ? port : null;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}
