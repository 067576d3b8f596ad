import { SEVERITIES, type Finding, type ScanReport } from '../../model/report.js';
import { renderParagraph, renderTable, type CellLine } from '../layout/table.js';
import { formatCount } from '../words/numbers.js';
import { WORDS } from '../words/words.js';
import { formatFindingEnd, formatFindingService, renderFinding, standingOf, type Told } from './finding.js';
import { renderHeading, renderMore, VERDICT_PAINT, type Sheet } from './sheet.js';

/** Findings of one severity that are shown before the rest is folded. */
const BLOCKS_SHOWN = 20;
const BRIEF_SHOWN = 10;

/** Who with whom, where both are known, and what happened. */
function briefLines(sheet: Sheet, finding: Finding): CellLine[] {
  const { page, labels } = sheet;
  const { from, to, service } = finding;
  const summary: CellLine = { text: page.say(finding.summary), paint: 'plain' };
  if (from.address === null || to.address === null) return [summary];
  const ends = `${formatFindingEnd(sheet, from)} ${labels.arrow} ${formatFindingEnd(sheet, to)}`;
  const text = service === null ? ends : `${ends}  ${formatFindingService(sheet, service)}`;
  return [{ text, paint: 'plain' }, summary];
}

function* renderBrief(sheet: Sheet, findings: readonly Finding[]): Generator<string> {
  const { page, labels } = sheet;
  yield* renderParagraph(page, labels.brief, 2);
  yield '';
  yield* renderTable(
    page,
    [{ head: '' }, { head: '' }, { head: '', flexible: true }, { head: '', align: 'right' }],
    findings
      .slice(0, BRIEF_SHOWN)
      .map((finding) => [
        { text: sheet.word(WORDS.verdict, finding.verdict), paint: VERDICT_PAINT[finding.verdict] },
        { text: page.show(finding.rule), paint: 'key' },
        [
          ...briefLines(sheet, finding),
          ...standingOf(sheet, finding).map((text): CellLine => ({ text, paint: 'plain' })),
        ],
        finding.flows === 0 ? '' : labels.flows(formatCount(finding.flows)),
      ]),
  );
  yield* renderMore(sheet, findings.length - BRIEF_SHOWN);
}

/** All findings, the gravest first; within a severity in the order of the report. */
export function* renderFindings(
  sheet: Sheet,
  report: ScanReport,
  title = sheet.labels.findingsTitle,
): Generator<string> {
  const { page, labels } = sheet;
  const bySeverity = SEVERITIES.map((severity) => ({
    severity,
    findings: report.findings.filter((finding) => finding.severity === severity),
  })).filter(({ findings }) => findings.length > 0);
  const total = bySeverity
    .map(({ severity, findings }) => `${sheet.word(WORDS.severity, severity)} ${formatCount(findings.length)}`)
    .join('  ');
  yield* renderHeading(sheet, title, total);
  if (bySeverity.length === 0) yield `  ${labels.noFindings}`;

  const told: Told = new Map();
  let number = 0;
  let first = true;
  for (const { severity, findings } of bySeverity) {
    if (!first) yield '';
    first = false;
    if (severity === 'info' && !page.full) {
      yield* renderBrief(sheet, findings);
      continue;
    }
    const shown = page.full ? findings : findings.slice(0, BLOCKS_SHOWN);
    for (const [index, finding] of shown.entries()) {
      if (index > 0) yield '';
      yield* renderFinding(sheet, finding, ++number, told, report.comparison);
    }
    const folded = findings.length - shown.length;
    number += folded;
    if (folded > 0) yield '';
    yield* renderMore(sheet, folded);
  }
}
