import type { Command } from 'commander';
import { REPORT_FORMAT_NAMES } from '../../report/format-names.js';
import type { CheckOptions } from '../settings/options.js';
import { say, type Session } from '../session.js';
import { addCaptureOptions, captureArgumentHelp } from './capture-options.js';
import { addRedactOptions } from './redact-options.js';

/** `sansou check [POINT=]CAPTURE... -t TOPOLOGY` */
export function addCheckCommand(program: Command, session: Session): void {
  const command = program
    .command('check')
    .description(
      say(session, {
        ja: 'キャプチャを読み、フローを組み立て、判定して報告する',
        en: 'read captures, build flows, judge them, print a report',
      }),
    )
    .argument('<capture...>', captureArgumentHelp(session))
    .option('-t, --topology <file>', say(session, { ja: '構成定義ファイル（必須）', en: 'topology file (required)' }))
    .option('-f, --format <name>', REPORT_FORMAT_NAMES.join(' | '), 'text')
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
      '--cross-check',
      say(session, {
        ja: '別の読み取り器でも読み、結果を突き合わせる',
        en: 'read classic pcap with a second reader too, and compare',
      }),
    )
    .option(
      '--evidence <dir>',
      say(session, {
        ja: '検出事項ごとのパケット、報告、構成定義、目録を証拠一式として書く',
        en: 'write an evidence bundle: packets of each finding, report, topology, manifest',
      }),
    )
    .option(
      '--full-packets',
      say(session, {
        ja: '証拠一式にパケットの中身（ペイロード）も残す（個人情報を含みうる）',
        en: 'keep payload in the evidence bundle (it may hold personal data)',
      }),
    )
    .option(
      '--evidence-chain <file>',
      say(session, {
        ja: '証拠一式を実行順につなぐ記録。なければ作る',
        en: 'file that links the bundles of successive runs; made where there is none',
      }),
    )
    .option(
      '--keep-flows <file>',
      say(session, {
        ja: '全フローの記録を書く（sansou judge で再判定するため。通信先の名前などを含む）',
        en: 'write a record of every flow, for sansou judge (it holds names of destinations and the like)',
      }),
    )
    .option(
      '--prove',
      say(session, {
        ja: 'この構成で違反が検出できるかも確かめ、報告に添える（sansou prove）',
        en: 'also see what this topology lets be found, and attach it (sansou prove)',
      }),
    )
    .option('--no-hash', say(session, { ja: 'SHA-256 を計算しない', en: 'no SHA-256 of the captures' }))
    .option(
      '--bom',
      say(session, { ja: 'CSV の先頭に BOM を付ける（Excel 用）', en: 'begin CSV with a byte order mark, for Excel' }),
    );
  command
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
  command.option(
    '--store <file>',
    say(session, { ja: '実行を履歴ファイルに保存する', en: 'save the run in this store of the history' }),
  );
  addRedactOptions(command, session);
  addCaptureOptions(command, session)
    .addHelpText(
      'after',
      say(session, {
        ja: `
例:
  sansou check captures -t city.yaml
  sansou check CP-MN=mn-0401.pcapng CP-MN=mn-0402.pcapng CP-LG=lg.pcap.gz -t city.yaml
  zcat mn.pcap.gz | sansou check CP-MN=- -t city.yaml --format json -o report.json
  sansou check captures -t city.yaml --min-severity high --lang en
  sansou check captures -t city.yaml --baseline last.json --accept accepted.yaml
  sansou check captures -t city.yaml --redact --format sarif -o report.sarif

複数のキャプチャは一つの観測として扱う。違反が見つからないことは「適合」を意味しない。`,
        en: `
Examples:
  sansou check captures -t city.yaml
  sansou check CP-MN=mn-0401.pcapng CP-MN=mn-0402.pcapng CP-LG=lg.pcap.gz -t city.yaml
  zcat mn.pcap.gz | sansou check CP-MN=- -t city.yaml --format json -o report.json
  sansou check captures -t city.yaml --min-severity high --lang en
  sansou check captures -t city.yaml --baseline last.json --accept accepted.yaml
  sansou check captures -t city.yaml --redact --format sarif -o report.sarif

Several captures are one observation. That no violation was found does not mean compliance.`,
      }),
    )
    .action(async (captures: string[], _options: unknown, self: Command) => {
      const { runCheck } = await import('../run/run-check.js');
      await runCheck(session, captures, self.optsWithGlobals<CheckOptions>());
    });
}
