import { localTime } from '../base/time.js';
import type { DailyTraffic } from '../model/daily-traffic.js';
import type { RunRecord } from '../model/history.js';
import type { MatrixCell } from '../model/report.js';
import type { Sql } from './sql.js';

interface DaySum {
  readonly day: string;
  readonly from: string;
  readonly to: string;
  flows: number;
  packets: number;
  bytes: number;
  readonly verdicts: Record<string, number>;
}

/** Conduit usage, and flows per pair of areas and service, by local day. */
export function saveDays(sql: Sql, run: RunRecord): void {
  for (const table of ['conduit_day', 'traffic_day', 'service_day'])
    sql.run(`DELETE FROM ${table} WHERE run = ?`, run.id);
  const { daily } = run.report;
  if (daily === undefined) saveWholeRun(sql, run);
  else saveDaily(sql, run.id, daily);
}

function saveDaily(sql: Sql, run: string, { traffic, conduits }: DailyTraffic): void {
  const sums = new Map<string, DaySum>();
  for (const { day, from, to, proto, port, flows, packets, bytes, verdicts } of traffic) {
    sql.run(
      `INSERT INTO service_day (run, day, from_area, to_area, proto, port, flows, packets, bytes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[run, day, from, to, proto, port ?? -1, flows, packets, bytes],
    );
    const key = `${day} ${from} ${to}`;
    const sum = sums.get(key) ?? { day, from, to, flows: 0, packets: 0, bytes: 0, verdicts: {} };
    sum.flows += flows;
    sum.packets += packets;
    sum.bytes += bytes;
    for (const [verdict, count] of Object.entries(verdicts))
      sum.verdicts[verdict] = (sum.verdicts[verdict] ?? 0) + count;
    sums.set(key, sum);
  }
  for (const sum of sums.values()) insertTraffic(sql, run, sum.day, sum);
  for (const { conduit, day, flows, bytes } of conduits) insertConduit(sql, run, day, conduit, flows, bytes);
}

/** A report that does not count by day: everything is put down to the day on which its packets begin. */
function saveWholeRun(sql: Sql, { id, report }: RunRecord): void {
  const { first } = report.statistics;
  if (first === null) return;
  const dayOf = (time: string): string =>
    localTime(BigInt(Math.floor(Number(time))) * 1_000_000_000n, report.inputs.topology.timezone).date;
  for (const cell of report.matrix) insertTraffic(sql, id, dayOf(first), cell);
  for (const { conduit, flows, bytes, first: used } of report.coverage.conduits) {
    if (flows > 0) insertConduit(sql, id, dayOf(used ?? first), conduit, flows, bytes);
  }
}

type TrafficSum = Pick<DaySum, 'from' | 'to' | 'flows' | 'packets' | 'bytes'> & Pick<MatrixCell, 'verdicts'>;

function insertTraffic(sql: Sql, run: string, day: string, sum: TrafficSum): void {
  sql.run(
    `INSERT INTO traffic_day (run, day, from_area, to_area, flows, packets, bytes, verdicts)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[run, day, sum.from, sum.to, sum.flows, sum.packets, sum.bytes, JSON.stringify(sum.verdicts)],
  );
}

function insertConduit(sql: Sql, run: string, day: string, conduit: string, flows: number, bytes: number): void {
  sql.run(
    'INSERT INTO conduit_day (run, day, conduit, flows, bytes) VALUES (?, ?, ?, ?, ?)',
    ...[run, day, conduit, flows, bytes],
  );
}
