import type { Role } from '../inspector.js';

const MOST_METHODS = 8;
const [NO_LOGIN, LOGIN] = [0, 2];
const ADDRESS_TYPES = [1, 3, 4];
const LAST_REPLY = 8;

/**
 * Who begins a SOCKS 5 connection with these bytes (RFC 1928, RFC 1929): the client's list of methods and then its
 * login or request, or, where the client was not captured, the server's choice and then its reply.
 * @returns null: nobody; `wait`: that is not said yet
 */
export function roleInSocks5(bytes: Uint8Array): Role | 'wait' | null {
  const second = bytes[1];
  if (second === undefined) return 'wait';
  if (second === NO_LOGIN) return roleByMessage(bytes, 2, 'server');
  if (second > MOST_METHODS) return null;
  const behindMethods = 2 + second;
  // the server chose the login and found it good: the same four bytes as two methods that a client could offer
  if (second === LOGIN && bytes[2] === 1 && bytes[3] === 0 && bytes.length >= 4) {
    if (bytes.length === 4) return 'wait';
    return (bytes[5] ?? 0) === 0 ? roleByMessage(bytes, 4, 'server') : roleByMessage(bytes, 4, 'client');
  }
  if (bytes.length < behindMethods) return 'wait';
  if (bytes.length === behindMethods || bytes[behindMethods] === 1) return 'client';
  return roleByMessage(bytes, behindMethods, 'client');
}

/** A request or a reply at `at`: version, command or reply code, zero, type of address. */
function roleByMessage(bytes: Uint8Array, at: number, role: Role): Role | 'wait' | null {
  const [version = 5, code = 1, reserved = 0, type] = bytes.subarray(at, at + 4);
  if (version !== 5 || code > LAST_REPLY || reserved !== 0) return null;
  if (type === undefined) return 'wait';
  return ADDRESS_TYPES.includes(type) ? role : null;
}
