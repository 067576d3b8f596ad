import { EXIT, Failure } from '../base/failure.js';
import type { Text } from '../base/text.js';
import {
  FINDING_STATUSES,
  type Comparison,
  type Finding,
  type FindingStatus,
  type ScanReport,
} from '../model/report.js';
import { describeChanges } from './describe-changes.js';
import { gapsOf } from './gaps-of.js';
import { isGraver } from './is-graver.js';
import type { StoredReport } from './read-report.js';

/**
 * Holds a report against an earlier one: its findings become `new` or `ongoing`; what only the earlier one has is `gone`,
 * or `gone-unobserved` where this run did not look. Findings are the same when their fingerprints are.
 * @throws Failure (exit 3) when the two cannot be compared because their names are pseudonyms of different salts
 */
export function compareReports(current: ScanReport, earlier: StoredReport): ScanReport {
  const { report: before } = earlier;
  requireSameNames(current, earlier);
  const was = new Map(before.findings.map((finding) => [finding.id, finding]));
  const is = new Set(current.findings.map(({ id }) => id));

  const findings = current.findings.map((finding): Finding => {
    return { ...finding, status: was.has(finding.id) ? 'ongoing' : 'new' };
  });
  const changes = new Map(describeChanges(before, current).map((text) => [text.en, text]));
  const gone = before.findings
    .filter(({ id }) => !is.has(id))
    .map((finding): Finding => {
      const gaps = gapsOf(finding, before, current);
      for (const gap of gaps) changes.set(gap.en, gap);
      const status: FindingStatus = gaps.length === 0 ? 'gone' : 'gone-unobserved';
      return { ...finding, status, limits: [...finding.limits, ...gaps] };
    });

  const counts = Object.fromEntries(FINDING_STATUSES.map((status) => [status, 0])) as Record<FindingStatus, number>;
  for (const { status } of [...findings, ...gone]) if (status !== undefined) counts[status] += 1;
  const comparison: Comparison = {
    baseline: {
      file: earlier.file,
      sha256: earlier.sha256,
      result: before.result,
      first: before.statistics.first,
      last: before.statistics.last,
    },
    counts,
    gone,
    worsened: findings.flatMap((finding) => {
      const old = was.get(finding.id);
      if (old === undefined || !isGraver(finding, old)) return [];
      return [{ id: old.id, verdict: old.verdict, severity: old.severity }];
    }),
    coverageChanges: [...changes.values()],
  };
  return { ...current, findings, comparison };
}

function requireSameNames(current: ScanReport, { report: before, file }: StoredReport): void {
  if (current.redactionKey === before.redactionKey && (current.redacted ?? false) === (before.redacted ?? false))
    return;
  const message: Text =
    before.redacted === true
      ? {
          ja: '仮名化された報告であり、比べる相手と名前の対応が取れない',
          en: 'this report is redacted: its names do not correspond to those of the other',
        }
      : {
          ja: '仮名化されていない報告であり、仮名化された報告とは比べられない',
          en: 'this report is not redacted: it cannot be compared with one that is',
        };
  const remedy: Text = {
    ja: '両方を同じソルト（--redact-salt）で仮名化するか、どちらも仮名化せずに比べる',
    en: 'redact both with the same salt (--redact-salt), or neither',
  };
  throw new Failure(EXIT.unusable, [{ code: 'REPORT-REDACTED', file, level: 'error', message, remedy }]);
}
