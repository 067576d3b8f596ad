import type { Problem } from '../../base/failure.js';
import type { ScanReport } from '../../model/report.js';
import type { CaptureArgument, Progress } from '../../scan/options.js';

/** What the worker is told at its start. */
export interface JudgeTask {
  readonly captures: readonly CaptureArgument[];
  /** folder for the evidence bundle; null: none is kept */
  readonly evidence: string | null;
  readonly topologyFile: string;
  /** of the topology that the server was started with */
  readonly topologySha256: string;
}

/** What the worker tells. */
export type JudgeMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'report'; readonly report: ScanReport }
  | { readonly kind: 'failure'; readonly problems: readonly Problem[] };
