import { EXIT } from '../../base/failure.js';
import { loadNotifySettings } from '../../notify/load-notify-settings.js';
import { tryChannels } from '../../notify/try-channels.js';
import { escapeTerminal } from '../../report/escape.js';
import type { NotifyOptions } from '../settings/options.js';
import { say, type Session } from '../session.js';
import { usageFailure, wrongChoice } from '../usage.js';
import { withOutput } from '../output/with-output.js';

/** `sansou notify test`: 0 when every channel took the notice, else 3. */
export async function runNotifyTest(session: Session, { notify, channel }: NotifyOptions): Promise<void> {
  if (notify === undefined) {
    throw usageFailure(
      { ja: '通知の設定ファイルの指定（--notify）がない', en: 'no file with the channels is given (--notify)' },
      {
        ja: '例: sansou notify test --notify notify.yaml。書き方は docs/notifications.md にある',
        en: 'for example sansou notify test --notify notify.yaml; docs/notifications.md says how one is written',
      },
    );
  }
  const settings = loadNotifySettings(notify, session.env);
  const names = settings.channels.map(({ name }) => name);
  if (channel !== undefined && !names.includes(channel)) throw wrongChoice('--channel', channel, names);
  const trials = await tryChannels(settings, channel ?? null);
  session.status = trials.some(({ problem }) => problem !== null) ? EXIT.unusable : EXIT.clean;
  await withOutput(session, undefined, [], (output) => {
    for (const { channel: name, type, problem, milliseconds } of trials) {
      const outcome = say(session, problem ?? { ja: '送信した', en: 'sent' });
      output.write(escapeTerminal(`${name} (${type}): ${outcome} [${milliseconds} ms]`) + '\n');
    }
  });
}
