import { FINDING_STATUSES, type Comparison, type Finding, type ScanReport } from '../../model/report.js';
import { renderField, renderItems, renderParagraph, renderTable } from '../layout/table.js';
import { formatCount } from '../words/numbers.js';
import { WORDS } from '../words/words.js';
import { formatFindingEnd, formatFindingService } from './finding.js';
import { renderHeading, renderMore, RESULT_PAINT, VERDICT_PAINT, type Sheet } from './sheet.js';

const GONE_SHOWN = 20;
const LABEL_WIDTH = 12;

/** What became of the earlier report's findings; nothing where none was compared. */
export function* renderComparison(sheet: Sheet, report: ScanReport): Generator<string> {
  const { page, labels } = sheet;
  const { comparison } = report;
  if (comparison === undefined) return;
  const { baseline, counts, gone, coverageChanges, worsened } = comparison;
  yield* renderHeading(sheet, labels.comparison, page.show(baseline.file));
  const field = (label: string, text: string): Generator<string> => renderField(page, label, text, 2, LABEL_WIDTH);
  yield* field(labels.period, sheet.span(baseline.first, baseline.last));
  const result = page.paint(sheet.word(WORDS.result, baseline.result), RESULT_PAINT[baseline.result]);
  yield* field(labels.result, result);
  const items = FINDING_STATUSES.map(
    (status) => `${sheet.word(WORDS.findingStatus, status)} ${labels.findings(formatCount(counts[status]))}`,
  );
  yield* renderItems(page, items, 2, { label: labels.findingsTitle, labelWidth: LABEL_WIDTH });
  if (worsened.length > 0) yield* field(labels.worsened, labels.findings(formatCount(worsened.length)));
  for (const [index, change] of coverageChanges.entries()) {
    yield* field(index === 0 ? labels.changes : '', page.say(change));
  }
  yield* renderGone(sheet, gone);
}

function* renderGone(sheet: Sheet, gone: Comparison['gone']): Generator<string> {
  const { page, labels } = sheet;
  if (gone.length === 0) return;
  yield '';
  yield* renderParagraph(page, labels.gone, 2);
  yield '';
  const shown = page.full ? gone : gone.slice(0, GONE_SHOWN);
  yield* renderTable(
    page,
    [{ head: '' }, { head: '' }, { head: '', flexible: true }, { head: '', flexible: true }],
    shown.map((finding) => [
      { text: sheet.word(WORDS.findingStatus, finding.status ?? 'gone'), paint: paintOf(finding) },
      { text: page.show(finding.rule), paint: 'key' },
      endsOf(sheet, finding),
      page.say(finding.summary),
    ]),
  );
  yield* renderMore(sheet, gone.length - shown.length);
}

function paintOf({ status, verdict }: Finding): 'good' | (typeof VERDICT_PAINT)[Finding['verdict']] {
  return status === 'gone' ? 'good' : VERDICT_PAINT[verdict];
}

function endsOf(sheet: Sheet, { from, to, service }: Finding): string {
  const ends = `${formatFindingEnd(sheet, from)} ${sheet.labels.arrow} ${formatFindingEnd(sheet, to)}`;
  return service === null ? ends : `${ends} ${formatFindingService(sheet, service)}`;
}
