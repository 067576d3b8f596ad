/** Reads the presentation language of RFC 8446 section 3: numbers, and vectors behind their length. */
export class ByteCursor {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  #at: number;
  /** something reached past the end: everything read since is zero or empty */
  isPastEnd = false;

  /** @param at where it begins @param end where it ends: vectors lie in the bytes of what they are part of */
  constructor(bytes: Uint8Array, at = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.#at = at;
    this.#end = end;
  }

  get left(): number {
    return this.#end - this.#at;
  }

  u8(): number {
    return this.#number(1);
  }

  u16(): number {
    return this.#number(2);
  }

  u24(): number {
    return this.#number(3);
  }

  take(length: number): Uint8Array {
    return this.skip(length) ? this.#bytes.subarray(this.#at - length, this.#at) : EMPTY;
  }

  /** @returns false when there are not so many */
  skip(length: number): boolean {
    if (length > this.left) {
      this.isPastEnd = true;
      this.#at = this.#end;
      return false;
    }
    this.#at += length;
    return true;
  }

  /** @param lengthBytes of the length in front of the vector */
  vector(lengthBytes: 1 | 2 | 3): ByteCursor {
    const length = this.#number(lengthBytes);
    return this.skip(length)
      ? new ByteCursor(this.#bytes, this.#at - length, this.#at)
      : new ByteCursor(this.#bytes, this.#end, this.#end);
  }

  /** the same, passed over */
  skipVector(lengthBytes: 1 | 2 | 3): void {
    this.skip(this.#number(lengthBytes));
  }

  rest(): Uint8Array {
    return this.take(this.left);
  }

  #number(length: number): number {
    if (length > this.left) {
      this.isPastEnd = true;
      this.#at = this.#end;
      return 0;
    }
    let value = 0;
    for (let count = 0; count < length; count++) value = value * 256 + (this.#bytes[this.#at++] as number);
    return value;
  }
}

const EMPTY = new Uint8Array(0);
