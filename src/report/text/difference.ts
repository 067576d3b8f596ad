import type { ScanReport } from '../../model/report.js';
import type { ReportOptions } from '../report-options.js';
import { renderComparison } from './comparison.js';
import { renderFindings } from './findings.js';
import { renderHeader } from './header.js';
import { createSheet } from './sheet.js';

/** The page of `sansou diff`: what changed first, then the findings that are new or weigh more than they did. */
export function* writeDifference(report: ScanReport, options: ReportOptions): Generator<string> {
  const sheet = createSheet(report, options);
  const worse = new Set(report.comparison?.worsened.map(({ id }) => id));
  const changed = report.findings.filter(({ id, status }) => status === 'new' || worse.has(id));
  yield* lines(renderHeader(sheet, report, sheet.labels.productOfDifference));
  yield* lines(renderComparison(sheet, report));
  yield* lines(renderFindings(sheet, { ...report, findings: changed }, sheet.labels.changedFindings));
}

function* lines(rendered: Iterable<string>): Generator<string> {
  for (const line of rendered) yield `${line}\n`;
}
