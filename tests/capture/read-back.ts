import type { Problem } from '../../src/base/failure.js';
import { openReader, type OpenOptions } from '../../src/capture/open-reader.js';
import type { CaptureReader } from '../../src/capture/reader.js';
import { RecordBatch } from '../../src/capture/record-batch.js';
import { RunClock } from '../../src/capture/run-clock.js';
import { inChunks } from '../support/capture-bytes.js';

export interface RecordCopy {
  readonly frame: number;
  readonly time: bigint;
  readonly interface: number;
  readonly original: number;
  readonly bytes: string;
}

export interface ReadBack {
  readonly records: readonly RecordCopy[];
  readonly reader: CaptureReader | null;
  readonly problems: readonly Problem[];
}

/** Reads everything that a reader gives. */
export async function readAll(reader: CaptureReader, clock: RunClock): Promise<RecordCopy[]> {
  const records: RecordCopy[] = [];
  const batch = new RecordBatch();
  for (let count = await reader.fill(batch); count > 0; count = await reader.fill(batch)) {
    for (let index = 0; index < count; index++) {
      const at = batch.at[index] ?? 0;
      records.push({
        frame: batch.firstFrame + index,
        time: clock.toNanoseconds(batch.time[index] ?? 0),
        interface: batch.interface[index] ?? -1,
        original: batch.original[index] ?? 0,
        bytes: Buffer.from(batch.bytes.subarray(at, at + (batch.captured[index] ?? 0))).toString('hex'),
      });
    }
  }
  return records;
}

/** Reads bytes as standard input in chunks of one size. */
export async function readStream(
  bytes: Uint8Array,
  chunkBytes: number,
  options: Partial<OpenOptions> = {},
): Promise<ReadBack> {
  return readPath('-', { ...options, input: inChunks(bytes, chunkBytes) });
}

export async function readPath(path: string, options: Partial<OpenOptions> = {}): Promise<ReadBack> {
  const clock = new RunClock();
  const opened = await openReader(path, { clock, hash: false, ...options });
  if ('code' in opened) return { records: [], reader: null, problems: [opened] };
  const records = await readAll(opened.reader, clock);
  opened.reader.close();
  return { records, reader: opened.reader, problems: opened.reader.problems };
}
