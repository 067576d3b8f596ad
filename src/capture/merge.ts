import { LIMITS } from '../base/limits.js';
import { isBefore, MergeHeap, type Timed } from './merge-heap.js';
import type { CaptureReader } from './reader.js';
import { RecordBatch } from './record-batch.js';

/** Records `from … to - 1` of a batch. One object, used again and again: good until the next call of `next`. */
export interface Slice {
  fileIndex: number;
  reader: CaptureReader;
  batch: RecordBatch;
  from: number;
  to: number;
}

/** One file of a merge. */
export interface MergeInput {
  readonly fileIndex: number;
  /** nanoseconds since the origin of its first record; it need not be open before that. -Infinity: unknown */
  readonly firstTime: number;
  /** null: it cannot be opened after all */
  open(): Promise<CaptureReader | null>;
  /** called for every batch that was read */
  note(batch: RecordBatch): void;
  /** called once, after the last record */
  done(reader: CaptureReader): void;
}

interface Lane extends Timed {
  readonly input: MergeInput;
  readonly reader: CaptureReader;
  readonly batch: RecordBatch;
  position: number;
}

/**
 * Many files as one observation in time order. Each file keeps its own order: it is merged by the latest time that it
 * has reached, so that times which run backwards inside a file move nothing. Equal times: the file with the lower index.
 */
export class Merge {
  private readonly waiting: MergeInput[];
  private readonly lanes = new MergeHeap<Lane>();
  private readonly free: RecordBatch[] = [];
  private slice: Slice | null = null;
  /** time of the last record handed out */
  private reached = -Infinity;
  /** files that had to wait for another to end because too many were open: their records come late */
  lateFiles = 0;

  /** @param inputs by `firstTime`, earliest first */
  constructor(inputs: readonly MergeInput[]) {
    this.waiting = inputs.toReversed();
  }

  /** The next records in time order, null at the end. A promise only where something must be waited for. */
  next(): Slice | null | Promise<Slice | null> {
    const top = this.lanes.first;
    if (top?.position === top?.batch.count && top !== undefined) {
      const got = top.reader.fill(top.batch);
      if (typeof got !== 'number') return this.nextLater(top, got);
      this.accept(top, got);
    } else {
      this.lanes.settleFirst();
    }
    return this.isDue() ? this.openDue() : this.cut();
  }

  close(): void {
    for (let lane = this.lanes.first; lane !== undefined; lane = this.lanes.first) this.end(lane);
    this.waiting.length = 0;
  }

  private async nextLater(top: Lane, waiting: Promise<number>): Promise<Slice | null> {
    this.accept(top, await waiting);
    return this.isDue() ? this.openDue() : this.cut();
  }

  /** Takes what a reader has filled in; the lane is the top one. */
  private accept(lane: Lane, count: number): void {
    if (count === 0) {
      this.end(lane);
      return;
    }
    lane.position = 0;
    lane.key = Math.max(lane.key, lane.batch.time[0] ?? 0);
    lane.input.note(lane.batch);
    this.lanes.settleFirst();
  }

  private end(lane: Lane): void {
    this.lanes.pop();
    this.free.push(lane.batch);
    lane.input.done(lane.reader);
  }

  private isDue(): boolean {
    const next = this.waiting.at(-1);
    if (next === undefined) return false;
    const top = this.lanes.first;
    return top === undefined || (next.firstTime <= top.key && this.lanes.size < LIMITS.openFiles);
  }

  private async openDue(): Promise<Slice | null> {
    while (this.isDue()) {
      const input = this.waiting.pop();
      if (input === undefined) break;
      const reader = await input.open();
      if (reader === null) continue;
      const batch = this.free.pop() ?? new RecordBatch();
      const count = await reader.fill(batch);
      if (count === 0) {
        this.free.push(batch);
        input.done(reader);
        continue;
      }
      input.note(batch);
      const key = batch.time[0] ?? 0;
      if (key < this.reached) this.lateFiles++;
      this.lanes.push({ key, order: input.fileIndex, input, reader, batch, position: 0 });
    }
    return this.cut();
  }

  /** As much of the top lane as comes before every other lane and every file that is not open yet. */
  private cut(): Slice | null {
    const lane = this.lanes.first;
    if (lane === undefined) return null;
    const { batch, position } = lane;
    const rival = this.lanes.second;
    const due = this.lanes.size < LIMITS.openFiles ? (this.waiting.at(-1)?.firstTime ?? Infinity) : Infinity;
    let to = batch.count;
    if (rival !== undefined || due < Infinity) {
      to = position;
      do {
        to++;
        if (to === batch.count) break;
        lane.key = Math.max(lane.key, batch.time[to] ?? 0);
      } while (lane.key < due && (rival === undefined || isBefore(lane, rival)));
    }
    lane.position = to;
    this.reached = Math.max(this.reached, batch.time[to - 1] ?? 0);
    this.slice ??= { fileIndex: 0, reader: lane.reader, batch, from: 0, to: 0 };
    const { slice } = this;
    slice.fileIndex = lane.input.fileIndex;
    slice.reader = lane.reader;
    slice.batch = batch;
    slice.from = position;
    slice.to = to;
    return slice;
  }
}
