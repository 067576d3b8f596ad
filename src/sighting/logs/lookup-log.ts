import { LIMITS } from '../../base/limits.js';
import type { Topology } from '../../model/topology.js';
import type { HeardFrame } from '../heard-frame.js';
import type { SightingBook } from '../sighting-book.js';
import { LiveMap } from './live-map.js';
import type { Talker } from './talker.js';

/** domain.md 3.3, U-67: so many names that do not exist, within so long */
const LOOKUP_BURST = { names: 50, seconds: 600 } as const;

const HEADER_BYTES = 12;
const NAME_BYTES = 255;
/** they look up for others, or because others write to them (block lists) */
export const LOOKS_UP_FOR_OTHERS: ReadonlySet<string> = new Set(['resolver', 'mail', 'proxy']);
/** reverse look-ups fail by nature */
export const REVERSE = /\.(?:in-addr|ip6)\.arpa$/;

interface Lookup {
  readonly time: number;
  readonly frame: HeardFrame;
}

/**
 * Who in the Internet zone is told again and again that a name does not exist (RFC 1035, response code 3). Each name
 * counts once: a program that repeats one wrong name is no search. Names without a dot, reverse look-ups and names below
 * the body's own domains (a search list at work) do not count.
 */
export class LookupLog {
  /** clients that found no room */
  refused = 0;
  readonly #topology: Topology;
  readonly #book: SightingBook;
  /** by client address: distinct names of the last ten minutes, oldest first; null: told already */
  readonly #clients = new LiveMap<Map<string, Lookup> | null>(LIMITS.lookupClients, LOOKUP_BURST.seconds * 1e9);

  constructor(topology: Topology, book: SightingBook) {
    this.#topology = topology;
    this.#book = book;
  }

  /** @param client to whom the answer went @param body of the answer */
  see(client: Talker, body: Uint8Array, from: HeardFrame): void {
    let names = this.#clients.get(client.address, from.time);
    if (names === null || (names === undefined && !isWatched(client))) return;
    const name = questionOf(body);
    if (name === null || !this.#counts(name)) return;
    if (names === undefined) {
      names = new Map<string, Lookup>();
      if (!this.#clients.set(client.address, names, from.time)) {
        this.refused++;
        return;
      }
    }
    // the newest stands last
    names.delete(name);
    names.set(name, { time: from.time, frame: from });
    for (const [oldest, { time }] of names) {
      if (from.time - time <= LOOKUP_BURST.seconds * 1e9) break;
      names.delete(oldest);
    }
    if (names.size < LOOKUP_BURST.names) return;
    this.#tell(client, names);
    // a burst is told once
    this.#clients.set(client.address, null, from.time);
  }

  #tell({ address, place }: Talker, names: ReadonlyMap<string, Lookup>): void {
    const wire = { point: null, vlan: place.segment?.vlan ?? null, area: 'internet' as const, tagged: false };
    const seen = { kind: 'failed-lookups' as const, place: wire, mac: null, address };
    for (const { time, frame } of names.values()) this.#book.add(seen, time, frame);
  }

  #counts(name: string): boolean {
    if (!name.includes('.') || REVERSE.test(name)) return false;
    return !this.#topology.domains.some((domain) => name === domain || name.endsWith(`.${domain}`));
  }
}

function isWatched({ place }: Talker): boolean {
  if (place.area !== 'internet' || place.isGatewayLeg || place.isBroadcast) return false;
  return !place.roles.some((role) => LOOKS_UP_FOR_OTHERS.has(role));
}

/** The first question's name, lower case; `null` where it is no whole answer with one. */
export function questionOf(body: Uint8Array): string | null {
  if (body.length < HEADER_BYTES + 5 || ((body[4] as number) << 8) + (body[5] as number) < 1) return null;
  let name = '';
  for (let at = HEADER_BYTES; name.length <= NAME_BYTES;) {
    const length = body[at];
    if (length === undefined || length > 63 || at + 1 + length > body.length) return null;
    if (length === 0) return name === '' ? null : name;
    const label = String.fromCharCode(...body.subarray(at + 1, at + 1 + length)).toLowerCase();
    name += name === '' ? label : `.${label}`;
    at += 1 + length;
  }
  return null;
}
