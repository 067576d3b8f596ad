import { LIMITS } from '../base/limits.js';
import type { Nanoseconds } from '../base/time.js';
import type { Checkpoint } from './checkpoint.js';
import type { ObservedFile } from './observed-file.js';
import { openReader, resumeReader } from './open-reader.js';
import type { CaptureReader } from './reader.js';
import { RecordBatch } from './record-batch.js';
import type { RunClock } from './run-clock.js';

/** A record that was read a second time, because something rests on it. */
export interface CitedRecord {
  readonly frame: number;
  readonly time: Nanoseconds;
  readonly linkType: number;
  /** packet text: escape it */
  readonly interfaceName: string | null;
  readonly fcsLength: number;
  /** a copy */
  readonly bytes: Uint8Array;
  readonly originalLength: number;
}

/** What reading a file a second time needs; without `resume` it is read from its beginning. */
export type Rereadable = Pick<ObservedFile, 'path' | 'size' | 'resume' | 'checkpoints'>;

/**
 * Reads single records again. Plain files are entered at the checkpoint before the record; compressed ones are streamed
 * from their beginning; standard input, and a file that has changed since, answer nothing.
 * @param frames numbers as in the first reading, ascending
 */
export async function lookupRecords(
  file: Rereadable,
  frames: readonly number[],
  clock: RunClock,
): Promise<CitedRecord[]> {
  const found: CitedRecord[] = [];
  const batch = new RecordBatch();
  let reader: CaptureReader | undefined;
  /** number of the next record that the reader gives */
  let here = Infinity;
  let wanted = 0;
  try {
    while (wanted < frames.length) {
      const frame = frames[wanted] ?? 0;
      const checkpoint = file.resume === null ? null : before(file.checkpoints, frame);
      if (frame < here || (checkpoint?.frame ?? 1) > here) {
        reader?.close();
        reader = await reopen(file, checkpoint, clock);
        if (reader === undefined) break;
        here = checkpoint?.frame ?? 1;
      }
      if (reader === undefined) break;
      const count = await reader.fill(batch);
      if (count === 0) break;
      here = batch.firstFrame + count;
      for (; wanted < frames.length && (frames[wanted] ?? 0) < here; wanted++) {
        const index = (frames[wanted] ?? 0) - batch.firstFrame;
        if (index >= 0) found.push(copyRecord(reader, batch, index, clock));
      }
    }
  } finally {
    reader?.close();
  }
  return found;
}

async function reopen(
  file: Rereadable,
  checkpoint: Checkpoint | null,
  clock: RunClock,
): Promise<CaptureReader | undefined> {
  if (file.resume !== null) return resumeReader(file.path, file.resume, checkpoint, clock);
  if (file.size === 0) return undefined;
  const opened = await openReader(file.path, { clock, hash: false });
  return 'code' in opened ? undefined : opened.reader;
}

function before(checkpoints: readonly Checkpoint[], frame: number): Checkpoint | null {
  let low = 0;
  let high = checkpoints.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((checkpoints[middle]?.frame ?? 0) <= frame) low = middle + 1;
    else high = middle;
  }
  return checkpoints[low - 1] ?? null;
}

function copyRecord(reader: CaptureReader, batch: RecordBatch, index: number, clock: RunClock): CitedRecord {
  const at = batch.at[index] ?? 0;
  const length = Math.min(batch.captured[index] ?? 0, LIMITS.citedBytes);
  const link = reader.interfaces[batch.interface[index] ?? 0];
  return {
    frame: batch.firstFrame + index,
    time: clock.toNanoseconds(batch.time[index] ?? 0),
    linkType: link?.linkType ?? -1,
    interfaceName: link?.name ?? null,
    fcsLength: link?.fcsLength ?? 0,
    bytes: Uint8Array.from(batch.bytes.subarray(at, at + length)),
    originalLength: batch.original[index] ?? 0,
  };
}
