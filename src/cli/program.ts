import { Command, Help } from 'commander';
import type { Text } from '../base/text.js';
import { addCheckCommand } from './commands/check.js';
import { addDiffCommand } from './commands/diff.js';
import { addFlowsCommand } from './commands/flows.js';
import { addHistoryCommand } from './commands/history.js';
import { addNotifyCommand } from './commands/notify.js';
import { addProveCommand } from './commands/prove.js';
import { addRulesCommand } from './commands/rules.js';
import { addServeCommand } from './commands/serve.js';
import { addJudgeCommand } from './commands/judge.js';
import { addScheduleCommand } from './commands/schedule.js';
import { addScanCommand } from './commands/scan.js';
import { addWatchCommand } from './commands/watch.js';
import { addTopologyCommand } from './commands/topology.js';
import { addVerifyEvidenceCommand } from './commands/verify-evidence.js';
import { japaneseHelp } from './japanese-help.js';
import { LOG_LEVELS } from './output/log.js';
import type { SharedOptions } from './settings/options.js';
import { say, type Session } from './session.js';
import { requireChoice } from './usage.js';
import { readVersion } from '../base/version.js';

const description: Text = {
  ja: 'パケットキャプチャから、三層分離（マイナンバー利用事務系・LGWAN接続系・インターネット接続系）が\n情報セキュリティ基本方針 第8条第3号のとおりかを検証する。',
  en: 'Verifies from packet captures whether the three networks of a Japanese municipality\n(My Number, LGWAN, Internet) are separated as article 8(3) of its security policy says.',
};

const examples: Text = {
  ja: `
例:
  sansou check captures -t topology/midorino-alpha.yaml      見本の市を判定する
  sansou check CP-MN=mn.pcapng CP-LG=lg.pcapng -t city.yaml  採取点を指定して判定する
  sansou check captures -t city.yaml --evidence evidence-04  証拠一式を残す（verify-evidence で確かめる）
  sansou topology init > city.yaml                           構成定義ファイルのひな形
  sansou prove -t city.yaml                                  違反があれば見つかるかを確かめる
  sansou watch -t city.yaml -i CP-MN=eth1 --store history.db 見張り続ける
  sansou serve -t city.yaml --store history.db               履歴をブラウザーで見る

終了ステータス: 0 違反なし・判定可能 / 1 違反または疑い / 2 判定不能あり / 3 入力が使えない / 64 使い方の誤り`,
  en: `
Examples:
  sansou check captures -t topology/midorino-alpha.yaml      judge the sample city
  sansou check CP-MN=mn.pcapng CP-LG=lg.pcapng -t city.yaml  say where each capture was taken
  sansou check captures -t city.yaml --evidence evidence-04  keep the packets (see verify-evidence)
  sansou topology init > city.yaml                           a topology file to start from
  sansou prove -t city.yaml                                  would a violation be found at all?
  sansou watch -t city.yaml -i CP-MN=eth1 --store history.db watch without end
  sansou serve -t city.yaml --store history.db               the history in a browser

Exit status: 0 no violation, all provable / 1 violation or suspicion / 2 something undetermined
             3 input unusable / 64 wrong usage`,
};

/** The command line as a tree; what a command does is loaded when it runs. */
export function createProgram(session: Session): Command {
  const program = new Command('sansou')
    .description(say(session, description))
    .version(readVersion(), '-V, --version', say(session, { ja: '版を表示する', en: 'print the version' }))
    .helpOption('-h, --help', say(session, { ja: 'この説明を表示する', en: 'print this help' }))
    .helpCommand('help [command]', say(session, { ja: 'コマンドの説明を表示する', en: 'explain a command' }))
    .option(
      '--lang <ja|en>',
      say(session, { ja: '言語（既定: 環境のロケール）', en: 'language (default: the locale)' }),
    )
    .option('--no-color', say(session, { ja: '色を付けない', en: 'no colour' }))
    .option(
      '-q, --quiet',
      say(session, { ja: '進捗と警告のログを出さない', en: 'no progress line, no warnings in the log' }),
    )
    .option(
      `--log-level <level>`,
      say(session, {
        ja: `標準エラー出力へのログ: ${LOG_LEVELS.join(' ')}（既定: 環境変数 SANSOU_LOG、なければ warn）`,
        en: `log to standard error: ${LOG_LEVELS.join(' ')} (default: SANSOU_LOG in the environment, else warn)`,
      }),
    )
    .option('--debug', say(session, { ja: '誤りの詳細を表示する', en: 'print details of internal faults' }))
    .addHelpText('after', say(session, examples))
    .configureHelp({ showGlobalOptions: true, ...(session.language === 'ja' ? japaneseHelp(new Help()) : {}) })
    .configureOutput({
      writeOut: (text) => session.stdout.write(text),
      writeErr: (text) => session.stderr.write(text),
      // errors are told in one place, run-cli.ts
      outputError: () => undefined,
      getOutHelpWidth: () => session.stdout.columns ?? 100,
      getErrHelpWidth: () => session.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride()
    .showSuggestionAfterError();
  program.hook('preAction', (_root, command) => {
    const options = command.optsWithGlobals<SharedOptions>();
    if (options.lang !== undefined) requireChoice('--lang', options.lang, ['ja', 'en']);
    if (options.logLevel !== undefined) requireChoice('--log-level', options.logLevel, LOG_LEVELS);
  });
  const stages: readonly (readonly [Text, readonly ((parent: Command, own: Session) => void)[]])[] = [
    [
      { ja: 'キャプチャを判定する:', en: 'Judge captures:' },
      [addCheckCommand, addJudgeCommand, addDiffCommand, addVerifyEvidenceCommand, addFlowsCommand],
    ],
    [
      { ja: '構成を定義し、検知能力を確かめる:', en: 'Describe the network, and see what would be found:' },
      [addTopologyCommand, addProveCommand, addRulesCommand],
    ],
    [{ ja: 'ミラーポートを見張る:', en: 'Watch mirror ports:' }, [addScanCommand, addWatchCommand, addScheduleCommand]],
    [
      { ja: '履歴を見る、知らせる:', en: 'Look back, and tell:' },
      [addHistoryCommand, addServeCommand, addNotifyCommand],
    ],
  ];
  for (const [title, commands] of stages) {
    program.commandsGroup(say(session, title));
    for (const add of commands) add(program, session);
  }
  return program;
}
