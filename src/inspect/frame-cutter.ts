/** How one direction of a connection is cut into frames. */
export interface Framing {
  /** at most this many bytes of a frame are handed over in one piece, the rest as it comes */
  readonly headBytes: number;
  /** bytes that `isStart` needs */
  readonly startBytes: number;
  /**
   * Length of the frame that starts at `at`, its header included. `NEED_MORE`: not enough bytes to say (never after
   * `headBytes`); `NO_FRAME`: no frame of this protocol starts so. What it says may depend on the frames handed over
   * before.
   */
  measure(bytes: Uint8Array, at: number): number;
  /** bytes that only the start of a frame has, to find the way back after a loss; `startBytes` bytes are there */
  isStart(bytes: Uint8Array, at: number): boolean;
}

export const NEED_MORE = -1;
export const NO_FRAME = 0;

/** Who takes the frames. The arrays are reused after the call. */
export interface FrameSink {
  /** @param length of the whole frame; what is beyond `head` follows as `rest` */
  head(head: Uint8Array, length: number): void;
  rest(bytes: Uint8Array): void;
  /** bytes of the rest are missing, the frame goes on behind them */
  missing(length: number): void;
  /** the frame that was begun, if any, is not finished: where it ends is not known */
  lost(): void;
}

const EMPTY = new Uint8Array(0);

/**
 * Cuts a byte stream into length-prefixed frames over any chunking. Holds back at most `headBytes`; every byte is
 * copied at most once. Bytes that are no frame are passed over until something that only a frame starts with.
 */
export class FrameCutter {
  readonly #framing: Framing;
  readonly #sink: FrameSink;
  #held: Uint8Array = EMPTY;
  #heldBytes = 0;
  /** of the frame whose head is held; NEED_MORE: not known */
  #length = NEED_MORE;
  /** bytes of the current frame that are still to come */
  #restBytes = 0;
  #isLost = false;
  #isStopped = false;

  constructor(framing: Framing, sink: FrameSink) {
    this.#framing = framing;
    this.#sink = sink;
  }

  /** From the sink: no frame behind this one is cut; `feed` gives back what it did not read. */
  stop(): void {
    this.#isStopped = true;
  }

  /** @returns bytes that were not read because of `stop` */
  feed(bytes: Uint8Array): Uint8Array {
    let at = 0;
    while (at < bytes.length && !this.#isStopped) {
      if (this.#restBytes > 0) at = this.#passRest(bytes, at);
      else if (this.#isLost) at = this.#seekStart(bytes, at);
      else if (this.#heldBytes > 0) at = this.#fillHead(bytes, at);
      else at = this.#cutWhole(bytes, at);
    }
    return bytes.subarray(at);
  }

  skip(length: number): void {
    if (this.#isStopped) return;
    const inRest = Math.min(this.#restBytes, length);
    if (inRest > 0) {
      this.#restBytes -= inRest;
      this.#sink.missing(inRest);
    }
    if (length > inRest) this.#lose();
  }

  #passRest(bytes: Uint8Array, at: number): number {
    const end = Math.min(bytes.length, at + this.#restBytes);
    this.#restBytes -= end - at;
    this.#sink.rest(bytes.subarray(at, end));
    return end;
  }

  /** The usual case: the head lies in the chunk as a whole and nothing is copied. */
  #cutWhole(bytes: Uint8Array, at: number): number {
    const length = this.#framing.measure(bytes, at);
    const headEnd = at + Math.min(length, this.#framing.headBytes);
    if (length === NEED_MORE || headEnd > bytes.length) {
      this.#length = length;
      this.#hold(bytes.subarray(at));
      return bytes.length;
    }
    if (length === NO_FRAME) {
      this.#lose();
      return at;
    }
    this.#restBytes = length - (headEnd - at);
    this.#sink.head(bytes.subarray(at, headEnd), length);
    return headEnd;
  }

  /** Adds to the held bytes: one by one until the length is known, then up to the head's end. */
  #fillHead(bytes: Uint8Array, from: number): number {
    let at = from;
    while (this.#length === NEED_MORE && at < bytes.length) {
      this.#hold(bytes.subarray(at, at + 1));
      at += 1;
      this.#length = this.#framing.measure(this.#held.subarray(0, this.#heldBytes), 0);
    }
    if (this.#length === NEED_MORE) return at;
    if (this.#length === NO_FRAME) {
      this.#searchHeld();
      return at;
    }
    const wanted = Math.min(this.#length, this.#framing.headBytes);
    const end = Math.min(bytes.length, at + Math.max(wanted - this.#heldBytes, 0));
    this.#hold(bytes.subarray(at, end));
    if (this.#heldBytes >= wanted) this.#deliverHeld(wanted);
    return end;
  }

  #deliverHeld(headBytes: number): void {
    const head = this.#held.subarray(0, headBytes);
    const length = this.#length;
    this.#restBytes = length - headBytes;
    this.#drop();
    this.#sink.head(head, length);
  }

  #hold(bytes: Uint8Array): void {
    const needed = this.#heldBytes + bytes.length;
    if (needed > this.#held.length) {
      const larger = new Uint8Array(Math.max(64, needed, this.#held.length * 2));
      larger.set(this.#held.subarray(0, this.#heldBytes));
      this.#held = larger;
    }
    this.#held.set(bytes, this.#heldBytes);
    this.#heldBytes = needed;
  }

  #drop(): void {
    this.#heldBytes = 0;
    this.#length = NEED_MORE;
  }

  #lose(): void {
    this.#drop();
    this.#restBytes = 0;
    this.#isLost = true;
    this.#sink.lost();
  }

  /** What was held is no frame: one may start inside it. */
  #searchHeld(): void {
    const searched = this.#held.slice(0, this.#heldBytes);
    this.#lose();
    this.feed(searched);
  }

  /** Passes over bytes to the next start of a frame; keeps the last ones, which may be the beginning of a start. */
  #seekStart(bytes: Uint8Array, from: number): number {
    const carried = this.#heldBytes;
    const searched = carried === 0 ? bytes.subarray(from) : this.#carry(bytes.subarray(from));
    const { startBytes } = this.#framing;
    for (let at = 0; at + startBytes <= searched.length; at += 1) {
      if (!this.#framing.isStart(searched, at) || this.#framing.measure(searched, at) === NO_FRAME) continue;
      this.#drop();
      this.#isLost = false;
      if (at >= carried) return from + at - carried;
      this.#hold(searched.slice(at, carried));
      return from;
    }
    const kept = searched.slice(Math.max(0, searched.length - startBytes + 1));
    this.#drop();
    this.#hold(kept);
    return bytes.length;
  }

  #carry(bytes: Uint8Array): Uint8Array {
    const joined = new Uint8Array(this.#heldBytes + bytes.length);
    joined.set(this.#held.subarray(0, this.#heldBytes));
    joined.set(bytes, this.#heldBytes);
    return joined;
  }
}
