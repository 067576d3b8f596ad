import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { Failure } from '../../src/base/failure.js';
import { acceptFindings } from '../../src/compare/accept-findings.js';
import { parseAcceptedFindings } from '../../src/compare/load-accepted-findings.js';
import type { Finding, ScanReport } from '../../src/model/report.js';
import { exitStatusOf } from '../../src/rules/result.js';
import { loadTopology } from '../../src/topology/load.js';
import { SAMPLE_REPORT } from '../support/report.js';

const { topology } = loadTopology(fileURLToPath(new URL('../../topology/midorino-alpha.yaml', import.meta.url)));
const undetermined = SAMPLE_REPORT.findings.find(({ verdict }) => verdict === 'undetermined');
const violation = SAMPLE_REPORT.findings.find(({ verdict }) => verdict === 'violation');
if (undetermined === undefined || violation === undefined) throw new Error('the sample lacks findings');

const base: ScanReport = {
  ...SAMPLE_REPORT,
  quality: [],
  coverage: {
    ...SAMPLE_REPORT.coverage,
    boundaries: SAMPLE_REPORT.coverage.boundaries.map((boundary) => ({ ...boundary, result: 'observed' })),
  },
};

const entry = (subject: string, more = ''): string => `version: 1
accepted:
  - id: AF-01
    ${subject}
    reason: 暗号化された画面転送
    approver: CISO
    ticket: 令8-33
    until: 2027-03-31
    ${more}
`;
const settled = 'settledBy: 仮想化基盤のポリシー設定';

function accept(findings: readonly Finding[], yaml: string): ScanReport {
  return acceptFindings({ ...base, findings }, parseAcceptedFindings(yaml, 'accepted.yaml'), topology);
}

describe('an accepted finding', () => {
  test('is shown with who answers for it, and counted in the register', () => {
    const report = accept(
      [undetermined],
      entry(`fingerprint: "${'a'.repeat(32)}"`).replace('a'.repeat(32), undetermined.id),
    );
    expect(report.findings[0]?.accepted).toEqual({
      entry: 'AF-01',
      reason: '暗号化された画面転送',
      approver: 'CISO',
      ticket: '令8-33',
      until: '2027-03-31',
      settledBy: null,
    });
    expect(report.acceptances?.entries).toMatchObject([{ entry: 'AF-01', state: 'used', findings: 1 }]);
  });

  test('that is undetermined no longer makes the exit status 2 once other evidence settles it', () => {
    const pattern = `pattern: { rule: ${undetermined.rule}, conduit: C-MN-04 }`;
    expect(exitStatusOf(accept([undetermined], entry(pattern)))).toBe(2);
    const report = accept([undetermined], entry(pattern, settled));
    expect(exitStatusOf(report)).toBe(0);
    expect(report.clauses.A).toMatchObject({ result: 'none-observed' });
    expect(report.clauses.A.reasons[0]?.ja).toContain('パケット以外の証拠により確認済み');
    expect(report.findings).toHaveLength(1);
  });

  test('that is a violation stays one: accepting it never makes a result better', () => {
    const report = accept([violation], entry(`pattern: { rule: ${violation.rule}, from: { zone: mynumber } }`));
    expect(report.findings[0]?.accepted?.entry).toBe('AF-01');
    expect(report.result).toBe('violation');
    expect(exitStatusOf(report)).toBe(1);
  });

  test('is not met by an entry for undetermined findings once it is a violation', () => {
    const worse: Finding = { ...undetermined, verdict: 'violation' };
    const report = accept([worse], entry(`fingerprint: "${undetermined.id}"`, settled));
    expect(report.findings[0]).not.toHaveProperty('accepted');
    expect(exitStatusOf(report)).toBe(1);
  });

  test('leaves what the captures themselves leave open', () => {
    const { boundaries } = SAMPLE_REPORT.coverage;
    const unseen = boundaries.map((boundary) => ({ ...boundary, result: 'not-observed' as const }));
    const report = acceptFindings(
      { ...base, findings: [undetermined], coverage: { ...base.coverage, boundaries: unseen } },
      parseAcceptedFindings(entry(`fingerprint: "${undetermined.id}"`, settled), 'accepted.yaml'),
      topology,
    );
    expect(exitStatusOf(report)).toBe(2);
  });
});

describe('an entry of the register', () => {
  test('does not count after its last day, by the calendar of the topology, and is reported', () => {
    const yaml = entry(`fingerprint: "${undetermined.id}"`, settled);
    // the observation ends on 2026-06-15
    expect(accept([undetermined], yaml.replace('2027-03-31', '2026-06-15')).findings[0]).toHaveProperty('accepted');
    const report = accept([undetermined], yaml.replace('2027-03-31', '2026-06-14'));
    expect(report.findings[0]).not.toHaveProperty('accepted');
    expect(report.acceptances?.entries[0]?.state).toBe('expired');
    expect(report.quality).toMatchObject([{ check: 'ACC-01', value: 'AF-01', effect: 'note' }]);
    expect(exitStatusOf(report)).toBe(2);
  });

  test('that no finding meets is reported', () => {
    const report = accept([], entry(`fingerprint: "${undetermined.id}"`));
    expect(report.acceptances?.entries[0]?.state).toBe('unused');
    expect(report.quality).toMatchObject([{ check: 'ACC-02', value: 'AF-01', effect: 'note' }]);
  });

  test.each<readonly [what: string, pattern: string, meets: boolean]>([
    ['zone and service', 'from: { zone: mynumber }, service: tcp/445', true],
    ['another service', 'from: { zone: mynumber }, service: tcp/80', false],
    ['another protocol', 'service: udp/445', false],
    ['a prefix that holds the address', 'to: { prefix: 10.20.4.0/24 }', true],
    ['a prefix beside it', 'to: { prefix: 10.20.5.0/24 }', false],
    ['the address itself', 'from: { prefix: 10.10.16.55 }', true],
    ['host and conduit', 'to: { host: bunsho-lg }, conduit: C-MN-07', true],
    ['another conduit', 'conduit: C-MN-08', false],
    ['another verdict', 'verdict: suspected, to: { zone: lgwan }', false],
    ['the ends the other way round', 'from: { zone: lgwan }', false],
  ])('meets a finding by %s', (_what, pattern, meets) => {
    const report = accept([violation], entry(`pattern: { rule: ${violation.rule}, ${pattern} }`));
    expect(report.findings[0]?.accepted !== undefined).toBe(meets);
  });

  test('must hold the whole prefix that a finding stands for', () => {
    const many: Finding = { ...violation, to: { ...violation.to, address: '10.20.4.0/24' } };
    const met = (prefix: string): boolean =>
      accept([many], entry(`pattern: { rule: ${violation.rule}, to: { prefix: ${prefix} } }`)).findings[0]?.accepted !==
      undefined;
    expect([met('10.20.0.0/16'), met('10.20.4.0/25'), met('10.20.4.10')]).toEqual([true, false, false]);
  });
});

describe('a register with mistakes', () => {
  const problemsOf = (yaml: string): Failure['problems'] => {
    try {
      parseAcceptedFindings(yaml, 'accepted.yaml');
    } catch (error) {
      if (error instanceof Failure) return error.problems;
      throw error;
    }
    return [];
  };

  test('is told all of them at once, with line, column and what would be right', () => {
    const problems = problemsOf(`version: 1
accepted:
  - id: AF-01
    fingerprnt: "abc"
    reason: x
    approver: y
    until: 2027-02-30
  - id: AF-01
    pattern: { rule: A8-3-I-52, from: { prefix: 10.0.0.0/33 }, service: tcp/70000 }
    reason: x
    until: tomorrow
  - id: AF-03
    pattern: { rule: A8-3-I-52 }
    reason: x
    approver: y
    until: 2027-03-31
`);
    const said = problems.map(({ line, column, field, message, remedy }) =>
      [`${line ?? 0}:${column ?? 0}`, field, message.en, remedy?.en].join(' | '),
    );
    expect(said).toEqual([
      '3:5 | accepted[0] | it does not say which findings it is about | write either fingerprint or pattern',
      '4:5 | accepted[0].fingerprnt | unknown key fingerprnt | did you mean fingerprint?',
      '7:12 | accepted[0].until | there is no day 2027-02-30 | write a day of the calendar, like 2027-03-31',
      '8:5 | accepted[1].approver | approver is missing | add approver:',
      '8:9 | accepted[1].id | the id AF-01 is used twice | give every entry an id of its own',
      '9:49 | accepted[1].pattern.from.prefix | "10.0.0.0/33" is neither an address nor a prefix | for example 10.20.4.0/24 or 10.20.4.10',
      '9:73 | accepted[1].pattern.service | port 70000 is out of range | 1 to 65535',
      '11:12 | accepted[1].until | "tomorrow" has the wrong form | a date is written 2026-04-01',
      '13:14 | accepted[2].pattern | a rule alone would accept whatever that rule finds in future | add from, to, conduit or service',
    ]);
    expect(problems.every(({ file, code }) => file === 'accepted.yaml' && code.startsWith('ACCEPT-'))).toBe(true);
    expect(problems.every(({ message }) => /[\p{sc=Hira}\p{sc=Han}]/u.test(message.ja))).toBe(true);
  });

  test.each<readonly [what: string, yaml: string, words: string]>([
    ['is no YAML', 'version: [1', 'bracket'],
    ['is empty', ' \n', 'the file is empty'],
    ['is a list', '- 1\n', 'does not fit here'],
    ['has another version', 'version: 2\naccepted: []\n', 'is not supported'],
    ['lacks its entries', 'version: 1\n', 'accepted is missing'],
    ['names both', entry('fingerprint: "aaaaaaaaaaaaaaaa"\n    pattern: { rule: A8-3-I-52, conduit: X }'), 'both'],
    [
      'settles a violation',
      entry('pattern: { rule: A8-3-I-52, conduit: X, verdict: violation }', settled),
      'undetermined findings only',
    ],
    ['asks an end for nothing', entry('pattern: { rule: A8-3-I-52, from: {} }'), 'there is nothing in it'],
  ])('that %s', (_what, yaml, words) => {
    expect(
      problemsOf(yaml)
        .map(({ message }) => message.en)
        .join('\n'),
    ).toContain(words);
  });
});
