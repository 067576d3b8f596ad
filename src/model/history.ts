import type { Finding, FindingStatus, Result, ScanReport, Severity } from './report.js';

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
}

export interface ConduitDay {
  readonly conduit: string;
  /** local date of the topology */
  readonly day: string;
  readonly flows: number;
  readonly bytes: number;
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

/** How long and how much is kept. */
export interface Retention {
  readonly maxAgeDays: number | null;
  readonly maxBytes: number | null;
}

/** The embedded store, as commands, watch and web use it; made by `openHistory` of src/store. */
export interface History {
  /** In one transaction: the run, its findings, usage and traffic. Answers what is news. */
  saveRun(run: RunRecord): readonly FindingChange[];
  /** newest first */
  runs(options?: { readonly limit?: number; readonly before?: string }): readonly RunSummary[];
  /** the whole report of a run; `null`: no such run, or its report was pruned */
  report(id: string): ScanReport | null;
  run(id: string): RunSummary | null;
  findings(filter?: {
    readonly status?: readonly TrackedFinding['status'][];
    readonly limit?: number;
  }): readonly TrackedFinding[];
  finding(id: string): TrackedFinding | null;
  conduitDays(range?: { readonly from?: string; readonly to?: string }): readonly ConduitDay[];
  trafficDays(range?: { readonly from?: string; readonly to?: string }): readonly TrafficDay[];
  prune(retention: Retention): { readonly runs: number; readonly bytes: number };
  /** bytes of the store's files */
  size(): number;
  close(): void;
}
