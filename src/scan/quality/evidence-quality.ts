import type { CollectedEvidence } from '../../evidence/bundle/evidence-bundle.js';
import type { QualityEntry } from '../../model/report.js';

/** What the second reading found: a capture that changed proves nothing, one that is gone cannot be shown. */
export function evidenceQuality(collected: CollectedEvidence | undefined): QualityEntry[] {
  if (collected === undefined) return [];
  const entries = collected.captures.flatMap(({ file, point, state }): QualityEntry[] => {
    if (state === 'changed')
      return [
        {
          check: 'RUN-CAPTURE-CHANGED',
          point,
          value: file,
          effect: 'undetermined',
          message: {
            ja: '読み取りの間にキャプチャが変わった（SHA-256 の不一致、または読めなくなった）。このファイルに基づく検出事項は証拠として無効であり、証拠一式には含めない。',
            en: 'The capture changed while it was being judged (another SHA-256, or no longer readable). What rests on it is void as evidence and is not in the bundle.',
          },
        },
      ];
    if (state === 'unchanged') return [];
    return [
      {
        check: 'RUN-EVIDENCE-MISSING',
        point,
        value: file,
        effect: 'note',
        message:
          state === 'not-readable-again'
            ? {
                ja: '標準入力などは二度読めないため、このキャプチャのパケットは証拠一式にない。',
                en: 'Standard input and pipes cannot be read twice: the packets of this capture are not in the evidence bundle.',
              }
            : {
                ja: '最後まで読まれなかったため、このキャプチャのパケットは証拠一式にない。',
                en: 'It was not read to its end: the packets of this capture are not in the evidence bundle.',
              },
      },
    ];
  });
  if (collected.withoutFile === 0) return entries;
  return [
    ...entries,
    {
      check: 'RUN-EVIDENCE-LIMIT',
      point: null,
      value: collected.withoutFile,
      effect: 'note',
      message: {
        ja: `検出事項の数が証拠一式の上限を超えたため、${collected.withoutFile}件についてはパケットを収めていない。`,
        en: `More findings than an evidence bundle may hold: the packets of ${collected.withoutFile} of them are not in it.`,
      },
    },
  ];
}
