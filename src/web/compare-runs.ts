import type { Text } from '../base/text.js';
import { compareReports } from '../compare/compare-reports.js';
import type { Finding, FindingStatus, ScanReport, Severity } from '../model/report.js';

export interface ComparedRuns {
  readonly counts: Readonly<Record<FindingStatus, number>>;
  /** what is new first, then what is gone, then what is still there */
  readonly findings: readonly {
    readonly status: FindingStatus;
    readonly finding: Finding;
    /** severity in the earlier run, where it worsened since */
    readonly before: Severity | null;
  }[];
  readonly coverageChanges: readonly Text[];
}

const ORDER: readonly FindingStatus[] = ['new', 'gone', 'gone-unobserved', 'ongoing'];

const NOTHING: Readonly<Record<FindingStatus, number>> = { new: 0, ongoing: 0, gone: 0, 'gone-unobserved': 0 };

/** Two reports of the history, as `sansou diff` compares two files. @throws Failure when they cannot be compared */
export function compareRuns(earlier: ScanReport, later: ScanReport, earlierId: string): ComparedRuns {
  const compared = compareReports(later, { report: earlier, file: earlierId, sha256: '' });
  const { comparison } = compared;
  const worsened = new Map(comparison?.worsened.map(({ id, severity }) => [id, severity]));
  const findings = [...compared.findings, ...(comparison?.gone ?? [])].map((finding) => ({
    status: finding.status ?? 'ongoing',
    finding,
    before: worsened.get(finding.id) ?? null,
  }));
  return {
    counts: comparison?.counts ?? NOTHING,
    findings: findings.toSorted((x, y) => ORDER.indexOf(x.status) - ORDER.indexOf(y.status)),
    coverageChanges: comparison?.coverageChanges ?? [],
  };
}
