import type { Command } from 'commander';
import type { HistoryOptions } from '../settings/options.js';
import { say, type Session } from '../session.js';

/** `sansou history list|show|diff|export|prune` */
export function addHistoryCommand(program: Command, session: Session): void {
  const history = program
    .command('history')
    .description(
      say(session, {
        ja: '保存した実行と検出事項の履歴を見る',
        en: 'look at the history of runs and findings',
      }),
    )
    .addHelpText(
      'after',
      say(session, {
        ja: '\n履歴ファイルの場所: --store、環境変数 SANSOU_STORE、~/.local/state/sansou/history.db の順',
        en: '\nThe store: --store, else $SANSOU_STORE, else ~/.local/state/sansou/history.db',
      }),
    );
  const add = (name: string, ja: string, en: string): Command =>
    history
      .command(name)
      .description(say(session, { ja, en }))
      .option('--store <file>', say(session, { ja: '履歴ファイル', en: 'store of the history' }));
  const output = say(session, {
    ja: '結果の書き込み先（既定: 標準出力）',
    en: 'where to write (default: standard output)',
  });
  const columns = say(session, { ja: '紙面の幅（40〜400桁）', en: 'width of the page, 40 to 400' });

  add('list', '実行、または検出事項の一覧', 'list runs, or findings')
    .option('--findings', say(session, { ja: '実行でなく検出事項を並べる', en: 'list findings over all runs instead' }))
    .option(
      '--status <list>',
      say(session, { ja: '状態（コンマ区切り）: new ongoing gone …', en: 'new, ongoing, gone …, separated by commas' }),
    )
    .option('--rule <id>', say(session, { ja: 'この規則だけ', en: 'of this rule alone' }))
    .option(
      '--zones <pair>',
      say(session, { ja: '領域の組（例: mynumber:lgwan）', en: 'between these zones, for example mynumber:lgwan' }),
    )
    .option('--severity <least>', say(session, { ja: 'この深刻度以上', en: 'of this severity or graver' }))
    .option('--since <time>', say(session, { ja: 'この日時以降に見られたもの', en: 'seen then or later' }))
    .option('--until <time>', say(session, { ja: 'この日時以前に見られたもの', en: 'seen then or earlier' }))
    .option('--limit <n>', say(session, { ja: '件数の上限', en: 'at most so many' }), '50')
    .option('-f, --format <name>', 'text | json', 'text')
    .option('--columns <n>', columns)
    .option('-o, --output <file>', output)
    .action(async (_options: unknown, self: Command) => {
      const { runHistoryList } = await import('../run/run-history-list.js');
      await runHistoryList(session, self.optsWithGlobals<HistoryOptions>());
    });
  add('show <run>', '一つの実行の報告', 'the report of one run')
    .option('-f, --format <name>', 'text | json | ndjson | csv …', 'text')
    .option('--full', say(session, { ja: '長い一覧も省略しない', en: 'print long lists whole' }))
    .option('--columns <n>', columns)
    .option('-o, --output <file>', output)
    .action(async (run: string, _options: unknown, self: Command) => {
      const { runHistoryShow } = await import('../run/run-history-show.js');
      await runHistoryShow(session, run, self.optsWithGlobals<HistoryOptions>());
    });
  add('diff <earlier> <later>', '二つの実行を比べる', 'compare two runs')
    .option('-f, --format <name>', 'text | json | ndjson | csv …', 'text')
    .option('--full', say(session, { ja: '長い一覧も省略しない', en: 'print long lists whole' }))
    .option('--columns <n>', columns)
    .option('-o, --output <file>', output)
    .action(async (earlier: string, later: string, _options: unknown, self: Command) => {
      const { runHistoryDiff } = await import('../run/run-history-show.js');
      await runHistoryDiff(session, earlier, later, self.optsWithGlobals<HistoryOptions>());
    });
  add(
    'export <table>',
    'runs findings conduits traffic services quality を書き出す',
    'runs findings conduits traffic services quality',
  )
    .option('-f, --format <name>', 'ndjson | parquet', 'ndjson')
    .option('-o, --output <file>', output)
    .action(async (table: string, _options: unknown, self: Command) => {
      const { runHistoryExport } = await import('../run/run-history-export.js');
      await runHistoryExport(session, table, self.optsWithGlobals<HistoryOptions>());
    });
  add('prune', '古い実行を消す', 'drop old runs')
    .option('--max-age <days>', say(session, { ja: '残す日数', en: 'keep so many days' }))
    .option(
      '--max-size <MiB>',
      say(session, { ja: '履歴ファイルの大きさの上限', en: 'keep the store below this size' }),
    )
    .action(async (_options: unknown, self: Command) => {
      const { runHistoryPrune } = await import('../run/run-history-prune.js');
      await runHistoryPrune(session, self.optsWithGlobals<HistoryOptions>());
    });
}
