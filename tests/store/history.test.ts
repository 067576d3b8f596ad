import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { HistoryStore, RunRecord } from '../../src/model/history.js';
import type { Finding, ScanReport } from '../../src/model/report.js';
import { nextRunId } from '../../src/store/next-run-id.js';
import { openHistory, type HistoryOptions } from '../../src/store/open-history.js';
import { SAMPLE_REPORT } from '../support/report.js';

let folder = '';
let history: HistoryStore;
let hour = 0;

const LOOKED = (): readonly [] => [];
const NOT_LOOKED = () => [{ ja: '見ていない。', en: 'Not looked at.' }];

function open(options: HistoryOptions = {}): HistoryStore {
  return openHistory(join(folder, 'history.db'), options);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sansou-store-'));
  hour = 0;
  history = open({ gapsOf: LOOKED });
});

afterEach(() => {
  history.close();
  rmSync(folder, { recursive: true, force: true });
});

const [SMB, RDP] = SAMPLE_REPORT.findings as [Finding, Finding, ...Finding[]];

/** A report over one hour of packets, one hour after the last. */
function report(findings: readonly Finding[], more: Partial<ScanReport> = {}): ScanReport {
  hour += 1;
  const first = 1_781_485_200 + hour * 3600;
  const at = (seconds: number): string => `${first + seconds}.000000000`;
  return {
    ...SAMPLE_REPORT,
    findings: findings.map((finding) => ({ ...finding, first: at(1), last: at(2) })),
    statistics: { ...SAMPLE_REPORT.statistics, first: at(0), last: at(3599) },
    inputs: { ...SAMPLE_REPORT.inputs, captures: [] },
    ...more,
  };
}

function run(findings: readonly Finding[], more: Partial<RunRecord> = {}): RunRecord {
  const startedAt = new Date(1_781_485_200_000 + hour * 3_600_000).toISOString();
  return {
    id: nextRunId(Date.parse(startedAt)),
    kind: 'check',
    startedAt,
    endedAt: startedAt,
    finished: true,
    report: report(findings),
    evidence: null,
    ...more,
  };
}

describe('a run', () => {
  test('is there again as it was saved, newest first', () => {
    const first = run([SMB], { evidence: '/var/lib/sansou/evidence/1' });
    const second = run([SMB, RDP], { kind: 'watch', finished: false });
    history.saveRun(first);
    history.saveRun(second);

    expect(history.runs().map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(history.runs({ limit: 1, before: second.id }).map(({ id }) => id)).toEqual([first.id]);
    expect(history.run(first.id)).toMatchObject({
      kind: 'check',
      finished: true,
      result: 'violation',
      findings: { violation: 1 },
      doubts: 1,
      evidence: '/var/lib/sansou/evidence/1',
    });
    expect(history.report(second.id)).toEqual(JSON.parse(JSON.stringify(second.report)));
    expect(history.report('none')).toBeNull();
    expect(history.quality({ limit: 2 })).toMatchObject([
      { run: second.id, check: 'CAP-01', point: 'CP-MN', value: 0, effect: 'none' },
      { run: second.id, check: 'CAP-01', point: 'CP-LG', value: 0.0004, effect: 'none' },
    ]);
  });

  test('that is saved again is replaced, and nothing is news twice', () => {
    const watch = run([SMB], { kind: 'watch', finished: false });
    expect(history.saveRun(watch).map(({ change }) => change)).toEqual(['appeared']);
    expect(history.saveRun(watch)).toEqual([]);
    const grown = { ...watch, report: { ...watch.report, findings: [...watch.report.findings, RDP] } };
    expect(history.saveRun(grown).map(({ finding }) => finding.id)).toEqual([RDP.id]);
    history.saveRun({ ...grown, finished: true });

    expect(history.runs()).toHaveLength(1);
    expect(history.finding(SMB.id)).toMatchObject({ runs: 1, status: 'new', firstRun: watch.id, lastRun: watch.id });
    expect(history.changes().map(({ number, change }) => [number, change])).toEqual([
      [1, 'appeared'],
      [2, 'appeared'],
    ]);
    expect(history.changes({ after: 1 })).toHaveLength(1);
  });

  test('gets its evidence afterwards, and nothing else of it changes', () => {
    const watch = run([SMB], { kind: 'watch' });
    history.saveRun(watch);
    const note = { directory: '/evidence/1', fullPackets: false, files: 1, packets: 8 };
    history.attachEvidence(watch.id, '/evidence/1', note);
    history.attachEvidence('none', '/evidence/2', note);
    expect(history.runs()).toMatchObject([{ id: watch.id, evidence: '/evidence/1', finished: true }]);
    expect(history.report(watch.id)).toEqual({
      ...(JSON.parse(JSON.stringify(watch.report)) as ScanReport),
      evidenceBundle: note,
    });
    expect(history.changes()).toHaveLength(1);
  });

  test('of a watch that takes a finding back says so', () => {
    const watch = run([SMB, RDP], { kind: 'watch', finished: false });
    history.saveRun(watch);
    const changes = history.saveRun({ ...watch, report: { ...watch.report, findings: [watch.report.findings[0]!] } });
    expect(changes).toMatchObject([{ change: 'gone', finding: { id: RDP.id } }]);
    expect(history.finding(RDP.id)).toBeNull();
  });

  test('gets ids that ascend, whatever the clock does', () => {
    const ids = [nextRunId(2e12), nextRunId(2e12), nextRunId(2e12 - 5000), nextRunId(2e12 + 5000)];
    expect([...ids].sort()).toEqual(ids);
    expect(ids[0]).toMatch(/^\d{8}T\d{9}Z-[0-9a-f]{4}$/);
  });
});

describe('a finding', () => {
  test('is new, then ongoing, then gone, then new again', () => {
    const statuses = [run([SMB]), run([SMB]), run([]), run([]), run([SMB]), run([SMB])].map((next) => {
      const changes = history.saveRun(next).map(({ change }) => change);
      return [history.finding(SMB.id)?.status, ...changes];
    });
    expect(statuses).toEqual([
      ['new', 'appeared'],
      ['ongoing'],
      ['gone', 'gone'],
      ['gone'],
      ['new', 'appeared'],
      ['ongoing'],
    ]);
    expect(history.finding(SMB.id)).toMatchObject({
      runs: 4,
      firstSeen: '2026-06-15T02:00:01.000Z',
      lastSeen: '2026-06-15T07:00:02.000Z',
    });
  });

  test('that nobody looked for is not gone, and its return is no news', () => {
    history.close();
    history = open({ gapsOf: NOT_LOOKED });
    history.saveRun(run([SMB]));
    expect(history.saveRun(run([]))).toEqual([]);
    expect(history.finding(SMB.id)?.status).toBe('gone-unobserved');
    expect(history.saveRun(run([SMB]))).toEqual([]);
    expect(history.finding(SMB.id)?.status).toBe('ongoing');
  });

  test.each<[string, Partial<RunRecord>]>([
    ['a run that still grows', { kind: 'watch', finished: false }],
    ['an upload', { kind: 'upload' }],
  ])('stays as it was while %s does not have it', (_what, more) => {
    history.saveRun(run([SMB]));
    expect(history.saveRun(run([], more))).toEqual([]);
    expect(history.finding(SMB.id)?.status).toBe('new');
  });

  test('is not gone because an older capture does not have it', () => {
    const older = report([]);
    history.saveRun(run([SMB]));
    expect(history.saveRun(run([], { report: older }))).toEqual([]);
    expect(history.finding(SMB.id)?.status).toBe('gone-unobserved');
  });

  test('is told once when it worsens, and not when it eases and worsens again', () => {
    const mild: Finding = { ...SMB, verdict: 'suspected', severity: 'medium' };
    const changes = [mild, SMB, mild, SMB].map((finding) => history.saveRun(run([finding])));
    expect(changes.map((list) => list.map(({ change }) => change))).toEqual([['appeared'], ['worsened'], [], []]);
    expect(changes[1]).toMatchObject([{ before: { verdict: 'suspected', severity: 'medium' } }]);
    expect(history.finding(SMB.id)).toMatchObject({ worst: 'critical', finding: { verdict: 'violation' } });
  });

  test('that somebody answers for is no news until nobody does', () => {
    const accepted: Finding = {
      ...SMB,
      accepted: { entry: 'E-1', reason: '試行', approver: 'CISO', ticket: null, until: null, settledBy: null },
    };
    expect(history.saveRun(run([accepted]))).toEqual([]);
    expect(history.finding(SMB.id)?.status).toBe('accepted');
    expect(history.saveRun(run([SMB])).map(({ change }) => change)).toEqual(['appeared']);
    expect(history.findings({ status: ['accepted', 'gone'] })).toEqual([]);
    expect(history.findings({ status: ['new', 'ongoing'] })).toHaveLength(1);
  });
});

describe('sums by day', () => {
  const daily: ScanReport['daily'] = {
    traffic: [
      {
        day: '2026-06-15',
        from: 'mynumber',
        to: 'lgwan',
        proto: 6,
        port: 445,
        flows: 2,
        packets: 20,
        bytes: 2000,
        verdicts: { violation: 2 },
      },
      {
        day: '2026-06-15',
        from: 'mynumber',
        to: 'lgwan',
        proto: 6,
        port: 443,
        flows: 3,
        packets: 30,
        bytes: 3000,
        verdicts: { permitted: 3 },
      },
      {
        day: '2026-06-16',
        from: 'mynumber',
        to: 'mynumber',
        proto: 17,
        port: null,
        flows: 1,
        packets: 1,
        bytes: 60,
        verdicts: { permitted: 1 },
      },
    ],
    conduits: [{ conduit: 'C-MN-02', day: '2026-06-15', flows: 3, bytes: 3000 }],
  };

  test('are those of the report', () => {
    history.saveRun(run([], { report: report([], { daily }) }));
    history.saveRun(run([], { report: report([], { daily }) }));
    expect(history.trafficDays({ to: '2026-06-15' })).toEqual([
      {
        day: '2026-06-15',
        from: 'mynumber',
        to: 'lgwan',
        flows: 10,
        packets: 100,
        bytes: 10_000,
        verdicts: { violation: 4, permitted: 6 },
      },
    ]);
    expect(history.serviceDays({ from: '2026-06-16' })).toEqual([
      { day: '2026-06-16', from: 'mynumber', to: 'mynumber', proto: 17, port: null, flows: 2, packets: 2, bytes: 120 },
    ]);
    expect(history.conduitDays()).toEqual([{ conduit: 'C-MN-02', day: '2026-06-15', flows: 6, bytes: 6000 }]);
  });

  test('count captures that were judged twice once', () => {
    const inputs = SAMPLE_REPORT.inputs;
    history.saveRun(run([], { report: report([], { daily, inputs }) }));
    history.saveRun(run([], { report: report([], { daily, inputs }) }));
    expect(history.conduitDays()).toMatchObject([{ flows: 3 }]);
  });

  test('fall on the first day of a report that does not count by day', () => {
    history.saveRun(run([]));
    expect(history.trafficDays()).toHaveLength(SAMPLE_REPORT.matrix.length);
    expect(new Set(history.trafficDays().map(({ day }) => day))).toEqual(new Set(['2026-06-15']));
    expect(history.serviceDays()).toEqual([]);
  });
});

describe('what is kept', () => {
  test('is bounded by age; the report that an open finding rests on stays', () => {
    const runs = [run([SMB]), run([RDP]), run([RDP]), run([RDP])];
    history.close();
    history = open({ gapsOf: NOT_LOOKED, now: () => Date.parse(runs[3]!.startedAt) + 86_400_000 });
    for (const each of runs) history.saveRun(each);
    expect(history.prune({ maxAgeDays: 1, maxBytes: null })).toMatchObject({ runs: 2 });
    expect(history.runs().map(({ id }) => id)).toEqual([runs[3]!.id, runs[0]!.id]);
    expect(history.finding(SMB.id)?.status).toBe('gone-unobserved');
  });

  test('is bounded by size, and the file shrinks', () => {
    const noise = (seed: number) => Array.from({ length: 4000 }, (_, index) => `${Math.sin(seed + index)}`);
    for (let index = 0; index < 40; index++) {
      history.saveRun(run([{ ...SMB, reasons: noise(index) }]));
    }
    const { runs, bytes } = history.prune({ maxAgeDays: null, maxBytes: 600_000 });
    expect(runs).toBeGreaterThan(16);
    expect(bytes).toBeGreaterThan(100_000);
    expect(statSync(join(folder, 'history.db')).size).toBeLessThan(600_000);
    expect(history.runs().length).toBeGreaterThan(0);
    expect(history.finding(SMB.id)).toMatchObject({ runs: 40 });
  });

  test('is for its owner alone', () => {
    expect(statSync(join(folder, 'history.db')).mode & 0o077).toBe(0);
  });
});

describe('the outbox', () => {
  test('keeps messages and notes over a restart', () => {
    history.outbox.put('mail', 'one', 1000);
    history.outbox.put('mail', 'two', 1001);
    history.outbox.put('hook', 'three', 1002);
    history.outbox.setNote('told', '7');
    history.close();
    history = open();
    expect(history.outbox.note('told')).toBe('7');
    expect(history.outbox.note('other')).toBeNull();
    const [one, two] = history.outbox.due('mail', 2000, 10);
    history.outbox.postpone(one!.number, 5000, 'refused');
    history.outbox.sent(two!.number);
    expect(history.outbox.due('mail', 2000, 10)).toEqual([]);
    expect(history.outbox.nextDue('mail')).toBe(5000);
    expect(history.outbox.due('mail', 5000, 10)).toMatchObject([{ body: 'one', attempts: 1, problem: 'refused' }]);
    expect(history.outbox.count('hook')).toBe(1);
  });

  test('does what belongs together or nothing', () => {
    expect(() =>
      history.outbox.together(() => {
        history.outbox.put('mail', 'one', 1);
        throw new Error('broken');
      }),
    ).toThrow('broken');
    expect(history.outbox.count('mail')).toBe(0);
  });
});

describe('the stamp of the history', () => {
  test('changes with what this process writes and with what another does, and with nothing else', () => {
    const seen = new Set([history.stamp()]);
    history.runs();
    history.size();
    expect([...seen]).toEqual([history.stamp()]);
    const other = open();
    const written = run([SMB]);
    other.saveRun(written);
    other.close();
    seen.add(history.stamp());
    expect(seen.size).toBe(2);
    history.saveRun(run([RDP]));
    seen.add(history.stamp());
    expect(seen.size).toBe(3);
    expect(seen).toContain(history.stamp());
  });
});
