import type { Command } from 'commander';
import { say, type Session } from '../session.js';

export function addCaptureOptions(command: Command, session: Session): Command {
  return command
    .option(
      '-o, --output <file>',
      say(session, { ja: '結果の書き込み先（既定: 標準出力）', en: 'where to write (default: standard output)' }),
    )
    .option(
      '--no-dedup',
      say(session, { ja: '重複した写しもパケットとして数える', en: 'count mirrored copies as packets too' }),
    );
}

export function captureArgumentHelp(session: Session): string {
  return say(session, {
    ja: 'ファイル、フォルダ、グロブ、または -（標準入力）。前に 採取点= を付けられる',
    en: 'file, folder, glob or - (standard input), after an optional POINT=',
  });
}
