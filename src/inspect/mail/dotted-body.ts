const DOT = 0x2e;
const RETURN = 0x0d;
const LINE_FEED = 0x0a;
const RETURN_BYTE = Uint8Array.of(RETURN);

/** where in a line the next byte stands */
type Place = 'line-start' | 'behind-dot' | 'behind-dot-return' | 'inside';

/**
 * The body between DATA, or a POP3 answer, and the line with a single dot; doubled dots are undone (RFC 5321 section
 * 4.5.2, RFC 1939 section 3). Only CR LF begins a line: what servers make of a bare LF differs.
 */
export class DottedBody {
  readonly #take: (bytes: Uint8Array) => void;
  #place: Place = 'line-start';
  #endsWithReturn = false;

  constructor(take: (bytes: Uint8Array) => void) {
    this.#take = take;
  }

  /** @returns the position behind the end, or -1 while the body goes on */
  feed(bytes: Uint8Array): number {
    let at = 0;
    while (at < bytes.length) {
      const byte = bytes[at] as number;
      if (this.#place === 'line-start') {
        this.#place = byte === DOT ? 'behind-dot' : 'inside';
        if (byte === DOT) at++;
      } else if (this.#place === 'behind-dot') {
        this.#place = byte === RETURN ? 'behind-dot-return' : 'inside';
        if (byte === RETURN) at++;
      } else if (this.#place === 'behind-dot-return') {
        if (byte === LINE_FEED) return at + 1;
        this.#take(RETURN_BYTE);
        this.#place = 'inside';
      } else at = this.#passLine(bytes, at);
    }
    return -1;
  }

  /** Bytes are missing: the next one may stand anywhere. */
  lose(): void {
    this.#place = 'inside';
    this.#endsWithReturn = false;
  }

  #passLine(bytes: Uint8Array, from: number): number {
    const feed = bytes.indexOf(LINE_FEED, from);
    const end = feed < 0 ? bytes.length : feed + 1;
    const isLineEnd = feed >= 0 && (feed > from ? bytes[feed - 1] === RETURN : this.#endsWithReturn);
    this.#endsWithReturn = feed < 0 && bytes[end - 1] === RETURN;
    if (isLineEnd) this.#place = 'line-start';
    this.#take(bytes.subarray(from, end));
    return end;
  }
}
