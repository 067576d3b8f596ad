import type { ScanReport } from '../model/report.js';
import type { ReportOptions } from './report-options.js';
import { renderAcceptances } from './text/acceptances.js';
import { renderClauses } from './text/clauses.js';
import { renderComparison } from './text/comparison.js';
import { renderCoverage } from './text/coverage.js';
import { renderFindings } from './text/findings.js';
import { renderHeader } from './text/header.js';
import { renderInputs } from './text/inputs.js';
import { renderLimits } from './text/limits.js';
import { renderMatrix } from './text/matrix.js';
import { renderProofSection } from './text/proof.js';
import { renderQuality } from './text/quality.js';
import { createSheet } from './text/sheet.js';

/** The page for people: result first, then the matrix, the findings, and what could not be known. */
export function* writeText(report: ScanReport, options: ReportOptions): Generator<string> {
  const sheet = createSheet(report, options);
  const sections = [
    renderHeader,
    renderClauses,
    renderMatrix,
    renderComparison,
    (...[page, document]: Parameters<typeof renderHeader>) => renderFindings(page, document),
    renderAcceptances,
    renderQuality,
    renderCoverage,
    renderProofSection,
    renderLimits,
    renderInputs,
  ];
  for (const render of sections) {
    for (const line of render(sheet, report)) yield `${line}\n`;
  }
}
