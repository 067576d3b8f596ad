import type { Topology } from '../../model/topology.js';
import type { HeardFrame } from '../heard-frame.js';
import { LookupLog } from './lookup-log.js';
import type { SightingBook } from '../sighting-book.js';
import type { Talker } from './talker.js';
import { TunnelLog } from './tunnel-log.js';

/** RFC 1035 section 4.1.1 */
const HEADER_BYTES = 12;
const RESPONSE = 0x80;
/** response code 3: the name does not exist */
const NO_SUCH_NAME = 3;
/** RFC 7766 section 8: over TCP each message has its length before it */
const LENGTH_BYTES = 2;
/** messages read of one segment: no resolver answers more at once */
const MESSAGES = 64;
/** a label, the root, type and class */
const SHORTEST_QUESTION_BYTES = 2 + 1 + 4;
const MOST_LABEL_BYTES = 63;
const CLASS_IN = 1;
/** bytes of a first label below which no name is taken for data */
const LONG_LABEL = 30;

/** An answer that says that the name does not exist, or whose name is long enough to carry data. @param at of its header */
export function isTellingAnswer(bytes: Uint8Array, at: number, end: number): boolean {
  if (at + 4 > end || (bytes[at + 2] as number) < RESPONSE) return false;
  if (((bytes[at + 3] as number) & 0xf) === NO_SUCH_NAME) return true;
  return at + HEADER_BYTES < end && (bytes[at + HEADER_BYTES] as number) >= LONG_LABEL;
}

/**
 * The same of an answer that comes from another port than a resolver's: a response to one ordinary query, whose name is
 * whole and of class IN. Nothing else that is as long looks like this.
 */
export function isTellingAnswerAnywhere(bytes: Uint8Array, at: number, end: number): boolean {
  if (at + HEADER_BYTES + SHORTEST_QUESTION_BYTES > end) return false;
  // response, ordinary query, no reserved bit, one question
  if (((bytes[at + 2] as number) & 0xf8) !== RESPONSE || ((bytes[at + 3] as number) & 0x40) !== 0) return false;
  if (bytes[at + 4] !== 0 || bytes[at + 5] !== 1 || !isTellingAnswer(bytes, at, end)) return false;
  for (let label = at + HEADER_BYTES; label < end; label += 1 + (bytes[label] as number)) {
    const length = bytes[label] as number;
    if (length > MOST_LABEL_BYTES) return false;
    if (length === 0) return label + 4 < end && bytes[label + 3] === 0 && bytes[label + 4] === CLASS_IN;
  }
  return false;
}

/** What answers of resolvers say of those who ask (RFC 1035), over UDP and TCP. */
export class NameAnswers {
  readonly #lookups: LookupLog;
  readonly #tunnels: TunnelLog;

  constructor(topology: Topology, book: SightingBook) {
    this.#lookups = new LookupLog(topology, book);
    this.#tunnels = new TunnelLog(topology, book);
  }

  /** clients that found no room */
  get refused(): number {
    return this.#lookups.refused + this.#tunnels.refused;
  }

  /** @param client to whom the answer went @param message of one answer */
  see(client: Talker, message: Uint8Array, from: HeardFrame): void {
    if (!isTellingAnswer(message, 0, message.length)) return;
    if (((message[3] as number) & 0xf) === NO_SUCH_NAME) this.#lookups.see(client, message, from);
    if ((message[HEADER_BYTES] ?? 0) >= LONG_LABEL) this.#tunnels.see(client, message, from);
  }

  /**
   * A segment of a resolver: the messages that begin in it. Streams are not put together; a message that begins in the
   * middle of a segment behind one that began before it is missed.
   */
  seeSegment(client: Talker, segment: Uint8Array, from: HeardFrame): void {
    // some send the length in a segment of its own
    if (!isHeader(segment, LENGTH_BYTES) && isHeader(segment, 0)) {
      this.see(client, segment, from);
      return;
    }
    let at = 0;
    for (let count = 0; count < MESSAGES && isHeader(segment, at + LENGTH_BYTES); count++) {
      const end = at + LENGTH_BYTES + (((segment[at] as number) << 8) | (segment[at + 1] as number));
      this.see(client, segment.subarray(at + LENGTH_BYTES, end), from);
      at = end;
    }
  }
}

/** A response to an ordinary query with one question. */
function isHeader(bytes: Uint8Array, at: number): boolean {
  if (at + HEADER_BYTES > bytes.length) return false;
  return ((bytes[at + 2] as number) & 0xf8) === RESPONSE && bytes[at + 4] === 0 && bytes[at + 5] === 1;
}
