import type { Problem } from '../base/failure.js';
import type { Nanoseconds } from '../base/time.js';
import type { Checkpoint } from './checkpoint.js';
import type { ResumePoint } from './open-reader.js';
import type { CaptureInterface, CaptureReader } from './reader.js';
import type { RecordBatch } from './record-batch.js';
import type { RunClock } from './run-clock.js';

/** One capture file of an observation. Its numbers grow while it is read and are final when `ended` is true. */
export class ObservedFile {
  readonly index: number;
  /** as the user named it; `-` is standard input */
  readonly path: string;
  /** bytes, 0 when unknown (standard input) */
  readonly size: number;
  /** named with the file, else found by the file's name, else null: ask `pointOf` for each interface */
  readonly point: string | null;
  records = 0;
  ended = false;
  format = '';
  interfaces: readonly CaptureInterface[] = [];
  sha256: string | null = null;
  /** read to its end without a fault */
  complete = false;
  /** null for what cannot be read a second time from its middle */
  resume: ResumePoint | null = null;
  checkpoints: readonly Checkpoint[] = [];
  private readonly clock: RunClock;
  private reader: CaptureReader | null = null;
  private firstTime = Infinity;
  private lastTime = -Infinity;
  private bytesDone = 0;
  private found: readonly Problem[] = [];

  constructor(place: { index: number; path: string; size: number; point: string | null; clock: RunClock }) {
    this.index = place.index;
    this.path = place.path;
    this.size = place.size;
    this.point = place.point;
    this.clock = place.clock;
  }

  get first(): Nanoseconds | null {
    return this.records === 0 ? null : this.clock.toNanoseconds(this.firstTime);
  }

  get last(): Nanoseconds | null {
    return this.records === 0 ? null : this.clock.toNanoseconds(this.lastTime);
  }

  get bytesRead(): number {
    return this.reader?.bytesRead ?? this.bytesDone;
  }

  get problems(): readonly Problem[] {
    return this.reader?.problems ?? this.found;
  }

  begin(reader: CaptureReader): void {
    this.reader = reader;
    this.format = reader.format;
    this.interfaces = reader.interfaces;
  }

  /** Counts a batch. Times may run backwards, so all of them are looked at. */
  note(batch: RecordBatch): void {
    const { time, count } = batch;
    let { firstTime, lastTime } = this;
    for (let index = 0; index < count; index++) {
      const at = time[index] ?? 0;
      if (at < firstTime) firstTime = at;
      if (at > lastTime) lastTime = at;
    }
    this.firstTime = firstTime;
    this.lastTime = lastTime;
    this.records += count;
  }

  /** Keeps what the reader knows and lets it go. A reader that is stopped early leaves `complete` false. */
  end(reader: CaptureReader): void {
    this.found = reader.problems;
    this.sha256 = reader.sha256;
    this.bytesDone = reader.bytesRead;
    this.complete = reader.complete;
    this.reader = null;
    this.ended = true;
    reader.close();
  }

  /** It was there when the run began and cannot be opened now. */
  fail(problem: Problem): void {
    this.found = [problem];
    this.ended = true;
  }
}
