import { CLAUSES } from '../../model/place.js';
import type { ScanReport } from '../../model/report.js';
import { renderParagraph } from '../layout/table.js';
import { WORDS } from '../words/words.js';
import { renderHeading, RESULT_PAINT, type Sheet } from './sheet.js';

/** What each of ア, イ and ウ came to, and why. */
export function* renderClauses(sheet: Sheet, report: ScanReport): Generator<string> {
  const { page, labels } = sheet;
  yield* renderHeading(sheet, labels.clauses);
  const widest = Math.max(...CLAUSES.map((clause) => page.width(sheet.word(WORDS.clause, clause))));
  for (const [index, clause] of CLAUSES.entries()) {
    const { result, reasons } = report.clauses[clause];
    if (index > 0) yield '';
    const mark = page.padEnd(page.paint(sheet.word(WORDS.clause, clause), 'strong'), widest);
    const words = page.paint(sheet.word(WORDS.result, result), RESULT_PAINT[result]);
    const subject = sheet.word(WORDS.clauseSubject, clause);
    const inner = widest + 4;
    const room = page.columns - inner;
    if (page.width(subject) + page.width(words) + 2 <= room) {
      yield `  ${mark}  ${page.padEnd(subject, room - page.width(words))}${words}`;
    } else {
      const [first = '', ...rest] = page.wrap(subject, room);
      yield `  ${mark}  ${first}`;
      for (const line of rest) yield ' '.repeat(inner) + line;
      for (const line of page.wrap(sheet.word(WORDS.result, result), room)) {
        yield ' '.repeat(inner) + page.paint(line, RESULT_PAINT[result]);
      }
    }
    for (const reason of reasons) yield* renderParagraph(page, `- ${page.say(reason)}`, inner, 2);
  }
}
