import type { Command } from 'commander';
import { REPORT_FORMAT_NAMES } from '../../report/format-names.js';
import type { JudgeOptions } from '../settings/options.js';
import { say, type Session } from '../session.js';
import { addRedactOptions } from './redact-options.js';

/** `sansou judge REPORT-OR-FLOWS -t TOPOLOGY` */
export function addJudgeCommand(program: Command, session: Session): void {
  const command = program
    .command('judge')
    .description(
      say(session, {
        ja: '保存したフローの記録または報告を、変更した構成定義で、キャプチャなしに再判定する',
        en: 'judge stored flows, or a report, by a changed topology without the captures',
      }),
    )
    .argument(
      '<report-or-flows>',
      say(session, {
        ja: 'check --keep-flows か sansou flows の出力、または check --format json の報告',
        en: 'what check --keep-flows or sansou flows wrote, or a report of check --format json',
      }),
    )
    .option('-t, --topology <file>', say(session, { ja: '構成定義ファイル（必須）', en: 'topology file (required)' }))
    .option('-f, --format <name>', REPORT_FORMAT_NAMES.join(' | '), 'text')
    .option(
      '-o, --output <file>',
      say(session, { ja: '結果の書き込み先（既定: 標準出力）', en: 'where to write (default: standard output)' }),
    )
    .option(
      '--min-severity <level>',
      say(session, {
        ja: 'これ以上の深刻度だけを載せる（判定は変わらない）: critical high medium low info',
        en: 'list findings from this severity up (the result stays the same): critical high medium low info',
      }),
    )
    .option('--full', say(session, { ja: '長い一覧も省略しない', en: 'print long lists whole' }))
    .option('--columns <n>', say(session, { ja: '紙面の幅（40〜400桁）', en: 'width of the page, 40 to 400' }))
    .option(
      '--bom',
      say(session, { ja: 'CSV の先頭に BOM を付ける（Excel 用）', en: 'begin CSV with a byte order mark, for Excel' }),
    )
    .option(
      '--baseline <file>',
      say(session, {
        ja: '以前の報告（json）と比べ、新規・継続・解消・未確認の別を示す',
        en: 'compare with an earlier report (json): new, ongoing, gone, gone but not looked at',
      }),
    )
    .option(
      '--accept <file>',
      say(session, {
        ja: '受容した検出事項の台帳（YAML）。受容した検出事項も隠さず、そう示す',
        en: 'register of accepted findings (YAML); they are shown as accepted, never hidden',
      }),
    );
  addRedactOptions(command, session)
    .addHelpText(
      'after',
      say(session, {
        ja: `
例:
  sansou check captures -t city.yaml --keep-flows flows.ndjson
  sansou judge flows.ndjson -t city-changed.yaml
  sansou judge report.json -t city-changed.yaml --format json

記録にないもの（調べていない内容、MACアドレスの観測など）は、報告の採取品質に示す。`,
        en: `
Examples:
  sansou check captures -t city.yaml --keep-flows flows.ndjson
  sansou judge flows.ndjson -t city-changed.yaml
  sansou judge report.json -t city-changed.yaml --format json

What records do not hold (content that nobody looked into, sightings of cards) is stated in the quality of the report.`,
      }),
    )
    .action(async (records: string, _options: unknown, self: Command) => {
      const { runJudge } = await import('../run/run-judge.js');
      await runJudge(session, records, self.optsWithGlobals<JudgeOptions>());
    });
}
