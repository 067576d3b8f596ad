import { LIMITS } from '../../base/limits.js';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const FIRST_CAPACITY = 256;

/** Collects one line over any chunks. What a line has beyond LIMITS.httpLineBytes is counted and dropped. */
export class LineReader {
  /** a line that lay whole in what was fed: most do */
  private whole: string | null = null;
  private kept: Buffer | null = null;
  private keptLength = 0;
  /** bytes of the line so far, with its end */
  length = 0;

  /** @returns position behind the line's end, or -1 when `bytes` ends before it */
  take(bytes: Uint8Array, from: number): number {
    const end = bytes.indexOf(LINE_FEED, from);
    if (end >= 0 && this.length === 0 && end - from <= LIMITS.httpLineBytes) {
      const hasReturn = end > from && bytes[end - 1] === CARRIAGE_RETURN;
      this.whole = textOf(bytes, from, hasReturn ? end - 1 : end);
    } else this.keep(bytes.subarray(from, end < 0 ? bytes.length : end));
    this.length += (end < 0 ? bytes.length : end + 1) - from;
    return end < 0 ? -1 : end + 1;
  }

  /** Text of the line, one character per byte, without CR LF; the reader is empty afterwards. */
  finish(): string {
    const { whole } = this;
    if (whole !== null) {
      this.clear();
      return whole;
    }
    const hasReturn = this.keptLength > 0 && this.kept![this.keptLength - 1] === CARRIAGE_RETURN;
    const text = this.kept?.toString('latin1', 0, this.keptLength - (hasReturn ? 1 : 0)) ?? '';
    this.clear();
    return text;
  }

  clear(): void {
    this.whole = null;
    this.keptLength = 0;
    this.length = 0;
  }

  private keep(bytes: Uint8Array): void {
    const room = LIMITS.httpLineBytes - this.keptLength;
    const part = bytes.length > room ? bytes.subarray(0, room) : bytes;
    const needed = this.keptLength + part.length;
    if (this.kept === null || needed > this.kept.length) {
      const grown = Buffer.allocUnsafe(Math.max(needed, FIRST_CAPACITY, 2 * (this.kept?.length ?? 0)));
      this.kept?.copy(grown, 0, 0, this.keptLength);
      this.kept = grown;
    }
    this.kept.set(part, this.keptLength);
    this.keptLength = needed;
  }
}

function textOf(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
}
