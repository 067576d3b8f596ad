import type { Text } from '../base/text.js';
import type { FindingChange } from '../model/history.js';
import { escapeTerminal } from '../report/escape.js';
import type { Session } from './session.js';

const WORDS: Readonly<Record<FindingChange['change'], Text>> = {
  appeared: { ja: '新規', en: 'new' },
  worsened: { ja: '悪化', en: 'worse' },
  gone: { ja: '解消', en: 'gone' },
};

/** One line for each change, for who looks at the terminal or the system's log. */
export function writeChanges(session: Session, changes: readonly FindingChange[]): void {
  for (const { change, finding, at } of changes) {
    const { rule, verdict, severity, title, from, to, service } = finding;
    const port = service === null || service.port === 0 ? '' : `:${service.port}`;
    const ends = `${from.address ?? from.host ?? from.zone ?? '-'} -> ${to.address ?? to.host ?? to.zone ?? '-'}${port}`;
    const words = [at, WORDS[change][session.language], rule, verdict, severity, title[session.language], ends];
    session.stdout.write(`${escapeTerminal(words.join('  '))}\n`);
  }
}
