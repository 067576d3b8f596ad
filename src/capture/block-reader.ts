import type { Problem } from '../base/failure.js';
import type { Text } from '../base/text.js';
import type { ByteSource } from './bytes/byte-source.js';
import type { ByteWindow } from './bytes/byte-window.js';
import { captureProblem, placeText, type CaptureCode } from './fault.js';
import type { CaptureInterface, CaptureReader } from './reader.js';
import { CHECKPOINT_RECORDS, type Checkpoint, type CheckpointState } from './checkpoint.js';
import type { RecordBatch } from './record-batch.js';
import type { RunClock } from './run-clock.js';

export interface ReaderSetting {
  /** as problems name it */
  readonly file: string;
  readonly source: ByteSource;
  /** filled from `source`, at the reader's first byte */
  readonly window: ByteWindow;
  readonly clock: RunClock;
  /** ` + gzip` and the like, empty for plain files */
  readonly suffix: string;
}

/**
 * What the readers of pcap and pcapng share: the loop around `parse`, the window, faults, checkpoints, the digest.
 * A subclass parses complete records out of the window; it never waits and never reads.
 */
export abstract class BlockReader implements CaptureReader {
  abstract readonly format: string;
  abstract readonly interfaces: readonly CaptureInterface[];
  readonly checkpoints: Checkpoint[] = [];
  sha256: string | null = null;
  protected readonly file: string;
  protected readonly clock: RunClock;
  protected readonly window: ByteWindow;
  /** bytes needed from the window's start before `parse` can go on */
  protected wanted = 1;
  /** number of the next record, 1-based */
  protected frame = 1;
  private readonly source: ByteSource;
  private fault: { code: CaptureCode; offset: number; reason: Text } | null = null;
  private recordCount = 0;
  /** nothing more will be handed out */
  private finished = false;
  /** … because all was read, not because the reader was closed */
  private reachedEnd = false;
  private stopped = false;
  private nextCheckpoint = 1 + CHECKPOINT_RECORDS;

  constructor(setting: ReaderSetting) {
    this.file = setting.file;
    this.clock = setting.clock;
    this.window = setting.window;
    this.source = setting.source;
  }

  get bytesRead(): number {
    return this.source.bytesRead;
  }

  get complete(): boolean {
    return this.reachedEnd && this.fault === null && !this.hasLoss();
  }

  get problems(): readonly Problem[] {
    const counted = this.countedProblems();
    return this.fault === null ? counted : [this.describeFault(this.fault), ...counted];
  }

  fill(batch: RecordBatch): number | Promise<number> {
    for (;;) {
      const count = this.parseInto(batch);
      if (count > 0 || this.finished) return count;
      if (this.stopped) return this.finish();
      const more = this.window.demand(this.wanted);
      if (typeof more !== 'boolean') return this.fillLater(batch, more);
      if (!more) this.stopAtEnd();
    }
  }

  close(): void {
    this.finished = true;
    this.source.close();
  }

  /** Fills the batch with the complete records of the window, moves the window's start behind them, sets `wanted`. */
  protected abstract parse(batch: RecordBatch): number;
  /** what a checkpoint must keep beside place and number */
  protected abstract checkpointState(): CheckpointState;
  /** things that were skipped and counted */
  protected abstract countedProblems(): Problem[];
  /** true when records were skipped: the capture was then not read completely */
  protected abstract hasLoss(): boolean;
  /** what the bytes that are left at the end of the capture are a part of */
  protected abstract describeRest(): Text;
  /** true when the bytes wanted at the end are more than this capture's records can have: damage rather than a cut */
  protected abstract restIsAbsurd(): boolean;

  /** Ends the reading at `offset`. What was parsed before is still handed out. */
  protected stop(code: CaptureCode, offset: number, reason: Text): void {
    this.stopped = true;
    this.fault = { code, offset, reason };
  }

  private describeFault({ code, offset, reason }: { code: CaptureCode; offset: number; reason: Text }): Problem {
    const place = placeText(offset, this.source.compressed);
    return captureProblem(code, this.file, 'warning', {
      ja: `${place.ja}で読み取りを終えた: ${reason.ja}。それより前の記録${this.recordCount}件は読み取った`,
      en: `reading ended at ${place.en}: ${reason.en}; the ${this.recordCount} records before it were read`,
    });
  }

  private parseInto(batch: RecordBatch): number {
    if (this.finished || this.stopped) {
      batch.count = 0;
      return 0;
    }
    if (this.frame >= this.nextCheckpoint) this.addCheckpoint();
    batch.firstFrame = this.frame;
    const count = this.parse(batch);
    batch.count = count;
    this.recordCount += count;
    return count;
  }

  private addCheckpoint(): void {
    this.checkpoints.push({ frame: this.frame, offset: this.window.offset, ...this.checkpointState() });
    this.nextCheckpoint = this.frame + CHECKPOINT_RECORDS;
  }

  private async fillLater(batch: RecordBatch, waiting: Promise<boolean>): Promise<number> {
    let more = await waiting;
    for (;;) {
      if (!more) this.stopAtEnd();
      const count = this.parseInto(batch);
      if (count > 0 || this.finished) return count;
      if (this.stopped) return this.finish();
      more = await this.window.demand(this.wanted);
    }
  }

  private stopAtEnd(): void {
    const { source, window } = this;
    const rest = window.available;
    if (source.fault !== null) {
      this.stop('CAPTURE-DAMAGED', window.offset + rest, source.fault);
    } else if (rest > 0) {
      const part = this.describeRest();
      this.stop(this.restIsAbsurd() ? 'CAPTURE-CORRUPT' : 'CAPTURE-CUT', window.offset, {
        ja: `ファイルが途中で切れている（${part.ja}: ${this.wanted}バイト必要なところ${rest}バイト）`,
        en: `the file is cut (${part.en}: ${this.wanted} bytes needed, ${rest} there)`,
      });
    } else {
      this.stopped = true;
    }
  }

  private finish(): number | Promise<number> {
    this.finished = true;
    this.reachedEnd = true;
    const drained = this.source.drain();
    if (drained === undefined) {
      this.sha256 = this.source.digest();
      return 0;
    }
    return drained.then(() => {
      this.sha256 = this.source.digest();
      return 0;
    });
  }
}
