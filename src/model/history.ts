import type { ConduitDay } from './daily-traffic.js';
import type { Outbox } from './outbox.js';
import type {
  EvidenceBundleNote,
  Finding,
  FindingStatus,
  QualityEffect,
  Result,
  ScanReport,
  Severity,
  Verdict,
} from './report.js';

export type { ConduitDay } from './daily-traffic.js';

/** What made a run. */
export const RUN_KINDS = ['check', 'scan', 'watch', 'upload'] as const;
export type RunKind = (typeof RUN_KINDS)[number];

/** A run to be remembered. Saving one with the same id again replaces it: a watch saves its run as it grows. */
export interface RunRecord {
  /** ascending with time; see `nextRunId` of src/store */
  readonly id: string;
  readonly kind: RunKind;
  /** wall clock, ISO 8601 with offset Z */
  readonly startedAt: string;
  readonly endedAt: string;
  /** false while a watch goes on, or where the process died */
  readonly finished: boolean;
  readonly report: ScanReport;
  /** folder of the evidence bundle */
  readonly evidence: string | null;
}

/** A run as a list shows it. */
export interface RunSummary {
  readonly id: string;
  readonly kind: RunKind;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly finished: boolean;
  readonly result: Result;
  readonly clauses: Readonly<Record<'A' | 'I' | 'U', Result>>;
  readonly packets: number;
  readonly flows: number;
  /** by verdict */
  readonly findings: Readonly<Record<string, number>>;
  /** quality checks that took something away from the verdict */
  readonly doubts: number;
  readonly evidence: string | null;
}

/** A finding over all runs. */
export interface TrackedFinding {
  /** fingerprint */
  readonly id: string;
  readonly status: FindingStatus | 'accepted';
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly firstRun: string;
  readonly lastRun: string;
  readonly runs: number;
  /** worst severity ever */
  readonly worst: Severity;
  /** as the last run with it told it */
  readonly finding: Finding;
}

/** What a run changed: each is told once (src/notify). */
export interface FindingChange {
  readonly change: 'appeared' | 'worsened' | 'gone';
  readonly finding: Finding;
  readonly run: string;
  readonly at: string;
  /** of what worsened: the gravest that was told of it before */
  readonly before?: { readonly verdict: Verdict; readonly severity: Severity };
}

export interface TrafficDay {
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly flows: number;
  readonly packets: number;
  readonly bytes: number;
  readonly verdicts: Readonly<Record<string, number>>;
}

/** Flows of one service between two areas on one day. */
export interface ServiceDay {
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly proto: number;
  /** the responder's; `null` where ports mean nothing or were not told apart */
  readonly port: number | null;
  readonly flows: number;
  readonly packets: number;
  readonly bytes: number;
}

/** What a run said of the quality of its captures. */
export interface QualityOfRun {
  readonly run: string;
  readonly startedAt: string;
  readonly check: string;
  readonly point: string | null;
  readonly value: number | string | null;
  readonly effect: QualityEffect;
}

/** A change with its place in the order in which changes became known. */
export interface NumberedChange extends FindingChange {
  readonly number: number;
}

/** How long and how much is kept. */
export interface Retention {
  readonly maxAgeDays: number | null;
  readonly maxBytes: number | null;
}

export interface RunFilter {
  readonly limit?: number;
  /** with a smaller id */
  readonly before?: string;
  /** that ended then or later, ISO 8601 in UTC */
  readonly since?: string;
  /** that began then or earlier */
  readonly until?: string;
}

export interface FindingFilter {
  readonly limit?: number;
  readonly status?: readonly TrackedFinding['status'][];
  readonly rule?: string;
  readonly severity?: readonly Severity[];
  /** zones on either side, whichever way; null: any */
  readonly zones?: readonly [string | null, string | null];
  /** seen last then or later, ISO 8601 in UTC */
  readonly since?: string;
  /** seen first then or earlier */
  readonly until?: string;
}

/** The embedded store, as commands, watch and web use it; made by `openHistory` of src/store. */
export interface History {
  /** In one transaction: the run, its findings, usage and traffic. Answers what is news. */
  saveRun(run: RunRecord): readonly FindingChange[];
  /** The bundle of a run that is saved has been made, or replaced; nothing where there is no such run. */
  attachEvidence(run: string, path: string, note: EvidenceBundleNote): void;
  /** newest first */
  runs(filter?: RunFilter): readonly RunSummary[];
  /** ids of runs that begin so, newest first */
  runsLike(beginning: string, limit: number): readonly string[];
  /** the whole report of a run; `null`: no such run, or its report was pruned */
  report(id: string): ScanReport | null;
  run(id: string): RunSummary | null;
  findings(filter?: FindingFilter): readonly TrackedFinding[];
  finding(id: string): TrackedFinding | null;
  conduitDays(range?: { readonly from?: string; readonly to?: string }): readonly ConduitDay[];
  trafficDays(range?: { readonly from?: string; readonly to?: string }): readonly TrafficDay[];
  prune(retention: Retention): { readonly runs: number; readonly bytes: number };
  /** bytes of the store's files */
  size(): number;
  /** differs from what it was whenever something was written since, by this process or another */
  stamp(): string;
  close(): void;
}

/** The whole store: what sends messages and what exports need more of it than a page that shows runs. */
export interface HistoryStore extends History {
  /** changes with a number above `after`, oldest first: whoever tells them remembers how far it came */
  changes(options?: { readonly after?: number; readonly limit?: number }): readonly NumberedChange[];
  /** how many there were since a time (ISO 8601) */
  changesSince(at: string): Readonly<Record<FindingChange['change'], number>>;
  /** the same as `runs`, `findings` and `quality`, one after the other */
  eachRun(): Iterable<RunSummary>;
  eachFinding(): Iterable<TrackedFinding>;
  eachQuality(): Iterable<QualityOfRun>;
  serviceDays(range?: { readonly from?: string; readonly to?: string }): readonly ServiceDay[];
  /** newest run first */
  quality(options?: { readonly limit?: number }): readonly QualityOfRun[];
  readonly outbox: Outbox;
}
