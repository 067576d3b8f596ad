import type { FlowRows } from '../../flow/flow-rows.js';
import { FLOW_ROW_WORDS, I } from '../../flow/flow-row.js';

/** the first frame of the flow that went this way */
export function frameOf(
  table: FlowRows,
  row: number,
  side: 0 | 1,
): { readonly file: number; readonly frame: number } | null {
  const base = row * FLOW_ROW_WORDS;
  const frame = table.words[base + I.frameAToB + side] as number;
  const files = table.words[base + I.files] as number;
  return frame === 0 ? null : { file: side === 0 ? files & 0xffff : files >>> 16, frame: frame >>> 0 };
}
