import type { ScanReport } from '../../model/report.js';
import type { CaptureArgument, Progress } from '../../scan/options.js';

export interface JudgeControl {
  /** an abort ends it at once, without a result */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * Judges uploaded captures; rejects with a Failure where they cannot be used. The report tells no folders.
 * @param evidence folder for the evidence bundle; null: none is kept
 */
export type Judge = (
  captures: readonly CaptureArgument[],
  evidence: string | null,
  control: JudgeControl,
) => Promise<ScanReport>;
