import { parseEpoch } from '../../base/time.js';
import type { FindingDraft } from '../../rules/findings/finding-draft.js';

/** Nanoseconds by which clocks of capture points may differ, and a conversation goes on behind its cited frames. */
const SLACK = 2_000_000_000n;

export interface EvidenceWindow {
  readonly from: bigint;
  readonly to: bigint;
}

/** The moments at which the cited frames of findings were captured, and at which their flows ended; they do not overlap. */
export function windowsOf(
  drafts: readonly FindingDraft[],
  fileOf: (number: number) => { readonly first: bigint | null; readonly last: bigint | null } | null,
): EvidenceWindow[] {
  const windows = new Map<string, EvidenceWindow>();
  const put = (first: bigint, last: bigint): void => {
    windows.set(`${first} ${last}`, { from: first - SLACK, to: last + SLACK });
  };
  for (const { frames, last } of drafts) {
    for (const { file } of frames) {
      const { first = null, last: end = null } = fileOf(file) ?? {};
      if (first !== null && end !== null) put(first, end);
    }
    if (last !== null) put(parseEpoch(last), parseEpoch(last));
  }
  const merged: EvidenceWindow[] = [];
  for (const window of [...windows.values()].sort((x, y) => (x.from < y.from ? -1 : x.from > y.from ? 1 : 0))) {
    const before = merged.at(-1);
    if (before === undefined || window.from > before.to) merged.push(window);
    else if (window.to > before.to) merged[merged.length - 1] = { from: before.from, to: window.to };
  }
  return merged;
}
