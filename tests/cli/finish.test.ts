import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ScanReport } from '../../src/model/report.js';
import { command, type Outcome } from './command.js';
import { capture, Desk, forbidden, permitted } from './desk.js';

const desk = new Desk();
const quiet = desk.put('mn-quiet.pcap', capture([permitted, permitted], '2026-06-15T01:00:00Z'));
const loud = desk.put('mn-loud.pcap', capture([permitted, forbidden], '2026-06-16T01:00:00Z'));
const before = desk.path('before.json');
const after = desk.path('after.json');
const salt = desk.put('salt', '0123456789abcdef');

const check = (...argv: readonly string[]): Promise<Outcome> =>
  command(['check', '-t', desk.topology, '--no-hash', ...argv]);
const reportOf = ({ out }: Outcome): ScanReport => JSON.parse(out) as ScanReport;

beforeAll(async () => {
  await check(`CP-MN=${quiet}`, '--format', 'json', '-o', before);
  await check(`CP-MN=${loud}`, '--format', 'json', '-o', after);
});
afterAll(() => desk.clear());

describe('check --baseline', () => {
  test('says of each finding whether it is new', async () => {
    const outcome = await check(`CP-MN=${loud}`, '--baseline', before, '--format', 'json');
    expect(outcome.status).toBe(1);
    const { findings, comparison } = reportOf(outcome);
    expect(findings.find(({ verdict }) => verdict === 'violation')?.status).toBe('new');
    expect(comparison?.baseline.file).toBe(before);
    expect((await check(`CP-MN=${loud}`, '--baseline', before)).out).toContain('Comparison with an earlier report');
  });

  test('hides in a comparison, too, what is not to be listed', async () => {
    const outcome = await check(
      `CP-MN=${loud}`,
      '--baseline',
      before,
      '--format',
      'json',
      '--min-severity',
      'critical',
    );
    const { comparison, omitted } = reportOf(outcome);
    expect(comparison?.gone.every(({ severity }) => severity === 'critical')).toBe(true);
    expect(omitted?.below).toBe('critical');
  });

  test('refuses a file that is no report before it reads a packet', async () => {
    const { status, out, err } = await check('nowhere.pcap', '--baseline', desk.topology);
    expect([status, out]).toEqual([3, '']);
    expect(err).toContain('city.yaml:1:1: error [REPORT-UNREADABLE]: this is not valid JSON');
  });
});

describe('diff', () => {
  test('prints what is new first, and its exit status says so', async () => {
    const { status, out } = await command(['diff', before, after]);
    expect(status).toBe(1);
    expect(out.indexOf('Comparison')).toBeLessThan(out.indexOf('Findings that are new or worse'));
    expect(out).toContain('10.20.4.10');
  });

  test('finds nothing new the other way round, and nothing in a report beside itself', async () => {
    const { status, out } = await command(['diff', after, before, '--lang', 'ja']);
    expect([0, 2]).toContain(status);
    expect(out).toContain('以前の報告だけにある検出事項');
    expect((await command(['diff', after, after])).status).toBe(0);
  });

  test.each(['json', 'ndjson', 'csv', 'csv-matrix', 'sarif', 'junit', 'ecs'])('renders as %s', async (format) => {
    const target = desk.path(`diff.${format}`);
    const { status, out } = await command(['diff', before, after, '--format', format, '-o', target]);
    expect([status, out]).toEqual([1, '']);
    expect(readFileSync(target, 'utf8').length).toBeGreaterThan(500);
  });

  test.each<readonly [what: string, argv: readonly string[], status: number]>([
    ['one report only', [before], 64],
    ['a missing report', [before, desk.path('none.json')], 3],
    ['a report that is none', [desk.topology, after], 3],
    ['an unknown format', [before, after, '--format', 'xml'], 64],
    ['an output that is an input', [before, after, '-o', before], 3],
  ])('refuses %s', async (_what, argv, expected) => {
    const { status, err } = await command(['diff', ...argv]);
    expect(status).toBe(expected);
    expect(err).not.toMatch(/\n {4}at /);
  });
});

describe('two reports of which neither can be read', () => {
  test('are both named', async () => {
    const [one, other] = [desk.path('none.json'), desk.path('no-other.json')];
    const { status, err } = await command(['diff', one, other]);
    expect(status).toBe(3);
    for (const path of [one, other]) expect(err).toContain(`${path}: error [REPORT-UNREADABLE]`);
  });

  test('are named once where they are one', async () => {
    const none = desk.path('none.json');
    expect((await command(['diff', none, none])).err.split('REPORT-UNREADABLE')).toHaveLength(2);
  });
});

describe('check --accept', () => {
  const register = (until: string): string =>
    desk.put(
      'accepted.yaml',
      `version: 1
accepted:
  - id: AF-01
    pattern: { rule: A8-3-A-24, from: { zone: mynumber }, to: { zone: lgwan } }
    reason: 移行中
    approver: CISO
    until: ${until}
`,
    );

  test('shows an accepted violation as accepted, and as a violation', async () => {
    const { status, out } = await check(`CP-MN=${loud}`, '--accept', register('2027-03-31'));
    expect(status).toBe(1);
    expect(out).toContain('accepted by AF-01 (CISO, until 2027-03-31)');
    expect(out).toContain('Register of accepted findings');
  });

  test('reports an entry that ran out before the capture', async () => {
    const outcome = await check(`CP-MN=${loud}`, '--accept', register('2026-06-01'), '--format', 'json');
    const report = reportOf(outcome);
    expect(report.acceptances?.entries[0]?.state).toBe('expired');
    expect(report.findings.some(({ accepted }) => accepted !== undefined)).toBe(false);
  });

  test('tells the mistakes of the register with their places, exit status 3', async () => {
    const { status, err } = await check(`CP-MN=${loud}`, '--accept', desk.put('bad.yaml', 'version: 1\naccpted: []\n'));
    expect(status).toBe(3);
    expect(err).toContain('bad.yaml:2:1: error [ACCEPT-STRUCTURE]: accpted: unknown key accpted');
    expect(err).toContain('did you mean accepted?');
  });
});

describe('check --redact', () => {
  test('gives nobody away, whatever the format', async () => {
    for (const format of ['text', 'json', 'ndjson', 'csv', 'sarif', 'junit', 'ecs']) {
      const { status, out } = await check(`CP-MN=${loud}`, '--redact', '--format', format);
      expect(status).toBe(1);
      for (const original of ['10.10.16.55', '10.20.4.10', '00:00:5e:00:53:21', 'wsus-mn', '試験市', 'mn-loud'])
        expect([format, out.includes(original)]).toEqual([format, false]);
    }
  });

  test('names everything anew in each run, unless it is told the salt', async () => {
    const run = (...argv: readonly string[]): Promise<Outcome> =>
      check(`CP-MN=${loud}`, '--redact', '--format', 'json', ...argv);
    const [first, second] = [await run(), await run()];
    expect(first.out).not.toBe(second.out);
    const fromFile = await run('--redact-salt', salt);
    expect((await run('--redact-salt', salt)).out).toBe(fromFile.out);
    const fromEnvironment = await command(
      ['check', '-t', desk.topology, '--no-hash', `CP-MN=${loud}`, '--redact', '--format', 'json'],
      { env: { LANG: 'C', SANSOU_REDACT_SALT: '0123456789abcdef' } },
    );
    expect(fromEnvironment.out).toBe(fromFile.out);
  });

  test('compares with a redacted baseline of the same salt, and with no other', async () => {
    const redacted = desk.path('redacted.json');
    await check(`CP-MN=${loud}`, '--redact', '--redact-salt', salt, '--format', 'json', '-o', redacted);
    const again = ['--baseline', redacted, '--redact', '--format', 'json'] as const;
    const outcome = await check(`CP-MN=${loud}`, ...again, '--redact-salt', salt);
    expect(reportOf(outcome).findings.every(({ status }) => status === 'ongoing')).toBe(true);
    expect(outcome.out).not.toContain('redacted.json');
    const other = await check(`CP-MN=${loud}`, ...again);
    expect(other.status).toBe(3);
    expect(other.err).toContain('REPORT-REDACTED');
  });

  test('refuses a salt that can be guessed, that is missing, or that has no use', async () => {
    const short = await check(`CP-MN=${loud}`, '--redact', '--redact-salt', desk.put('short', 'abc'));
    expect([short.status, short.err.includes('at least 16')]).toEqual([3, true]);
    expect((await check(`CP-MN=${loud}`, '--redact', '--redact-salt', desk.path('none'))).status).toBe(3);
    expect((await check(`CP-MN=${loud}`, '--redact-salt', salt)).status).toBe(64);
  });
});
