import type { EvidenceCaptures, EvidenceFile } from '../../evidence/bundle/evidence-captures.js';
import type { EvidenceBundleNote, QualityEntry, ScanReport } from '../../model/report.js';
import type { FindingDraft } from '../../rules/findings/finding-draft.js';
import type { CitedRun } from '../run-report.js';

/** The captures of a moment, without anything that a thread cannot be given. */
export interface CaptureSnapshot {
  /** zero of times, seconds since 1970 */
  readonly origin: number;
  /** that may be read again */
  readonly evidenceFiles: readonly EvidenceFile[];
  /** those, and all that are cited, by number */
  readonly files: ReadonlyMap<number, SnapshotFile>;
}

export interface SnapshotFile {
  readonly path: string;
  readonly sha256: string | null;
  readonly interfaces: readonly { readonly name: string | null }[];
  /** by interface */
  readonly points: readonly (string | null)[];
}

/** Everything that the bundle of a run is made from: plain data, so that another thread can make it. */
export interface EvidenceTask {
  /** the folder of the bundle; an earlier one of the same run is replaced */
  readonly directory: string;
  /** folder that holds the bundles of all runs, and the bytes that they may take together */
  readonly root: string;
  readonly maximumBytes: number;
  readonly fullPackets: boolean;
  /** the run has a bundle already: what it holds and the captures no longer do is taken over */
  readonly continues: boolean;
  readonly topology: { readonly file: string; readonly sha256: string; readonly bytes: Uint8Array };
  readonly dedup: boolean;
  readonly report: ScanReport;
  readonly drafts: readonly FindingDraft[];
  readonly captures: CaptureSnapshot;
  /** what earlier bundles of the run found: see `CommitOptions.judged` */
  readonly judged: ReadonlyMap<string, boolean>;
}

/** What became of it. */
export type EvidenceOutcome =
  | {
      readonly kind: 'written';
      readonly note: EvidenceBundleNote;
      readonly manifestSha256: string;
      /** ids of the findings that it holds */
      readonly findings: readonly string[];
      /** what the second reading says of the captures */
      readonly quality: readonly QualityEntry[];
      readonly judged: ReadonlyMap<string, boolean>;
      /** findings with packets that were not judged again yet */
      readonly notTried: number;
    }
  /** the bundles take all the room that they may */
  | { readonly kind: 'full' }
  | { readonly kind: 'failed'; readonly reason: string };

/** @param signal gives up @returns what became of it; rejects for nothing but a fault of ours */
export type WriteEvidence = (task: EvidenceTask, signal: AbortSignal) => Promise<EvidenceOutcome>;

export function snapshotOf({ drafts, captures }: CitedRun): CaptureSnapshot {
  const evidenceFiles = captures.evidenceFiles();
  const numbers = new Set([
    ...evidenceFiles.map(({ number }) => number),
    ...drafts.flatMap(({ frames }) => frames.map(({ file }) => file)),
  ]);
  const files = new Map<number, SnapshotFile>();
  for (const number of numbers) {
    const file = captures.file(number);
    if (file === undefined) continue;
    const interfaces = file.interfaces.map(({ name }) => ({ name }));
    files.set(number, {
      path: file.path,
      sha256: file.sha256,
      interfaces,
      points: pointsOf(captures, number, interfaces),
    });
  }
  return { origin: captures.clock.origin, evidenceFiles, files };
}

function pointsOf(captures: EvidenceCaptures, number: number, interfaces: readonly unknown[]): (string | null)[] {
  return Array.from({ length: Math.max(1, interfaces.length) }, (_, index) => captures.pointOf(number, index));
}
