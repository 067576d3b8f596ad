import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, Failure } from '../base/failure.js';
import { localTime } from '../base/time.js';
import type { FindingChange, RunRecord } from '../model/history.js';
import type { EvidenceBundleNote, QualityEntry, ScanReport } from '../model/report.js';
import { openCaptures } from '../scan/open-captures.js';
import { OPEN_AT_MOST } from '../scan/judgement.js';
import { reportWithEvidence } from '../scan/report-with-evidence.js';
import { ScanSession, type CitedRun } from '../scan/scan-session.js';
import { BlindLog } from './blind-log.js';
import { ClockWatch } from './clock-watch.js';
import { DropFolder } from './drop-folder.js';
import { Journal } from './journal.js';
import { LivePort } from './live-port.js';
import { portFailure } from './port-failure.js';
import { Ring } from './ring.js';
import { RunEvidence } from './run-evidence.js';
import { RunMemory } from './run-memory.js';
import { orderOf, type SpoolFile } from './spool-folder.js';
import type { WatchOptions, WatchState } from './watch-options.js';

/** milliseconds between two looks for files */
const TURN = 100;
/** milliseconds that the file of one point waits for those of the others: points are read in the order of time */
const PATIENCE = 1200;
/** files that are read at once when there are many */
const FILES_AT_ONCE = 64;
/** nanoseconds of packet time between two sweeps of idle flows */
const SWEEP = 10_000_000_000n;
/** nanoseconds by which the end of a file may lie behind its last packet */
const QUIET_AT_MOST = 60_000_000_000n;
/** milliseconds without a further file after which the short exchanges of the last dropped one are judged */
const SETTLE = 1000;
/** a full report may take this share of the time at most */
const REPORT_SHARE = 0.2;
/** and this where somebody waits for news */
const NEWS_SHARE = 0.35;
/** milliseconds until a port must have captured once, else a scan has no sense */
const FIRST_LIFE = 5000;

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
  readonly #memory = new RunMemory();
  readonly #evidence: RunEvidence;
  #ports: LivePort[] = [];
  #folders: DropFolder[] = [];
  #waiting: SpoolFile[] = [];
  #waitsSince = 0;
  #runId: string;
  #runBegan: number;
  #runDay: string;
  /** findings that a full report has told, or a glance has asked for */
  #known = new Set<string>();
  /** findings of the last report: what the evidence should hold */
  #told = new Set<string>();
  #reportedAt = 0;
  #reportCost = 0;
  #isNews = false;
  #fedAt = 0;
  /** nothing has been read since the flows of the last dropped file were settled */
  #isSettled = true;
  #sweptAt = 0n;
  #bytes = 0;
  #filesRead = 0;
  /** files that were read and are not in the journal yet, with the latest packet time of then */
  readonly #unsettled: { readonly files: readonly SpoolFile[]; readonly end: bigint | null }[] = [];
  #toRemove: string[] = [];
  #lastReport: ScanReport | null = null;
  #lastRecord: RunRecord | null = null;

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
    const now = Date.now();
    this.#runId = options.newRunId();
    this.#runBegan = now;
    this.#runDay = this.#dayOf(now);
    this.#evidence = new RunEvidence({
      ...options,
      directory: options.evidence,
      maximumBytes: options.evidenceBytes,
      blind: this.#blind,
      onWritten: (run, path, note) => this.#attach(run, path, note),
    });
    this.#evidence.begin(this.#runId);
    this.#reportedAt = now;
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
    try {
      while (!signal.aborted && Date.now() < endAt && this.#bytes < limit) {
        await this.#turn();
        this.#giveUpWhereHopeless();
        if (this.#options.untilRead === true && this.#isAllRead()) break;
        if (this.#waiting.length === 0 || !this.#isDue(Date.now())) await pause(TURN, signal);
      }
      for (const port of this.#ports) await port.stop();
      this.#countLosses();
      this.#collect();
      while (this.#waiting.length > 0) await this.#feed(this.#waiting.splice(0, FILES_AT_ONCE));
      await this.#save('over');
      const report = await this.#saveWithEvidence();
      this.#prune(Date.now());
      return report;
    } finally {
      await this.#evidence.close();
      for (const port of this.#ports) await port.stop();
      for (const folder of this.#folders) await folder.close();
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
      filesWaiting: this.#waiting.length,
      lagSeconds: now === null ? null : Math.max(0, Date.now() / 1000 - Number(now / 1_000_000n) / 1000),
      ports: this.#ports.map((port) => ({
        point: port.point,
        interface: port.interface,
        link: port.link,
        isCapturing: port.isCapturing,
        restarts: port.restarts,
        lastPacketAt: port.lastPacketAt,
        packets: port.packets,
        bytes: port.bytes,
        received: port.counts.received,
        dropped: port.counts.dropped,
      })),
      blind: this.#blind.current(),
      lastReport: this.#lastReport,
      lastReportAt: this.#lastReport === null ? null : this.#reportedAt,
    };
  }

  #open(): void {
    const { ports, folders, program, spool, log } = this.#options;
    const now = Date.now();
    if (this.#journal.wasDamaged) log('warn', 'the journal was damaged: files that are still there are read again');
    if (program !== null) {
      for (const { point } of ports) this.#session.ledger.noteLosses(point, 0, 0);
      this.#ports = ports.map(
        ({ point, interface: name }) =>
          new LivePort(
            { ...this.#options, point, interface: name, spool, program, blind: this.#blind },
            this.#journal.portMark(point),
            now,
          ),
      );
    }
    this.#folders = folders.map(
      ({ point, path }) =>
        new DropFolder({
          point,
          path,
          journal: this.#journal,
          blind: this.#blind,
          settleMilliseconds: this.#options.settleMilliseconds,
        }),
    );
  }

  async #turn(): Promise<void> {
    const now = Date.now();
    for (const port of this.#ports) port.tend(now);
    for (const folder of this.#folders) folder.tend(now);
    const step = this.#clock.look(now);
    if (step !== null) {
      this.#blind.note(null, 'clock-step', now, `${step > 0 ? '+' : ''}${(step / 1000).toFixed(1)} s`);
      this.#options.log('warn', 'the clock of this machine was set', { seconds: step / 1000 });
    }
    this.#collect();
    if (this.#isDue(now)) await this.#feed(this.#waiting.splice(0, FILES_AT_ONCE));
    this.#settle(now);
    this.#countLosses();
    this.#expire(now);
    if (this.#isRunOver(now)) {
      await this.#save('live', true);
      this.#prune(Date.now());
      this.#beginRun(Date.now());
    } else if (this.#isReportDue(Date.now())) await this.#save('live');
  }

  #collect(): void {
    const before = this.#waiting.length;
    for (const source of [...this.#ports, ...this.#folders]) this.#waiting.push(...source.take());
    if (before === 0 && this.#waiting.length > 0) this.#waitsSince = Date.now();
  }

  /** Files of several ports are read together, so that their packets come in the order of time. */
  #isDue(now: number): boolean {
    if (this.#waiting.length === 0) return false;
    const capturing = this.#ports.filter(({ isCapturing }) => isCapturing);
    if (capturing.length < 2 || now - this.#waitsSince >= PATIENCE) return true;
    return capturing.every(({ point }) => this.#waiting.some((file) => file.point === point));
  }

  async #feed(files: readonly SpoolFile[]): Promise<void> {
    const { topology, log } = this.#options;
    const readable = files.filter(({ bytes }) => bytes > 0);
    const before = new Map(this.#ports.map(({ point }) => [point, 0]));
    let packets = 0;
    if (readable.length > 0) {
      try {
        const captures = readable.map(({ point, path }) => ({ point, path }));
        const observation = await openCaptures({ captures, topology, hash: true }, this.#session.ledger.clock);
        try {
          const earlier = this.#session.now;
          ({ packets } = await this.#session.read(observation));
          for (const { point, records, first, path } of observation.files) {
            if (point !== null) before.set(point, (before.get(point) ?? 0) + records);
            if (first !== null && earlier !== null && earlier - first > 5_000_000_000n)
              this.#blind.note(point, 'out-of-order', Date.now(), path);
          }
        } finally {
          observation.close();
        }
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        this.#noteUnreadable(readable, error);
      }
    }
    const now = Date.now();
    for (const port of this.#ports) {
      const bytes = files.filter(({ point }) => point === port.point).reduce((sum, file) => sum + file.bytes, 0);
      port.noteRead(before.get(port.point) ?? 0, bytes, now);
    }
    this.#filesRead += files.length;
    this.#bytes += files.reduce((sum, { bytes }) => sum + bytes, 0);
    this.#markRead(files);
    log('debug', 'read', { files: files.length, packets, flows: this.#session.live });
    this.#advance(files);
    this.#sweep();
    this.#glance();
    this.#fedAt = Date.now();
    this.#isSettled = false;
    if (this.#isReportDue(Date.now())) await this.#save('live');
    this.#options.onState?.(this.state());
  }

  /** What the packets prove that no report has is news. */
  #glance(): void {
    for (const { id } of this.#session.glance()) {
      if (this.#known.has(id)) continue;
      this.#known.add(id);
      this.#isNews = true;
    }
  }

  /**
   * A file that was dropped may be the last one for hours: its short exchanges are judged when nothing has followed for a
   * while. Packet time goes on by that little only; what the next file continues is not idle because it came late.
   */
  #settle(now: number): void {
    const latest = this.#session.now;
    if (this.#isSettled || this.#waiting.length > 0 || latest === null || now - this.#fedAt < SETTLE) return;
    this.#isSettled = true;
    if (this.#folders.length === 0) return;
    this.#session.advance(latest + BigInt(SETTLE) * 1_000_000n);
    this.#glance();
  }

  #noteUnreadable(files: readonly SpoolFile[], failure: Failure): void {
    const now = Date.now();
    for (const { code, file, message } of failure.problems) {
      const point = files.find(({ path }) => path === file)?.point ?? null;
      this.#blind.note(point, 'unreadable', now, `${file ?? ''}: ${message.en}`);
      this.#options.log('warn', 'a capture file could not be read', { code, file, reason: message.en });
    }
  }

  #markRead(files: readonly SpoolFile[]): void {
    this.#ring.add(files.filter(({ path }) => this.#isOfPort(path)));
    this.#unsettled.push({ files, end: this.#session.now });
  }

  /**
   * Files whose short exchanges no later packet can change are in the report that is saved now. The others are read again
   * after a crash: what they prove may not be told yet.
   */
  #noteSettled(isOver: boolean): void {
    const now = this.#session.now ?? 0n;
    while (this.#unsettled[0] !== undefined) {
      const { files, end } = this.#unsettled[0];
      if (!isOver && end !== null && now - end < BigInt(OPEN_AT_MOST)) return;
      this.#unsettled.shift();
      for (const file of files) this.#note(file);
    }
  }

  #note(file: SpoolFile): void {
    if (!this.#isOfPort(file.path)) {
      this.#journal.noteFile(file.path, file);
      if (this.#options.removeClean) this.#toRemove.push(file.path);
      return;
    }
    const order = orderOf(file.path);
    if (file.point !== null && order !== null) this.#journal.notePort(file.point, order);
  }

  #isOfPort(path: string): boolean {
    return path.startsWith(join(this.#options.spool, '/')) && orderOf(path) !== null;
  }

  /** Silence is told by the time at which a live file was whole: a quiet wire brings no later packet. */
  #advance(files: readonly SpoolFile[]): void {
    const ends = files.filter(({ path }) => this.#isOfPort(path)).map(({ modified }) => modified);
    const { now } = this.#session;
    if (ends.length === 0 || now === null) return;
    const end = BigInt(Math.floor(Math.min(...ends))) * 1_000_000n;
    // packets that bear another clock's time are replayed: theirs is the one that counts
    if (end - now < QUIET_AT_MOST) this.#session.advance(end);
  }

  #sweep(): void {
    const { now } = this.#session;
    if (now === null || now - this.#sweptAt < SWEEP) return;
    this.#sweptAt = now;
    this.#session.sweep();
  }

  #countLosses(): void {
    for (const port of this.#ports) {
      const { received, dropped } = port.takeCounts();
      if (received === 0 && dropped === 0) continue;
      this.#session.ledger.noteLosses(port.point, received, dropped);
      if (dropped > 0) this.#options.log('warn', 'the kernel dropped packets', { point: port.point, dropped });
    }
  }

  #expire(now: number): void {
    const waiting = this.#waiting.reduce((sum, { bytes }) => sum + bytes, 0);
    const isFull = this.#ring.expire(now, waiting);
    if (isFull) {
      if (this.#blind.begin(null, 'disk-full', now)) this.#options.log('error', 'the disk is nearly full');
    } else this.#blind.end(null, 'disk-full', now);
    let over = waiting + this.#ring.bytes - this.#options.ringBytes;
    while ((over > 0 || (isFull && this.#ring.bytes === 0)) && this.#waiting.length > FILES_AT_ONCE) {
      const lost = this.#waiting.shift();
      if (lost === undefined) break;
      over -= lost.bytes;
      if (this.#isOfPort(lost.path)) rmSync(lost.path, { force: true });
      this.#blind.note(lost.point, 'overrun', now, lost.path);
    }
  }

  #isReportDue(now: number): boolean {
    const since = now - this.#reportedAt;
    if (since < this.#reportCost / (this.#isNews ? NEWS_SHARE : REPORT_SHARE)) return false;
    return this.#isNews || since >= this.#options.reportSeconds * 1000 || this.#evidence.isDue(this.#told, now);
  }

  #isRunOver(now: number): boolean {
    const { runLength, kind } = this.#options;
    if (kind === 'scan') return false;
    return runLength === 'day' ? this.#dayOf(now) !== this.#runDay : now - this.#runBegan >= runLength * 1000;
  }

  #beginRun(now: number): void {
    this.#session.rollOver();
    for (const { point } of this.#ports) this.#session.ledger.noteLosses(point, 0, 0);
    this.#blind.rollOver(now);
    this.#runId = this.#options.newRunId();
    this.#runBegan = now;
    this.#runDay = this.#dayOf(now);
    this.#evidence.begin(this.#runId);
    this.#known = new Set();
    this.#told = new Set();
  }

  /** A report, saved; then what it rests on needs no second reading after a crash. */
  async #save(flows: 'live' | 'over', isRunOver = flows === 'over'): Promise<ScanReport> {
    const { timezone } = this.#options.topology;
    const began = performance.now();
    const now = Date.now();
    // news is told first: the evidence of what it says follows with the next report
    const isTimeForEvidence = isRunOver || (!this.#isNews && this.#evidence.isDue(this.#told, now));
    const cited: CitedRun[] = [];
    const made = await this.#session.report({
      flows,
      notes: [...this.#blind.entries(now, timezone), ...this.#evidence.quality],
      onCited: isTimeForEvidence ? (found) => void cited.push(found) : undefined,
    });
    const { note } = this.#evidence;
    const report = note === null ? made : { ...made, evidenceBundle: note };
    for (const found of cited) this.#evidence.request(made, found);
    const record: RunRecord = {
      id: this.#runId,
      kind: this.#options.kind,
      startedAt: new Date(this.#runBegan).toISOString(),
      endedAt: new Date(now).toISOString(),
      finished: isRunOver,
      report,
      evidence: this.#evidence.path,
    };
    this.#lastRecord = record;
    const changes = this.#saveRun(record);
    if (changes !== null) {
      this.#noteSettled(flows === 'over');
      this.#journal.save();
      this.#ring.markSaved();
      this.#removeClean(report);
    }
    this.#lastReport = report;
    this.#isNews = false;
    this.#reportedAt = Date.now();
    this.#reportCost = performance.now() - began;
    this.#told = new Set(report.findings.map(({ id }) => id));
    this.#pin();
    for (const id of this.#told) if (this.#known.size < 1_000_000) this.#known.add(id);
    if (changes !== null && changes.length > 0) this.#options.onChanges?.(changes, record);
    return report;
  }

  /** The run is over, and its last report is told: its evidence is waited for, and is part of the report then. */
  async #saveWithEvidence(): Promise<ScanReport> {
    const { timezone } = this.#options.topology;
    const record = this.#lastRecord;
    if (record === null) throw new Error('there is no report yet');
    await this.#evidence.settled();
    const { note, quality, path } = this.#evidence;
    const known = new Set(record.report.quality.map(keyOfEntry));
    const entries = [
      ...this.#blind.entries(Date.now(), timezone).filter(({ check }) => check === 'RUN-EVIDENCE'),
      ...quality,
    ];
    const news = entries.filter((entry) => !known.has(keyOfEntry(entry)));
    const report = reportWithEvidence(record.report, this.#options.topology, { note, quality: news });
    this.#saveRun({ ...record, report, evidence: path });
    this.#lastReport = report;
    return report;
  }

  /** A bundle was made beside the watch. */
  #attach(run: string, path: string, note: EvidenceBundleNote): void {
    this.#pin();
    try {
      this.#options.history?.attachEvidence(run, path, note);
    } catch (error) {
      // the next report of the run names it, too
      this.#options.log('error', 'the evidence could not be noted in the history', {
        reason: error instanceof Error ? error.message : String(error),
      });
    }
  }

  /** What evidence is made from, or will be, is kept. */
  #pin(): void {
    const { findings = [] } = this.#lastReport ?? {};
    const withoutEvidence = findings.filter(({ id }) => !this.#evidence.has(id));
    const cited = withoutEvidence.flatMap(({ evidence }) => evidence.map(({ file }) => file));
    this.#ring.pin(new Set([...cited, ...this.#evidence.held]));
  }

  /** @returns null: it could not be saved */
  #saveRun(record: RunRecord): readonly FindingChange[] | null {
    try {
      return (this.#options.history ?? this.#memory).saveRun(record);
    } catch (error) {
      // a store that cannot be written now must not blind the watch; the next report holds the same and more
      this.#options.log('error', 'the run could not be saved', {
        reason: error instanceof Error ? error.message : String(error),
      });
      return null;
    }
  }

  /** What is older than wanted is dropped when a run is over. */
  #prune(now: number): void {
    const { retention, history, log } = this.#options;
    if (retention === null) return;
    try {
      const { runs = 0, bytes = 0 } = history?.prune(retention) ?? {};
      const bundles = retention.maxAgeDays === null ? 0 : this.#evidence.prune(retention.maxAgeDays, now);
      log('info', 'pruned', { runs, bytes, bundles });
    } catch (error) {
      log('error', 'the history could not be pruned', {
        reason: error instanceof Error ? error.message : String(error),
      });
    }
  }

  #removeClean(report: ScanReport): void {
    if (this.#toRemove.length === 0) return;
    const cited = new Set(report.findings.flatMap(({ evidence }) => evidence.map(({ file }) => file)));
    const { held } = this.#evidence;
    for (const path of this.#toRemove)
      if (!cited.has(path) && !held.has(path)) {
        rmSync(path, { force: true });
        this.#session.ledger.forget(path);
      }
    this.#toRemove = this.#toRemove.filter((path) => held.has(path));
  }

  #isAllRead(): boolean {
    return this.#waiting.length === 0 && this.#folders.every(({ isIdle }) => isIdle);
  }

  /** A scan whose every port failed for a reason that somebody must mend ends at once, and says it. */
  #giveUpWhereHopeless(): void {
    if (this.#ports.length === 0 || this.#filesRead > 0 || Date.now() - this.#runBegan < 300) return;
    const isEarly = Date.now() - this.#runBegan < FIRST_LIFE;
    const failed = this.#ports.filter(({ isCapturing, lastEnd }) => !isCapturing && lastEnd !== null);
    if (failed.length < this.#ports.length || !isEarly) return;
    const ends = failed.flatMap((port) => (port.lastEnd === null ? [] : [{ port, end: port.lastEnd }]));
    if (
      ends.every(
        ({ end }) => end.cause === 'permission' || end.cause === 'not-started' || end.cause === 'interface-gone',
      )
    )
      throw new Failure(
        EXIT.unusable,
        ends.map(({ port, end }) => portFailure(port, end)),
      );
  }

  #dayOf(now: number): string {
    return localTime(BigInt(Math.floor(now)) * 1_000_000n, this.#options.topology.timezone).date;
  }
}

function keyOfEntry({ check, point, value, message }: QualityEntry): string {
  return JSON.stringify([check, point, value, message.en]);
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
