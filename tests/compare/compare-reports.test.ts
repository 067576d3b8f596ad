import { describe, expect, test } from '@jest/globals';
import { Failure } from '../../src/base/failure.js';
import { compareReports } from '../../src/compare/compare-reports.js';
import type { Finding, ScanReport } from '../../src/model/report.js';
import { exitStatusOfDifference } from '../../src/rules/result.js';
import { SAMPLE_REPORT } from '../support/report.js';

const [smb, screen] = SAMPLE_REPORT.findings;
if (smb === undefined || screen === undefined) throw new Error('the sample has no findings');

const clean: ScanReport = {
  ...SAMPLE_REPORT,
  result: 'none-observed',
  findings: [],
  quality: SAMPLE_REPORT.quality.filter(({ effect }) => effect !== 'undetermined'),
};
const withFindings = (...findings: readonly Finding[]): ScanReport => ({ ...clean, result: 'violation', findings });
const compare = (before: ScanReport, now: ScanReport): ScanReport =>
  compareReports(now, { report: before, file: 'before.json', sha256: '0'.repeat(64) });
const goneStatus = (before: ScanReport, now: ScanReport): string | undefined =>
  compare(before, now).comparison?.gone[0]?.status;
const reasons = (report: ScanReport): string => report.comparison?.coverageChanges.map(({ en }) => en).join('\n') ?? '';

describe('a report beside an earlier one', () => {
  test('says of each finding whether it is new, by its fingerprint alone', () => {
    const moved = { ...smb, first: '1.000000000', flows: 99 };
    const compared = compare(withFindings(smb), withFindings(moved, screen));
    expect(compared.findings.map(({ status }) => status)).toEqual(['ongoing', 'new']);
    expect(compared.comparison?.counts).toEqual({ new: 1, ongoing: 1, gone: 0, 'gone-unobserved': 0 });
    expect(exitStatusOfDifference(compared)).toBe(1);
  });

  test('is no worse than itself', () => {
    const compared = compare(withFindings(smb), withFindings(smb));
    expect(compared.comparison).toMatchObject({ gone: [], worsened: [], coverageChanges: [] });
    expect(exitStatusOfDifference(compared)).toBe(0);
  });

  test('calls gone what it would have seen', () => {
    const compared = compare(withFindings(smb), clean);
    expect(compared.comparison?.gone).toMatchObject([{ id: smb.id, status: 'gone' }]);
    expect(exitStatusOfDifference(compared)).toBe(0);
  });

  test('notices a finding that weighs more than it did, and what it was', () => {
    const suspected: Finding = { ...smb, verdict: 'suspected', severity: 'critical' };
    const compared = compare(
      { ...withFindings(suspected), result: 'violation' },
      withFindings({ ...smb, severity: 'high' }),
    );
    expect(compared.comparison?.worsened).toEqual([{ id: smb.id, verdict: 'suspected', severity: 'critical' }]);
    expect(exitStatusOfDifference(compared)).toBe(1);
    expect(compare(withFindings(smb), withFindings(suspected)).comparison?.worsened).toEqual([]);
  });

  test('does not count what weighs nothing: a new block is no deterioration', () => {
    const blocked: Finding = { ...smb, verdict: 'blocked', severity: 'info' };
    const now = { ...clean, findings: [blocked] };
    expect(exitStatusOfDifference(compare(clean, now))).toBe(0);
  });
});

describe('what is not there any more was only not looked at', () => {
  const before = withFindings(smb);
  const { coverage } = clean;
  const pointless = coverage.points.filter(({ point }) => point !== 'CP-LG');

  test.each<readonly [why: string, now: ScanReport, words: string]>([
    ['its capture point is missing', { ...clean, coverage: { ...coverage, points: pointless } }, 'CP-LG'],
    [
      'its capture point is silent',
      {
        ...clean,
        coverage: {
          ...coverage,
          points: coverage.points.map((each) => (each.point === 'CP-LG' ? { ...each, packets: 0 } : each)),
        },
      },
      'no packets from capture point CP-LG',
    ],
    [
      'its VLAN was not seen',
      {
        ...clean,
        coverage: {
          ...coverage,
          points: coverage.points.map((each) => (each.point === 'CP-MN' ? { ...each, vlans: ['120'] } : each)),
        },
      },
      'VLAN 110',
    ],
    [
      'the capture is shorter',
      {
        ...clean,
        coverage: {
          ...coverage,
          points: coverage.points.map((each) => ({
            ...each,
            last: each.first === null ? null : shift(each.first, 600),
          })),
        },
      },
      'shorter than before',
    ],
    [
      'its boundary was not seen from both sides',
      {
        ...clean,
        coverage: {
          ...coverage,
          boundaries: coverage.boundaries.map((each) => ({ ...each, result: 'one-side' as const })),
        },
      },
      'fw-mn: mynumber|lgwan',
    ],
    [
      'no declared host of its zone was seen',
      { ...clean, coverage: { ...coverage, zones: coverage.zones.map((each) => ({ ...each, hostsSeen: 0 })) } },
      'No declared host of the My Number zone',
    ],
    [
      'its rule was not checked',
      {
        ...clean,
        coverage: { ...coverage, notChecked: [{ rule: smb.rule, title: smb.title, why: smb.title }] },
      },
      `Rule ${smb.rule} was not checked`,
    ],
    [
      'the quality of its point allows no claim',
      {
        ...clean,
        quality: [{ check: 'CAP-01', point: 'CP-MN', value: 0.2, effect: 'undetermined', message: smb.title }],
      },
      'CAP-01 CP-MN',
    ],
    [
      'the reading was interrupted',
      { ...clean, statistics: { ...clean.statistics, interrupted: true } },
      'interrupted',
    ],
    ['the report lists graver findings only', { ...clean, omitted: { below: 'critical', findings: 1 } }, 'not listed'],
  ])('because %s', (_why, now, words) => {
    const compared = compare(before, now);
    expect(compared.comparison?.gone[0]?.status).toBe('gone-unobserved');
    expect(reasons(compared)).toContain(words);
    expect(compared.comparison?.gone[0]?.limits.some(({ en }) => en.includes(words))).toBe(true);
    expect(exitStatusOfDifference(compared)).toBe(2);
  });

  test('but not because of a point that never showed it', () => {
    const now = {
      ...clean,
      coverage: { ...coverage, points: coverage.points.filter(({ point }) => point !== 'CP-IN') },
    };
    expect(goneStatus(before, now)).toBe('gone');
    const elsewhere = [
      { check: 'CAP-01', point: 'CP-IN', value: 0.2, effect: 'undetermined' as const, message: smb.title },
    ];
    expect(goneStatus(before, { ...clean, quality: elsewhere })).toBe('gone');
  });

  test('and a finding that cites no packet is gone only if everything was looked at again', () => {
    const unlisted: Finding = { ...smb, evidence: [] };
    const now = {
      ...clean,
      coverage: { ...coverage, points: coverage.points.filter(({ point }) => point !== 'CP-IN') },
    };
    expect(goneStatus(withFindings(unlisted), now)).toBe('gone-unobserved');
    expect(goneStatus(withFindings(unlisted), clean)).toBe('gone');
  });
});

describe('a comparison is read with', () => {
  test('a changed topology, changed rules, points that came and went', () => {
    const now: ScanReport = {
      ...clean,
      inputs: {
        ...clean.inputs,
        topology: { ...clean.inputs.topology, sha256: '1'.repeat(64), organization: '別の市' },
      },
      tool: { ...clean.tool, rules: '2'.repeat(64) },
      coverage: {
        ...clean.coverage,
        points: clean.coverage.points.map((each) => ({ ...each, point: `${each.point ?? ''}2` })),
      },
    };
    const said = reasons(compare({ ...clean, omitted: { below: 'low', findings: 4 } }, now));
    for (const words of [
      'different bodies',
      'topology file differs',
      'rule sets differ',
      'only the last time',
      'not captured before',
      'does not list 4',
    ])
      expect(said).toContain(words);
  });

  test('nothing at all where the names of one are pseudonyms and those of the other are not', () => {
    const redacted = { ...clean, redacted: true, redactionKey: 'aa' };
    expect(() => compare(redacted, clean)).toThrow(Failure);
    expect(() => compare(clean, redacted)).toThrow(Failure);
    expect(() => compare(redacted, { ...redacted, redactionKey: 'bb' })).toThrow(Failure);
    expect(compare(redacted, redacted).comparison?.gone).toEqual([]);
  });
});

function shift(time: string, seconds: number): string {
  return (Number(time) + seconds).toFixed(9);
}
