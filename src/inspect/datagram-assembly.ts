import { LIMITS } from '../base/limits.js';
import type { WatchedPacket } from '../flow/payload-watcher.js';
import { HeldBudget } from './held-budget.js';

interface Piece {
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** A datagram of which fragments are missing so far. */
interface Waiting {
  readonly row: number;
  readonly direction: number;
  readonly isTcp: boolean;
  readonly since: number;
  readonly pieces: Piece[];
  /** bytes of all pieces, as their headers say */
  held: number;
  /** of the whole datagram above IP; -1: its last fragment is missing */
  total: number;
  /** a fragment was cut off, or contradicts another: no datagram comes of it */
  isBroken: boolean;
  /** the packet that showed the newest piece */
  file: number;
  frame: number;
  time: number;
}

const UDP_HEADER_BYTES = 8;
const TCP_HEADER_BYTES = 20;

/**
 * Puts the fragments of inspected flows together (RFC 791 section 3.2, RFC 8200 section 4.5): a request may lie in
 * several of them. Bounded. A fragment that came before the first one of its datagram is not shown here, and of
 * fragments that overlap no datagram is made (RFC 5722): what stays in part is said to be in part.
 */
export class DatagramAssembly {
  /** by row, direction and identification; the oldest first */
  readonly #waiting = new Map<string, Waiting>();
  /** how many of them each row has: nearly every row that leaves has none */
  readonly #ofRow = new Map<number, number>();
  readonly #budget = new HeldBudget(LIMITS.assemblyBytes);
  readonly #givenUp: (row: number, first: WatchedPacket | null) => void;

  /** @param givenUp a datagram of the row stays in part: its first fragment, if that can be read */
  constructor(givenUp: (row: number, first: WatchedPacket | null) => void) {
    this.#givenUp = givenUp;
  }

  holds(row: number): boolean {
    return this.#ofRow.has(row);
  }

  /** @returns the whole datagram that this fragment completes, or null */
  take(packet: WatchedPacket, isTcp: boolean): WatchedPacket | null {
    const { row, direction, time, file, frame } = packet;
    this.#forgetOld(time);
    const key = `${row} ${direction} ${packet.fragmentId}`;
    let waiting = this.#waiting.get(key);
    if (waiting === undefined) {
      const nothing = { pieces: [], held: 0, total: -1, isBroken: false };
      waiting = { row, direction, isTcp, since: time, ...nothing, file, frame, time };
      this.#waiting.set(key, waiting);
      this.#ofRow.set(row, (this.#ofRow.get(row) ?? 0) + 1);
    }
    this.#add(waiting, packet);
    if (waiting.isBroken) {
      this.#giveUp(key, waiting);
      return null;
    }
    if (waiting.held !== waiting.total) return null;
    this.#drop(key, waiting);
    const whole = packetOf(waiting, joined(waiting));
    if (whole === null) this.#givenUp(row, null);
    return whole;
  }

  /** The row's flow leaves: what it has of datagrams in part is given up. */
  flush(row: number): void {
    if (!this.#ofRow.has(row)) return;
    for (const [key, waiting] of this.#waiting) if (waiting.row === row) this.#giveUp(key, waiting);
  }

  #add(waiting: Waiting, packet: WatchedPacket): void {
    const { fragmentAt: at, fragmentBytes: length } = packet;
    const end = packet.at + packet.captured;
    // the same fragment once more
    if (waiting.pieces.some((piece) => piece.at === at && piece.bytes.length === length)) return;
    const fits =
      length > 0 && !waiting.pieces.some((piece) => at < piece.at + piece.bytes.length && piece.at < at + length);
    const isFull = waiting.pieces.length >= LIMITS.fragmentsPerDatagram;
    if (!fits || isFull || !this.#budget.take(length)) {
      waiting.isBroken = true;
      return;
    }
    waiting.held += length;
    waiting.pieces.push({ at, bytes: packet.bytes.slice(packet.transportAt, end) });
    if (!packet.hasMoreFragments) waiting.total = at + length;
    const isPastTheEnd = waiting.total >= 0 && waiting.held > waiting.total;
    if (end - packet.transportAt < length || isPastTheEnd) waiting.isBroken = true;
    waiting.file = packet.file;
    waiting.frame = packet.frame;
    waiting.time = packet.time;
  }

  #forgetOld(now: number): void {
    for (const [key, waiting] of this.#waiting) {
      const isFull = this.#waiting.size >= LIMITS.assembledDatagrams;
      if (!isFull && now - waiting.since <= LIMITS.assemblySeconds * 1e9) return;
      this.#giveUp(key, waiting);
    }
  }

  #giveUp(key: string, waiting: Waiting): void {
    this.#drop(key, waiting);
    const first = waiting.pieces.find(({ at }) => at === 0);
    this.#givenUp(waiting.row, first === undefined ? null : packetOf(waiting, first.bytes));
  }

  #drop(key: string, waiting: Waiting): void {
    this.#waiting.delete(key);
    const left = (this.#ofRow.get(waiting.row) ?? 1) - 1;
    if (left === 0) this.#ofRow.delete(waiting.row);
    else this.#ofRow.set(waiting.row, left);
    this.#budget.giveBack(waiting.held);
  }
}

/** Pieces that do not overlap and are as many bytes as the datagram has; one that lies behind its end is left out. */
function joined({ pieces, total }: Waiting): Uint8Array {
  const bytes = new Uint8Array(total);
  for (const piece of pieces) if (piece.at + piece.bytes.length <= total) bytes.set(piece.bytes, piece.at);
  return bytes;
}

/** @param bytes from the transport header on. @returns null: that is not whole */
function packetOf({ row, direction, isTcp, file, frame, time }: Waiting, bytes: Uint8Array): WatchedPacket | null {
  const headerBytes = isTcp ? ((bytes[12] ?? 0) >>> 4) * 4 : UDP_HEADER_BYTES;
  if (bytes.length < headerBytes || headerBytes < (isTcp ? TCP_HEADER_BYTES : UDP_HEADER_BYTES)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const length = bytes.length - headerBytes;
  return {
    ...{ row, direction, flow: -1, file, frame, time },
    ...{ tcpFlags: isTcp ? view.getUint8(13) : 0, seq: isTcp ? view.getInt32(4) : 0 },
    ...{ bytes, at: headerBytes, captured: length, length, isIpv6: false, transportAt: 0, isLaterFragment: false },
    ...{ fragmentAt: -1, fragmentBytes: 0, fragmentId: 0, hasMoreFragments: false },
  };
}
