import type { Problem } from '../base/failure.js';
import type { FindingChange, History, Retention, RunKind, RunRecord } from '../model/history.js';
import type { ScanReport } from '../model/report.js';
import type { WriteEvidence } from '../scan/evidence/evidence-task.js';
import type { Topology } from '../model/topology.js';
import type { CaptureProgram } from './capture-program.js';

export type WatchLog = (
  level: 'debug' | 'info' | 'warn' | 'error',
  event: string,
  fields?: Record<string, unknown>,
) => void;

export interface WatchOptions {
  readonly topology: Topology;
  readonly topologyWarnings: readonly Problem[];
  readonly kind: Extract<RunKind, 'scan' | 'watch'>;
  readonly ports: readonly { readonly point: string; readonly interface: string }[];
  readonly folders: readonly { readonly point: string | null; readonly path: string }[];
  /** folder of the ring and the journal */
  readonly spool: string;
  /** null where no interface is captured from */
  readonly program: CaptureProgram | null;
  readonly dedup: boolean;
  readonly fileSeconds: number;
  readonly fileBytes: number;
  readonly bufferMebibytes: number;
  readonly ringBytes: number;
  readonly ringAgeSeconds: number;
  /** a bundle for each run goes here */
  readonly evidence: string;
  readonly fullPackets: boolean;
  /** of all bundles together */
  readonly evidenceBytes: number;
  /** what is older, or more, is dropped from the history when a run is over; null: everything stays */
  readonly retention: Retention | null;
  /** bytes that must stay free on the disk */
  readonly spareBytes: number;
  readonly silentSeconds: number;
  readonly settleMilliseconds: number;
  /** seconds between two saved reports of a run that goes on */
  readonly reportSeconds: number;
  /** a new run begins: with each local day, or after so many seconds */
  readonly runLength: 'day' | number;
  /** files of watched folders that no finding cites are removed once they are in a saved report */
  readonly removeClean: boolean;
  /** ends by itself after so many seconds or captured bytes, whichever comes first */
  readonly until: { readonly seconds: number | null; readonly bytes: number | null } | null;
  /** ends by itself when the folders hold nothing that is not read */
  readonly untilRead?: boolean;
  readonly history: Pick<History, 'saveRun' | 'attachEvidence' | 'prune'> | null;
  readonly newRunId: () => string;
  /** what a saved report changed; told to somebody */
  readonly onChanges?: (changes: readonly FindingChange[], run: RunRecord) => void;
  /** after every file, for metrics */
  readonly onState?: (state: WatchState) => void;
  readonly log: WatchLog;
  /** who makes the evidence bundles; a thread, where nobody else is named */
  readonly writeEvidence?: WriteEvidence;
  readonly sys?: string;
  /** bytes free for the spool; for tests */
  readonly freeBytes?: (path: string) => number;
}

/** What is going on, for health and metrics. */
export interface WatchState {
  readonly packets: number;
  readonly bytes: number;
  /** flows that are over, and rows given up early */
  readonly flows: number;
  readonly evictions: number;
  readonly liveFlows: number;
  readonly filesRead: number;
  readonly filesWaiting: number;
  /** seconds between now and the latest packet that was judged; null before the first */
  readonly lagSeconds: number | null;
  readonly ports: readonly {
    readonly point: string;
    readonly interface: string;
    readonly link: string;
    readonly isCapturing: boolean;
    readonly restarts: number;
    /** wall clock, milliseconds; null: none yet */
    readonly lastPacketAt: number | null;
    /** whole counts since the watch began */
    readonly packets: number;
    readonly bytes: number;
    readonly received: number;
    readonly dropped: number;
  }[];
  /** why it does not see; empty: it does */
  readonly blind: readonly {
    readonly point: string | null;
    readonly cause: string;
    readonly text: { ja: string; en: string };
  }[];
  readonly lastReport: ScanReport | null;
  readonly lastReportAt: number | null;
}
