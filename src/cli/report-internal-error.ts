import { escapeTerminal } from '../report/escape.js';
import { say, type Session } from './session.js';
import { readVersion } from '../base/version.js';

/** We are wrong: says so, and what a useful report of it contains. The stack only with `--debug`, and in the log. */
export function reportInternalError(error: unknown, session: Session, argv: readonly string[]): void {
  const cause = error instanceof Error ? error : new Error(String(error));
  const lines = [
    say(session, {
      ja: 'sansou: プログラムの誤りで中断した。入力の判定は出ていない。',
      en: 'sansou: stopped by a fault of the program itself. There is no verdict about the input.',
    }),
    `  ${escapeTerminal(`${cause.name}: ${cause.message}`)}`,
    say(session, {
      ja: '  開発者に知らせてほしい。必要なもの: この表示、下の版、実行したコマンド、--debug を付けたときの表示。',
      en: '  Please report it with these lines, the command that was run, and what it prints with --debug.',
    }),
    `  sansou ${readVersion()}, Node ${process.version}, ${process.platform} ${process.arch}`,
  ];
  if (argv.includes('--debug')) lines.push(...(cause.stack ?? '').split('\n').slice(1).map(escapeTerminal));
  session.stderr.write(`${lines.join('\n')}\n`);
  session.log.write('debug', 'internal error', { stack: cause.stack });
}
