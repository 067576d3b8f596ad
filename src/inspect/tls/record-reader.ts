import type { Role } from '../inspector.js';

const HEADER_BYTES = 5;
/** 2^14 and what compression and encryption may add (RFC 5246 section 6.2.3) */
const LARGEST_FRAGMENT = 0x4000 + 2048;

export const CONTENT = { changeCipherSpec: 20, alert: 21, handshake: 22, applicationData: 23, heartbeat: 24 } as const;

/** Who listens to both directions of a connection. */
export interface RecordSink {
  /** a record begins */
  begin(role: Role, type: number, length: number): void;
  /** bytes of the record that began last, a handshake or an alert: of others nobody can read any */
  fragment(role: Role, type: number, bytes: Uint8Array): void;
  /** bytes of the record that began last are missing */
  missing(role: Role, type: number): void;
  /** what comes is no record */
  lost(role: Role, why: 'gap' | 'undecodable'): void;
}

/** Cuts one direction into TLS records (RFC 8446 section 5.1); nothing is held but a header. */
export class RecordReader {
  readonly #sink: RecordSink;
  readonly #role: Role;
  // the header, as far as it was read
  #headerBytes = 0;
  #type = 0;
  #major = 0;
  #length = 0;
  /** of the record */
  #left = 0;
  #isLost = false;
  hasBegun = false;

  constructor(sink: RecordSink, role: Role) {
    this.#sink = sink;
    this.#role = role;
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
      this.#sink.missing(this.#role, this.#type);
    } else this.#lose('gap');
  }

  /** Passes over bytes that are no records of this kind: a hello in the form of SSL 2. */
  passOver(length: number): void {
    this.#left = length;
    this.#type = CONTENT.applicationData;
    this.hasBegun = true;
  }

  #pass(bytes: Uint8Array, at: number): number {
    const end = Math.min(bytes.length, at + this.#left);
    this.#left -= end - at;
    if (this.#type === CONTENT.handshake || this.#type === CONTENT.alert)
      this.#sink.fragment(this.#role, this.#type, bytes.subarray(at, end));
    return end;
  }

  #readHeader(bytes: Uint8Array, from: number): number {
    let at = from;
    while (at < bytes.length && this.#headerBytes < HEADER_BYTES) this.#readHeaderByte(bytes[at++] as number);
    if (!this.#isPlausible()) {
      this.#lose('undecodable');
      return at;
    }
    if (this.#headerBytes < HEADER_BYTES) return at;
    this.#headerBytes = 0;
    this.hasBegun = true;
    this.#left = this.#length;
    this.#sink.begin(this.#role, this.#type, this.#left);
    return at;
  }

  /** type, version of two bytes, length of two bytes */
  #readHeaderByte(byte: number): void {
    const position = this.#headerBytes++;
    if (position === 0) this.#type = byte;
    else if (position === 1) this.#major = byte;
    else if (position === 3) this.#length = byte << 8;
    else if (position === 4) this.#length |= byte;
  }

  #isPlausible(): boolean {
    if (this.#type < CONTENT.changeCipherSpec || this.#type > CONTENT.heartbeat) return false;
    if (this.#headerBytes > 1 && this.#major !== 3) return false;
    return this.#headerBytes < HEADER_BYTES || this.#length <= LARGEST_FRAGMENT;
  }

  #lose(why: 'gap' | 'undecodable'): void {
    this.#isLost = true;
    this.#sink.lost(this.#role, why);
  }
}
