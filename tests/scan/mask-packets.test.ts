import { describe, expect, test } from '@jest/globals';
import { maskPackets } from '../../src/scan/mask-packets.js';
import { SAMPLE_REPORT } from '../support/report.js';

const NUMBER = '123456789018';

describe('what is taken from packets', () => {
  test('carries no individual number into the report, and keeps its files and digests', () => {
    const [finding] = SAMPLE_REPORT.findings;
    const [frame] = finding?.evidence ?? [];
    if (finding === undefined || frame === undefined) throw new Error('the sample has no finding');
    const leaking = {
      ...finding,
      summary: { ja: `ファイル ${NUMBER}.pdf`, en: `file ${NUMBER}.pdf` },
      indicators: [{ field: 'file' as const, value: `${NUMBER}.pdf` }],
      evidence: [{ ...frame, file: `mn-${NUMBER}.pcap` }],
    };
    const [masked] = maskPackets([leaking]);
    expect(masked?.summary.en).toBe('file ************.pdf');
    expect(masked?.indicators[0]?.value).toBe('************.pdf');
    expect(masked?.evidence).toEqual(leaking.evidence);
  });

  test('is handed back as it is where there is nothing to mask', () => {
    expect(maskPackets(SAMPLE_REPORT.findings)).toBe(SAMPLE_REPORT.findings);
  });
});
