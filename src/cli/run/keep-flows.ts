import type { FlowKeeper } from '../../model/flow-record.js';
import { formatFlowRecord, formatFlowRun } from '../../report/flows/flow-record-json.js';
import { openFileOutput } from '../output/file-output.js';

/** characters gathered before they are written */
const PIECE_CHARACTERS = 128 * 1024;

/** `--keep-flows FILE`, opened before the long work; the file appears whole or not at all. */
export interface KeptFlows {
  readonly keeper: FlowKeeper;
  commit(): Promise<void>;
  discard(): void;
}

/** @param inputs files that must not be overwritten */
export function openKeptFlows(path: string, inputs: readonly string[]): KeptFlows {
  const output = openFileOutput(path, inputs);
  let piece = '';
  return {
    keeper: {
      keep(record) {
        piece += formatFlowRecord(record);
        if (piece.length < PIECE_CHARACTERS) return;
        output.write(piece);
        piece = '';
      },
      finish(run) {
        output.write(piece + formatFlowRun(run));
        piece = '';
      },
    },
    commit: () => output.commit(),
    discard: () => output.discard(),
  };
}
