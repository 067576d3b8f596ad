import type { Text } from '../../base/text.js';
import type { FindingChange } from '../../model/history.js';
import type { FindingEnd } from '../../model/report.js';
import { escapeTerminal } from '../../report/escape.js';
import { WORDS as REPORT_WORDS, wordOf } from '../../report/words/words.js';
import type { Session } from '../session.js';

const WORDS: Readonly<Record<FindingChange['change'], Text>> = {
  appeared: { ja: '新規', en: 'new' },
  worsened: { ja: '悪化', en: 'worse' },
  gone: { ja: '解消', en: 'gone' },
};

/** One line for each change, for who looks at the terminal or the system's log. */
export function writeChanges(session: Session, changes: readonly FindingChange[]): void {
  const { language: lang } = session;
  for (const { change, finding, at } of changes) {
    const { rule, verdict, severity, title, from, to, service } = finding;
    const port = service === null || service.port === 0 ? '' : `:${service.port}`;
    const end = ({ address, host, zone }: FindingEnd): string =>
      address ?? host ?? (zone === null ? '-' : wordOf(REPORT_WORDS.area, zone, lang));
    const ends = `${end(from)} -> ${end(to)}${port}`;
    const grade = [wordOf(REPORT_WORDS.verdict, verdict, lang), wordOf(REPORT_WORDS.severity, severity, lang)];
    const words = [at, WORDS[change][lang], rule, ...grade, title[lang], ends];
    session.stdout.write(`${escapeTerminal(words.join('  '))}\n`);
  }
}
