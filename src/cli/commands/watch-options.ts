import type { Command } from 'commander';
import { say, type Session } from '../session.js';

/** Collects an option that may be given several times. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** Options that `scan`, `watch` and `schedule` share: from where, and where to. */
export function addWatchOptions(command: Command, session: Session): Command {
  return command
    .option('-t, --topology <file>', say(session, { ja: '構成定義ファイル（必須）', en: 'topology file (required)' }))
    .option(
      '-i, --interface <point=name>',
      say(session, {
        ja: '採取点のミラーポート（例: CP-MN=eth1）。繰り返し指定できる',
        en: 'mirror port of a capture point, for example CP-MN=eth1; may be repeated',
      }),
      collect,
    )
    .option('--store <file>', say(session, { ja: '履歴を残すファイル', en: 'file in which the history is kept' }))
    .option(
      '--notify <file>',
      say(session, {
        ja: '誰に伝えるかの設定ファイル（--store とともに）',
        en: 'file that says who is told (with --store)',
      }),
    )
    .option(
      '--metrics <[host:]port>',
      say(session, {
        ja: '/metrics と /health を公開するポート（既定のアドレス: 127.0.0.1）',
        en: 'port for /metrics and /health (on 127.0.0.1 unless a host is given)',
      }),
    )
    .option(
      '--spool <dir>',
      say(session, {
        ja: '採取ファイルを置くフォルダ（既定: sansou-spool）',
        en: 'folder of captures (default: sansou-spool)',
      }),
    )
    .option(
      '--capture-program <path>',
      say(session, {
        ja: '採取プログラム（既定: dumpcap、なければ tcpdump）',
        en: 'capture program (default: dumpcap, else tcpdump)',
      }),
    )
    .option('--file-seconds <n>', say(session, { ja: '採取ファイル1個の秒数', en: 'seconds of one capture file' }))
    .option(
      '--ring-size <amount>',
      say(session, { ja: '採取ファイル全体の上限（既定: 4G）', en: 'most room for capture files (default: 4G)' }),
    )
    .option(
      '--ring-age <length>',
      say(session, {
        ja: '読み終えた採取ファイルを残す時間（既定: 1h）',
        en: 'how long read captures stay (default: 1h)',
      }),
    )
    .option(
      '--evidence <dir>',
      say(session, {
        ja: '実行ごとの証拠一式を置くフォルダ（既定: SPOOL/evidence）',
        en: 'folder with an evidence bundle for each run (default: SPOOL/evidence)',
      }),
    )
    .option(
      '--evidence-size <amount>',
      say(session, {
        ja: '証拠一式全体の上限（既定: 4G）',
        en: 'most room for all evidence bundles together (default: 4G)',
      }),
    )
    .option(
      '--full-packets',
      say(session, {
        ja: '証拠一式にペイロードも残す（個人情報を含みうる）',
        en: 'keep payload in the evidence bundles (it may be personal data)',
      }),
    )
    .option(
      '--keep-days <n>',
      say(session, {
        ja: 'この日数より古い実行と証拠一式を消す（既定: 消さない）',
        en: 'drop runs and bundles older than this (default: keep all)',
      }),
    )
    .option(
      '--keep-bytes <amount>',
      say(session, {
        ja: '履歴がこれを超えたら古い実行から消す（既定: 消さない）',
        en: 'drop the oldest runs where the history is larger (default: keep all)',
      }),
    )
    .option(
      '--buffer <MiB>',
      say(session, {
        ja: '採取プログラムのバッファ（MiB、既定: 64）',
        en: 'buffer of the capture program, MiB (default: 64)',
      }),
    )
    .option(
      '--silent-after <length>',
      say(session, {
        ja: 'パケットがないとき、見えていないと言うまでの時間（既定: 60s）',
        en: 'without a packet for so long, the port counts as unseeing (default: 60s)',
      }),
    )
    .option(
      '--no-dedup',
      say(session, { ja: '重複した写しもパケットとして数える', en: 'count mirrored copies as packets too' }),
    );
}
