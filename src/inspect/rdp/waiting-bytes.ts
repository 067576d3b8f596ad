/** Bytes held back, in order, up to a bound. */
export class WaitingBytes {
  readonly #most: number;
  #bytes = new Uint8Array(0);
  #length = 0;

  constructor(mostBytes: number) {
    this.#most = mostBytes;
  }

  get isFull(): boolean {
    return this.#length >= this.#most;
  }

  add(bytes: Uint8Array): void {
    const needed = this.#length + bytes.length;
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, this.#length);
    this.#length = needed;
  }

  /** What was added; nothing is held afterwards. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#bytes = new Uint8Array(0);
    this.#length = 0;
    return taken;
  }
}
