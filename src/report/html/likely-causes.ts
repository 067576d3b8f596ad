import type { Text } from '../../base/text.js';
import type { Finding } from '../../model/report.js';

/** What most often lies behind a finding of each check (docs/rules.md): where to look first, not a verdict. */
const CAUSES: Readonly<Record<string, Text>> = {
  '01': {
    ja: '境界ファイアウォールの許可規則が、登録した許可通信より広い。または業務上必要な通信の登録漏れ。',
    en: 'Rules of the boundary firewall are wider than the registered conduits, or a needed crossing was never registered.',
  },
  '02': {
    ja: '端末の設定・ソフトウェアが他領域の宛先を持っている（旧設定、更新確認、探索）。',
    en: 'Settings or software of the host still point into another zone: old settings, update checks, discovery.',
  },
  '03': {
    ja: '端末に他領域の宛先が残っている。境界は設計どおり働いた。',
    en: 'The host still has a destination in another zone. The boundary worked as designed.',
  },
  '04': {
    ja: '登録の変更漏れ、またはファイアウォールの規則が登録した条件（ポート・向き・期間）より広い。',
    en: 'The register was not updated, or the firewall permits more than its terms: port, direction, period.',
  },
  '05': {
    ja: '機器の交換・冗長化による変更が登録に反映されていない。または詐称。',
    en: 'A device was replaced or made redundant without the register following, or the source is spoofed.',
  },
  '06': {
    ja: '許可したポートを別の用途に使うソフトウェア、またはアプリケーションの変更。',
    en: 'Software that uses a permitted port for something else, or a changed application.',
  },
  '07': {
    ja: '既定経路またはプロキシの設定がインターネットに通じている。境界に広い許可がある。',
    en: 'A default route or proxy setting leads to the Internet; the boundary permits too much.',
  },
  '08': {
    ja: '他領域のプロキシに届く経路があり、プロキシが接続元を制限していない。',
    en: 'A proxy of another zone can be reached and does not restrict its clients.',
  },
  '09': {
    ja: '外からの接続を許す規則、またはアドレス変換の公開設定が残っている。',
    en: 'A rule, or a published address translation, still lets connections in from outside.',
  },
  '10': {
    ja: '配線・VLANの誤設定、ハブやブリッジの持ち込み、代理ARP。ミラーの混在でないことも確認する。',
    en: 'Wrong cabling or VLAN, a hub or bridge brought along, proxy ARP. Make sure the mirror itself does not mix VLANs.',
  },
  '11': {
    ja: '二つの網に接続された機器（二重接続の端末、登録のないルーター、仮想基盤）。',
    en: 'A device connected to two networks: a dual-homed terminal, an unregistered router, a hypervisor.',
  },
  '12': {
    ja: '同じ端末のつなぎ替えまたは二重接続。複製した初期イメージの名前でないかも確認する。',
    en: 'The same computer moved or connected twice; check that the name is not one of a cloned image.',
  },
  '13': {
    ja: 'ゲートウェイまたは登録のない機器が、許可通信に当たらないパケットも中継している。',
    en: 'A gateway, or an unregistered device, forwards packets that no conduit covers.',
  },
  '14': {
    ja: '両領域が同じスイッチを論理分割で使っている。設計として承認されているか確認する。',
    en: 'Both zones use one switch, split logically. Check that this is the approved design.',
  },
  '15': {
    ja: 'VLANの誤設定、固定アドレスのままの端末移設、または送信元の詐称。',
    en: 'A wrong VLAN, a terminal moved with its fixed address, or a spoofed source.',
  },
  '16': {
    ja: '他領域のDHCPサーバーまたはルーターの誤接続、持ち込み機器。',
    en: "Another zone's DHCP server or router plugged in here, or a device brought along.",
  },
  '20': {
    ja: 'VPNソフトウェア、IPv6移行機構、または機器の遠隔保守のトンネル。',
    en: 'VPN software, an IPv6 transition mechanism, or a tunnel for remote maintenance.',
  },
  '21': {
    ja: 'IPv6を使わない網で端末のIPv6が有効のまま。またはルーター広告を出す機器。',
    en: 'IPv6 left enabled where it is not used, or a device that advertises itself as a router.',
  },
  '22': {
    ja: '端末のDNS設定が他領域・外部のリゾルバーを指している。リゾルバーの転送先の誤り。',
    en: 'DNS settings point to a resolver of another zone or outside, or a resolver forwards wrongly.',
  },
  '23': {
    ja: '保守のための遠隔操作が登録されていない。または不正な遠隔操作。',
    en: 'Remote maintenance that was never registered, or remote control that should not be.',
  },
  '24': {
    ja: 'ファイル共有・認証・更新などの共用サーバーが領域ごとに分かれていない。',
    en: 'File sharing, directory, update or print servers are shared instead of one per zone.',
  },
  '30': {
    ja: '画面転送の向きがモデルと逆。ファイアウォールの規則が双方向になっている。',
    en: 'Screen transfer runs against the model: the rule of the firewall is open in both directions.',
  },
  '31': {
    ja: '画面転送のための許可が、ポートを限定せず機器単位になっている。',
    en: 'The permission for screen transfer is by host, not by port.',
  },
  '32': {
    ja: 'クリップボード・ドライブ等のリダイレクトをグループポリシーで禁止していない。',
    en: 'Group policy does not forbid redirection of clipboard, drives and the like.',
  },
  '36': {
    ja: 'メールの配送経路に、無害化装置を通らない設定が残っている。',
    en: 'A mail route that does not pass the sanitizer was left in place.',
  },
  '37': {
    ja: '無害化装置の方針がこの種別を通している。または無害化を通らない経路。',
    en: 'The policy of the sanitizer lets this kind pass, or there is a path around it.',
  },
  '39': {
    ja: '受渡し用の共有が、領域間で直接つながる方式になっている。',
    en: 'The hand-over share connects the zones directly.',
  },
  '40': {
    ja: '中継サーバー・監視・バックアップの登録漏れ、または踏み台。',
    en: 'An unregistered relay, monitoring or backup server, or a stepping stone.',
  },
  '41': {
    ja: '登録のない受渡し、または上限を超える業務（年次処理など）。',
    en: 'An unregistered hand-over, or business beyond the limit such as yearly batches.',
  },
  '50': {
    ja: '台帳への登録漏れ、または持ち込み機器。',
    en: 'A host missing in the inventory, or one brought along.',
  },
  '51': {
    ja: '月次・年次の処理で採取期間に行われなかった。または不要になった許可。',
    en: 'A monthly or yearly job outside the period, or a permission no longer needed.',
  },
  '52': {
    ja: '暗号化されており、内容の条件はパケットからは確かめられない（設計どおりのことが多い）。',
    en: 'It is encrypted, so packets cannot confirm the condition on content; often this is as designed.',
  },
  '60': {
    ja: 'セキュリティクラウド以外の出口（別回線、誤った経路）。',
    en: 'An exit other than the security cloud: another line, a wrong route.',
  },
  '61': {
    ja: '登録のない回線・モバイルルーターの接続。',
    en: 'An unregistered access line or mobile router.',
  },
  '62': {
    ja: '端末・機器のDNS設定が外部を指している。出口で53/853番を止めていない。',
    en: 'DNS settings point outside, and the exit does not stop ports 53 and 853.',
  },
  '63': {
    ja: 'メール送信機能を持つ機器・マルウェアが中継を使わずに送信している。出口で25番を止めていない。',
    en: 'A device or malware sends mail without the relay, and the exit does not stop port 25.',
  },
  '64': {
    ja: '端末がプロキシ設定を使わずに直接出ており、出口がそれを許している。',
    en: 'The host ignores the proxy setting, and the exit lets it.',
  },
};

/** A field of the nearest conduit that failed says more than the check does. */
const CAUSE_OF_FIELD: Readonly<Partial<Record<NonNullable<NonNullable<Finding['conduit']>['failed']>, Text>>> = {
  from: {
    ja: '登録されていない機器が、許可通信と同じ相手・サービスを使っている。登録漏れか、許可規則の送信元が広すぎる。',
    en: 'A host that is not registered uses the service of a conduit: missing in the register, or the rule admits too many sources.',
  },
  via: {
    ja: '登録と異なる機器を経由している。経路の変更、または迂回路。',
    en: 'It goes through another device than the registered one: a changed route, or a way around.',
  },
  validity: {
    ja: '承認の有効期間が過ぎている。更新の手続き漏れか、終えた業務の通信が残っている。',
    en: 'The approval has expired: it was not renewed, or traffic of a finished business goes on.',
  },
  hours: {
    ja: '登録された時間帯の外で動いている。処理の時刻の変更、または想定外の利用。',
    en: 'It runs outside the registered hours: a rescheduled job, or unexpected use.',
  },
};

const UNKNOWN: Text = {
  ja: '個別に調べる。説明と規則の一覧（sansou rules）を参照。',
  en: 'Look into it individually; see the explanation and the catalogue (sansou rules).',
};

/** Where to look first. */
export function likelyCause({ rule, conduit }: Pick<Finding, 'rule' | 'conduit'>): Text {
  const check = rule.slice(-2);
  const failed = conduit?.failed ?? null;
  const ofField = failed === null ? undefined : CAUSE_OF_FIELD[failed];
  return (check === '04' || check === '01' ? ofField : undefined) ?? CAUSES[check] ?? UNKNOWN;
}
