import { LIMITS } from '../../../base/limits.js';

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const CR_LF = Uint8Array.of(RETURN, LINE_FEED);
const BARE = Uint8Array.of(LINE_FEED);
const NONE = new Uint8Array(0);

/** @param text without its end @param isStart the line begins here @param end its end as sent, empty: the line goes on */
export type TakeLine = (text: Uint8Array, isStart: boolean, end: Uint8Array) => void;

/** Cuts bytes into lines over any chunks; a line longer than LIMITS.mailLineBytes comes in pieces. */
export class LineCutter {
  readonly #take: TakeLine;
  #held: Uint8Array = NONE;
  #isStart = true;

  constructor(take: TakeLine) {
    this.#take = take;
  }

  feed(bytes: Uint8Array): void {
    let at = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, at)) {
      this.#finishLine(bytes.subarray(at, end));
      at = end + 1;
    }
    if (at < bytes.length) this.#hold(bytes.subarray(at));
  }

  /** Bytes are missing: what is held is given away, and the next bytes are no line's begin. */
  lose(): void {
    this.finish();
    this.#isStart = false;
  }

  /** No more bytes come: the last line has no end. */
  finish(): void {
    if (this.#held.length > 0) this.#piece(this.#held);
    this.#held = NONE;
  }

  #finishLine(bytes: Uint8Array): void {
    const line = this.#held.length === 0 ? bytes : Buffer.concat([this.#held, bytes]);
    this.#held = NONE;
    const hasReturn = line[line.length - 1] === RETURN;
    this.#take(hasReturn ? line.subarray(0, line.length - 1) : line, this.#isStart, hasReturn ? CR_LF : BARE);
    this.#isStart = true;
  }

  #hold(bytes: Uint8Array): void {
    this.#held = this.#held.length === 0 ? bytes.slice() : Buffer.concat([this.#held, bytes]);
    if (this.#held.length <= LIMITS.mailLineBytes) return;
    // A return at the very end may be half of the line's end.
    const keep = this.#held[this.#held.length - 1] === RETURN ? 1 : 0;
    this.#piece(this.#held.subarray(0, this.#held.length - keep));
    this.#held = this.#held.slice(this.#held.length - keep);
  }

  #piece(bytes: Uint8Array): void {
    this.#take(bytes, this.#isStart, NONE);
    this.#isStart = false;
  }
}
