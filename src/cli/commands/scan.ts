import type { Command } from 'commander';
import { REPORT_FORMATS } from '../../report/registry.js';
import type { ScanCommandOptions } from '../settings/watch-settings.js';
import { say, type Session } from '../session.js';
import { addWatchOptions } from './watch-options.js';

/** `sansou scan -t TOPOLOGY --interface POINT=eth1 --for 10m` */
export function addScanCommand(program: Command, session: Session): void {
  const command = program.command('scan').description(
    say(session, {
      ja: 'ミラーポートから一定の時間（または量）を採取し、判定して報告する',
      en: 'capture from mirror ports for a time or a volume, judge, report',
    }),
  );
  addWatchOptions(command, session)
    .option(
      '--for <length>',
      say(session, { ja: '採取する時間（既定: 10m）', en: 'how long to capture (default: 10m)' }),
    )
    .option(
      '--volume <amount>',
      say(session, { ja: '採取する量（例: 2G）', en: 'how much to capture, for example 2G' }),
    )
    .option('-f, --format <name>', REPORT_FORMATS.join(' | '), 'text')
    .option(
      '-o, --output <file>',
      say(session, { ja: '結果の書き込み先（既定: 標準出力）', en: 'where to write (default: standard output)' }),
    )
    .addHelpText(
      'after',
      say(session, {
        ja: `
例:
  sansou scan -t city.yaml -i CP-MN=eth1 -i CP-LG=eth2 --for 30m --store /var/lib/sansou/history.db

終了ステータスは sansou check と同じ。sansou 自身に管理者権限は要らない（docs/watch.md）。`,
        en: `
Example:
  sansou scan -t city.yaml -i CP-MN=eth1 -i CP-LG=eth2 --for 30m --store /var/lib/sansou/history.db

Exit status as of sansou check. sansou itself needs no root (docs/watch.md).`,
      }),
    )
    .action(async (_options: unknown, self: Command) => {
      const { runScan } = await import('../run/run-scan.js');
      await runScan(session, self.optsWithGlobals<ScanCommandOptions>());
    });
}
