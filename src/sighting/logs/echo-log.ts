import { LIMITS } from '../../base/limits.js';
import { ZONES, type Area } from '../../model/place.js';
import type { HeardFrame } from '../heard-frame.js';
import type { SightingBook } from '../sighting-book.js';
import { LiveMap } from './live-map.js';
import type { Talker } from './talker.js';

/** domain.md 2.6, D-TUN: echoes of more than so many bytes whose content changes; how often, and within how long, is ours */
export const ECHO_TUNNEL = { bytes: 128, contents: 20, seconds: 600 } as const;

/** identifier and sequence number (RFC 792, RFC 4443 section 4.1) */
export const ECHO_HEADER_BYTES = 8;
/** programs that measure begin with a time stamp, and it alone changes */
const TIME_STAMP_BYTES = 16;

interface Content {
  readonly time: number;
  readonly frame: HeardFrame;
}

type Contents = Map<number, Content>;

/**
 * Data in echoes: `ping` sends one pattern again and again, and the answer repeats it. What counts is the content
 * between the time stamp and byte 128, so that tries of another size are the same content.
 */
export class EchoLog {
  /** pairs of hosts that found no room */
  refused = 0;
  readonly #book: SightingBook;
  /** by pair of addresses; null: told already */
  readonly #pairs = new LiveMap<Contents | null>(LIMITS.lookupClients, ECHO_TUNNEL.seconds * 1e9);

  constructor(book: SightingBook) {
    this.#book = book;
  }

  /** @param data behind the echo's header, more than `ECHO_TUNNEL.bytes` of it */
  see(source: Talker, destination: Talker, data: Uint8Array, from: HeardFrame): void {
    const [one, other] = source.address < destination.address ? [source, destination] : [destination, source];
    if (!crosses(one, other)) return;
    const key = `${one.address} ${other.address}`;
    let contents = this.#pairs.get(key, from.time);
    if (contents === null) return;
    if (contents === undefined) {
      contents = new Map<number, Content>();
      if (!this.#pairs.set(key, contents, from.time)) {
        this.refused++;
        return;
      }
    }
    // the newest stands last
    const digest = digestOf(data);
    contents.delete(digest);
    contents.set(digest, { time: from.time, frame: from });
    for (const [oldest, { time }] of contents) {
      if (from.time - time <= ECHO_TUNNEL.seconds * 1e9) break;
      contents.delete(oldest);
    }
    if (contents.size < ECHO_TUNNEL.contents) return;
    this.#tell(one, other, contents);
    this.#pairs.set(key, null, from.time);
  }

  #tell(one: Talker, other: Talker, contents: Contents): void {
    const [inside, outside] = isOfZone(one) && !isLessProtected(one, other) ? [one, other] : [other, one];
    const zone = ZONES.find((area: Area) => area === inside.place.area) ?? null;
    const place = { point: null, vlan: inside.place.segment?.vlan ?? null, area: zone, tagged: false };
    const seen = { kind: 'echo-data' as const, place, mac: null, address: inside.address, peer: outside.address };
    for (const { time, frame } of contents.values()) this.#book.add(seen, time, frame);
  }
}

function isOfZone({ place }: Talker): boolean {
  return ZONES.some((zone: Area) => zone === place.area);
}

/** Zones stand in the order of their protection. */
function isLessProtected(one: Talker, other: Talker): boolean {
  return (
    isOfZone(other) &&
    ZONES.findIndex((zone: Area) => zone === one.place.area) >
      ZONES.findIndex((zone: Area) => zone === other.place.area)
  );
}

function crosses(one: Talker, other: Talker): boolean {
  if (one.place.area === other.place.area || (!isOfZone(one) && !isOfZone(other))) return false;
  return [one, other].every(({ place }) => place.area !== 'special' && !place.isBroadcast);
}

/** FNV-1a over the middle: equal contents have equal digests, and others hardly ever */
function digestOf(data: Uint8Array): number {
  let hash = 0x811c_9dc5;
  for (let at = TIME_STAMP_BYTES; at < ECHO_TUNNEL.bytes; at++)
    hash = Math.imul(hash ^ (data[at] as number), 0x0100_0193);
  return hash >>> 0;
}
