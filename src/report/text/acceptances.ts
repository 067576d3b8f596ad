import type { ScanReport } from '../../model/report.js';
import { renderParagraph, renderTable } from '../layout/table.js';
import { formatCount } from '../words/numbers.js';
import { WORDS } from '../words/words.js';
import { renderHeading, type Sheet } from './sheet.js';

/** The register of accepted findings, entry by entry, with what became of each; nothing where there is none. */
export function* renderAcceptances(sheet: Sheet, report: ScanReport): Generator<string> {
  const { page, labels } = sheet;
  const { acceptances } = report;
  if (acceptances === undefined) return;
  const { file, sha256, entries } = acceptances;
  yield* renderHeading(sheet, labels.acceptances, page.show(file));
  yield* renderParagraph(page, labels.acceptancesLead, 2);
  if (entries.length > 0) {
    yield '';
    yield* renderTable(
      page,
      [
        { head: labels.entry },
        { head: labels.state },
        { head: labels.findingsTitle, align: 'right' },
        { head: labels.until },
        { head: labels.approver, flexible: true },
        { head: labels.reason, flexible: true },
      ],
      entries.map(({ entry, state, findings, until, approver, ticket, reason, settledBy }) => [
        { text: page.show(entry), paint: 'key' },
        { text: sheet.word(WORDS.acceptance, state), paint: state === 'used' ? 'plain' : 'warning' },
        formatCount(findings),
        until === null ? '' : page.show(until),
        [approver, ticket]
          .filter((text) => text !== null)
          .map(page.show)
          .join(' '),
        settledBy === null
          ? page.show(reason)
          : `${page.show(reason)}${labels.open}${labels.settledBy(page.show(settledBy))}${labels.close}`,
      ]),
    );
  }
  yield '';
  yield* renderParagraph(page, `SHA-256 ${page.show(sha256)}`, 2);
}
