import { LIMITS } from '../base/limits.js';
import { localTime } from '../base/time.js';
import type { FindingChange, RunRecord } from '../model/history.js';
import type { EvidenceBundleNote, QualityEntry, ScanReport } from '../model/report.js';
import { reportWithEvidence } from '../scan/evidence/report-with-evidence.js';
import type { CitedRun } from '../scan/run-report.js';
import type { ScanSession } from '../scan/scan-session.js';
import type { BlindLog } from './blind-log.js';
import type { ReadFiles } from './read-files.js';
import type { Ring } from './ring.js';
import { RunEvidence } from './run-evidence.js';
import { RunMemory } from './run-memory.js';
import type { WatchOptions } from './watch-options.js';

/** a full report may take this share of the time at most */
const REPORT_SHARE = 0.2;
/** and this where somebody waits for news */
const NEWS_SHARE = 0.35;
export interface RunReportsParts {
  readonly session: ScanSession;
  readonly blind: BlindLog;
  readonly ring: Ring;
  readonly readFiles: ReadFiles;
}

/** The run that goes on, and its reports: when one is due, made, saved and told, with its evidence. */
export class RunReports {
  readonly #options: WatchOptions;
  readonly #parts: RunReportsParts;
  readonly #memory = new RunMemory();
  readonly #evidence: RunEvidence;
  #id: string;
  #began: number;
  #day: string;
  /** findings that a full report has told, or a glance has asked for */
  #known = new Set<string>();
  /** findings of the last report: what the evidence should hold */
  #told = new Set<string>();
  #isNews = false;
  #reportedAt: number;
  /** milliseconds that the last report took */
  #cost = 0;
  #last: ScanReport | null = null;
  #lastRecord: RunRecord | null = null;

  constructor(options: WatchOptions, parts: RunReportsParts) {
    this.#options = options;
    this.#parts = parts;
    const now = Date.now();
    this.#id = options.newRunId();
    this.#began = now;
    this.#day = this.#dayOf(now);
    this.#evidence = new RunEvidence({
      ...options,
      directory: options.evidence,
      maximumBytes: options.evidenceBytes,
      blind: parts.blind,
      onWritten: (run, path, note) => this.#attach(run, path, note),
    });
    this.#evidence.begin(this.#id);
    this.#reportedAt = now;
  }

  /** wall clock, milliseconds: when the run began */
  get began(): number {
    return this.#began;
  }

  get last(): ScanReport | null {
    return this.#last;
  }

  /** wall clock, milliseconds; null: none yet */
  get lastAt(): number | null {
    return this.#last === null ? null : this.#reportedAt;
  }

  /** What the packets prove that no report has is news. */
  glance(): void {
    for (const { id } of this.#parts.session.glance()) {
      if (this.#known.has(id)) continue;
      if (this.#known.size < LIMITS.findingsTold) this.#known.add(id);
      this.#isNews = true;
    }
  }

  isReportDue(now: number): boolean {
    const since = now - this.#reportedAt;
    if (since < this.#cost / (this.#isNews ? NEWS_SHARE : REPORT_SHARE)) return false;
    return this.#isNews || since >= this.#options.reportSeconds * 1000 || this.#evidence.isDue(this.#told, now);
  }

  isRunOver(now: number): boolean {
    const { runLength, kind } = this.#options;
    if (kind === 'scan') return false;
    return runLength === 'day' ? this.#dayOf(now) !== this.#day : now - this.#began >= runLength * 1000;
  }

  /** A new run begins with the flows that go on. */
  beginRun(now: number): void {
    this.#parts.session.rollOver();
    this.#parts.blind.rollOver(now);
    this.#id = this.#options.newRunId();
    this.#began = now;
    this.#day = this.#dayOf(now);
    this.#evidence.begin(this.#id);
    this.#known = new Set();
    this.#told = new Set();
  }

  /** A report, saved; then what it rests on needs no second reading after a crash. */
  async save(flows: 'live' | 'over', isRunOver = flows === 'over'): Promise<ScanReport> {
    const began = performance.now();
    const now = Date.now();
    const { report, record } = await this.#make(flows, isRunOver, now);
    this.#lastRecord = record;
    const changes = this.#saveRun(record);
    if (changes !== null) {
      const { session, readFiles } = this.#parts;
      readFiles.noteSaved(report, flows === 'over' ? null : (session.now ?? 0n), this.#evidence.held);
    }
    this.#last = report;
    this.#isNews = false;
    this.#reportedAt = Date.now();
    this.#cost = performance.now() - began;
    this.#told = new Set(report.findings.map(({ id }) => id));
    this.#pin();
    for (const id of this.#told) if (this.#known.size < LIMITS.findingsTold) this.#known.add(id);
    if (changes !== null && changes.length > 0) this.#options.onChanges?.(changes, record);
    return report;
  }

  /** The run is over, and its last report is told: its evidence is waited for, and is part of the report then. */
  async saveWithEvidence(): Promise<ScanReport> {
    const record = this.#lastRecord;
    if (record === null) throw new Error('there is no report yet');
    await this.#evidence.settled();
    const { note, quality, path } = this.#evidence;
    const known = new Set(record.report.quality.map(keyOfEntry));
    const blind = this.#parts.blind
      .entries(Date.now(), this.#options.topology.timezone)
      .filter(({ check }) => check === 'RUN-EVIDENCE');
    const news = [...blind, ...quality].filter((entry) => !known.has(keyOfEntry(entry)));
    const report = reportWithEvidence(record.report, this.#options.topology, { note, quality: news });
    this.#saveRun({ ...record, report, evidence: path });
    this.#last = report;
    return report;
  }

  /** What is older than wanted is dropped when a run is over. */
  prune(now: number): void {
    const { retention, history, log } = this.#options;
    if (retention === null) return;
    try {
      const { runs = 0, bytes = 0 } = history?.prune(retention) ?? {};
      const bundles = retention.maxAgeDays === null ? 0 : this.#evidence.prune(retention.maxAgeDays, now);
      log('info', 'pruned', { runs, bytes, bundles });
    } catch (error) {
      log('error', 'the history could not be pruned', { reason: reasonOf(error) });
    }
  }

  async close(): Promise<void> {
    await this.#evidence.close();
  }

  async #make(
    flows: 'live' | 'over',
    isRunOver: boolean,
    now: number,
  ): Promise<{ readonly report: ScanReport; readonly record: RunRecord }> {
    // news is told first: the evidence of what it says follows with the next report
    const isTimeForEvidence = isRunOver || (!this.#isNews && this.#evidence.isDue(this.#told, now));
    const cited: CitedRun[] = [];
    const made = await this.#parts.session.report({
      flows,
      notes: [...this.#parts.blind.entries(now, this.#options.topology.timezone), ...this.#evidence.quality],
      onCited: isTimeForEvidence ? (found) => void cited.push(found) : undefined,
    });
    const { note } = this.#evidence;
    const report = note === null ? made : { ...made, evidenceBundle: note };
    for (const found of cited) this.#evidence.request(made, found);
    const record: RunRecord = {
      id: this.#id,
      kind: this.#options.kind,
      startedAt: new Date(this.#began).toISOString(),
      endedAt: new Date(now).toISOString(),
      finished: isRunOver,
      report,
      evidence: this.#evidence.path,
    };
    return { report, record };
  }

  /** @returns null: it could not be saved */
  #saveRun(record: RunRecord): readonly FindingChange[] | null {
    try {
      return (this.#options.history ?? this.#memory).saveRun(record);
    } catch (error) {
      // a store that cannot be written now must not blind the watch; the next report holds the same and more
      this.#options.log('error', 'the run could not be saved', { reason: reasonOf(error) });
      return null;
    }
  }

  /** A bundle was made beside the watch. */
  #attach(run: string, path: string, note: EvidenceBundleNote): void {
    this.#pin();
    try {
      this.#options.history?.attachEvidence(run, path, note);
    } catch (error) {
      // the next report of the run names it, too
      this.#options.log('error', 'the evidence could not be noted in the history', { reason: reasonOf(error) });
    }
  }

  /** What evidence is made from, or will be, is kept. */
  #pin(): void {
    const { findings = [] } = this.#last ?? {};
    const withoutEvidence = findings.filter(({ id }) => !this.#evidence.has(id));
    const cited = withoutEvidence.flatMap(({ evidence }) => evidence.map(({ file }) => file));
    this.#parts.ring.pin(new Set([...cited, ...this.#evidence.held]));
  }

  #dayOf(now: number): string {
    return localTime(BigInt(Math.floor(now)) * 1_000_000n, this.#options.topology.timezone).date;
  }
}

function keyOfEntry({ check, point, value, message }: QualityEntry): string {
  return JSON.stringify([check, point, value, message.en]);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
