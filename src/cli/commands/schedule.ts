import type { Command } from 'commander';
import { say, type Session } from '../session.js';
import type { ScheduleCommandOptions } from '../run/run-schedule.js';
import { addWatchOptions, collect } from './watch-options.js';

/** `sansou schedule -t TOPOLOGY --interface POINT=eth1 [--at "0 3 * * *"]` */
export function addScheduleCommand(program: Command, session: Session): void {
  const command = program.command('schedule').description(
    say(session, {
      ja: 'systemd のユニットを表示または設置する（定期検査、または常時の見張り）',
      en: 'print or install systemd units for scheduled scans, or for watching all the time',
    }),
  );
  addWatchOptions(command, session)
    .option(
      '-d, --directory <[point=]dir>',
      say(session, { ja: '見張るフォルダ（--at がないとき）', en: 'folder to watch (without --at)' }),
      collect,
    )
    .option(
      '--at <cron>',
      say(session, {
        ja: '検査の時刻（例: "0 3 * * *"、構成定義ファイルの時間帯）。なければ常時の見張り',
        en: 'when to scan, for example "0 3 * * *" (timezone of the topology); left out: watch all the time',
      }),
    )
    .option('--for <length>', say(session, { ja: '検査1回の時間（既定: 10m）', en: 'length of a scan (default: 10m)' }))
    .option(
      '--volume <amount>',
      say(session, { ja: '検査1回の量（例: 2G）', en: 'most captured in a scan, for example 2G' }),
    )
    .option(
      '--report-every <length>',
      say(session, {
        ja: '見張りの途中経過を保存する間隔（既定: 60s）',
        en: 'how often a watch saves its run (default: 60s)',
      }),
    )
    .option(
      '--run <length>',
      say(session, { ja: '見張りの1回の実行の長さ（既定: day）', en: 'length of one run of a watch (default: day)' }),
    )
    .option(
      '--settle <length>',
      say(session, {
        ja: 'ファイルが書き終わったとみなすまでの、変化のない時間（既定: 2s）',
        en: 'without growth for so long, a file is finished (default: 2s)',
      }),
    )
    .option(
      '--remove-clean',
      say(session, {
        ja: '検出事項に引用されないファイルを、読み終えたらフォルダから消す',
        en: 'remove files from the folders that no finding cites, once they were read',
      }),
    )
    .option('--user <name>', say(session, { ja: '実行する利用者', en: 'user that it runs as' }), 'sansou')
    .option(
      '--install [dir]',
      say(session, {
        ja: 'ユニットを書き込み、検査する（既定: /etc/systemd/system）',
        en: 'write the units and have them verified (default: /etc/systemd/system)',
      }),
    )
    .addHelpText(
      'after',
      say(session, {
        ja: `
例:
  sansou schedule -t /etc/sansou/city.yaml -i CP-MN=eth1 --store /var/lib/sansou/history.db --at "0 3 * * *" --for 30m
  sudo sansou schedule -t /etc/sansou/city.yaml -i CP-MN=eth1 --store /var/lib/sansou/history.db --install`,
        en: `
Examples:
  sansou schedule -t /etc/sansou/city.yaml -i CP-MN=eth1 --store /var/lib/sansou/history.db --at "0 3 * * *" --for 30m
  sudo sansou schedule -t /etc/sansou/city.yaml -i CP-MN=eth1 --store /var/lib/sansou/history.db --install`,
      }),
    )
    .action(async (_options: unknown, self: Command) => {
      const { runSchedule } = await import('../run/run-schedule.js');
      runSchedule(session, self.optsWithGlobals<ScheduleCommandOptions>());
    });
}
