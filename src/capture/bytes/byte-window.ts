import { LIMITS } from '../../base/limits.js';
import type { ByteSource } from './byte-source.js';

/**
 * The stretch of a capture that is in memory: `bytes[start…end)`. It moves forward over the source; it grows only for a
 * record that is larger than itself, and its user has bounded that record before.
 */
export class ByteWindow {
  bytes: Uint8Array;
  view: DataView;
  start = 0;
  end = 0;
  ended = false;
  private readonly source: ByteSource;
  /** offset in the capture of `bytes[0]` */
  private base: number;

  /** @param offset where in the capture the source begins */
  constructor(source: ByteSource, capacity: number, offset = 0) {
    this.source = source;
    this.base = offset;
    this.bytes = allocate(capacity);
    this.view = viewOf(this.bytes);
  }

  /** offset in the capture of `bytes[start]` */
  get offset(): number {
    return this.base + this.start;
  }

  get available(): number {
    return this.end - this.start;
  }

  /** Gets at least `needed` bytes after `start`; false when the capture ends before that. What was read before moves. */
  demand(needed: number): boolean | Promise<boolean> {
    while (this.end - this.start < needed) {
      if (this.ended) return false;
      this.makeRoom(needed);
      const got = this.source.read(this.bytes, this.end);
      if (typeof got !== 'number') return this.demandLater(needed, got);
      this.accept(got);
    }
    return true;
  }

  private async demandLater(needed: number, first: Promise<number>): Promise<boolean> {
    this.accept(await first);
    while (this.end - this.start < needed) {
      if (this.ended) return false;
      this.makeRoom(needed);
      this.accept(await this.source.read(this.bytes, this.end));
    }
    return true;
  }

  private accept(got: number): void {
    if (got === 0) this.ended = true;
    this.end += got;
  }

  private makeRoom(needed: number): void {
    const capacity = this.bytes.length;
    if (needed > capacity) {
      const larger = allocate(Math.max(needed, Math.min(2 * capacity, LIMITS.blockBytes)));
      larger.set(this.bytes.subarray(this.start, this.end));
      this.bytes = larger;
      this.view = viewOf(larger);
    } else if (this.end === capacity || this.start + needed > capacity) {
      this.bytes.copyWithin(0, this.start, this.end);
    } else {
      return;
    }
    this.base += this.start;
    this.end -= this.start;
    this.start = 0;
  }
}

/** Not zeroed, and a plain Uint8Array: decoding sees one kind of array. */
function allocate(length: number): Uint8Array {
  return new Uint8Array(Buffer.allocUnsafeSlow(length).buffer);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
