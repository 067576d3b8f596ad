import type { Command } from 'commander';
import type { ProveOptions } from '../settings/options.js';
import { say, type Session } from '../session.js';

/** `sansou prove -t TOPOLOGY` */
export function addProveCommand(program: Command, session: Session): void {
  program
    .command('prove')
    .description(
      say(session, {
        ja: 'この構成で違反が起きたら検出できるかを、作った例で確かめる（キャプチャは要らない）',
        en: 'plant violations in this topology and see whether they would be found (needs no capture)',
      }),
    )
    .option('-t, --topology <file>', say(session, { ja: '構成定義ファイル（必須）', en: 'topology file (required)' }))
    .option('-f, --format <name>', 'text | json', 'text')
    .option('--columns <n>', say(session, { ja: '紙面の幅（40〜400桁）', en: 'width of the page, 40 to 400' }))
    .option(
      '-o, --output <file>',
      say(session, { ja: '結果の書き込み先（既定: 標準出力）', en: 'where to write (default: standard output)' }),
    )
    .addHelpText(
      'after',
      say(session, {
        ja: `
例:
  sansou prove -t city.yaml
  sansou prove -t city.yaml --format json -o proof.json
  sansou check captures -t city.yaml --prove      判定の報告に添える

規則と領域の組ごとに、違反の例と、許可された近い例を、構成定義ファイルのアドレス・VLAN・許可通信から作り、
実際の判定処理にかける。見逃すものは、採取点がない、許可通信や範囲が広すぎるなどの理由とともに示す。

終了ステータス: 0 作れた例はすべて検出・誤検知なし / 1 見逃し、採取点のないVLAN、または誤検知がある
                2 中断された / 3 入力が使えない / 64 使い方の誤り`,
        en: `
Examples:
  sansou prove -t city.yaml
  sansou prove -t city.yaml --format json -o proof.json
  sansou check captures -t city.yaml --prove      attach it to the report

For every rule and pair of areas, a violation and a permitted neighbour of it are made from the topology's own
addresses, VLANs and conduits and judged by the real pipeline. What would be missed is named with the reason: no
capture point sees it, a conduit or a prefix is too broad …

Exit status: 0 all that can be planted is caught, no false alarm / 1 something is missed, a VLAN is seen by nobody,
             or an alarm is false / 2 interrupted / 3 input unusable / 64 wrong usage`,
      }),
    )
    .action(async (_options: unknown, self: Command) => {
      const { runProve } = await import('../run/run-prove.js');
      await runProve(session, self.optsWithGlobals<ProveOptions>());
    });
}
