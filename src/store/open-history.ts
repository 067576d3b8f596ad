import { statSync } from 'node:fs';
import type {
  FindingChange,
  FindingFilter,
  HistoryStore,
  NumberedChange,
  QualityOfRun,
  Retention,
  RunFilter,
  RunKind,
  RunRecord,
  RunSummary,
  ServiceDay,
  TrackedFinding,
  TrafficDay,
} from '../model/history.js';
import type { ConduitDay } from '../model/daily-traffic.js';
import type { EvidenceBundleNote, QualityEffect, Result, ScanReport, Severity } from '../model/report.js';
import { attachEvidence } from './attach-evidence.js';
import { openStore, type StoreOptions } from './open-store.js';
import { prune } from './prune.js';
import { saveRun } from './save-run.js';
import { textOf, type Row, type Sql } from './sql.js';
import { SqlOutbox } from './sql-outbox.js';
import { GAPS_OF_COMPARISON, parseFinding, reportOf, type GapsOf } from './track-findings.js';

export interface HistoryOptions extends StoreOptions {
  /** the comparison of reports unless told otherwise: why a finding may only not have been looked at */
  readonly gapsOf?: GapsOf;
  /** the clock by which `prune` counts age, milliseconds since 1970 */
  readonly now?: () => number;
}

/**
 * Opens the store of the history, one SQLite file in WAL mode: one writer at a time, and any number of readers beside it.
 * @throws Failure (exit 3), now or from any method: missing (read-only), locked, damaged, full, of a newer sansou
 */
export function openHistory(file: string, options: HistoryOptions = {}): HistoryStore {
  return new SqlHistory(openStore(file, options), options);
}

interface DayRange {
  readonly from?: string;
  readonly to?: string;
}

const FIRST_DAY = '0000-00-00';
const LAST_DAY = '9999-99-99';
const NO_LIMIT = -1;

const SUMMARY = `SELECT id, kind, started_at, ended_at, finished, result, clauses, packets, flows, findings, doubts,
  evidence FROM run`;

const QUALITY = `SELECT run, started_at, "check", point, value, effect FROM quality JOIN run ON run.id = quality.run
  ORDER BY run DESC, position`;

class SqlHistory implements HistoryStore {
  readonly outbox: SqlOutbox;
  readonly #sql: Sql;
  readonly #options: HistoryOptions;

  constructor(sql: Sql, options: HistoryOptions) {
    this.#sql = sql;
    this.#options = options;
    this.outbox = new SqlOutbox(sql);
  }

  saveRun(run: RunRecord): readonly FindingChange[] {
    return saveRun(this.#sql, run, this.#options.gapsOf ?? GAPS_OF_COMPARISON);
  }

  attachEvidence(run: string, path: string, note: EvidenceBundleNote): void {
    attachEvidence(this.#sql, run, path, note);
  }

  runs({ limit = NO_LIMIT, before, since, until }: RunFilter = {}): readonly RunSummary[] {
    const { where, values } = conditions([
      ['id < ?', before],
      ['ended_at >= ?', since],
      ['started_at <= ?', until],
    ]);
    return this.#sql.all(`${SUMMARY} ${where} ORDER BY id DESC LIMIT ?`, ...values, limit).map(toSummary);
  }

  runsLike(beginning: string, limit: number): readonly string[] {
    return this.#sql
      .all('SELECT id FROM run WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id DESC LIMIT ?2', beginning, limit)
      .map(({ id }) => textOf(id));
  }

  *eachRun(): Iterable<RunSummary> {
    for (const row of this.#sql.each(`${SUMMARY} ORDER BY id DESC`)) yield toSummary(row);
  }

  run(id: string): RunSummary | null {
    const row = this.#sql.get(`${SUMMARY} WHERE id = ?`, id);
    return row === undefined ? null : toSummary(row);
  }

  report(id: string): ScanReport | null {
    return reportOf(this.#sql, id);
  }

  findings({
    limit = NO_LIMIT,
    status,
    rule,
    severity,
    zones: [one, other] = [null, null],
    since,
    until,
  }: FindingFilter = {}): readonly TrackedFinding[] {
    const from = `json_extract(body, '$.from.zone')`;
    const to = `json_extract(body, '$.to.zone')`;
    const { where, values } = conditions([
      [`status IN (SELECT value FROM json_each(?))`, status === undefined ? undefined : JSON.stringify(status)],
      [`severity IN (SELECT value FROM json_each(?))`, severity === undefined ? undefined : JSON.stringify(severity)],
      [`json_extract(body, '$.rule') = ?`, rule],
      [`? IN (${from}, ${to})`, one ?? undefined],
      [`? IN (${from}, ${to})`, other ?? undefined],
      // within one zone
      [`${from} = ${to} AND ${from} = ?`, one !== null && one === other ? one : undefined],
      ['last_seen >= ?', since],
      ['first_seen <= ?', until],
    ]);
    return this.#sql
      .all(`SELECT * FROM finding ${where} ORDER BY last_seen DESC, id LIMIT ?`, ...values, limit)
      .map(toTracked);
  }

  *eachFinding(): Iterable<TrackedFinding> {
    for (const row of this.#sql.each('SELECT * FROM finding ORDER BY last_seen DESC, id')) yield toTracked(row);
  }

  finding(id: string): TrackedFinding | null {
    const row = this.#sql.get('SELECT * FROM finding WHERE id = ?', id);
    return row === undefined ? null : toTracked(row);
  }

  conduitDays({ from = FIRST_DAY, to = LAST_DAY }: DayRange = {}): readonly ConduitDay[] {
    return this.#sql
      .all(
        `SELECT day, conduit, sum(d.flows) AS flows, sum(bytes) AS bytes FROM conduit_day d JOIN run ON run.id = d.run
          WHERE counted = 1 AND day BETWEEN ? AND ? GROUP BY day, conduit ORDER BY day, conduit`,
        from,
        to,
      )
      .map(({ conduit, day, flows, bytes }) => ({
        conduit: textOf(conduit),
        day: textOf(day),
        flows: Number(flows),
        bytes: Number(bytes),
      }));
  }

  trafficDays({ from = FIRST_DAY, to = LAST_DAY }: DayRange = {}): readonly TrafficDay[] {
    const rows = this.#sql.all(
      `SELECT day, from_area, to_area, d.flows, d.packets, bytes, verdicts FROM traffic_day d JOIN run ON run.id = d.run
        WHERE counted = 1 AND day BETWEEN ? AND ? ORDER BY day, from_area, to_area`,
      from,
      to,
    );
    const days = new Map<string, TrafficDay & { readonly verdicts: Record<string, number> }>();
    for (const row of rows) {
      const [day, fromArea, toArea] = [textOf(row.day), textOf(row.from_area), textOf(row.to_area)];
      const key = `${day} ${fromArea} ${toArea}`;
      const sum = days.get(key) ?? { day, from: fromArea, to: toArea, flows: 0, packets: 0, bytes: 0, verdicts: {} };
      const verdicts = { ...sum.verdicts };
      for (const [verdict, count] of Object.entries(JSON.parse(textOf(row.verdicts)) as Record<string, number>)) {
        verdicts[verdict] = (verdicts[verdict] ?? 0) + count;
      }
      const [flows, packets, bytes] = [Number(row.flows), Number(row.packets), Number(row.bytes)];
      days.set(key, {
        ...sum,
        flows: sum.flows + flows,
        packets: sum.packets + packets,
        bytes: sum.bytes + bytes,
        verdicts,
      });
    }
    return [...days.values()];
  }

  serviceDays({ from = FIRST_DAY, to = LAST_DAY }: DayRange = {}): readonly ServiceDay[] {
    return this.#sql
      .all(
        `SELECT day, from_area, to_area, proto, port, sum(d.flows) AS flows, sum(d.packets) AS packets,
            sum(bytes) AS bytes
          FROM service_day d JOIN run ON run.id = d.run WHERE counted = 1 AND day BETWEEN ? AND ?
          GROUP BY day, from_area, to_area, proto, port ORDER BY day, from_area, to_area, proto, port`,
        from,
        to,
      )
      .map((row) => ({
        day: textOf(row.day),
        from: textOf(row.from_area),
        to: textOf(row.to_area),
        proto: Number(row.proto),
        port: Number(row.port) < 0 ? null : Number(row.port),
        flows: Number(row.flows),
        packets: Number(row.packets),
        bytes: Number(row.bytes),
      }));
  }

  changes({ after = 0, limit = NO_LIMIT }: { after?: number; limit?: number } = {}): readonly NumberedChange[] {
    return this.#sql
      .all('SELECT number, run, body FROM change WHERE number > ? ORDER BY number LIMIT ?', after, limit)
      .map(({ number, body }) => ({ ...(JSON.parse(textOf(body)) as FindingChange), number: Number(number) }));
  }

  changesSince(at: string): Readonly<Record<FindingChange['change'], number>> {
    const counts = { appeared: 0, worsened: 0, gone: 0 };
    for (const row of this.#sql.all('SELECT change, count(*) AS n FROM change WHERE at >= ? GROUP BY change', at)) {
      counts[row.change as FindingChange['change']] = Number(row.n);
    }
    return counts;
  }

  quality({ limit = NO_LIMIT }: { readonly limit?: number } = {}): readonly QualityOfRun[] {
    return this.#sql.all(`${QUALITY} LIMIT ?`, limit).map(toQuality);
  }

  *eachQuality(): Iterable<QualityOfRun> {
    for (const row of this.#sql.each(QUALITY)) yield toQuality(row);
  }

  prune(retention: Retention): { readonly runs: number; readonly bytes: number } {
    const before = this.size();
    const { runs } = prune(this.#sql, retention, this.#options.now?.() ?? Date.now());
    return { runs, bytes: Math.max(0, before - this.size()) };
  }

  size(): number {
    return ['', '-wal', '-shm']
      .map((end) => statSync(`${this.#sql.file}${end}`, { throwIfNoEntry: false })?.size ?? 0)
      .reduce((sum, bytes) => sum + bytes, 0);
  }

  stamp(): string {
    // the first counts what other connections have committed, the second what this one has written
    return `${this.#sql.number('PRAGMA data_version')}/${this.#sql.number('SELECT total_changes()')}`;
  }

  close(): void {
    this.#sql.close();
  }
}

function toSummary(row: Row): RunSummary {
  return {
    id: textOf(row.id),
    kind: row.kind as RunKind,
    startedAt: textOf(row.started_at),
    endedAt: textOf(row.ended_at),
    finished: row.finished === 1,
    result: row.result as Result,
    clauses: JSON.parse(textOf(row.clauses)) as RunSummary['clauses'],
    packets: Number(row.packets),
    flows: Number(row.flows),
    findings: JSON.parse(textOf(row.findings)) as Record<string, number>,
    doubts: Number(row.doubts),
    evidence: row.evidence === null ? null : textOf(row.evidence),
  };
}

/** Those that are asked for, each with its value. */
function conditions(list: readonly (readonly [string, string | undefined])[]): {
  readonly where: string;
  readonly values: readonly string[];
} {
  const asked = list.filter((entry): entry is readonly [string, string] => entry[1] !== undefined);
  const where = asked.length === 0 ? '' : `WHERE ${asked.map(([condition]) => condition).join(' AND ')}`;
  return { where, values: asked.map(([, value]) => value) };
}

function toQuality(row: Row): QualityOfRun {
  return {
    run: textOf(row.run),
    startedAt: textOf(row.started_at),
    check: textOf(row.check),
    point: row.point === null ? null : textOf(row.point),
    value: row.value === null ? null : (JSON.parse(textOf(row.value)) as number | string),
    effect: row.effect as QualityEffect,
  };
}

function toTracked(row: Row): TrackedFinding {
  return {
    id: textOf(row.id),
    status: row.status as TrackedFinding['status'],
    firstSeen: textOf(row.first_seen),
    lastSeen: textOf(row.last_seen),
    firstRun: textOf(row.first_run),
    lastRun: textOf(row.last_run),
    runs: Number(row.runs),
    worst: row.worst as Severity,
    finding: parseFinding(row),
  };
}
