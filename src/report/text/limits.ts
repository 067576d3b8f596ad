import type { Coverage, ScanReport } from '../../model/report.js';
import { renderParagraph, renderTable } from '../layout/table.js';
import { WORDS } from '../words/words.js';
import { renderHeading, type Sheet } from './sheet.js';

/** Ids under their reason, `A8-3-` said once; with `full` each with its title. */
function* renderNotChecked(sheet: Sheet, rules: Coverage['notChecked']): Generator<string> {
  const { page, labels } = sheet;
  if (rules.length === 0) return;
  yield* renderHeading(sheet, labels.notChecked, labels.findings(String(rules.length)));
  yield* renderParagraph(page, labels.notCheckedLead, 2);
  const byReason = new Map<string, Coverage['notChecked'][number][]>();
  for (const rule of rules) {
    const why = page.say(rule.why);
    const group = byReason.get(why);
    if (group === undefined) byReason.set(why, [rule]);
    else group.push(rule);
  }
  for (const [why, group] of byReason) {
    yield '';
    yield* renderParagraph(page, `- ${why}`, 2, 2);
    if (page.full) {
      yield* renderTable(
        page,
        [{ head: '' }, { head: '', flexible: true }],
        group.map(({ rule, title }) => [{ text: page.show(rule), paint: 'key' }, page.say(title)]),
        4,
      );
    } else {
      const ids = group.map(({ rule }, index) => page.show(index === 0 ? rule : rule.replace(/^A8-3-/, '')));
      yield* renderParagraph(page, ids.join(' '), 4);
    }
  }
}

/** What this report does not say: rules that wait, clause words that no packet shows, and its premises. */
export function* renderLimits(sheet: Sheet, report: ScanReport): Generator<string> {
  const { page, labels } = sheet;
  const { notChecked, notVerifiable } = report.coverage;
  yield* renderNotChecked(sheet, notChecked);
  if (notVerifiable.length > 0) {
    yield* renderHeading(sheet, labels.notVerifiable);
    yield* renderTable(
      page,
      [{ head: labels.clause }, { head: labels.words, flexible: true }, { head: labels.otherEvidence, flexible: true }],
      notVerifiable.map(({ clause, words, otherEvidence }) => [
        sheet.word(WORDS.clause, clause),
        page.say(words),
        page.say(otherEvidence),
      ]),
    );
  }
  if (report.statements.length > 0) {
    yield* renderHeading(sheet, labels.statements);
    for (const [index, statement] of report.statements.entries()) {
      yield* renderParagraph(page, `${index + 1}. ${page.say(statement)}`, 2, 3);
    }
  }
}
