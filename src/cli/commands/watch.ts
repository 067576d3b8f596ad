import type { Command } from 'commander';
import type { WatchCommandOptions } from '../settings/watch-settings.js';
import { say, type Session } from '../session.js';
import { addWatchOptions, collect } from './watch-options.js';

/** `sansou watch -t TOPOLOGY --interface POINT=eth1 --directory DIR` */
export function addWatchCommand(program: Command, session: Session): void {
  const command = program.command('watch').description(
    say(session, {
      ja: 'ミラーポートやフォルダを見張り続け、分離の破れを直ちに伝える',
      en: 'watch mirror ports or folders without end, and tell at once when separation breaks',
    }),
  );
  addWatchOptions(command, session)
    .option(
      '-d, --directory <[point=]dir>',
      say(session, {
        ja: '採取ファイルが置かれるフォルダ。繰り返し指定できる',
        en: 'folder into which something else drops captures; may be repeated',
      }),
      collect,
    )
    .option(
      '--remove-clean',
      say(session, {
        ja: '検出事項に引用されないファイルを、読み終えたらフォルダから消す',
        en: 'remove files from the folders that no finding cites, once they were read',
      }),
    )
    .option(
      '--settle <length>',
      say(session, {
        ja: 'ファイルが書き終わったとみなすまでの、変化のない時間（既定: 2s）',
        en: 'without growth for so long, a file is finished (default: 2s)',
      }),
    )
    .option(
      '--report-every <length>',
      say(session, { ja: '途中経過を保存する間隔（既定: 60s）', en: 'how often the run is saved (default: 60s)' }),
    )
    .option(
      '--run <length>',
      say(session, {
        ja: '1回の実行の長さ（既定: day、構成定義ファイルの時間帯の1日）',
        en: 'length of one run (default: day, of the topology’s timezone)',
      }),
    )
    .option(
      '--once',
      say(session, {
        ja: 'フォルダにあるものを読み終えたら終わる',
        en: 'end when the folders hold nothing unread',
      }),
    )
    .option(
      '--at <cron>',
      say(session, {
        ja: '見張り続ける代わりに、この時刻に検査する（例: "0 3 * * *"、構成定義ファイルの時間帯）',
        en: 'scan at these times instead of all the time, for example "0 3 * * *" (timezone of the topology)',
      }),
    )
    .option(
      '--for <length>',
      say(session, { ja: '--at の検査1回の時間（既定: 10m）', en: 'length of one scan of --at (default: 10m)' }),
    )
    .addHelpText(
      'after',
      say(session, {
        ja: `
例:
  sansou watch -t city.yaml -i CP-MN=eth1 -i CP-LG=eth2 --store /var/lib/sansou/history.db
  sansou watch -t city.yaml -d CP-MN=/srv/captures/mn -d CP-LG=/srv/captures/lg
  sansou watch -t city.yaml -i CP-MN=eth1 --at "0 3 * * *" --for 30m

SIGTERM を受けると、手元のファイルまで判定して保存し、終わる。設定の手引き: docs/watch.md`,
        en: `
Examples:
  sansou watch -t city.yaml -i CP-MN=eth1 -i CP-LG=eth2 --store /var/lib/sansou/history.db
  sansou watch -t city.yaml -d CP-MN=/srv/captures/mn -d CP-LG=/srv/captures/lg
  sansou watch -t city.yaml -i CP-MN=eth1 --at "0 3 * * *" --for 30m

On SIGTERM the file at hand is judged and saved. How to set it up: docs/watch.md`,
      }),
    )
    .action(async (_options: unknown, self: Command) => {
      const { runWatch } = await import('../run/run-watch.js');
      await runWatch(session, self.optsWithGlobals<WatchCommandOptions>());
    });
}
