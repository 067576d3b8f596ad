import { SEVERITIES, VERDICTS, type Finding, type ScanReport } from '../model/report.js';
import { formatJsonLine } from './json-document.js';

function countBy<K extends string>(
  keys: readonly K[],
  of: (finding: Finding) => K,
  report: ScanReport,
): Record<K, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  for (const finding of report.findings) counts[of(finding)] += 1;
  return counts;
}

/**
 * One JSON object a line, for log collectors.
 *
 * - one line per finding: `type: "finding"`, `run` (what the finding belongs to: `organization`, `model`, `result`,
 *   `first` and `last` packet of the observation, `topologySha256`, `version` and `rules` of the tool), then the fields
 *   of a finding in the report;
 * - last, one line `type: "summary"`: `run`, `counts` (`findings`, `byVerdict`, `bySeverity`) and the rest of the
 *   report. A file without it was cut off.
 */
export function* writeNdjson(report: ScanReport): Generator<string> {
  const run = {
    organization: report.inputs.topology.organization,
    model: report.inputs.topology.model,
    result: report.result,
    first: report.statistics.first,
    last: report.statistics.last,
    topologySha256: report.inputs.topology.sha256,
    version: report.tool.version,
    rules: report.tool.rules,
  };
  const head = (type: string): string => `{"type":"${type}","run":${formatJsonLine(run)},`;
  for (const finding of report.findings) yield `${head('finding')}${formatJsonLine(finding).slice(1)}\n`;
  const counts = {
    findings: report.findings.length,
    byVerdict: countBy(VERDICTS, (finding) => finding.verdict, report),
    bySeverity: countBy(SEVERITIES, (finding) => finding.severity, report),
  };
  const rest = { ...report, findings: undefined };
  yield `${head('summary')}"counts":${formatJsonLine(counts)},${formatJsonLine(rest).slice(1)}\n`;
}
