import type { Language, Text } from '../../base/text.js';
import type { InitiatorBasis, Outcome } from '../../model/flow.js';
import type { Area, Clause } from '../../model/place.js';
import type {
  Coverage,
  FindingStatus,
  IndicatorField,
  QualityEffect,
  Result,
  Severity,
  Verdict,
} from '../../model/report.js';
import type { ConduitField, ConduitKind, Model } from '../../model/topology.js';
import { WHY_UNREAD } from '../../model/why-unread.js';

/** A word for every value of a type: a value without a word does not compile. */
type Words<K extends string> = Readonly<Record<K, Text>>;

const result: Words<Result> = {
  violation: { ja: '違反あり', en: 'Violation found' },
  suspected: { ja: '違反の疑いあり', en: 'Suspected violation' },
  undetermined: { ja: '判定不能が残る', en: 'Something remains undetermined' },
  // domain.md 2.4: a clean result is never called compliant
  'none-observed': {
    ja: '観測範囲内で違反は検出されなかった',
    en: 'No violation was detected within what was observed',
  },
};

const verdict: Words<Verdict> = {
  violation: { ja: '違反', en: 'Violation' },
  suspected: { ja: '違反の疑い', en: 'Suspected' },
  attempt: { ja: '試行', en: 'Attempt' },
  blocked: { ja: '遮断確認', en: 'Blocked' },
  observation: { ja: '所見', en: 'Observation' },
  undetermined: { ja: '判定不能', en: 'Undetermined' },
};

/** Inside the cells of the matrix, where there is room for a few letters. */
const cellVerdict: Words<Verdict | 'permitted'> = {
  permitted: { ja: '許可', en: 'permitted' },
  violation: { ja: '違反', en: 'violation' },
  suspected: { ja: '疑い', en: 'suspected' },
  attempt: { ja: '試行', en: 'attempt' },
  blocked: { ja: '遮断', en: 'blocked' },
  observation: { ja: '所見', en: 'observed' },
  undetermined: { ja: '不能', en: 'undeterm.' },
};

const severity: Words<Severity> = {
  critical: { ja: '重大', en: 'Critical' },
  high: { ja: '高', en: 'High' },
  medium: { ja: '中', en: 'Medium' },
  low: { ja: '低', en: 'Low' },
  info: { ja: '情報', en: 'Info' },
};

const outcome: Words<Outcome> = {
  data: { ja: 'データのやり取りが成立', en: 'data was exchanged' },
  established: { ja: '接続が成立', en: 'connection established' },
  reachable: { ja: '相手に到達（経路が開いている）', en: 'the responder was reached (the path is open)' },
  l7Blocked: {
    ja: '接続後に境界装置が遮断（L4の経路は開いている）',
    en: 'stopped by the boundary after connecting (the path is open at layer 4)',
  },
  blocked: { ja: '境界装置が遮断', en: 'blocked by the boundary' },
  rejectedUnknown: { ja: '拒否された（拒否した装置は不明）', en: 'rejected, by whom is not known' },
  noAnswer: { ja: '応答なし', en: 'no answer' },
  oneWay: { ja: '片方向のみ観測', en: 'seen in one direction only' },
  midstream: { ja: '採取開始前からの通信（成立は未確定）', en: 'already open when the capture began' },
  cut: { ja: '採取終了により不明', en: 'the capture ended too early to tell' },
};

const area: Words<Area> = {
  mynumber: { ja: 'マイナンバー利用事務系', en: 'My Number zone' },
  lgwan: { ja: 'LGWAN接続系', en: 'LGWAN zone' },
  internet: { ja: 'インターネット接続系', en: 'Internet zone' },
  'lgwan-wan': { ja: '総合行政ネットワーク', en: 'LGWAN (wide area)' },
  'juki-net': { ja: '住基ネット', en: 'Juki-net' },
  govcloud: { ja: 'ガバメントクラウド', en: 'Government Cloud' },
  'security-cloud': { ja: '自治体情報セキュリティクラウド', en: 'security cloud' },
  public: { ja: 'インターネット（庁外）', en: 'public Internet' },
  mgmt: { ja: '機器管理', en: 'device management' },
  unassigned: { ja: '未登録', en: 'unassigned' },
  special: { ja: '特殊アドレス', en: 'special addresses' },
};

/** Heads of the matrix. */
const shortArea: Words<Area> = {
  mynumber: { ja: 'マイナンバー', en: 'My Number' },
  lgwan: { ja: 'LGWAN系', en: 'LGWAN' },
  internet: { ja: 'ネット系', en: 'Internet' },
  'lgwan-wan': { ja: 'LGWAN網', en: 'LGWAN WAN' },
  'juki-net': { ja: '住基', en: 'Juki-net' },
  govcloud: { ja: 'ガバクラ', en: 'Gov Cloud' },
  'security-cloud': { ja: 'セキュクラ', en: 'Sec Cloud' },
  public: { ja: '庁外', en: 'Public' },
  mgmt: { ja: '機器管理', en: 'Mgmt' },
  unassigned: { ja: '未登録', en: 'Unassigned' },
  special: { ja: '特殊', en: 'Special' },
};

const clause: Words<Clause> = {
  A: { ja: 'ア', en: 'A (ア)' },
  I: { ja: 'イ', en: 'I (イ)' },
  U: { ja: 'ウ', en: 'U (ウ)' },
};

/** What each clause of article 8(3) promises. */
const clauseSubject: Words<Clause> = {
  A: { ja: 'マイナンバー利用事務系と他の領域の分離', en: 'My Number zone kept apart from all other areas' },
  I: {
    ja: 'LGWAN接続系とインターネット接続系の通信経路の分割',
    en: 'LGWAN and Internet zones split, sanitized crossings only',
  },
  U: { ja: 'インターネット接続口の集約と監視', en: 'Internet access aggregated and monitored' },
};

const model: Words<Model> = {
  alpha: { ja: 'αモデル', en: 'model α' },
  'alpha-dash': { ja: 'α′モデル', en: 'model α′' },
  beta: { ja: 'βモデル', en: 'model β' },
  'beta-dash': { ja: 'β′モデル', en: 'model β′' },
};

/** The field of a conduit in which a flow differs. */
const conduitField: Words<ConduitField> = {
  from: { ja: '開始側', en: 'initiating side' },
  to: { ja: '応答側', en: 'responding side' },
  protocol: { ja: 'プロトコル', en: 'protocol' },
  initiator: { ja: '接続を開始する側', en: 'who may open it' },
  ports: { ja: 'ポート番号', en: 'port' },
  via: { ja: '経由する装置', en: 'device on the way' },
  validity: { ja: '有効期間', en: 'validity' },
  hours: { ja: '利用時間帯', en: 'hours' },
  names: { ja: '宛先の名前', en: 'name of the destination' },
};

const conduitKind: Words<ConduitKind> = {
  specified: { ja: '特定通信', en: 'specified communication' },
  screenTransfer: { ja: '画面転送', en: 'screen transfer' },
  mailText: { ja: 'メールテキスト化', en: 'mail text conversion' },
  mailSanitized: { ja: 'メール無害化', en: 'mail sanitizing' },
  fileRebuild: { ja: 'ファイル無害化', en: 'file sanitizing' },
  fileVerify: { ja: 'ファイル確認', en: 'file verification' },
  dataExport: { ja: '情報の持ち出し', en: 'data export' },
  designatedCloud: { ja: '指定クラウド', en: 'designated cloud' },
  counterpart: { ja: '外部接続先', en: 'counterpart' },
  egress: { ja: '出口', en: 'egress' },
  log: { ja: 'ログ送信', en: 'log transfer' },
  preLeg: { ja: '無害化前の区間', en: 'leg before sanitizing' },
};

const initiatorBasis: Words<InitiatorBasis> = {
  syn: { ja: 'SYNの送信', en: 'sent the SYN' },
  'syn-ack': { ja: 'SYN/ACKの受信', en: 'received the SYN/ACK' },
  'service-port': { ja: 'サービスのポート番号', en: 'service port' },
  'first-seen': { ja: '最初のパケット', en: 'first packet seen' },
  'icmp-request': { ja: 'ICMP要求', en: 'ICMP request' },
  none: { ja: '不明', en: 'not known' },
};

const qualityEffect: Words<QualityEffect> = {
  none: { ja: '影響なし', en: 'no effect' },
  note: { ja: '留意', en: 'note' },
  undetermined: { ja: '判定不能', en: 'undetermined' },
};

const boundaryResult: Words<Coverage['boundaries'][number]['result']> = {
  observed: { ja: '両側を観測', en: 'both sides observed' },
  'one-side': { ja: '片側のみ観測', en: 'one side observed' },
  'not-observed': { ja: '観測なし', en: 'not observed' },
};

/** What a cited frame shows (model/flow.ts, FrameReference). */
const frameRole: Words<'first-a-to-b' | 'first-b-to-a' | 'deciding' | 'content'> = {
  'first-a-to-b': { ja: '先頭', en: 'first' },
  'first-b-to-a': { ja: '先頭', en: 'first' },
  deciding: { ja: '決め手', en: 'deciding' },
  content: { ja: '内容', en: 'content' },
};

/** Fields of application protocols on which findings rest. */
const indicatorField: Words<IndicatorField> = {
  'first-bytes': { ja: '先頭バイトの種別', en: 'first bytes' },
  'http-connect': { ja: 'HTTP CONNECTの宛先', en: 'HTTP CONNECT' },
  'http-target': { ja: 'プロキシへの要求先', en: 'proxied target' },
  'http-host': { ja: 'HTTP Host', en: 'HTTP Host' },
  'tls-sni': { ja: 'TLSのSNI', en: 'TLS SNI' },
  'quic-sni': { ja: 'QUICのSNI', en: 'QUIC SNI' },
  'tls-certificate': { ja: 'サーバー証明書の名前', en: 'certificate name' },
  relay: { ja: '中継した機器', en: 'relaying host' },
  'relay-leg': { ja: '中継の一区間', en: 'leg of the relay' },
  'socks-destination': { ja: 'SOCKSの宛先', en: 'SOCKS destination' },
  'dns-question': { ja: 'DNSの問合せ', en: 'DNS question' },
  'dns-answer': { ja: 'DNSの応答', en: 'DNS answer' },
  'rdp-channel': { ja: 'RDPチャネル', en: 'RDP channel' },
  'rdp-security': { ja: 'RDPの保護方式', en: 'RDP security' },
  'mail-part': { ja: 'メールの部分', en: 'mail part' },
  file: { ja: 'ファイル', en: 'file' },
  opaque: { ja: '読めない理由', en: 'not readable' },
  identity: { ja: '同一性の手掛かり', en: 'identity' },
};

/** How a finding stands to an earlier report. */
const findingStatus: Words<FindingStatus> = {
  new: { ja: '新規', en: 'new' },
  ongoing: { ja: '継続', en: 'ongoing' },
  gone: { ja: '解消', en: 'gone' },
  'gone-unobserved': { ja: '未確認（今回は見ていない）', en: 'gone, but not looked at' },
};

const acceptance: Words<'accepted' | 'used' | 'unused' | 'expired'> = {
  accepted: { ja: '受容', en: 'accepted' },
  used: { ja: '適用', en: 'used' },
  unused: { ja: '該当なし', en: 'unused' },
  expired: { ja: '期限切れ', en: 'expired' },
};

type CheckNumber = '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12' | '13';
type RunEvent =
  | 'INTERRUPTED'
  | 'LIMIT'
  | 'CROSS-CHECK'
  | 'RULE-FAILED'
  | 'CAPTURE-CHANGED'
  | 'EVIDENCE-MISSING'
  | 'EVIDENCE-LIMIT'
  | 'RECORDS'
  | 'RECORDS-LACK'
  | 'RECORDS-POINT'
  | 'CAPTURE-SKIPPED'
  | 'CAPTURE-OVERLAP'
  | 'CAPTURE-TWICE'
  | 'CAPTURE-ORDER'
  | 'NO-CAPTURE'
  | 'SCHEDULE'
  | 'EVIDENCE'
  | 'EVIDENCE-EXPIRED';

/** Quality checks of domain.md 3.5, and what may befall a run. */
const qualityCheck: Words<`CAP-${CheckNumber}` | `RUN-${RunEvent}` | 'ACC-01' | 'ACC-02'> = {
  'CAP-01': { ja: '取りこぼし', en: 'packet drops' },
  'CAP-02': { ja: '片方向ミラー', en: 'one-sided mirror' },
  'CAP-03': { ja: '無通信の採取点', en: 'silent capture point' },
  'CAP-04': { ja: '時刻ずれ', en: 'clock offset' },
  'CAP-05': { ja: '切り詰め', en: 'truncated packets' },
  'CAP-06': { ja: '重複', en: 'duplicates' },
  'CAP-07': { ja: 'VLAN不明', en: 'VLAN unknown' },
  'CAP-08': { ja: '暗号化率', en: 'encrypted share' },
  'CAP-09': { ja: '採取期間', en: 'capture period' },
  'CAP-10': { ja: '解析不能', en: 'not decodable' },
  'CAP-11': { ja: '台帳網羅率', en: 'inventory coverage' },
  'CAP-12': { ja: '採取フィルタ', en: 'capture filter' },
  'CAP-13': { ja: 'アドレス変換', en: 'address translation' },
  'RUN-INTERRUPTED': { ja: '中断', en: 'interrupted' },
  'RUN-LIMIT': { ja: '上限への到達', en: 'limit reached' },
  'RUN-CROSS-CHECK': { ja: '二重読取り', en: 'second reader' },
  'RUN-RULE-FAILED': { ja: '規則の異常終了', en: 'rule failed' },
  'RUN-CAPTURE-CHANGED': { ja: 'キャプチャの変化', en: 'capture changed' },
  'RUN-EVIDENCE-MISSING': { ja: '証拠に含まれず', en: 'not in the evidence' },
  'RUN-EVIDENCE-LIMIT': { ja: '証拠の上限', en: 'evidence limit' },
  'RUN-RECORDS': { ja: '記録からの再判定', en: 'judged from records' },
  'RUN-RECORDS-LACK': { ja: '記録にない事項', en: 'not in the records' },
  'RUN-CAPTURE-SKIPPED': { ja: '読み飛ばし', en: 'files skipped' },
  'RUN-CAPTURE-OVERLAP': { ja: '採取の重なり', en: 'captures overlap' },
  'RUN-CAPTURE-TWICE': { ja: '二度の指定', en: 'named twice' },
  'RUN-CAPTURE-ORDER': { ja: '時刻の順の乱れ', en: 'out of order' },
  'RUN-NO-CAPTURE': { ja: 'キャプチャなし', en: 'no capture' },
  'RUN-SCHEDULE': { ja: '予定の実行', en: 'schedule' },
  'RUN-EVIDENCE': { ja: '証拠の保存', en: 'evidence not kept' },
  'RUN-EVIDENCE-EXPIRED': { ja: '証拠の保存期限', en: 'evidence expired' },
  'RUN-RECORDS-POINT': { ja: '未定義の採取点', en: 'point not declared' },
  'ACC-01': { ja: '受容の期限切れ', en: 'acceptance expired' },
  'ACC-02': { ja: '該当のない受容', en: 'acceptance unused' },
};

export const WORDS = {
  result,
  verdict,
  cellVerdict,
  severity,
  outcome,
  area,
  shortArea,
  clause,
  clauseSubject,
  model,
  conduitField,
  conduitKind,
  initiatorBasis,
  qualityEffect,
  qualityCheck,
  boundaryResult,
  opaque: WHY_UNREAD,
  frameRole,
  indicatorField,
  findingStatus,
  acceptance,
} as const;

/** The word for a value; a value from elsewhere that no table knows stands for itself (and still needs escaping). */
export function wordOf(words: Readonly<Record<string, Text>>, key: string, lang: Language): string {
  return Object.hasOwn(words, key) ? (words[key]?.[lang] ?? key) : key;
}
