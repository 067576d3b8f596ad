import type { ScanReport } from '../../model/report.js';
import { renderParagraph } from '../layout/table.js';
import { renderGaps, renderSummary } from '../proof/proof-text.js';
import { PROOF_LABELS } from '../proof/proof-words.js';
import { renderHeading, type Sheet } from './sheet.js';

/** With `check --prove`: whether the analysis would have found what it did not find. */
export function* renderProofSection(sheet: Sheet, report: ScanReport): Generator<string> {
  const { proof } = report;
  if (proof === undefined) return;
  const labels = PROOF_LABELS[sheet.page.lang];
  yield* renderHeading(sheet, labels.title);
  yield* renderParagraph(sheet.page, labels.lead, 2);
  yield* renderSummary(sheet.page, labels, proof);
  yield* renderGaps(sheet.page, labels, proof);
}
