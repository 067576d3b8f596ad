import { mkdirSync, rmSync } from 'node:fs';
import type { ScanReport } from '../model/report.js';
import { ScanSession } from '../scan/scan-session.js';
import { BlindLog } from './blind-log.js';
import { ClockWatch } from './clock-watch.js';
import { FileFeed } from './file-feed.js';
import { Journal } from './journal.js';
import { ReadFiles } from './read-files.js';
import { Ring } from './ring.js';
import { RunReports } from './run-reports.js';
import { Sources } from './sources.js';
import { isSpooled, type SpoolFile } from './spool-folder.js';
import type { WatchOptions, WatchState } from './watch-options.js';

/** milliseconds between two looks for files */
const TURN = 100;

/**
 * A live port is a directory that keeps filling: the files of capture programs and of watched folders are read one after
 * the other into one session, and what they prove is saved and told at once.
 */
export class Watch {
  readonly #options: WatchOptions;
  readonly #session: ScanSession;
  readonly #journal: Journal;
  readonly #blind = new BlindLog();
  readonly #ring: Ring;
  readonly #clock = new ClockWatch();
  readonly #sources = new Sources();
  readonly #feed: FileFeed;
  readonly #readFiles: ReadFiles;
  readonly #reports: RunReports;
  #bytes = 0;
  #filesRead = 0;

  constructor(options: WatchOptions) {
    this.#options = options;
    mkdirSync(options.spool, { recursive: true, mode: 0o750 });
    this.#journal = new Journal(options.spool);
    this.#session = new ScanSession({
      topology: options.topology,
      topologyWarnings: options.topologyWarnings,
      dedup: options.dedup,
      endless: true,
    });
    this.#ring = new Ring({
      spool: options.spool,
      maximumBytes: options.ringBytes,
      maximumAgeSeconds: options.ringAgeSeconds,
      spareBytes: options.spareBytes,
      freeBytes: options.freeBytes,
      onExpired: (path) => this.#session.ledger.forget(path),
    });
    this.#feed = new FileFeed(options, this.#session, this.#blind);
    this.#readFiles = new ReadFiles({
      spool: options.spool,
      removeClean: options.removeClean,
      journal: this.#journal,
      ring: this.#ring,
      onRemoved: (path) => this.#session.ledger.forget(path),
    });
    this.#reports = new RunReports(options, {
      session: this.#session,
      blind: this.#blind,
      ring: this.#ring,
      readFiles: this.#readFiles,
    });
  }

  /** Where things that befell the schedule are noted; they stand in the next report. */
  get blind(): BlindLog {
    return this.#blind;
  }

  /**
   * Runs until the signal, or until `options.until` is reached. @returns the last report
   * @throws Failure (exit 3) when nothing could be captured at all, for a reason that the user must mend
   */
  async run(signal: AbortSignal): Promise<ScanReport> {
    this.#open();
    const end = this.#options.until?.seconds;
    const endAt = end === null || end === undefined ? Infinity : Date.now() + end * 1000;
    const limit = this.#options.until?.bytes ?? Infinity;
    const sources = this.#sources;
    try {
      while (!signal.aborted && Date.now() < endAt && this.#bytes < limit) {
        await this.#turn();
        if (this.#filesRead === 0) sources.giveUpWhereHopeless(Date.now() - this.#reports.began);
        if (this.#options.untilRead === true && sources.isAllRead) break;
        if (!sources.isDue(Date.now())) await pause(TURN, signal);
      }
      await sources.stop();
      this.#countLosses();
      sources.collect();
      while (sources.filesWaiting > 0) await this.#read(sources.next());
      await this.#reports.save('over');
      const report = await this.#reports.saveWithEvidence();
      this.#reports.prune(Date.now());
      return report;
    } finally {
      await this.#reports.close();
      await sources.close();
    }
  }

  state(): WatchState {
    const { now } = this.#session;
    return {
      packets: this.#session.packets,
      bytes: this.#bytes,
      flows: this.#session.flows,
      evictions: this.#session.evictions,
      liveFlows: this.#session.live,
      filesRead: this.#filesRead,
      filesWaiting: this.#sources.filesWaiting,
      lagSeconds: now === null ? null : Math.max(0, Date.now() / 1000 - Number(now / 1_000_000n) / 1000),
      ports: this.#sources.portStates(),
      blind: this.#blind.current(),
      lastReport: this.#reports.last,
      lastReportAt: this.#reports.lastAt,
    };
  }

  #open(): void {
    if (this.#journal.wasDamaged)
      this.#options.log('warn', 'the journal was damaged: files that are still there are read again');
    this.#sources.open(this.#options, this.#journal, this.#blind);
    this.#beginCounting();
  }

  async #turn(): Promise<void> {
    const now = Date.now();
    const sources = this.#sources;
    sources.tend(now);
    this.#lookAtClock(now);
    sources.collect();
    if (sources.isDue(now)) await this.#read(sources.next());
    if (sources.filesWaiting === 0 && this.#feed.settle(now, sources.hasFolders)) this.#reports.glance();
    this.#countLosses();
    this.#makeRoom(now);
    if (this.#reports.isRunOver(now)) {
      await this.#reports.save('live', true);
      this.#reports.prune(Date.now());
      this.#reports.beginRun(Date.now());
      this.#beginCounting();
    } else if (this.#reports.isReportDue(Date.now())) await this.#reports.save('live');
  }

  async #read(files: readonly SpoolFile[]): Promise<void> {
    const { packets } = this.#session;
    const packetsOf = await this.#feed.read(files);
    this.#sources.noteRead(files, packetsOf, Date.now());
    this.#filesRead += files.length;
    this.#bytes += files.reduce((sum, { bytes }) => sum + bytes, 0);
    this.#readFiles.add(files, this.#session.now);
    this.#options.log('debug', 'read', {
      files: files.length,
      packets: this.#session.packets - packets,
      flows: this.#session.live,
    });
    this.#feed.goOn(files);
    this.#reports.glance();
    if (this.#reports.isReportDue(Date.now())) await this.#reports.save('live');
    this.#options.onState?.(this.state());
  }

  #lookAtClock(now: number): void {
    const step = this.#clock.look(now);
    if (step === null) return;
    this.#blind.note(null, 'clock-step', now, `${step > 0 ? '+' : ''}${(step / 1000).toFixed(1)} s`);
    this.#options.log('warn', 'the clock of this machine was set', { seconds: step / 1000 });
  }

  /** A port that counts its losses is named in the report even where it lost nothing. */
  #beginCounting(): void {
    for (const { point } of this.#sources.ports) this.#session.ledger.noteLosses(point, 0, 0);
  }

  #countLosses(): void {
    for (const port of this.#sources.ports) {
      const { received, dropped } = port.takeCounts();
      if (received === 0 && dropped === 0) continue;
      this.#session.ledger.noteLosses(port.point, received, dropped);
      if (dropped > 0) this.#options.log('warn', 'the kernel dropped packets', { point: port.point, dropped });
    }
  }

  /** Read files expire; where that is not enough, files that judging does not get to are given up unread, and said. */
  #makeRoom(now: number): void {
    const sources = this.#sources;
    const waiting = sources.bytesWaiting;
    const isFull = this.#ring.expire(now, waiting);
    if (isFull) {
      if (this.#blind.begin(null, 'disk-full', now)) this.#options.log('error', 'the disk is nearly full');
    } else this.#blind.end(null, 'disk-full', now);
    let over = waiting + this.#ring.bytes - this.#options.ringBytes;
    while (over > 0 || (isFull && this.#ring.bytes === 0)) {
      const lost = sources.giveUpOldest();
      if (lost === null) break;
      over -= lost.bytes;
      if (isSpooled(this.#options.spool, lost.path)) rmSync(lost.path, { force: true });
      this.#blind.note(lost.point, 'overrun', now, lost.path);
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done, { once: true });
  });
}
