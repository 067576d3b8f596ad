import type { Command } from 'commander';
import type { NotifyOptions } from '../settings/options.js';
import { say, type Session } from '../session.js';

/** `sansou notify test` */
export function addNotifyCommand(program: Command, session: Session): void {
  program
    .command('notify')
    .description(say(session, { ja: '通知を確かめる', en: 'try the notifications' }))
    .command('test')
    .description(
      say(session, { ja: '試験の通知を送り、経路ごとに結果を示す', en: 'send a test notice over each channel' }),
    )
    .option('--notify <file>', say(session, { ja: '通知の設定ファイル（必須）', en: 'who is notified (required)' }))
    .option('--channel <name>', say(session, { ja: 'この経路だけを試す', en: 'try this channel alone' }))
    .action(async (_options: unknown, self: Command) => {
      const { runNotifyTest } = await import('../run/run-notify-test.js');
      await runNotifyTest(session, self.optsWithGlobals<NotifyOptions>());
    });
}
