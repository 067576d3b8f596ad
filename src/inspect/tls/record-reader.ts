const HEADER_BYTES = 5;
/** 2^14 and what compression and encryption may add (RFC 5246 section 6.2.3) */
const LARGEST_FRAGMENT = 0x4000 + 2048;

export const CONTENT = { changeCipherSpec: 20, alert: 21, handshake: 22, applicationData: 23, heartbeat: 24 } as const;

export interface RecordSink {
  /** a record begins */
  begin(type: number, length: number): void;
  /** bytes of the record that began last */
  fragment(type: number, bytes: Uint8Array): void;
  /** bytes of the record that began last are missing */
  missing(type: number): void;
  /** what comes is no record */
  lost(why: 'gap' | 'undecodable'): void;
}

/** Cuts one direction into TLS records (RFC 8446 section 5.1); nothing is held but a header. */
export class RecordReader {
  readonly #sink: RecordSink;
  readonly #header = new Uint8Array(HEADER_BYTES);
  #headerBytes = 0;
  #left = 0;
  #isLost = false;
  hasBegun = false;

  constructor(sink: RecordSink) {
    this.#sink = sink;
  }

  feed(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length && !this.#isLost)
      at = this.#left > 0 ? this.#pass(bytes, at) : this.#readHeader(bytes, at);
  }

  skip(length: number): void {
    if (this.#isLost) return;
    if (this.#headerBytes === 0 && length <= this.#left) {
      this.#left -= length;
      this.#sink.missing(this.#header[0] as number);
    } else this.#lose('gap');
  }

  /** Passes over bytes that are no records of this kind: a hello in the form of SSL 2. */
  passOver(length: number): void {
    this.#left = length;
    this.#header[0] = CONTENT.applicationData;
    this.hasBegun = true;
  }

  #pass(bytes: Uint8Array, at: number): number {
    const end = Math.min(bytes.length, at + this.#left);
    this.#left -= end - at;
    this.#sink.fragment(this.#header[0] as number, bytes.subarray(at, end));
    return end;
  }

  #readHeader(bytes: Uint8Array, from: number): number {
    let at = from;
    while (at < bytes.length && this.#headerBytes < HEADER_BYTES)
      this.#header[this.#headerBytes++] = bytes[at++] as number;
    if (!this.#isPlausible()) {
      this.#lose('undecodable');
      return at;
    }
    if (this.#headerBytes < HEADER_BYTES) return at;
    this.#headerBytes = 0;
    this.hasBegun = true;
    this.#left = this.#length();
    this.#sink.begin(this.#header[0] as number, this.#left);
    return at;
  }

  #isPlausible(): boolean {
    const [type = 0, major = 0] = this.#header;
    if (type < CONTENT.changeCipherSpec || type > CONTENT.heartbeat) return false;
    if (this.#headerBytes > 1 && major !== 3) return false;
    return this.#headerBytes < HEADER_BYTES || this.#length() <= LARGEST_FRAGMENT;
  }

  #length(): number {
    return ((this.#header[3] as number) << 8) | (this.#header[4] as number);
  }

  #lose(why: 'gap' | 'undecodable'): void {
    this.#isLost = true;
    this.#sink.lost(why);
  }
}
