import { LIMITS } from '../base/limits.js';

/** Bytes that all reassemblers of a run hold back together. */
export class ReassemblyPool {
  held = 0;
  /** holes that were given up because the pool was full */
  givenUp = 0;

  get isFull(): boolean {
    return this.held >= LIMITS.reassemblyBytes;
  }
}

/** Where the bytes of both directions go, each in order. */
export interface StreamTarget {
  feed(side: 0 | 1, bytes: Uint8Array): void;
  /** `length` bytes were never captured */
  skip(side: 0 | 1, length: number): void;
}

/** shared by all directions in which nothing is held: never written to */
const NOTHING: HeldSegment[] = [];

interface HeldSegment {
  readonly seq: number;
  readonly bytes: Uint8Array;
  /** by the header; more than `bytes` when the snapshot length cut it */
  readonly length: number;
}

/** what may lie ahead of the next byte: the largest window of RFC 7323 is 1 GiB, no real one is near */
const FARTHEST_AHEAD = 64 * 1024 * 1024;

/**
 * One direction of a TCP connection, put in order (RFC 9293 section 3.4). Of bytes sent twice the first copy counts.
 * Only what is ahead of a hole is held, bounded; a hole that does not close is given up and told.
 */
export class StreamReassembler {
  readonly #pool: ReassemblyPool;
  readonly #target: StreamTarget;
  readonly #side: 0 | 1;
  #next = 0;
  #started = false;
  /** ascending by sequence number, no overlaps with `#next` */
  #held: HeldSegment[] = NOTHING;
  #heldBytes = 0;
  #holeSince = 0;
  /** sequence number behind the last byte, once a FIN told it */
  #end: number | null = null;
  /** bytes were seen and no SYN: earlier ones may exist */
  fromTheMiddle = false;

  /** @param side of which these bytes come */
  constructor(pool: ReassemblyPool, target: StreamTarget, side: 0 | 1) {
    this.#pool = pool;
    this.#target = target;
    this.#side = side;
  }

  get hasStarted(): boolean {
    return this.#started;
  }

  /** every byte up to the FIN was delivered */
  get isOver(): boolean {
    return this.#end !== null && this.#held.length === 0 && ((this.#end - this.#next) | 0) <= 0;
  }

  /** the byte after a SYN */
  begin(seq: number): void {
    if (this.#started) return;
    this.#started = true;
    this.#next = seq | 0;
  }

  finishAt(seq: number): void {
    this.#end ??= seq | 0;
  }

  /**
   * @param bytes captured payload, valid during the call
   * @param length payload by the headers
   * @param time nanoseconds
   */
  take(seq: number, bytes: Uint8Array, length: number, time: number): void {
    if (length === 0) return;
    if (!this.#started) {
      this.begin(seq);
      this.fromTheMiddle = true;
    }
    const ahead = (seq - this.#next) | 0;
    if (ahead <= 0) {
      this.#deliver(bytes, length, -ahead);
      if (this.#held.length > 0) this.#drain();
    } else if (ahead < FARTHEST_AHEAD) {
      this.#hold(seq, bytes, length, time);
    }
    if (this.#held.length > 0) this.#giveUpHoles(time);
  }

  /** Nothing more will come: what is held is delivered, holes told. */
  finish(): void {
    while (this.#held.length > 0) this.#skipHole();
    if (this.#started && this.#end !== null && ((this.#end - this.#next) | 0) > 0)
      this.#target.skip(this.#side, (this.#end - this.#next) | 0);
  }

  /** Forgets what is held. */
  abandon(): void {
    this.#pool.held -= this.#heldBytes;
    this.#heldBytes = 0;
    this.#held = NOTHING;
  }

  #deliver(bytes: Uint8Array, length: number, known: number): void {
    if (known >= length) return;
    this.#next = (this.#next + length - known) | 0;
    if (known < bytes.length) this.#target.feed(this.#side, known === 0 ? bytes : bytes.subarray(known));
    const missing = length - Math.max(known, bytes.length);
    if (missing > 0) this.#target.skip(this.#side, missing);
  }

  #hold(seq: number, bytes: Uint8Array, length: number, time: number): void {
    if (this.#held.length === 0) {
      this.#held = [];
      this.#holeSince = time;
    }
    const held = this.#held;
    let at = held.length;
    while (at > 0 && ((seq - (held[at - 1] as HeldSegment).seq) | 0) < 0) at--;
    const before = held[at - 1];
    if (before?.seq === (seq | 0) && before.length >= length) return;
    if (this.#pool.isFull) {
      this.#pool.givenUp++;
      // no room: go on at once with whichever comes first, what is held or this
      while (this.#held.length > 0 && ((seq - (this.#held[0] as HeldSegment).seq) | 0) >= 0) this.#skipHole();
      const missing = (seq - this.#next) | 0;
      if (missing > 0) {
        this.#next = seq | 0;
        this.#target.skip(this.#side, missing);
      }
      this.#deliver(bytes, length, Math.max(0, -missing));
      this.#drain();
      return;
    }
    held.splice(at, 0, { seq: seq | 0, bytes: bytes.slice(), length });
    this.#heldBytes += bytes.length;
    this.#pool.held += bytes.length;
  }

  #giveUpHoles(time: number): void {
    while (
      this.#held.length > LIMITS.heldSegments ||
      this.#heldBytes > LIMITS.heldBytesPerDirection ||
      (this.#held.length > 0 && time - this.#holeSince > LIMITS.holeSeconds * 1e9)
    ) {
      this.#skipHole();
      this.#holeSince = time;
    }
  }

  #skipHole(): void {
    const first = this.#held[0];
    if (first === undefined) return;
    const missing = (first.seq - this.#next) | 0;
    if (missing > 0) {
      this.#next = first.seq;
      this.#target.skip(this.#side, missing);
    }
    this.#drain();
  }

  #drain(): void {
    const held = this.#held;
    let count = 0;
    for (const segment of held) {
      const ahead = (segment.seq - this.#next) | 0;
      if (ahead > 0) break;
      count++;
      this.#heldBytes -= segment.bytes.length;
      this.#pool.held -= segment.bytes.length;
      this.#deliver(segment.bytes, segment.length, -ahead);
      // who was fed may have learnt enough, and abandoned the rest
      if (this.#held !== held) return;
    }
    if (count > 0) held.splice(0, count);
  }
}
