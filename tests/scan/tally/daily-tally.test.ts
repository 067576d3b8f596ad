import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../../src/base/limits.js';
import { localTime } from '../../../src/base/time.js';
import type { MatrixCell, ScanReport } from '../../../src/model/report.js';
import { check } from '../../../src/scan/check.js';
import { DailyTally, type DailySeries } from '../../../src/scan/tally/daily-tally.js';
import { LocalDays } from '../../../src/scan/tally/local-days.js';
import { loadTopology } from '../../../src/topology/load.js';
import { capture, Desk, forbidden, permitted } from '../../cli/desk.js';
import { capturesFolder, cityFile } from '../../watch/slice-captures.js';

const MIDNIGHT = Date.parse('2026-06-16T00:00:00+09:00') / 1000;
const service: DailySeries = {
  ...{ from: 'mynumber', to: 'lgwan', proto: 6, port: 445, verdict: 'permitted', conduit: 'C-1' },
};

/** The sums over days and services, as the matrix has them. */
function matrixOf({ daily }: ScanReport): readonly MatrixCell[] {
  const cells = new Map<string, MatrixCell & { readonly verdicts: Record<string, number> }>();
  for (const { from, to, flows, packets, bytes, verdicts } of daily?.traffic ?? []) {
    const key = `${from} ${to}`;
    const cell = cells.get(key) ?? { from, to, flows: 0, packets: 0, bytes: 0, verdicts: {} };
    const sums = { ...cell.verdicts } as Record<string, number>;
    for (const [verdict, count] of Object.entries(verdicts)) sums[verdict] = (sums[verdict] ?? 0) + count;
    cells.set(key, {
      ...{ from, to, verdicts: sums },
      ...{ flows: cell.flows + flows, packets: cell.packets + packets, bytes: cell.bytes + bytes },
    });
  }
  return [...cells.values()];
}

const byEnds = (x: MatrixCell, y: MatrixCell): number => (`${x.from} ${x.to}` < `${y.from} ${y.to}` ? -1 : 1);

describe('traffic by day', () => {
  test('a flow belongs to the local day on which it began', () => {
    const tally = new DailyTally('Asia/Tokyo');
    const series = tally.seriesOf(service);
    tally.count(MIDNIGHT - 1, series, 3, 300);
    tally.count(MIDNIGHT, series, 5, 500);
    tally.count(MIDNIGHT - 2, tally.seriesOf({ ...service, verdict: 'violation', conduit: null }), 1, 60);
    expect(tally.toDaily()).toEqual({
      traffic: [
        {
          ...{ day: '2026-06-15', from: 'mynumber', to: 'lgwan', proto: 6, port: 445 },
          ...{ flows: 2, packets: 4, bytes: 360, verdicts: { permitted: 1, violation: 1 } },
        },
        {
          ...{ day: '2026-06-16', from: 'mynumber', to: 'lgwan', proto: 6, port: 445 },
          ...{ flows: 1, packets: 5, bytes: 500, verdicts: { permitted: 1 } },
        },
      ],
      conduits: [
        { conduit: 'C-1', day: '2026-06-15', flows: 1, bytes: 300 },
        { conduit: 'C-1', day: '2026-06-16', flows: 1, bytes: 500 },
      ],
    });
  });

  test('a copy goes on by itself, under the same numbers', () => {
    const tally = new DailyTally('Asia/Tokyo');
    const series = tally.seriesOf(service);
    tally.count(MIDNIGHT, series, 1, 1);
    const copy = tally.copy();
    copy.count(MIDNIGHT, series, 1, 1);
    copy.count(MIDNIGHT + 86_400, copy.seriesOf({ ...service, port: 80 }), 1, 1);
    expect(tally.toDaily().traffic.map(({ flows }) => flows)).toEqual([1]);
    expect(copy.toDaily().traffic.map(({ port, flows }) => [port, flows])).toEqual([
      [445, 2],
      [80, 1],
    ]);
  });

  test('beyond the bound ports are no longer told apart, and no flow is missing; it is counted', () => {
    const tally = new DailyTally('Asia/Tokyo');
    const flows = LIMITS.dailyLines + 500;
    for (let port = 0; port < flows; port++) tally.count(MIDNIGHT, tally.seriesOf({ ...service, port }), 1, 10);
    const { traffic, conduits } = tally.toDaily();
    expect(traffic).toHaveLength(LIMITS.dailyLines + 1);
    expect(traffic.find(({ port }) => port === null)).toMatchObject({ flows: 500, bytes: 5000 });
    expect(conduits).toEqual([{ conduit: 'C-1', day: '2026-06-16', flows, bytes: flows * 10 }]);
    expect(tally.refused).toBe(500);
  });

  test('packets that claim any day cannot fill the memory', () => {
    const tally = new DailyTally('Asia/Tokyo');
    const series = tally.seriesOf(service);
    const days = 2 * LIMITS.dailyLines + 100;
    for (let day = 0; day < days; day++) tally.count(day * 86_400, series, 1, 1);
    expect(tally.toDaily().traffic).toHaveLength(2 * LIMITS.dailyLines);
    expect(tally.refused).toBeGreaterThanOrEqual(100);
  });

  test.each(['Asia/Tokyo', 'Asia/Kathmandu', 'America/New_York', 'UTC'])(
    'days are those of the calendar in %s',
    (zone) => {
      const days = new LocalDays(zone);
      for (let second = MIDNIGHT - 7000; second < MIDNIGHT + 200 * 86_400; second += 25_391)
        expect(LocalDays.dateOf(days.of(second))).toBe(localTime(BigInt(second) * 1_000_000_000n, zone).date);
      for (const second of [-1e15, -1, 0, 1e12, 1.8e10 * 1e3])
        expect(LocalDays.dateOf(days.of(second))).toMatch(/^\d{4}-\d\d-\d\d$/);
    },
  );
});

describe('the traffic by day of a report', () => {
  const { topology } = loadTopology(cityFile);
  const captures = [{ point: 'CP-MNLG', path: join(capturesFolder, 'cp-mnlg.pcap') }];

  test('has every flow of the matrix, and the use of every conduit', async () => {
    const report = await check({ captures, topology });
    expect([...matrixOf(report)].sort(byEnds)).toEqual([...report.matrix].sort(byEnds));
    const used = report.coverage.conduits.filter(({ flows }) => flows > 0);
    expect(used.length).toBeGreaterThan(0);
    expect((report.daily?.conduits ?? []).map(({ conduit, flows, bytes }) => ({ conduit, flows, bytes }))).toEqual(
      used
        .map(({ conduit, flows, bytes }) => ({ conduit, flows, bytes }))
        .sort((x, y) => (x.conduit < y.conduit ? -1 : 1)),
    );
  });

  test('is the same whether ordinary flows are looked at one by one or counted by numbers', async () => {
    const quick = await check({ captures, topology });
    const kept: unknown[] = [];
    const each = await check({
      ...{ captures, topology },
      keeper: { keep: (record) => void kept.push(record), finish: () => undefined },
    });
    expect(kept.length).toBe(each.statistics.flows);
    expect(quick.daily).toEqual(each.daily);
    expect(quick.timeline).toEqual(each.timeline);
  });

  test('ordinary flows on both sides of midnight are put down to their own days', async () => {
    const desk = new Desk();
    const sessions = Array.from({ length: 20 }, () => permitted);
    const path = desk.put('mn.pcap', capture([...sessions, forbidden], '2026-06-15T23:50:30+09:00'));
    const report = await check({
      captures: [{ point: 'CP-MN', path }],
      topology: loadTopology(desk.topology).topology,
    });
    desk.clear();
    expect(report.daily?.traffic.map(({ day, port, flows, verdicts }) => [day, port, flows, verdicts])).toEqual([
      ['2026-06-15', 8530, 10, { permitted: 10 }],
      ['2026-06-16', 445, 1, { violation: 1 }],
      ['2026-06-16', 8530, 10, { permitted: 10 }],
    ]);
    expect(report.daily?.conduits.map(({ day, flows }) => [day, flows])).toEqual([
      ['2026-06-15', 10],
      ['2026-06-16', 10],
    ]);
  });
});
