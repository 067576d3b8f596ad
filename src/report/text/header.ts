import { VERDICTS, type ScanReport } from '../../model/report.js';
import { renderField, renderItems, renderParagraph } from '../layout/table.js';
import { formatBytes, formatCount } from '../words/numbers.js';
import { noticesOf } from '../words/notices.js';
import { WORDS } from '../words/words.js';
import { RESULT_PAINT, VERDICT_PAINT, type Sheet } from './sheet.js';

const LABEL_WIDTH = 12;

/** `違反 5 件、違反の疑い 1 件 …`, the worst first; nothing that did not occur. */
function* renderCounts(sheet: Sheet, report: ScanReport): Generator<string> {
  const { page, labels } = sheet;
  const counts = new Map(VERDICTS.map((verdict) => [verdict, 0]));
  for (const { verdict } of report.findings) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const parts = VERDICTS.filter((verdict) => counts.get(verdict) !== 0).map((verdict) =>
    page.paint(
      `${sheet.word(WORDS.verdict, verdict)} ${labels.findings(formatCount(counts.get(verdict) ?? 0))}`,
      VERDICT_PAINT[verdict],
    ),
  );
  yield* renderItems(page, parts.length === 0 ? [labels.noFindings] : parts, 2);
}

/** The result in words, then what it is about: whose network, when, from which files. */
export function* renderHeader(sheet: Sheet, report: ScanReport, product = sheet.labels.product): Generator<string> {
  const { page, labels, clock } = sheet;
  const { topology, captures } = report.inputs;
  const { statistics } = report;

  yield page.paint(page.rule('━', page.columns), 'faint');
  yield* renderParagraph(page, page.paint(product, 'faint'), 2);
  yield '';
  const result = sheet.word(WORDS.result, report.result);
  for (const line of page.wrap(result, page.columns - 2)) yield `  ${page.paint(line, RESULT_PAINT[report.result])}`;
  yield* renderCounts(sheet, report);
  for (const notice of noticesOf(report)) {
    yield '';
    for (const line of page.wrap(page.say(notice), page.columns - 2)) yield `  ${page.paint(line, 'warning')}`;
  }
  if (report.redacted === true) {
    yield '';
    yield* renderParagraph(page, labels.redacted, 2);
  }
  yield page.paint(page.rule('━', page.columns), 'faint');

  const field = (label: string, text: string): Generator<string> => renderField(page, label, text, 2, LABEL_WIDTH);
  yield* field(
    labels.organization,
    `${page.show(topology.organization)}${labels.open}${sheet.word(WORDS.model, topology.model)}${labels.close}`,
  );
  yield* field(
    labels.period,
    `${sheet.span(statistics.first, statistics.last)}${labels.open}${labels.clock(page.show(clock.timezone))}${labels.close}`,
  );
  yield* field(
    labels.volume,
    [
      labels.files(formatCount(captures.length)),
      labels.packets(formatCount(statistics.packets)),
      formatBytes(statistics.bytes),
      labels.flows(formatCount(statistics.flows)),
    ].join('  '),
  );
  yield* field(labels.topology, page.show(topology.file));
}
