import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { EventEmitter } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScanReport } from '../../src/model/report.js';
import { renderReport } from '../../src/report/registry.js';
import { eventually } from '../support/eventually.js';
import { command, type Outcome } from './command.js';
import { capture, Desk, forbidden, permitted, TOPOLOGY } from './desk.js';

const start = '2026-06-15T10:00:00+09:00';
/** the smallest city that can be proven: every plant costs a run of the whole pipeline */
const HAMLET = `version: 1
organization: 試験村
model: alpha
zones:
  mynumber: { segments: [{ vlan: 110, prefix: 10.10.16.0/22 }] }
  lgwan: { segments: [{ vlan: 210, prefix: 10.20.16.0/21 }] }
  internet: { segments: [{ vlan: 310, prefix: 10.30.4.0/24 }] }
capturePoints: [{ name: CP-MN, vlans: [110] }]
`;

let desk: Desk;
let hamlet: string;
let temporary: string;
beforeAll(() => {
  desk = new Desk();
  hamlet = desk.put('hamlet.yaml', HAMLET);
  temporary = desk.path('temporary');
  mkdirSync(temporary);
});
afterAll(() => desk.clear());

/** folders that a proof makes and must not leave */
const leftovers = (): readonly string[] => readdirSync(temporary);
const env = (): Record<string, string> => ({ LANG: 'C', TMPDIR: temporary });

/** A proof that gets signals as soon as it has begun. */
async function interrupted(
  argv: readonly string[],
  times: number,
): Promise<{ readonly outcome: Outcome; readonly died: readonly string[] }> {
  const signals = new EventEmitter();
  const died: string[] = [];
  const running = command(argv, { env: env(), signals, die: (signal) => void died.push(signal) });
  await eventually(() => leftovers().length > 0);
  for (let time = 0; time < times; time++) signals.emit('SIGINT', 'SIGINT');
  return { outcome: await running, died };
}

describe('prove', () => {
  test('exits 1 where VLANs are seen by nobody, and says which and what is missed', async () => {
    const { status, out, err } = await command(['prove', '-t', hamlet], { env: env() });
    expect(status).toBe(1);
    expect(err).not.toContain('Error');
    expect(out).toContain('VLANs without a capture point');
    expect(out).toContain('No capture point hears VLAN');
    expect(out).toMatch(/A8-3-A-01 .*caught/);
    expect(leftovers()).toEqual([]);
  });

  // that it exits 0 where everything is caught: tests/prove/prove.test.ts, which proves a whole city by the command

  test('interrupted once shows how far it came, in Japanese where that is asked', async () => {
    const { outcome, died } = await interrupted(['prove', '-t', hamlet, '--lang', 'ja'], 1);
    expect(outcome.out).toContain('採取点のないVLAN');
    // a gap that is known already
    expect([outcome.status, died, leftovers()]).toEqual([1, [], []]);
  });

  test('refuses a topology with control characters, and does not print them', async () => {
    const evil = desk.topology.replace(/[^/]+$/, 'evil.yaml');
    writeFileSync(evil, TOPOLOGY.replace('更新配信', '"a\\u001b[2Jb"').replace('試験市', '"c\\u001b]0;x\\u0007d"'));
    const { status, out, err } = await command(['prove', '-t', evil]);
    expect([status, err.match(/TOPOLOGY-SYNTAX/g)?.length]).toEqual([3, 2]);
    expect(out + err).not.toContain('\u001b');
  });

  test.each([
    [['prove'], 64, 'no topology file is given'],
    [['prove', '-t', 'nowhere.yaml'], 3, 'there is no such topology file'],
    [['prove', '-t', 'nowhere.yaml', '--format', 'yaml'], 64, '--format'],
  ])('%j', async (argv, wanted, words) => {
    const { status, err } = await command(argv);
    expect([status, err.includes(words)]).toEqual([wanted, true]);
  });

  test('interrupted twice ends at once and leaves nothing behind', async () => {
    const { died } = await interrupted(['prove', '-t', hamlet], 2);
    expect([died, leftovers()]).toEqual([['SIGINT'], []]);
  });
});

describe('check --prove', () => {
  test('attaches the proof; where the control failed, silence is no evidence any more', async () => {
    const file = desk.put('mn-quiet.pcap', capture([permitted], start));
    const alone = await command(['check', file, '-t', desk.topology, '--format', 'json']);
    const { status, out } = await command(['check', file, '-t', desk.topology, '--format', 'json', '--prove']);
    const { proof, quality, result, clauses, ...report } = JSON.parse(out) as ScanReport;
    const before = JSON.parse(alone.out) as ScanReport;
    expect([status, result]).toEqual([2, 'undetermined']);
    expect(report).toEqual(
      Object.fromEntries(Object.entries(before).filter(([name]) => !['quality', 'result', 'clauses'].includes(name))),
    );
    const entry = quality.find(({ check }) => check === 'RUN-PROVE');
    expect([entry?.effect, quality.length]).toEqual(['undetermined', before.quality.length + 1]);
    expect(clauses.A.reasons.map(({ en }) => en).join()).toContain('The positive control (sansou prove) failed');
    expect([proof?.schema, proof?.result]).toEqual(['sansou/proof/1', 'gaps']);
    const shown = renderReport(JSON.parse(out) as ScanReport, 'text', { lang: 'en' });
    expect(shown).toContain('What would be detected (positive control)');
    expect((await command(['check', file, '-t', desk.topology])).out).not.toContain('positive control');
  });

  test('never makes a violation less', async () => {
    const file = desk.put('mn-loud.pcap', capture([forbidden], start));
    const argv = ['check', file, '-t', desk.topology, '--format', 'json', '--prove'];
    const { status, out } = (await interrupted(argv, 1)).outcome;
    const { result, proof, quality } = JSON.parse(out) as ScanReport;
    const entry = quality.find(({ check }) => check === 'RUN-PROVE');
    expect([status, result, proof?.interrupted, entry?.effect]).toEqual([1, 'violation', true, 'undetermined']);
  });
});

describe('topology suggest', () => {
  test('proposes what a capture shows, and lists what may not be', async () => {
    const file = desk.put('mn-suggest.pcap', capture([permitted, forbidden], start));
    const { status, out } = await command(['topology', 'suggest', file, '-t', desk.topology]);
    expect(status).toBe(0);
    expect(out).toMatch(/^# Proposed from observed traffic/);
    expect(out).toContain('conduits:');
    const json = await command(['topology', 'suggest', file, '-t', desk.topology, '--format', 'json']);
    expect((JSON.parse(json.out) as { schema: string }).schema).toBe('sansou/suggestion/1');
    const target = join(file, '..', 'draft.yaml');
    const written = await command(['topology', 'suggest', file, '-t', desk.topology, '-o', target]);
    expect([written.status, written.out]).toEqual([0, '']);
  });

  test.each([
    [['topology', 'suggest'], 64],
    [['topology', 'suggest', 'nowhere.pcap'], 3],
    [['topology', 'suggest', 'nowhere.pcap', '--format', 'text'], 64],
  ])('%j', async (argv, wanted) => {
    expect((await command(argv)).status).toBe(wanted);
  });

  test('explains itself in both languages', async () => {
    expect((await command(['topology', 'suggest', '--help'])).out).toContain('Review its conduits');
    expect((await command(['topology', 'suggest', '--help', '--lang', 'ja'])).out).toContain('承認');
    expect((await command(['prove', '--help', '--lang', 'ja'])).out).toContain('終了ステータス');
  });
});
