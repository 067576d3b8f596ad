import type { Command } from 'commander';
import { REPORT_FORMAT_NAMES } from '../../report/format-names.js';
import type { DiffOptions } from '../settings/options.js';
import { say, type Session } from '../session.js';
import { addRedactOptions } from './redact-options.js';

/** `sansou diff EARLIER LATER` */
export function addDiffCommand(program: Command, session: Session): void {
  const command = program
    .command('diff')
    .description(
      say(session, {
        ja: '二つの報告（json）を比べ、新規・悪化・解消・未確認の検出事項を示す',
        en: 'compare two reports (json): what is new, worse, gone, or gone but not looked at',
      }),
    )
    .argument('<earlier>', say(session, { ja: '以前の報告', en: 'the earlier report' }))
    .argument('<later>', say(session, { ja: '新しい報告', en: 'the later report' }))
    .option('-f, --format <name>', REPORT_FORMAT_NAMES.join(' | '), 'text')
    .option(
      '-o, --output <file>',
      say(session, { ja: '結果の書き込み先（既定: 標準出力）', en: 'where to write (default: standard output)' }),
    )
    .option(
      '--min-severity <level>',
      say(session, {
        ja: 'これ以上の深刻度だけを載せる: critical high medium low info',
        en: 'list findings from this severity up: critical high medium low info',
      }),
    )
    .option('--full', say(session, { ja: '長い一覧も省略しない', en: 'print long lists whole' }))
    .option('--columns <n>', say(session, { ja: '紙面の幅（40〜400桁）', en: 'width of the page, 40 to 400' }))
    .option(
      '--bom',
      say(session, { ja: 'CSV の先頭に BOM を付ける（Excel 用）', en: 'begin CSV with a byte order mark, for Excel' }),
    );
  addRedactOptions(command, session)
    .addHelpText(
      'after',
      say(session, {
        ja: `
例:
  sansou diff 2026-05.json 2026-06.json
  sansou diff 2026-05.json 2026-06.json --format sarif -o diff.sarif

終了ステータス: 0 新規・悪化なし / 1 新規または悪化あり / 2 消えた検出事項のうち見ていないものがある / 3 報告が使えない`,
        en: `
Examples:
  sansou diff 2026-05.json 2026-06.json
  sansou diff 2026-05.json 2026-06.json --format sarif -o diff.sarif

Exit status: 0 nothing new or worse / 1 new or worse / 2 gone, but not looked at / 3 report unusable`,
      }),
    )
    .action(async (earlier: string, later: string, _options: unknown, self: Command) => {
      const { runDiff } = await import('../run/run-diff.js');
      await runDiff(session, earlier, later, self.optsWithGlobals<DiffOptions>());
    });
}
