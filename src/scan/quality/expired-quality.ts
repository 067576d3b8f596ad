import type { QualityEntry } from '../../model/report.js';
import type { FindingDraft } from '../../rules/findings/finding-draft.js';

/** Files that findings cite and that can no longer be read: the verdicts stand, but nobody can look the packets up there. */
export function expiredQuality(
  drafts: readonly Pick<FindingDraft, 'frames'>[],
  isReadable: (file: number) => boolean,
): QualityEntry[] {
  const cited = new Set(drafts.flatMap(({ frames }) => frames.map(({ file }) => file)));
  const expired = [...cited].filter((file) => !isReadable(file)).length;
  if (expired === 0) return [];
  return [
    {
      check: 'RUN-EVIDENCE-EXPIRED',
      point: null,
      value: expired,
      effect: 'note',
      message: {
        ja: `検出事項が引用する採取ファイルのうち${expired}個は保存期限を過ぎて消えており、元のファイルでは確かめられない。この実行の証拠一式に収めたパケットは残っている。`,
        en: `${expired} of the capture files that findings cite have expired and cannot be looked at again. Packets that were taken into the evidence bundle of this run are still there.`,
      },
    },
  ];
}
