import type { FindingChange, RunRecord } from '../model/history.js';
import { textOf, type Sql } from './sql.js';
import { inputsDigest } from './inputs-digest.js';
import { lookOf } from './look-of-run.js';
import { packReport } from './packed-report.js';
import { saveDays } from './save-days.js';
import { trackFindings, type GapsOf } from './track-findings.js';

/**
 * The run, its findings, quality and traffic in one transaction. A run that is there already is replaced, so that a watch
 * can save the same run as it grows, and a second try after a fault does no harm.
 */
export function saveRun(sql: Sql, run: RunRecord, gapsOf: GapsOf): readonly FindingChange[] {
  const report = packReport(run.report);
  return sql.transaction(() => {
    const found = sql.all('SELECT finding FROM run_finding WHERE run = ?', run.id);
    const before = new Set(found.map(({ finding }) => textOf(finding)));
    saveSummary(sql, run, report);
    saveQuality(sql, run);
    saveDays(sql, run);
    const changes = trackFindings(sql, run, before, gapsOf);
    for (const { change, at, finding, ...rest } of changes) {
      sql.run(
        'INSERT INTO change (at, run, change, finding, body) VALUES (?, ?, ?, ?, ?)',
        ...[at, run.id, change, finding.id, JSON.stringify({ change, at, finding, ...rest })],
      );
    }
    return changes;
  });
}

function saveSummary(sql: Sql, run: RunRecord, packed: Uint8Array): void {
  const { report } = run;
  const findings: Record<string, number> = {};
  for (const { verdict } of report.findings) findings[verdict] = (findings[verdict] ?? 0) + 1;
  const clauses = { A: report.clauses.A.result, I: report.clauses.I.result, U: report.clauses.U.result };
  const inputs = inputsDigest(report);
  sql.run(
    `INSERT INTO run (id, kind, started_at, ended_at, finished, result, clauses, packets, flows, findings, doubts,
        evidence, report, inputs, look)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, started_at = excluded.started_at,
        ended_at = excluded.ended_at, finished = excluded.finished, result = excluded.result,
        clauses = excluded.clauses, packets = excluded.packets, flows = excluded.flows, findings = excluded.findings,
        doubts = excluded.doubts, evidence = excluded.evidence, report = excluded.report, inputs = excluded.inputs,
        look = excluded.look`,
    ...[run.id, run.kind, run.startedAt, run.endedAt, run.finished ? 1 : 0, report.result, JSON.stringify(clauses)],
    ...[report.statistics.packets, report.statistics.flows, JSON.stringify(findings)],
    ...[report.quality.filter(({ effect }) => effect === 'undetermined').length, run.evidence, packed, inputs],
    JSON.stringify(lookOf(report)),
  );
  if (inputs === null) return;
  // the same captures judged again: the sums by day hold them once, as the latest run counted them
  sql.run(
    'UPDATE run SET counted = (id = (SELECT max(id) FROM run WHERE inputs = ?)) WHERE inputs = ?',
    inputs,
    inputs,
  );
}

function saveQuality(sql: Sql, { id, report }: RunRecord): void {
  sql.run('DELETE FROM quality WHERE run = ?', id);
  for (const [position, { check, point, value, effect }] of report.quality.entries()) {
    sql.run(
      'INSERT INTO quality (run, position, "check", point, value, effect) VALUES (?, ?, ?, ?, ?, ?)',
      ...[id, position, check, point, value === null ? null : JSON.stringify(value), effect],
    );
  }
}
