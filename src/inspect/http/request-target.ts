import type { NameSource } from '../../model/facts.js';
import type { Destination } from '../destination-name.js';
import { readAuthority } from '../destination-name.js';

/** Where a request goes. */
export interface StatedDestination extends Destination {
  readonly source: NameSource;
}

const ABSOLUTE = /^[a-z][a-z0-9+.-]{0,31}:\/\/([^/?#]*)/i;

/**
 * The destination that a request states: of CONNECT its target, else the authority of an absolute target, else `Host`
 * (RFC 9112 section 3.2; the same order as a proxy obeys).
 * @param host value of the Host field, null: there is none
 */
export function readDestination(method: string, target: string, host: string | null): StatedDestination | null {
  const absolute = ABSOLUTE.exec(target);
  if (method === 'CONNECT') return state('connect', absolute?.[1] ?? target);
  return (
    (absolute === null ? null : state('absolute-uri', absolute[1]!)) ?? (host === null ? null : state('host', host))
  );
}

/** The request speaks to a proxy, not to the server itself. */
export function isProxyRequest(method: string, target: string): boolean {
  return method === 'CONNECT' || ABSOLUTE.test(target);
}

/** Path of the target, without query and fragment, as sent; empty when there is none. */
export function readPath(target: string): string {
  const absolute = ABSOLUTE.exec(target);
  const path = absolute === null ? target : target.slice(absolute[0].length);
  return path.split(/[?#]/, 1)[0]!;
}

function state(source: NameSource, authority: string): StatedDestination | null {
  const destination = readAuthority(Buffer.from(authority, 'latin1').toString('utf8'));
  return destination === null ? null : { source, ...destination };
}
