import type { Command } from 'commander';
import type { CaptureOptions } from '../settings/options.js';
import { say, type Session } from '../session.js';
import { addCaptureOptions, captureArgumentHelp } from './capture-options.js';

/** `sansou flows [POINT=]CAPTURE... [-t TOPOLOGY]` */
export function addFlowsCommand(program: Command, session: Session): void {
  const command = program
    .command('flows')
    .description(
      say(session, { ja: 'フローの表だけを出す（判定しない）', en: 'print the flow table alone, no verdict' }),
    )
    .argument('<capture...>', captureArgumentHelp(session))
    .option(
      '-t, --topology <file>',
      say(session, { ja: '構成定義ファイル（領域も表示する）', en: 'topology file (adds the zones)' }),
    )
    .option('-f, --format <name>', 'ndjson | csv | json', 'ndjson');
  addCaptureOptions(command, session)
    .addHelpText(
      'after',
      say(session, {
        ja: `
例:
  sansou flows a.pcap b.pcapng.gz
  sansou flows captures -t city.yaml --format csv -o flows.csv
  tcpdump -w - -c 1000 | sansou flows -

終了ステータス: 0 すべて読めた / 2 途中までしか読めないファイルがある / 3 何も読めない`,
        en: `
Examples:
  sansou flows a.pcap b.pcapng.gz
  sansou flows captures -t city.yaml --format csv -o flows.csv
  tcpdump -w - -c 1000 | sansou flows -

Exit status: 0 everything was read / 2 a file could be read only in part / 3 nothing could be read`,
      }),
    )
    .action(async (captures: string[], _options: unknown, self: Command) => {
      const { runFlows } = await import('../run/run-flows.js');
      await runFlows(session, captures, self.optsWithGlobals<CaptureOptions>());
    });
}
