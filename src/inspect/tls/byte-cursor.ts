/** Reads the presentation language of RFC 8446 section 3: numbers, and vectors behind their length. */
export class ByteCursor {
  readonly #bytes: Uint8Array;
  #at = 0;
  /** something reached past the end: everything read since is zero or empty */
  isPastEnd = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
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
    if (length > this.left) {
      this.isPastEnd = true;
      this.#at = this.#bytes.length;
      return EMPTY;
    }
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** @param lengthBytes of the length in front of the vector */
  vector(lengthBytes: 1 | 2 | 3): ByteCursor {
    return new ByteCursor(this.take(this.#number(lengthBytes)));
  }

  rest(): Uint8Array {
    return this.take(this.left);
  }

  #number(length: number): number {
    if (length > this.left) {
      this.isPastEnd = true;
      this.#at = this.#bytes.length;
      return 0;
    }
    let value = 0;
    for (let count = 0; count < length; count++) value = value * 256 + (this.#bytes[this.#at++] as number);
    return value;
  }
}

const EMPTY = new Uint8Array(0);
