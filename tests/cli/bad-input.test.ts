import { mkdirSync, readdirSync } from 'node:fs';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { capture, Desk, forbidden, permitted, TOPOLOGY } from './desk.js';
import { command } from './command.js';
import type { ScanReport } from '../../src/model/report.js';

const desk = new Desk();
const spring = '2026-06-15T10:00:00+09:00';
let good = '';
let violating = '';

beforeAll(() => {
  good = desk.put('mn-1.pcap', capture([permitted, permitted], spring));
  violating = desk.put('mn-2.pcap', capture([forbidden], '2026-06-15T11:00:00+09:00'));
});
afterAll(() => desk.clear());

async function judge(...argv: string[]): Promise<{ status: number; report: ScanReport; err: string }> {
  const { status, out, err } = await command(['check', ...argv, '-t', desk.topology, '--format', 'json']);
  return { status, report: JSON.parse(out) as ScanReport, err };
}

describe('captures that cannot be used', () => {
  test.each(['check', 'flows'])('%s: a file that is not there ends with 3 and names it', async (name) => {
    const { status, out, err } = await command([name, desk.path('none.pcap'), '-t', desk.topology]);
    expect(status).toBe(3);
    expect(out).toBe('');
    expect(err).toContain('none.pcap');
  });

  test.each(['check', 'flows'])('%s: a file of another kind ends with 3 and says what it is not', async (name) => {
    const foreign = desk.put('notes.txt', 'These are only words, and not packets at all.\n');
    const { status, err } = await command([name, foreign, '-t', desk.topology]);
    expect(status).toBe(3);
    expect(err).toContain('notes.txt');
    expect(err).not.toContain('at Object');
  });

  test('a file of another kind beside a good one is reported, and the good one is judged', async () => {
    const foreign = desk.put('junk.pcap', Buffer.alloc(4096, 0x5a));
    const { status, report } = await judge(foreign, violating);
    expect(status).toBe(1);
    const entry = report.inputs.captures.find(({ file }) => file.endsWith('junk.pcap'));
    expect(entry?.complete).toBe(false);
    expect(entry?.problems).not.toHaveLength(0);
    expect((await judge(foreign, good)).status).toBe(2);
  });

  test('a folder without captures ends with 3', async () => {
    mkdirSync(desk.path('empty'));
    for (const name of ['check', 'flows']) {
      const { status, err } = await command([name, desk.path('empty'), '-t', desk.topology]);
      expect(status).toBe(3);
      expect(err).toContain('empty');
    }
  });

  test('a cut file is read to where it is whole, and what was found counts', async () => {
    const whole = capture([permitted, forbidden, forbidden], spring);
    const cut = desk.put('mn-cut.pcap', whole.subarray(0, whole.length - 7));
    const { status, report } = await judge(cut);
    expect(status).toBe(1);
    expect(report.inputs.captures[0]).toMatchObject({ complete: false });
    const flows = await command(['flows', cut]);
    expect(flows.status).toBe(2);
    expect(flows.out.trim().split('\n')).toHaveLength(3);
    expect(flows.err).toContain('mn-cut.pcap');
  });

  test('a cut file without a violation is undetermined, never clean', async () => {
    const whole = capture([permitted, permitted], spring);
    const { status } = await judge(desk.put('mn-cut2.pcap', whole.subarray(0, whole.length - 7)));
    expect(status).toBe(2);
  });

  test('a name that commands terminals is shown harmless', async () => {
    const { err } = await command(['flows', desk.path('\u001b[31mred.pcap')]);
    expect(err).toContain('red.pcap');
    expect(err).not.toContain('\u001b');
  });
});

describe('a topology that cannot be used', () => {
  test('every error is told at once with file, line, column and field', async () => {
    const broken = desk.put(
      'broken.yaml',
      TOPOLOGY.replace('ports:', 'portz:').replace('model: alpha', 'model: gamma'),
    );
    const { status, out, err } = await command(['check', good, '-t', broken]);
    expect(status).toBe(3);
    expect(out).toBe('');
    expect(err).toMatch(/broken\.yaml:3:\d+: error/);
    expect(err).toMatch(/broken\.yaml:30:\d+: error/);
    expect(err).toContain('portz');
  });

  test('one that is not there', async () => {
    const { status, err } = await command(['check', good, '-t', desk.path('no.yaml')]);
    expect(status).toBe(3);
    expect(err).toContain('no.yaml');
  });

  test('an unknown capture point ends with 3 and lists the known ones', async () => {
    const { status, err } = await command(['check', `CP-MM=${good}`, '-t', desk.topology]);
    expect(status).toBe(3);
    expect(err).toContain('CP-MM');
    expect(err).toContain('did you mean "CP-MN"');
  });
});

describe('captures that do not fit together', () => {
  test('two files that overlap in time at one point are one observation', async () => {
    const first = desk.put('mn-a.pcap', capture([permitted, forbidden], spring));
    const second = desk.put('mn-b.pcap', capture([forbidden, permitted], '2026-06-15T10:00:30+09:00'));
    const { status, report } = await judge(first, second);
    expect(status).toBe(1);
    expect(report.statistics.flows).toBe(4);
    const other = await judge(second, first);
    expect(other.report.findings.map(({ id }) => id)).toEqual(report.findings.map(({ id }) => id));
  });

  test('a capture from before the approval of a conduit is outside its terms', async () => {
    const early = desk.put('mn-early.pcap', capture([permitted], '2026-03-31T10:00:00+09:00'));
    const { status, report } = await judge(early);
    expect(status).toBe(1);
    expect(report.findings.find(({ rule }) => rule === 'A8-3-A-04')?.conduit).toEqual({
      nearest: 'C-MN-07',
      failed: 'validity',
    });
  });
});

describe('output', () => {
  test.each(['check', 'flows'])('%s: a path that cannot be written ends with 3', async (name) => {
    const { status, err } = await command([name, good, '-t', desk.topology, '-o', desk.path('nowhere/report.json')]);
    expect(status).toBe(3);
    expect(err).toContain('nowhere');
  });

  test('after a failure there is no report and nothing half-made', async () => {
    await command(['check', desk.path('none.pcap'), '-t', desk.topology, '-o', desk.path('report.txt')]);
    expect(readdirSync(desk.folder).filter((name) => name.includes('report'))).toEqual([]);
  });

  test('a closed pipe makes no noise and changes no status', async () => {
    const broken = () =>
      new Writable({ write: (_piece, _encoding, done) => done(Object.assign(new Error('EPIPE'), { code: 'EPIPE' })) });
    const judged = await command(['check', violating, '-t', desk.topology], { stdout: broken() });
    expect(judged).toMatchObject({ status: 1, err: '' });
    const listed = await command(['flows', good], { stdout: broken() });
    expect(listed).toMatchObject({ status: 0, err: '' });
  });
});
