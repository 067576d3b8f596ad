import { SEVERITIES, type ScanReport, type Severity } from '../../model/report.js';

/** `--min-severity`: minor findings are left out, and the report says how many; the result stays what it is. */
export function hideMinor(report: ScanReport, least: Severity | undefined): ScanReport {
  if (least === undefined) return report;
  const bound = SEVERITIES.indexOf(least);
  const isListed = ({ severity }: { readonly severity: Severity }): boolean => SEVERITIES.indexOf(severity) <= bound;
  const findings = report.findings.filter(isListed);
  const hidden = report.findings.length - findings.length;
  const { comparison } = report;
  const compared =
    comparison === undefined ? {} : { comparison: { ...comparison, gone: comparison.gone.filter(isListed) } };
  if (hidden === 0) return { ...report, ...compared };
  const statement = {
    ja: `深刻度 ${least} 未満の検出事項 ${hidden} 件は、指定（--min-severity）により掲載していない。判定には含まれている。`,
    en: `${hidden} findings below severity ${least} are not listed (--min-severity); the result takes them into account.`,
  };
  return {
    ...report,
    ...compared,
    findings,
    omitted: { below: least, findings: hidden + (report.omitted?.findings ?? 0) },
    statements: [...report.statements, statement],
  };
}
