import type { Text } from '../base/text.js';
import type { FindingChange } from '../model/history.js';
import { WORDS as REPORT_WORDS } from '../report/words/words.js';
import { escapeTerminal } from '../report/escape.js';
import type { Session } from './session.js';

const WORDS: Readonly<Record<FindingChange['change'], Text>> = {
  appeared: { ja: '新規', en: 'new' },
  worsened: { ja: '悪化', en: 'worse' },
  gone: { ja: '解消', en: 'gone' },
};

/** One line for each change, for who looks at the terminal or the system's log. */
export function writeChanges(session: Session, changes: readonly FindingChange[]): void {
  const { language } = session;
  for (const { change, finding, at } of changes) {
    const { rule, verdict, severity, title, from, to, service } = finding;
    const port = service === null || service.port === 0 ? '' : `:${service.port}`;
    const ends = `${from.address ?? from.host ?? from.zone ?? '-'} -> ${to.address ?? to.host ?? to.zone ?? '-'}${port}`;
    const grade = [REPORT_WORDS.verdict[verdict][language], REPORT_WORDS.severity[severity][language]];
    const words = [at, WORDS[change][language], rule, ...grade, title[language], ends];
    session.stdout.write(`${escapeTerminal(words.join('  '))}\n`);
  }
}
