import type { Text } from '../base/text.js';
import type { FindingChange, RunRecord, TrackedFinding } from '../model/history.js';
import { SEVERITIES, type Finding, type ScanReport, type Severity, type Verdict } from '../model/report.js';
import { gapsOf as gapsOfComparison, type EarlierLook } from '../compare/gaps-of.js';
import { isGraver, type Grade } from '../compare/is-graver.js';
import { isoTime } from './iso-time.js';
import { readLook, type LookOfRun } from './look-of-run.js';
import { unpackReport } from './packed-report.js';
import { textOf, type Row, type Sql } from './sql.js';

/**
 * Why a finding of an earlier report may only not have been looked at by a later one that does not have it; none: it is
 * gone. The comparison of reports knows (src/compare); the store asks it, so that both say the same.
 */
export type GapsOf = (finding: Finding, before: EarlierLook, current: ScanReport) => readonly Text[];

export const GAPS_OF_COMPARISON: GapsOf = gapsOfComparison;

type Status = TrackedFinding['status'];

/**
 * Brings the findings over all runs up to this run.
 * @param before ids that an earlier save of the same run had
 * @returns what is news: nothing the second time
 */
export function trackFindings(
  sql: Sql,
  run: RunRecord,
  before: ReadonlySet<string>,
  gapsOf: GapsOf,
): readonly FindingChange[] {
  const { report } = run;
  const changes: FindingChange[] = [];
  const tell = (change: FindingChange['change'], finding: Finding, told?: Grade): void => {
    changes.push({ change, finding, run: run.id, at: run.endedAt, ...(told === undefined ? {} : { before: told }) });
  };
  const present = new Set<string>();
  for (const finding of report.findings) {
    if (present.has(finding.id)) continue;
    present.add(finding.id);
    if (!before.has(finding.id)) {
      sql.run('INSERT OR IGNORE INTO run_finding (run, finding) VALUES (?, ?)', run.id, finding.id);
    }
    meet(sql, run, finding, !before.has(finding.id), tell);
  }
  for (const id of before) {
    if (!present.has(id)) withdraw(sql, run, id, tell);
  }
  // what a run that still grows, or a look at one uploaded file, does not have says nothing about what is there
  if (run.finished && run.kind !== 'upload') missEach(sql, run, present, gapsOf, tell);
  return changes;
}

type Tell = (change: FindingChange['change'], finding: Finding, before?: Grade) => void;

function meet(sql: Sql, run: RunRecord, finding: Finding, isNewToRun: boolean, tell: Tell): void {
  const seen = {
    first: finding.first === null ? run.startedAt : isoTime(finding.first),
    last: finding.last === null ? run.startedAt : isoTime(finding.last),
  };
  const known = sql.get('SELECT * FROM finding WHERE id = ?', finding.id);
  const told = known === undefined ? null : toldOf(known);
  const isAccepted = finding.accepted !== undefined;
  if (!isAccepted && told === null) tell('appeared', finding);
  else if (!isAccepted && told !== null && isGraver(finding, told)) tell('worsened', finding, told);
  // what was told stays the gravest, so that coming and going between two grades is no news
  const gravest: Grade | null = isAccepted ? null : told === null || isGraver(finding, told) ? finding : told;

  if (known === undefined) {
    sql.run(
      `INSERT INTO finding (id, status, severity, first_seen, last_seen, first_run, last_run, runs, worst, body,
        told_verdict, told_severity) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)`,
      ...[finding.id, isAccepted ? 'accepted' : 'new', finding.severity, seen.first, seen.last, run.id, run.id],
      ...[finding.severity, JSON.stringify(finding), gravest?.verdict ?? null, gravest?.severity ?? null],
    );
    return;
  }
  const lastRun = textOf(known.last_run);
  const isLatest = run.id >= lastRun;
  const wasGone = known.status === 'gone';
  const firstRunOfStay = wasGone || (known.status === 'new' && lastRun === run.id);
  const status: Status = isAccepted ? 'accepted' : firstRunOfStay ? 'new' : 'ongoing';
  sql.run(
    `UPDATE finding SET status = ?, severity = ?, first_seen = min(first_seen, ?), last_seen = max(last_seen, ?),
      first_run = min(first_run, ?), last_run = max(last_run, ?), runs = runs + ?, worst = ?, body = ?,
      told_verdict = ?, told_severity = ? WHERE id = ?`,
    ...[isLatest ? status : textOf(known.status), isLatest ? finding.severity : textOf(known.severity)],
    ...[seen.first, seen.last, run.id, run.id, isNewToRun ? 1 : 0],
    ...[worseSeverity(known.worst as Severity, finding.severity)],
    ...[isLatest ? JSON.stringify(finding) : textOf(known.body)],
    ...[gravest?.verdict ?? null, gravest?.severity ?? null, finding.id],
  );
}

function toldOf({ told_verdict, told_severity }: Row): Grade | null {
  if (told_verdict === null || told_severity === null) return null;
  return { verdict: told_verdict as Verdict, severity: told_severity as Severity };
}

/** A run that grows may come to another conclusion: what an earlier save of it had, and this one has not, is taken back. */
function withdraw(sql: Sql, run: RunRecord, id: string, tell: Tell): void {
  sql.run('DELETE FROM run_finding WHERE run = ? AND finding = ?', run.id, id);
  const known = sql.get('SELECT * FROM finding WHERE id = ?', id);
  if (known === undefined) return;
  const runs = Number(known.runs) - 1;
  if (runs > 0) {
    sql.run('UPDATE finding SET runs = ? WHERE id = ?', runs, id);
    return;
  }
  if (toldOf(known) !== null) tell('gone', parseFinding(known));
  sql.run('DELETE FROM finding WHERE id = ?', id);
}

function missEach(sql: Sql, run: RunRecord, present: ReadonlySet<string>, gapsOf: GapsOf, tell: Tell): void {
  const looks = new Map<string, LookOfRun | null>();
  for (const row of sql.all(`SELECT * FROM finding WHERE status <> 'gone' AND last_run < ?`, run.id)) {
    if (present.has(textOf(row.id))) continue;
    const finding = parseFinding(row);
    const lastRun = textOf(row.last_run);
    if (!looks.has(lastRun)) looks.set(lastRun, readLook(sql, lastRun));
    const isGone = wasLookedAt(finding, textOf(row.last_seen), looks.get(lastRun) ?? null, run.report, gapsOf);
    if (!isGone && row.status === 'gone-unobserved') continue;
    if (isGone && toldOf(row) !== null) tell('gone', finding);
    sql.run(
      isGone
        ? `UPDATE finding SET status = 'gone', told_verdict = NULL, told_severity = NULL WHERE id = ?`
        : `UPDATE finding SET status = 'gone-unobserved' WHERE id = ?`,
      finding.id,
    );
  }
}

/** Without the report that had it, or without packets that are later than it, nobody can say that it is gone. */
function wasLookedAt(
  finding: Finding,
  lastSeen: string,
  before: LookOfRun | null,
  current: ScanReport,
  gapsOf: GapsOf,
): boolean {
  if (before === null) return false;
  if (before.organization !== current.inputs.topology.organization) return false;
  if (current.statistics.last === null || isoTime(current.statistics.last) <= lastSeen) return false;
  return gapsOf(finding, before, current).length === 0;
}

function worseSeverity(x: Severity, y: Severity): Severity {
  return SEVERITIES.indexOf(x) <= SEVERITIES.indexOf(y) ? x : y;
}

export function reportOf(sql: Sql, run: string): ScanReport | null {
  const packed = sql.get('SELECT report FROM run WHERE id = ?', run)?.report ?? null;
  return packed === null ? null : unpackReport(packed as ArrayBuffer);
}

export function parseFinding({ body }: Row): Finding {
  return JSON.parse(textOf(body)) as Finding;
}
