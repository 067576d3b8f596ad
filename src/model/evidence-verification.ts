import type { Text } from '../base/text.js';
import type { RejudgeObstacle } from './evidence-manifest.js';
import type { Verdict } from './report.js';

/** What does not hold in an evidence bundle. */
export const DEVIATIONS = [
  'manifest-digest',
  'manifest-unreadable',
  'file-missing',
  'file-extra',
  'file-changed',
  'report-differs',
  'topology-differs',
  'chain-differs',
  'finding-differs',
] as const;
export type DeviationCode = (typeof DEVIATIONS)[number];

export interface Deviation {
  readonly code: DeviationCode;
  /** relative to the bundle; null: it concerns the whole */
  readonly file: string | null;
  readonly message: Text;
}

export interface VerifiedFinding {
  readonly id: string;
  readonly rule: string;
  readonly verdict: Verdict;
  /**
   * `same`: its packets alone give it again. `different`: they should, and do not. `not-checked`: its packets, the report or
   * the topology are not what they were
   */
  readonly result: 'same' | 'different' | 'not-rejudgeable' | 'not-checked';
  readonly why: RejudgeObstacle | null;
}

/** What `sansou verify-evidence` found. */
export interface EvidenceVerification {
  readonly schema: 'sansou/verification/1';
  readonly result: 'holds' | 'does-not-hold';
  readonly directory: string;
  /** of the manifest as it is now: to be compared with what was written down when the bundle was made */
  readonly manifestSha256: string;
  readonly previousSha256: string | null;
  /** files whose digest was checked */
  readonly files: number;
  readonly fullPackets: boolean | null;
  readonly deviations: readonly Deviation[];
  readonly findings: readonly VerifiedFinding[];
  /** what to know of it that is no fault */
  readonly notes: readonly Text[];
}
