import type { EvidenceBundleNote } from '../model/report.js';
import { packReport } from './packed-report.js';
import type { Sql } from './sql.js';
import { reportOf } from './track-findings.js';

/** The run names its bundle, and so does its report. */
export function attachEvidence(sql: Sql, run: string, path: string, note: EvidenceBundleNote): void {
  sql.transaction(() => {
    const report = reportOf(sql, run);
    const packed = report === null ? null : packReport({ ...report, evidenceBundle: note });
    sql.run('UPDATE run SET evidence = ?, report = coalesce(?, report) WHERE id = ?', path, packed, run);
  });
}
