import type { Problem } from '../base/failure.js';
import type { Language, Text } from '../base/text.js';
import type { ConduitDay, RunSummary, TrackedFinding, TrafficDay } from '../model/history.js';
import type { NetworkPlan, PlannedConduit } from '../model/network-plan.js';
import type { Area, Clause, Zone } from '../model/place.js';
import type { Finding, FindingEnd, FindingStatus, MatrixCell, ScanReport, Severity, Verdict } from '../model/report.js';
import type { MapEdge } from '../report/map/map-edges.js';

/** What the server answers to the page. Types only: the page takes nothing else from the server. */

/** `viewer` looks; `operator` also uploads, cancels and prunes. */
export const ROLES = ['viewer', 'operator'] as const;
export type Role = (typeof ROLES)[number];

export interface SessionAnswer {
  /** null: somebody has to log in */
  readonly user: { readonly name: string; readonly role: Role } | null;
  readonly mode: 'open' | 'password' | 'proxy';
  /** to be sent back in the header `x-sansou-csrf` with everything that changes something */
  readonly csrf: string;
  readonly language: Language;
  readonly version: string;
  readonly timezone: string;
  /** told to people only */
  readonly organization: string | null;
}

/** Every answer that is not the wanted one. */
export interface ProblemAnswer {
  readonly problems: readonly Problem[];
}

/** A finding as a list shows it. */
export interface FindingRow {
  readonly id: string;
  readonly status: TrackedFinding['status'];
  readonly rule: string;
  readonly clause: Clause;
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly worst: Severity;
  readonly title: Text;
  readonly from: FindingEnd;
  readonly to: FindingEnd;
  readonly service: Finding['service'];
  readonly flows: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly runs: number;
}

export interface FindingsAnswer {
  readonly findings: readonly FindingRow[];
  /** there are more than the bound of one answer */
  readonly cut: boolean;
}

export interface FileEntry {
  readonly name: string;
  readonly bytes: number;
}

export interface FindingAnswer {
  readonly tracked: TrackedFinding;
  /** files of its evidence in the last run that saw it; `null`: that run kept none */
  readonly evidence: readonly FileEntry[] | null;
}

/** A path between two areas, as the table beside the map tells it. */
export interface AreaPath {
  readonly from: Area;
  readonly to: Area;
  readonly flows: number;
  readonly bytes: number;
  readonly permitted: number;
  /** findings that are open, by verdict; accepted ones are not among them */
  readonly open: Readonly<Partial<Record<Verdict, number>>>;
}

export interface OverviewAnswer {
  readonly now: string;
  readonly organization: string;
  readonly timezone: string;
  readonly model: string;
  readonly plan: NetworkPlan;
  /** null: nothing has been judged yet */
  readonly latest: RunSummary | null;
  readonly clauses: ScanReport['clauses'] | null;
  readonly doubts: ScanReport['quality'];
  readonly boundaries: ScanReport['coverage']['boundaries'];
  readonly points: ScanReport['coverage']['points'];
  readonly paths: readonly AreaPath[];
  /** lines of the map; those of findings count the open ones */
  readonly edges: readonly MapEdge[];
  /** open violations and suspicions that do not leave their zone */
  readonly inside: Readonly<Partial<Record<Zone, number>>>;
  readonly openFindings: readonly FindingRow[];
  readonly openCount: number;
  /** open ones that only uploads have shown: they are not among those */
  readonly uploadedCount: number;
  readonly storeBytes: number;
}

export interface RunsAnswer {
  readonly runs: readonly RunSummary[];
}

/** A run without its findings, which have their own pages. */
export interface RunAnswer {
  readonly run: RunSummary;
  /** null: the report was pruned */
  readonly report:
    | (Pick<
        ScanReport,
        'result' | 'clauses' | 'matrix' | 'quality' | 'coverage' | 'statements' | 'statistics' | 'inputs' | 'tool'
      > & { readonly findingCount: number })
    | null;
  readonly findings: readonly Pick<
    Finding,
    'id' | 'rule' | 'clause' | 'verdict' | 'severity' | 'title' | 'from' | 'to' | 'service' | 'flows'
  >[];
  readonly findingsCut: boolean;
  readonly evidence: readonly FileEntry[] | null;
}

export interface TrafficAnswer {
  readonly days: readonly TrafficDay[];
}

export interface ConduitUsageRow {
  readonly conduit: PlannedConduit;
  readonly flows: number;
  readonly bytes: number;
  readonly days: readonly ConduitDay[];
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** its approval ends before today */
  readonly expired: boolean;
}

export interface ConduitsAnswer {
  readonly from: string;
  readonly to: string;
  /** something was captured in these days; else nobody knows what was used */
  readonly looked: boolean;
  readonly conduits: readonly ConduitUsageRow[];
  /** used according to the history, but no longer in the register */
  readonly unknown: readonly { readonly conduit: string; readonly flows: number; readonly bytes: number }[];
}

export interface ComparedFinding {
  readonly status: FindingStatus;
  readonly finding: RunAnswer['findings'][number];
  /** severity in the earlier run, where it had another */
  readonly before: Severity | null;
}

export interface CompareAnswer {
  readonly earlier: RunSummary;
  readonly later: RunSummary;
  readonly counts: Readonly<Record<FindingStatus, number>>;
  readonly findings: readonly ComparedFinding[];
  readonly cut: boolean;
  /** why something that is gone may only not have been looked at */
  readonly coverageChanges: readonly Text[];
  readonly matrix: readonly { readonly before: MatrixCell | null; readonly after: MatrixCell | null }[];
}

export interface TopologyAnswer {
  readonly file: string;
  readonly sha256: string;
  readonly organization: string;
  readonly model: string;
  readonly timezone: string;
  readonly plan: NetworkPlan;
  readonly warnings: readonly Problem[];
}

export interface ExplainAnswer {
  readonly conclusion: string | null;
  /** lines of the explanation in each language */
  readonly lines: Readonly<Record<Language, readonly string[]>>;
}

/** What a page is told the change of; `uploads` is for operators. */
export const LIVE_TOPICS = ['history', 'uploads'] as const;
export type LiveTopic = (typeof LIVE_TOPICS)[number];

export const UPLOAD_STATES = ['receiving', 'waiting', 'judging', 'done', 'failed', 'cancelled'] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];

export interface UploadEntry {
  readonly id: string;
  readonly user: string;
  readonly createdAt: string;
  readonly state: UploadState;
  readonly files: readonly { readonly name: string; readonly point: string | null; readonly bytes: number }[];
  /** of the judging; bytes of the captures */
  readonly progress: { readonly read: number; readonly total: number; readonly packets: number } | null;
  /** the run that came out */
  readonly run: string | null;
  readonly problems: readonly Problem[];
}

export interface UploadsAnswer {
  readonly uploads: readonly UploadEntry[];
  readonly limits: { readonly bytes: number; readonly files: number };
}

export interface PruneAnswer {
  readonly runs: number;
  readonly bytes: number;
}
