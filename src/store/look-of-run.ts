import type { EarlierLook } from '../compare/gaps-of.js';
import type { ScanReport } from '../model/report.js';
import { unpackReport } from './packed-report.js';
import { textOf, type Sql } from './sql.js';

/** What later runs ask of this one: kept beside its report, which is a hundred times as large. */
export interface LookOfRun extends EarlierLook {
  readonly organization: string;
}

export function lookOf({ coverage, inputs }: ScanReport): LookOfRun {
  const { points, zones, boundaries } = coverage;
  return { organization: inputs.topology.organization, coverage: { points, zones, boundaries } };
}

/** null: the run, or its report, is not there any more */
export function readLook(sql: Sql, run: string): LookOfRun | null {
  const row = sql.get('SELECT look, CASE WHEN look IS NULL THEN report END AS report FROM run WHERE id = ?', run);
  if (row === undefined) return null;
  if (row.look !== null) return JSON.parse(textOf(row.look)) as LookOfRun;
  if (row.report === null) return null;
  // a run that an older sansou saved: its report is opened this once
  const look = lookOf(unpackReport(row.report as ArrayBuffer));
  sql.run('UPDATE run SET look = ? WHERE id = ?', JSON.stringify(look), run);
  return look;
}
