import type { Command } from 'commander';
import type { SuggestOptions, TopologyOptions } from '../settings/options.js';
import { addCaptureOptions, captureArgumentHelp } from './capture-options.js';
import { say, type Session } from '../session.js';

/** What commander hands to the action: arguments, options, the command. */
type ExplainArguments = [string, string, string | undefined, string | undefined, unknown, Command];

/** `sansou topology lint|explain|schema|init|import|suggest` */
export function addTopologyCommand(program: Command, session: Session): void {
  const topology = program
    .command('topology')
    .description(say(session, { ja: '構成定義ファイルを扱う', en: 'check, explain and write topology files' }));
  const output = say(session, { ja: '書き込み先（既定: 標準出力）', en: 'where to write (default: standard output)' });

  topology
    .command('lint')
    .description(
      say(session, { ja: '構成定義ファイルを検査する（CFG-01〜10）', en: 'check a topology (CFG-01 to CFG-10)' }),
    )
    .argument('<topology>', say(session, { ja: '構成定義ファイル', en: 'topology file' }))
    .option(
      '-f, --format <name>',
      say(session, {
        ja: 'text | json（既定: 端末では text、他のプログラムへは報告書の json）',
        en: 'text | json (default: text on a terminal, the report as json for another program)',
      }),
    )
    .addHelpText(
      'after',
      say(session, {
        ja: '\n例:\n  sansou topology lint city.yaml\n\n終了ステータス: 0 エラーなし（警告はあり得る） / 3 エラーあり',
        en: '\nExample:\n  sansou topology lint city.yaml\n\nExit status: 0 no error (there may be warnings) / 3 errors',
      }),
    )
    .action(async (file: string, _options: unknown, self: Command) => {
      const { runLint } = await import('../run/run-topology-lint.js');
      await runLint(session, file, self.optsWithGlobals<TopologyOptions>());
    });

  topology
    .command('explain')
    .description(
      say(session, {
        ja: 'アドレス、または通信の組が何として扱われるかと、その理由を示す',
        en: 'say what an address or a pair of addresses is, and why',
      }),
    )
    .argument('<topology>', say(session, { ja: '構成定義ファイル', en: 'topology file' }))
    .argument(
      '<address>',
      say(session, { ja: 'アドレス（組では通信を開始する側）', en: 'address (of a pair: the side that opens it)' }),
    )
    .argument(
      '[responder]',
      say(session, { ja: '応答する側。例: 10.20.4.10:445', en: 'the other side, for example 10.20.4.10:445' }),
    )
    .argument('[service]', say(session, { ja: 'tcp/445、udp/53、icmp など', en: 'such as tcp/445, udp/53 or icmp' }))
    .option(
      '--at <time>',
      say(session, {
        ja: '判定する時刻。例: 2026-06-15T10:00:00+09:00（なければ有効期間と時間帯は見ない）',
        en: 'time of the communication, for example 2026-06-15T10:00:00+09:00 (else validity and hours are not judged)',
      }),
    )
    .option('-f, --format <name>', 'text | json', 'text')
    .addHelpText(
      'after',
      say(session, {
        ja: '\n例:\n  sansou topology explain city.yaml 10.10.16.55\n  sansou topology explain city.yaml 10.10.16.55 10.20.4.10:445\n  sansou topology explain city.yaml ns-mn ns-lg udp/123',
        en: '\nExamples:\n  sansou topology explain city.yaml 10.10.16.55\n  sansou topology explain city.yaml 10.10.16.55 10.20.4.10:445\n  sansou topology explain city.yaml ns-mn ns-lg udp/123',
      }),
    )
    .action(async (...[file, address, responder, service, , self]: ExplainArguments) => {
      const { runExplain } = await import('../run/run-topology-explain.js');
      await runExplain(session, { file, address, responder, service }, self.optsWithGlobals<TopologyOptions>());
    });

  topology
    .command('schema')
    .description(
      say(session, { ja: '構成定義ファイルの JSON Schema を出す', en: 'print the JSON Schema of topology files' }),
    )
    .option('-o, --output <file>', output)
    .action(async (_options: unknown, self: Command) => {
      const { runSchema } = await import('../run/run-topology-files.js');
      await runSchema(session, self.optsWithGlobals<TopologyOptions>());
    });

  topology
    .command('init')
    .description(
      say(session, { ja: '構成定義ファイルのひな形を出す', en: 'print a commented topology file to start from' }),
    )
    .option('-m, --model <name>', 'alpha | alpha-dash | beta | beta-dash', 'alpha')
    .option('-o, --output <file>', output)
    .addHelpText(
      'after',
      say(session, {
        ja: '\n例:\n  sansou topology init -o city.yaml',
        en: '\nExample:\n  sansou topology init -o city.yaml',
      }),
    )
    .action(async (_options: unknown, self: Command) => {
      const { runInit } = await import('../run/run-topology-files.js');
      await runInit(session, self.optsWithGlobals<TopologyOptions>());
    });

  topology
    .command('import')
    .description(
      say(session, {
        ja: 'CSV の機器台帳を hosts の形にする',
        en: 'turn a CSV inventory into the hosts of a topology',
      }),
    )
    .argument(
      '<csv>',
      say(session, {
        ja: '列: name, zone, ip, mac, roles（見出し行が必要）',
        en: 'columns name, zone, ip, mac, roles (with a header line)',
      }),
    )
    .option('-o, --output <file>', output)
    .addHelpText(
      'after',
      say(session, {
        ja: '\n例:\n  sansou topology import hosts.csv -o hosts.yaml',
        en: '\nExample:\n  sansou topology import hosts.csv -o hosts.yaml',
      }),
    )
    .action(async (csv: string, _options: unknown, self: Command) => {
      const { runImport } = await import('../run/run-topology-files.js');
      await runImport(session, csv, self.optsWithGlobals<TopologyOptions>());
    });

  addSuggestCommand(topology, session);
}

function addSuggestCommand(topology: Command, session: Session): void {
  const suggest = topology
    .command('suggest')
    .description(
      say(session, {
        ja: '成立した通信から、許可通信の候補と、領域の決まっていないアドレスを挙げる（人が見直すための下書き）',
        en: 'propose conduits for the established flows, and homes for addresses in no zone (a draft for a person)',
      }),
    )
    .argument('<capture...>', captureArgumentHelp(session))
    .option(
      '-t, --topology <file>',
      say(session, {
        ja: '今の構成定義ファイル。ないときはアドレスの一覧だけを出す',
        en: 'the topology so far; without it only addresses are listed',
      }),
    )
    .option('-f, --format <name>', 'yaml | json', 'yaml');
  addCaptureOptions(suggest, session)
    .addHelpText(
      'after',
      say(session, {
        ja: `
例:
  sansou topology suggest captures -t city.yaml -o draft.yaml

出力の conduits を見直し、承認（approval）と根拠（basis）を書いてから構成定義ファイルに加える。
領域の間で許可できない通信は許可通信にせず、コメントとして挙げる。

終了ステータス: 0 / 2 一部しか読めなかった / 3 入力が使えない / 64 使い方の誤り`,
        en: `
Example:
  sansou topology suggest captures -t city.yaml -o draft.yaml

Review its conduits, write approval and basis, and add them to the topology. What may not be permitted between two
areas never becomes a conduit: it is listed in comments.

Exit status: 0 / 2 something could be read only in part / 3 input unusable / 64 wrong usage`,
      }),
    )
    .action(async (captures: string[], _options: unknown, self: Command) => {
      const { runSuggest } = await import('../run/run-topology-suggest.js');
      await runSuggest(session, captures, self.optsWithGlobals<SuggestOptions>());
    });
}
