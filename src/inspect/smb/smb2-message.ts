/** Commands of MS-SMB2 2.2.1.2 that are looked at. */
export const COMMAND = { negotiate: 0, treeConnect: 3, create: 5, close: 6, read: 8, write: 9 } as const;

export const STATUS_SUCCESS = 0;
/** the answer proper follows (MS-SMB2 2.2.1.1) */
export const STATUS_PENDING = 0x103;
/** more data than asked for: what was asked for is there (pipes) */
export const STATUS_BUFFER_OVERFLOW = 0x80000005;

const HEADER_BYTES = 64;
const FLAG_RESPONSE = 1;
const FLAG_RELATED = 4;

/** Header and body of one SMB2 message, as far as its bytes are there; what is behind them reads as zero. */
export class Smb2Message {
  /** bytes of the message as stated; `bytes` may hold fewer */
  readonly length: number;
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array, length: number) {
    this.bytes = bytes;
    this.length = length;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  get status(): number {
    return this.#header32(8);
  }

  get command(): number {
    return this.#header32(12) & 0xffff;
  }

  get isResponse(): boolean {
    return (this.#header32(16) & FLAG_RESPONSE) !== 0;
  }

  /** belongs to the file of the message before it (MS-SMB2 3.2.4.1.4) */
  get isRelated(): boolean {
    return (this.#header32(16) & FLAG_RELATED) !== 0;
  }

  get messageId(): bigint {
    return this.#header64(24);
  }

  /** tells the share; numbers of shares are unique in a session only */
  get treeKey(): string {
    return `${this.#header64(40)}:${this.#header32(36)}`;
  }

  body16(at: number): number {
    const from = HEADER_BYTES + at;
    return from + 2 > this.bytes.length ? 0 : this.#view.getUint16(from, true);
  }

  body32(at: number): number {
    return this.body16(at) + this.body16(at + 2) * 65_536;
  }

  body64(at: number): bigint {
    return this.#header64(HEADER_BYTES + at);
  }

  fileId(at: number): string {
    return `${this.body64(at)}:${this.body64(at + 8)}`;
  }

  /** UTF-16 text whose place and length the body states; null: it is not there as a whole */
  text(offsetAt: number, lengthAt: number): string | null {
    const from = this.body16(offsetAt);
    const end = from + this.body16(lengthAt);
    if (end === from) return '';
    if (from < HEADER_BYTES || end > this.bytes.length) return null;
    return Buffer.from(this.bytes.subarray(from, end)).toString('utf16le');
  }

  #header32(at: number): number {
    return at + 4 > this.bytes.length ? 0 : this.#view.getUint32(at, true);
  }

  #header64(at: number): bigint {
    return at + 8 > this.bytes.length ? 0n : this.#view.getBigUint64(at, true);
  }
}
