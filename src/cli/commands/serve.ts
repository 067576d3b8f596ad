import type { Command } from 'commander';
import type { SharedOptions } from '../settings/options.js';
import type { ServeOptions } from '../settings/serve-settings.js';
import { say, type Session } from '../session.js';

/** `sansou serve -t TOPOLOGY --store FILE` and `sansou serve hash-password NAME` */
export function addServeCommand(program: Command, session: Session): void {
  const serve = program
    .command('serve')
    .description(say(session, { ja: '状況をブラウザーで見る画面を出す', en: 'serve a dashboard for browsers' }))
    .option('-t, --topology <file>', say(session, { ja: '構成定義ファイル（必須）', en: 'topology file (required)' }))
    .option('--store <file>', say(session, { ja: '履歴のファイル（必須）', en: 'history file (required)' }))
    .option('--host <address>', say(session, { ja: '待ち受けるアドレス', en: 'address to listen on' }), '127.0.0.1')
    .option('--port <n>', say(session, { ja: '待ち受けるポート', en: 'port to listen on' }), '8430')
    .option('--tls-cert <file>', say(session, { ja: 'サーバー証明書（PEM）', en: 'certificate of the server, PEM' }))
    .option('--tls-key <file>', say(session, { ja: 'その秘密鍵（PEM）', en: 'its private key, PEM' }))
    .option(
      '--users <file>',
      say(session, { ja: '利用者（1 行に 名前:役割:ハッシュ）', en: 'users, a line each: name:role:hash' }),
    )
    .option(
      '--trust-proxy <address...>',
      say(session, {
        ja: '利用者を確かめたリバースプロキシのアドレス',
        en: 'addresses of reverse proxies that have made sure who somebody is',
      }),
    )
    .option(
      '--proxy-header <name>',
      say(session, { ja: 'プロキシが利用者の名前を入れるヘッダー', en: 'header in which they say who it is' }),
      'X-Remote-User',
    )
    .option(
      '--spool <dir>',
      say(session, {
        ja: 'アップロードされたキャプチャの一時置き場（既定: 履歴のファイルの隣）',
        en: 'where uploaded captures lie until they are judged (default: beside the history)',
      }),
    )
    .option(
      '--max-upload <MiB>',
      say(session, {
        ja: '一度に受け付けるキャプチャの量（既定: 1024）',
        en: 'captures taken at once (default: 1024)',
      }),
    )
    .option(
      '--evidence <dir>',
      say(session, {
        ja: 'アップロードの証拠（ペイロードを除く）を残す場所（既定: 残さない）',
        en: 'where evidence of uploads is kept, payload cut off (default: none is kept)',
      }),
    )
    .option('--evidence-days <n>', say(session, { ja: 'それを残す日数', en: 'how many days it stays' }), '400')
    .option(
      '--evidence-size <amount>',
      say(session, {
        ja: 'それに使ってよい量。超えると古いものから消す',
        en: 'most room for it; beyond, the oldest goes',
      }),
      '4G',
    )
    .addHelpText(
      'after',
      say(session, {
        ja: `
例:
  sansou serve -t city.yaml --store history.db                このコンピュータから http://127.0.0.1:8430/ で見る
  sansou serve hash-password tanaka --role operator >> users  利用者を加える
  sansou serve -t city.yaml --store history.db --host 10.99.0.5 --tls-cert c.pem --tls-key k.pem --users users

このコンピュータ以外から見るには、TLS と利用者の登録が要る。SIGTERM で終わる。`,
        en: `
Examples:
  sansou serve -t city.yaml --store history.db                look from this computer, http://127.0.0.1:8430/
  sansou serve hash-password tanaka --role operator >> users  add a user
  sansou serve -t city.yaml --store history.db --host 10.99.0.5 --tls-cert c.pem --tls-key k.pem --users users

Looking from other computers needs TLS and users. SIGTERM ends it.`,
      }),
    )
    .action(async (_options: unknown, self: Command) => {
      const { runServe } = await import('../run/run-serve.js');
      await runServe(session, self.optsWithGlobals<ServeOptions>());
    });

  serve
    .command('hash-password')
    .description(
      say(session, {
        ja: 'パスワードを標準入力から読み、利用者のファイルの 1 行を出す',
        en: 'read a password from standard input, print the line for the users file',
      }),
    )
    .argument('<name>', say(session, { ja: '利用者の名前', en: 'name of the user' }))
    .option('--role <viewer|operator>', say(session, { ja: '役割', en: 'what they may' }), 'viewer')
    .action(async (name: string, _options: unknown, self: Command) => {
      const { runHashPassword } = await import('../run/run-hash-password.js');
      await runHashPassword(session, name, self.optsWithGlobals<SharedOptions & { readonly role: string }>());
    });
}
