import type { Text } from '../base/text.js';
import type { Finding, FindingStatus, ScanReport, Severity } from '../model/report.js';

export interface ComparedRuns {
  readonly counts: Readonly<Record<FindingStatus, number>>;
  readonly findings: readonly {
    readonly status: FindingStatus;
    readonly finding: Finding;
    readonly before: Severity | null;
  }[];
  readonly coverageChanges: readonly Text[];
}

export function compareRuns(earlier: ScanReport, later: ScanReport): ComparedRuns {
  const was = new Map(earlier.findings.map((finding) => [finding.id, finding]));
  const is = new Set(later.findings.map(({ id }) => id));
  const findings = [
    ...later.findings.map((finding) => {
      const before = was.get(finding.id);
      const status: FindingStatus = before === undefined ? 'new' : 'ongoing';
      return { status, finding, before: before === undefined ? null : before.severity };
    }),
    ...earlier.findings
      .filter(({ id }) => !is.has(id))
      .map((finding) => ({ status: 'gone-unobserved' as const, finding, before: null })),
  ];
  const counts = { new: 0, ongoing: 0, gone: 0, 'gone-unobserved': 0 };
  for (const { status } of findings) counts[status]++;
  return { counts, findings, coverageChanges: [] };
}
