import type { Acceptance, Finding, ScanReport } from '../../src/model/report.js';
import { SAMPLE_REPORT } from './report.js';

const acceptance: Acceptance = {
  entry: 'AF-01',
  reason: '画面転送は暗号化されており、仮想化基盤の設定で確認した。',
  approver: 'CISO',
  ticket: '令8-33',
  until: '2027-03-31',
  settledBy: '仮想化基盤のポリシー設定（クリップボード・ドライブの転送を禁止）',
};

const [smb, screen, attempt, refused, ...others] = SAMPLE_REPORT.findings;
if (smb === undefined || screen === undefined || attempt === undefined || refused === undefined) {
  throw new Error('the sample report has no findings');
}

const findings: readonly Finding[] = [
  { ...smb, status: 'new' },
  { ...screen, status: 'ongoing', accepted: { ...acceptance, entry: 'AF-02', settledBy: null } },
  ...others.map((finding): Finding => {
    const accepted = finding.verdict === 'undetermined' ? { accepted: acceptance } : {};
    return { ...finding, status: 'ongoing', ...accepted };
  }),
];

/** The sample report after `--baseline` and `--accept`. */
export const COMPARED_REPORT: ScanReport = {
  ...SAMPLE_REPORT,
  findings,
  comparison: {
    baseline: {
      file: 'reports/2026-05.json',
      sha256: 'c0de'.repeat(16),
      result: 'suspected',
      first: '1778893200.000000000',
      last: '1778894400.000000000',
    },
    counts: { new: 1, ongoing: findings.length - 1, gone: 1, 'gone-unobserved': 1 },
    gone: [
      { ...attempt, status: 'gone' },
      {
        ...refused,
        status: 'gone-unobserved',
        limits: [
          ...refused.limits,
          {
            ja: '採取点 CP-LG のパケットが今回はない。',
            en: 'There are no packets from capture point CP-LG this time.',
          },
        ],
      },
    ],
    worsened: [{ id: screen.id, verdict: 'suspected', severity: 'medium' }],
    coverageChanges: [
      {
        ja: '採取点 CP-LG のパケットが今回はない。',
        en: 'There are no packets from capture point CP-LG this time.',
      },
    ],
  },
  acceptances: {
    file: 'accepted.yaml',
    sha256: 'beef'.repeat(16),
    entries: [
      { ...acceptance, state: 'used', findings: 1 },
      { ...acceptance, entry: 'AF-02', settledBy: null, state: 'used', findings: 1 },
      { ...acceptance, entry: 'AF-03', until: '2026-03-31', ticket: null, state: 'expired', findings: 0 },
      { ...acceptance, entry: 'AF-04', state: 'unused', findings: 0 },
    ],
  },
};
