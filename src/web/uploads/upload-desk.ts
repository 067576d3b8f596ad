import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Failure, type Problem } from '../../base/failure.js';
import { LIMITS } from '../../base/limits.js';
import { formatBytes } from '../../report/words/numbers.js';
import type { RunRecord } from '../../model/history.js';
import type { UploadEntry, UploadState } from '../api.js';
import { notFound, Refusal } from '../refusal.js';
import type { Judge } from './judge.js';
import { safeFileName, TooMuch, type Spool } from './spool.js';
import type { UploadEvidence } from './upload-evidence.js';

interface Upload {
  readonly id: string;
  readonly user: string;
  readonly createdAt: string;
  readonly files: { name: string; point: string | null; bytes: number; path: string }[];
  readonly abort: AbortController;
  /** files that are being received */
  arriving: number;
  touched: number;
  state: UploadState;
  progress: UploadEntry['progress'];
  run: string | null;
  problems: readonly Problem[];
}

export interface UploadDeskParts {
  readonly spool: Spool;
  readonly judge: Judge;
  readonly maxBytes: number;
  /** where evidence of each upload is kept; null: it is not */
  readonly evidence: UploadEvidence | null;
  /** names of the topology's capture points */
  readonly points: readonly string[];
  readonly nextRunId: () => string;
  readonly save: (run: RunRecord) => void;
  readonly onFault: (error: unknown) => void;
  /** an upload is further than it was */
  readonly onChange: () => void;
}

/** A file as it comes from a browser. */
export interface ArrivingFile {
  /** of the upload */
  readonly id: string;
  readonly name: string;
  /** where it was captured; null: the topology tells it by the file's name */
  readonly point: string | null;
  readonly content: Readable;
  /** bytes that will come, where that was said (Content-Length) */
  readonly announced: number | null;
}

const IDLE_MILLISECONDS = 10 * 60_000;
const OPEN_STATES: ReadonlySet<UploadState> = new Set(['receiving', 'waiting', 'judging']);

/** Takes captures in, has them judged one upload after the other, and remembers what came out. */
export class UploadDesk {
  readonly #parts: UploadDeskParts;
  readonly #uploads = new Map<string, Upload>();
  #working: Promise<void> | null = null;

  constructor(parts: UploadDeskParts) {
    this.#parts = parts;
  }

  get maxBytes(): number {
    return this.#parts.maxBytes;
  }

  /** Newest first. */
  list(): UploadEntry[] {
    return [...this.#uploads.values()].reverse().map(entryOf);
  }

  entry(id: string): UploadEntry {
    return entryOf(this.#find(id));
  }

  begin(user: string): UploadEntry {
    this.#dropIdle();
    const open = [...this.#uploads.values()].filter(({ state }) => OPEN_STATES.has(state));
    if (open.length >= LIMITS.uploadsWaiting) {
      throw new Refusal(429, 'UPLOADS-BUSY', {
        ja: `処理中のものが ${open.length} 件ある。終わるのを待つか、取り消すこと`,
        en: `${open.length} are in work; wait for one to end, or cancel it`,
      });
    }
    const upload: Upload = {
      id: randomBytes(8).toString('hex'),
      user,
      createdAt: new Date().toISOString(),
      files: [],
      abort: new AbortController(),
      arriving: 0,
      touched: Date.now(),
      state: 'receiving',
      progress: null,
      run: null,
      problems: [],
    };
    this.#uploads.set(upload.id, upload);
    this.#parts.onChange();
    this.#forgetOldest();
    return entryOf(upload);
  }

  async receive({ id, name, point, content, announced }: ArrivingFile): Promise<UploadEntry> {
    const upload = this.#receiving(id);
    if (point !== null && !this.#parts.points.includes(point)) {
      throw new Refusal(422, 'POINT-UNKNOWN', {
        ja: `「${point}」という採取点はない`,
        en: `there is no capture point "${point}"`,
      });
    }
    if (upload.arriving > 0 || upload.files.length >= LIMITS.uploadFiles) {
      throw new Refusal(409, 'UPLOAD-FILES', {
        ja: `ファイルは一つずつ、${LIMITS.uploadFiles} 個まで`,
        en: `files come one at a time, ${LIMITS.uploadFiles} at most`,
      });
    }
    const taken = upload.files.reduce((sum, { bytes }) => sum + bytes, 0);
    // before a byte of it is taken in
    if (announced !== null && announced > this.#parts.maxBytes - taken) throw this.#tooLarge();
    upload.arriving++;
    try {
      const number = upload.files.length;
      const file = await this.#parts.spool.write({
        ...{ id, number, name, content, signal: upload.abort.signal },
        bound: this.#parts.maxBytes - taken,
      });
      upload.files.push({ ...file, name: safeFileName(name), point });
      upload.touched = Date.now();
      this.#parts.onChange();
    } catch (error) {
      if (upload.abort.signal.aborted) this.#parts.spool.remove(id);
      if (upload.abort.signal.aborted) throw new Refusal(409, 'UPLOAD-CANCELLED', CANCELLED);
      if (!(error instanceof TooMuch)) throw error;
      throw this.#tooLarge();
    } finally {
      upload.arriving--;
    }
    return entryOf(upload);
  }

  #tooLarge(): Refusal {
    const most = formatBytes(this.#parts.maxBytes);
    return new Refusal(413, 'UPLOAD-SIZE', {
      ja: `大きすぎる。キャプチャは合わせて ${most} まで。期間を分けるか、sansou check で判定すること`,
      en: `too large: captures may have ${most} together. Split them by time, or judge them with sansou check`,
    });
  }

  start(id: string): UploadEntry {
    const upload = this.#receiving(id);
    if (upload.files.length === 0 || upload.arriving > 0) {
      throw new Refusal(409, 'UPLOAD-EMPTY', { ja: 'ファイルがまだ届いていない', en: 'no file has arrived yet' });
    }
    upload.state = 'waiting';
    this.#parts.onChange();
    this.#working ??= this.#workOff();
    return entryOf(upload);
  }

  cancel(id: string): UploadEntry {
    const upload = this.#find(id);
    if (OPEN_STATES.has(upload.state)) this.#end(upload, 'cancelled');
    return entryOf(upload);
  }

  /** The server ends: what is in work is dropped. */
  async close(): Promise<void> {
    for (const upload of this.#uploads.values()) if (OPEN_STATES.has(upload.state)) this.#end(upload, 'cancelled');
    await this.#working;
    this.#parts.spool.close();
  }

  async #workOff(): Promise<void> {
    for (;;) {
      const next = [...this.#uploads.values()].find(({ state }) => state === 'waiting');
      if (next === undefined) break;
      await this.#judge(next);
    }
    this.#working = null;
  }

  async #judge(upload: Upload): Promise<void> {
    const { judge, evidence: kept, nextRunId, save, onFault } = this.#parts;
    const evidence = kept?.folderOf(upload.id) ?? null;
    upload.state = 'judging';
    this.#parts.onChange();
    const startedAt = new Date().toISOString();
    try {
      const captures = upload.files.map(({ point, path }) => ({ point, path }));
      const report = await judge(captures, evidence, {
        signal: upload.abort.signal,
        onProgress: ({ bytesRead, bytesTotal, packets }) => {
          upload.progress = { read: bytesRead, total: bytesTotal, packets };
          this.#parts.onChange();
        },
      });
      upload.abort.signal.throwIfAborted();
      const id = nextRunId();
      const endedAt = new Date().toISOString();
      save({ id, kind: 'upload', startedAt, endedAt, finished: true, report, evidence });
      upload.run = id;
      this.#end(upload, 'done');
      this.#tidyEvidence((all) => all.prune());
    } catch (error) {
      this.#tidyEvidence((all) => all.discard(upload.id));
      // cancel() has said so already
      if (upload.abort.signal.aborted) return;
      upload.problems = error instanceof Failure ? error.problems : [INTERNAL];
      if (!(error instanceof Failure)) onFault(error);
      this.#end(upload, 'failed');
    }
  }

  /** What cannot be removed now does not change how the upload ended. */
  #tidyEvidence(work: (evidence: UploadEvidence) => unknown): void {
    try {
      if (this.#parts.evidence !== null) work(this.#parts.evidence);
    } catch (error) {
      this.#parts.onFault(error);
    }
  }

  #end(upload: Upload, state: UploadState): void {
    upload.state = state;
    upload.abort.abort(new Error(state));
    this.#parts.spool.remove(upload.id);
    this.#parts.onChange();
  }

  #find(id: string): Upload {
    const upload = this.#uploads.get(id);
    if (upload === undefined) throw notFound({ ja: 'そのアップロードはない', en: 'there is no such upload' });
    return upload;
  }

  #receiving(id: string): Upload {
    const upload = this.#find(id);
    if (upload.state === 'receiving') return upload;
    throw new Refusal(409, 'UPLOAD-STATE', { ja: 'もう受け付けていない', en: 'it takes no more files' });
  }

  /** A browser that went away does not keep its place. */
  #dropIdle(): void {
    for (const upload of this.#uploads.values()) {
      const isIdle = upload.arriving === 0 && Date.now() - upload.touched > IDLE_MILLISECONDS;
      if (upload.state === 'receiving' && isIdle) this.#end(upload, 'cancelled');
    }
  }

  #forgetOldest(): void {
    const ended = [...this.#uploads.values()].filter(({ state }) => !OPEN_STATES.has(state));
    for (const { id } of ended.slice(0, Math.max(0, ended.length - LIMITS.uploadsRemembered))) this.#uploads.delete(id);
  }
}

const CANCELLED = { ja: '取り消された', en: 'it was cancelled' };

const INTERNAL: Problem = {
  code: 'INTERNAL',
  level: 'error',
  message: {
    ja: 'サーバー内部の誤り。詳細はサーバーのログにある',
    en: 'an internal fault; the log of the server has the details',
  },
};

function entryOf({ id, user, createdAt, state, files, progress, run, problems }: Upload): UploadEntry {
  const told = files.map(({ name, point, bytes }) => ({ name, point, bytes }));
  return { id, user, createdAt, state, files: told, progress, run, problems };
}
