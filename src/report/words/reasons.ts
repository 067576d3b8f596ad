import type { Text } from '../../base/text.js';
import { WORDS } from './words.js';

/** Reason codes of findings (src/rules) that are always the same word, in Japanese; in English the code is its own word. */
const fixed: Readonly<Record<string, string>> = {
  'address-undeclared': '構成定義ファイルにないアドレス',
  'address-translated': 'アドレス変換を経た同じ通信',
  'bad-list-address': '不審な宛先の一覧にあるアドレス',
  'bad-list-name': '不審な宛先の一覧にある名前',
  'cloud-without-ipv6': 'セキュリティクラウドにIPv6の登録なし',
  'dns-unread': 'DNSの内容は読めない',
  'ipv6-egress': 'IPv6による外部への通信',
  'ipv6-link-local-only': 'リンクローカルのIPv6のみ',
  'ipv6-registered-as-unused': 'IPv6を使わないと登録された機器',
  'looks-up-for-others': '他の機器のための照会',
  'origin-translated': 'アドレス変換後の送信元',
  'origin-translated-undeclared': '登録のないアドレス変換後の送信元',
  'ports-unknown': 'ポート番号が不明',
  'time-stamp-left-out': '時刻の欄を除いて比較',
  'tunnel-connect-unknown': 'CONNECTの中は不明な形式',
  'tunnel-icmp-by-content': '大きく変化する内容からICMPトンネルと判別',
  'tunnel-ssh-by-volume': '通信量からSSHトンネルと推定',
  answered: '応答あり',
  'arp-proxy': '代理応答のARP',
  'arp-question': '他の領域のアドレスを尋ねるARP',
  'arp-stranger': '他の領域のアドレスを名乗るARP要求',
  'arp-reply': '他の領域のアドレスについてのARP応答',
  'cards-differ': 'MACアドレスは異なる',
  cdp: 'CDP',
  'conduit-kind-not-allowed': '許可できない種別の許可通信',
  'conduit-unused': '使用実績なし',
  'contacts-regular': '一定間隔の接続',
  'contacts-regular-everywhere': '多くの機器からの一定間隔の接続',
  'contacts-regular-proxied': 'プロキシを通じた一定間隔の接続',
  'content-not-read': '内容は読めない',
  'declared-exception': '登録された例外',
  'dhcp-ack': 'DHCPの割当て応答',
  'dhcp-offer': 'DHCPの割当て提案',
  'dhcpv6-answer': 'DHCPv6の応答',
  'direction-unknown': '開始側が不明',
  'dns-answered': '名前解決に応答あり',
  'dns-asked': '名前の問合せ',
  'dns-leak': '領域内の名前の漏れ',
  'dns-public-answer-inside': '領域内へ外部アドレスを回答',
  'dns-public-answer-upstream': '登録された上位のDNSが外部アドレスを回答',
  'egress-not-registered': '登録のない出口',
  'exchange-completed': '通信が成立',
  'far-side-not-seen': '境界の向こう側では観測されず',
  'file-digest-equal': 'ファイルのハッシュ値が一致',
  'home-vlan': '所属VLANで観測',
  'host-not-listed': '登録のない発信元',
  'icmp-on-screen-pair': '画面転送の両端の間のICMP',
  'inner-leg-opened-from-outside': '内側の区間を外側から開始',
  'internet-gateway': 'インターネット接続装置の広告（UPnP）',
  'inventory-closed': '台帳（closed）に記載なし',
  'ipv6-internet-reached': 'IPv6でインターネットに到達',
  'ipv6-undeclared': '登録のないIPv6アドレス',
  lldp: 'LLDP',
  'mac-alternates': 'MACアドレスが交互に出現',
  'mac-changed': 'MACアドレスの入れ替わり',
  'mac-forwards-between-zones': '領域間で中継したMACアドレス',
  'mac-is-gateway': '登録されたゲートウェイのMACアドレス',
  'mac-is-no-gateway': '登録されたゲートウェイのMACアドレスではない',
  'mac-is-not-virtual': '仮想MACアドレスではない',
  'mac-is-virtual': '仮想MACアドレス',
  'mac-locally-administered': 'ローカル管理のMACアドレス',
  'mac-of-other-zone': '他の領域の機器のMACアドレス',
  'mac-registered': '登録のあるMACアドレス',
  'mac-relays-between-zones': '領域間で中継したMACアドレス',
  'mac-speaks-vrrp-hsrp-or-glbp': 'VRRP・HSRP・GLBPを話すMACアドレス',
  'mac-unregistered': '登録のないMACアドレス',
  'mail-attachment': 'メールの添付ファイル',
  'mail-html': 'HTMLメール',
  'name-accepted': '宛先の名前を相手が受入れ',
  'name-auth': '宛先の名前に認証を要求',
  'name-ech': '宛先の名前が暗号化（ECH）',
  'name-no-name': '宛先の名前なし',
  'name-none': '宛先の名前に応答なし',
  'name-not-designated': '指定されていない名前',
  'name-not-registered': '登録のない名前',
  'name-not-read': '宛先の名前を採取していない',
  'name-refused': '宛先の名前を相手が拒否',
  'names-not-existing-50-in-600-seconds': '存在しない名前を600秒に50以上照会',
  'next-hop-on-egress-segment': '出口の回線で登録外の中継先',
  'next-hop-on-inner-segment': '内側の回線で登録外の中継先',
  'no-conduit': '一致する許可通信なし',
  'no-registered-relay': '登録された中継ではない',
  'not-answered': '応答なし',
  'not-monitoring': '監視用の通信ではない',
  'not-resolver': '登録されたリゾルバではない',
  'not-time-service': '時刻同期ではない',
  'opened-from-outside': '外側から開始',
  'other-member': '他団体のアドレス',
  'outside-translation': '宣言されたアドレス変換ではない',
  'packets-as-source': '送信元として出現',
  'path-mirrored': '経路のVLANは採取済み',
  'path-not-allowed': '中継しないと登録された機器による中継',
  'path-not-listed': 'mayForward に記載のない中継',
  'path-shared-address': '仮想MACアドレスによる中継',
  'path-time-exceeded': '境界の先のルーターが時間超過を返答',
  'path-unknown-device': '登録外の機器による中継',
  'path-unknown-device-permitted': '登録外の機器による中継（許可通信）',
  'path-without-conduit': 'ゲートウェイが許可通信なしに中継',
  'payload-digest-equal': '同じ内容のデータ',
  'pppoe-discovery': 'PPPoEの接続要求',
  'pppoe-session': 'PPPoEの接続',
  'proxy-asked-for-login': 'プロキシが認証を要求',
  'proxy-refused': 'プロキシが拒否',
  'public-address': 'インターネット上のアドレス',
  'rdp-standard-security': 'RDPの旧方式の保護',
  redirect: 'ICMPリダイレクト',
  'relay-by-name': '名前による中継サービスの判別',
  'resolver-by-name': '名前による公開リゾルバの判別',
  'router-advertisement': 'ルーター広告',
  'router-has-no-leg-on-this-side': 'こちら側に脚のないルーター',
  'rst-author-unknown:host-seen-elsewhere-only': '相手の他のパケットが別の採取点だけにあり、RSTの送信元は不明',
  'rst-author-unknown:no-other-packet-of-host': '相手の他のパケットがなく、RSTの送信元は不明',
  'rst-ttl-equals-host': 'RSTのTTLが相手と同じ',
  'same-frame-on-both': '両側に同じフレーム',
  'scan-20-in-60-seconds': '60秒に20以上の宛先を試行',
  'screen-input-rate': '端末からの通信が速すぎる',
  'screen-pair-reversed': '画面転送の両端で逆向き',
  'screen-session-bytes': '端末からの通信量が多すぎる',
  'screen-unasked-output': '入力のない大量の出力',
  'search-20-in-60-seconds': '60秒に20以上の宛先を探索',
  'second-default-router': '別の既定ルーター',
  'seen-on-both-sides': '境界の両側で観測',
  'sent-by-gateway': 'ゲートウェイが送信',
  'sent-by-other-device': 'ゲートウェイ以外が送信',
  'session-limit-exceeded': '一回の接続の上限を超過',
  'source-not-registered': '登録のない送信元',
  'spanning-tree': 'スパニングツリー',
  'telemetry-absent': '監視用の通信なし',
  'telemetry-present': '監視用の通信あり',
  'tunnel-dns-by-names': '名前の形からDNSトンネルと判別',
  'upnp-internet-gateway': 'インターネット接続装置の広告（UPnP）',
  'vlan-tag-declared': '登録されたVLANのタグ',
  'volume-correlated': '通信量の変化が一致',
};

const activeContent: Readonly<Record<string, string>> = {
  'disk-image': 'ディスクイメージ',
  'embedded-file': '埋め込みファイル',
  'embedded-object': '埋め込みオブジェクト',
  'encrypted-archive': '暗号化された書庫',
  'encrypted-document': '暗号化された文書',
  'external-link': '外部参照',
  'java-archive': 'Javaの実行形式',
  'launch-action': 'プログラムの起動',
  'open-action': '開いたときの動作',
  dde: 'DDE',
  executable: '実行形式',
  javascript: 'JavaScript',
  macro: 'マクロ',
  script: 'スクリプト',
  shortcut: 'ショートカット',
};

const sources: Readonly<Record<string, string>> = {
  'absolute-uri': 'プロキシへの要求先',
  'client-id': 'DHCPクライアント識別子',
  'quic-sni': 'QUICのSNI',
  certificate: '証明書',
  connect: 'CONNECT',
  duid: 'DUID',
  eui64: 'IPv6アドレス内のMACアドレス',
  host: 'Host',
  name: 'コンピュータ名',
  sni: 'SNI',
};

const word = (words: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(words, key) ? (words[key] ?? key) : key;

const japanese = (words: Readonly<Record<string, Text>>, key: string): string =>
  Object.hasOwn(words, key) ? (words[key]?.ja ?? key) : key;

/** Codes that carry a value; the first that fits speaks. */
const patterns: readonly (readonly [RegExp, (...values: string[]) => string])[] = [
  [/^outcome-(.+)$/, (outcome) => japanese(WORDS.outcome, outcome)],
  [/^service-(.+)-by-content$/, (service) => `内容から${service}と判別`],
  [/^service-(.+)-by-port$/, (service) => `ポート番号から${service}と推定`],
  [/^conduit-([a-z][A-Za-z]+)$/, (field) => conduitWord(field)],
  [/^seen-behind-boundary:(.+)$/, (point) => `境界の先（${point}）でも観測`],
  [/^content-(.+)$/, (why) => japanese(WORDS.opaque, why)],
  [/^active-(.+)$/, (kind) => `能動的な内容（${word(activeContent, kind)}）`],
  [
    /^app-protocol-(.+)-not-(.+)$/,
    (seen, registered) => `登録の${registered}でなく${seen === 'unknown' ? '不明な形式' : seen}`,
  ],
  [/^day-limit-exceeded-(.+)$/, (date) => `一日の上限を超過（${date}）`],
  [/^icmp-(\S+)-by-destination$/, (code) => `ICMP ${code}を宛先が返答`],
  [/^icmp-(\S+)-by-registered-gateway:(.+)$/, (code, name) => `ICMP ${code}を登録されたゲートウェイ ${name} が返答`],
  [/^icmp-(\S+)-by-unregistered:(.+)$/, (code, address) => `ICMP ${code}を登録のない ${address} が返答`],
  [/^icmp-(\S+)-from-destination-zone:(.+)$/, (code, address) => `ICMP ${code}を宛先の領域の ${address} が返答`],
  [/^icmp-(\S+)-by:(.+)$/, (code, address) => `ICMP ${code}を ${address} が返答`],
  [/^name-by-(.+)$/, (source) => `名前の出所: ${word(sources, source)}`],
  [/^by-(.+)$/, (source) => `出所: ${source}`],
  [/^same-(.+)$/, (kind) => `${word(sources, kind)}が一致`],
  [/^proxy-required-by-(.+)$/, (id) => `${id} がプロキシの利用を定める`],
  [/^rdp-channel-(.+)-used$/, (name) => `RDPチャネル ${name} を使用`],
  [/^rdp-channel-(.+)-joined$/, (name) => `RDPチャネル ${name} に参加`],
  [/^rdp-channel-(.+)-requested$/, (name) => `RDPチャネル ${name} を要求`],
  [/^answer-starts-with-ttl-(\d+)-host-with-(\d+)$/, (answer, host) => `応答の初期TTLは${answer}、相手は${host}`],
  [/^rst-starts-with-ttl-(\d+)-host-with-(\d+)$/, (reset, host) => `RSTの初期TTLは${reset}、相手は${host}`],
  [/^answer-starts-with-ttl-(\d+)-host-with-(\d+)$/, (answer, host) => `応答の初期TTLは${answer}、相手は${host}`],
  [/^rst-ttl-differs-by-(\d+)$/, (count) => `RSTのTTLが相手と${count}だけ異なる`],
  [/^telemetry-(.+)$/, (kind) => `監視用の通信（${kind}）`],
  [/^tunnel-connect-(.+)$/, (name) => `CONNECTの中は${name}`],
  [/^tunnel-(.+)-by-frames$/, (name) => `フレームからトンネル（${name}）と判別`],
  [/^tunnel-(.+)-opened$/, (name) => `トンネル（${name}）の中を確認`],
  [/^tunnel-(.+)-by-content$/, (name) => `内容からトンネル（${name}）と判別`],
  [/^tunnel-(.+)-by-number$/, (name) => `番号からトンネル（${name}）と推定`],
];

/** A field of the register that differs, or the kind of a conduit. */
function conduitWord(key: string): string {
  if (Object.hasOwn(WORDS.conduitField, key)) return `${japanese(WORDS.conduitField, key)}が登録と異なる`;
  if (Object.hasOwn(WORDS.conduitKind, key)) return `許可通信の種別: ${japanese(WORDS.conduitKind, key)}`;
  return `登録の条件と異なる（${key}）`;
}

/**
 * A reason code of a finding (`no-conduit`, `rst-ttl-differs-by-3`) as people read it; a code that no table knows stands
 * for itself. Parts of it may come from packets: not yet escaped.
 */
export function reasonText(code: string): Text {
  return { ja: japaneseReason(code), en: code };
}

function japaneseReason(code: string): string {
  if (Object.hasOwn(fixed, code)) return fixed[code] ?? code;
  for (const [pattern, say] of patterns) {
    const match = pattern.exec(code);
    if (match !== null) return say(...match.slice(1));
  }
  return code;
}
