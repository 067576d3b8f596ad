import { createHash } from 'node:crypto';
import type { CaptureReader } from './reader.js';
import { RecordBatch } from './record-batch.js';

type ComparedField = 'time' | 'captured' | 'original' | 'bytes' | 'linkType';

/** Goes through a reader's records one by one. */
export class RecordCursor {
  /** records met so far */
  records = 0;
  private readonly reader: CaptureReader;
  private readonly batch = new RecordBatch();
  private index = -1;

  constructor(reader: CaptureReader) {
    this.reader = reader;
  }

  /** False after the last record. */
  advance(): boolean | Promise<boolean> {
    if (this.index + 1 < this.batch.count) return this.step();
    const got = this.reader.fill(this.batch);
    this.index = -1;
    return typeof got === 'number' ? this.landed(got) : got.then((count) => this.landed(count));
  }

  /** The first field in which the current records differ. */
  differsIn(other: RecordCursor): ComparedField | null {
    if (this.time !== other.time) return 'time';
    if (this.captured !== other.captured) return 'captured';
    if (this.original !== other.original) return 'original';
    if (this.linkType !== other.linkType) return 'linkType';
    return Buffer.compare(this.bytes, other.bytes) === 0 ? null : 'bytes';
  }

  describe(field: ComparedField): string {
    return field === 'bytes' ? createHash('sha256').update(this.bytes).digest('hex') : String(this[field]);
  }

  private landed(count: number): boolean {
    return count > 0 && this.step();
  }

  private step(): true {
    this.index++;
    this.records++;
    return true;
  }

  private get time(): number {
    return this.batch.time[this.index] ?? 0;
  }

  private get captured(): number {
    return this.batch.captured[this.index] ?? 0;
  }

  private get original(): number {
    return this.batch.original[this.index] ?? 0;
  }

  private get linkType(): number {
    return this.reader.interfaces[this.batch.interface[this.index] ?? 0]?.linkType ?? -1;
  }

  private get bytes(): Uint8Array {
    const at = this.batch.at[this.index] ?? 0;
    return this.batch.bytes.subarray(at, at + this.captured);
  }
}
