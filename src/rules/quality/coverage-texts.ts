import type { Text } from '../../base/text.js';
import type { Clause } from '../../model/place.js';
import type { Coverage, Finding } from '../../model/report.js';
import { clausesOf, ruleIdOf, RULES } from '../registry.js';

/** domain.md 4: words of the article, and the evidence that packets cannot give. */
export const NOT_VERIFIABLE: Coverage['notVerifiable'] = [
  {
    clause: 'A',
    words: { ja: '原則として、他の領域との通信をできないように', en: 'no communication with other areas, as a rule' },
    otherEvidence: {
      ja: '使われなかった経路、ファイアウォールの規則、採取していない回線・Wi-Fi・モバイル・管理用回線は分からない。ファイアウォール・スイッチ・ルーターの設定、規則の点検、能動的な疎通試験、現地調査による。',
      en: 'Paths that nobody used, firewall rules, lines that are not mirrored, Wi-Fi, mobile and out-of-band lines do not show: configuration of firewalls, switches and routers, a review of the rules, an active probe, a site survey.',
    },
  },
  {
    clause: 'A',
    words: { ja: '「原則として」の例外（特定通信）', en: 'exceptions to the rule (specified communication)' },
    otherEvidence: {
      ja: '例外の承認が適切か、相手先がインターネットに接続していないかは分からない。承認台帳、相手先の証明による。',
      en: "Whether an exception was properly approved, and whether the counterpart is off the Internet, does not show: the ledger of approvals, the counterpart's statement.",
    },
  },
  {
    clause: 'A',
    words: {
      ja: '端末からの情報の持ち出し（電磁的記録媒体を利用しない方法）',
      en: 'taking information out of terminals',
    },
    otherEvidence: {
      ja: 'USBメモリー・光学媒体・電話・印刷・撮影、内容と許可の有無、TLS内のクリップボードは分からない。機器制御の記録、グループポリシー、印刷記録、承認記録による。',
      en: 'USB and optical media, phones, print and camera, content and permission, clipboards inside TLS do not show: device-control logs, group policy, print logs, approvals.',
    },
  },
  {
    clause: 'A',
    words: { ja: '端末への多要素認証の導入', en: 'multi-factor authentication at terminals' },
    otherEvidence: {
      ja: 'パケットからは確認できない。認証基盤の記録、ICカード台帳、ログオンの実地確認による。',
      en: 'Packets do not show it: logs of the authentication system, the ledger of cards, sampled log-on observation.',
    },
  },
  {
    clause: 'A',
    words: { ja: '情報の流出を防ぐ', en: 'preventing the outflow of information' },
    otherEvidence: {
      ja: '観測された漏えい経路の有無だけが分かる。流出防止の全体は、上記の証拠を合わせて判断する。',
      en: 'Only the routes that were observed show; the whole is judged together with the evidence above.',
    },
  },
  {
    clause: 'I',
    words: { ja: '通信経路を分割する', en: 'splitting the communication paths' },
    otherEvidence: {
      ja: '使われなかった経路、仮想基盤・ストレージの共用、VLANの設定は分からない。設定の点検による。',
      en: 'Unused paths, shared hypervisors and storage, the VLAN configuration do not show: a review of configurations.',
    },
  },
  {
    clause: 'I',
    words: { ja: '無害化通信を実施する', en: 'carrying out sanitized communication' },
    otherEvidence: {
      ja: '無害化の有効性、TLSの内側、画面転送の中で読まれたメールは分からない。無害化装置の方針と記録、試験用のメール・ファイルによる確認による。',
      en: 'Effectiveness of sanitizing, anything inside TLS and mail read in screen transfer do not show: policy and log of the sanitizer, a run with test mail and files.',
    },
  },
  {
    clause: 'U',
    words: { ja: '不正通信の監視機能の強化', en: 'strengthening the monitoring of unauthorized communication' },
    otherEvidence: {
      ja: '検知の質、24時間の監視体制、対応は分からない。セキュリティクラウドの月次報告、契約、訓練の記録による。',
      en: 'Quality of detection, round-the-clock operation and response do not show: monthly reports of the security cloud, contracts, records of exercises.',
    },
  },
  {
    clause: 'U',
    words: { ja: 'インターネット接続口を集約する', en: 'aggregating the Internet access points' },
    otherEvidence: {
      ja: '採取していない回線（出先機関、学校、保守業者の回線、電話）は分からない。回線契約の一覧、現地調査、既知のアドレスへの外部からの走査による。',
      en: 'Lines that are not mirrored (branch offices, schools, vendors, phones) do not show: the list of carrier contracts, a site survey, an external scan of known addresses.',
    },
  },
  {
    clause: 'U',
    words: { ja: '自治体情報セキュリティクラウドの導入', en: 'introducing the municipal information security cloud' },
    otherEvidence: {
      ja: 'クラウド内の機能、他団体の状況は分からない。参加の協定書による。',
      en: 'Functions inside the cloud and other bodies do not show: the participation agreement.',
    },
  },
];

const NOT_CHECKED: Text = {
  ja: '「まだ確認していない規則」に挙げた規則は、この版では確認していない。検出事項がないことは適合を意味しない。',
  en: 'The rules listed as not yet checked were not checked by this version: that they found nothing is no pass.',
};

/** What the statements name. */
export interface StatementFacts {
  readonly findings: readonly Pick<Finding, 'rule' | 'flows'>[];
  readonly topologySha256: string;
}

/** The statements that every report carries (domain.md 4.1). */
export function statementsOf({ findings, topologySha256 }: StatementFacts): readonly Text[] {
  const uninspectable = findings.filter(({ rule }) => rule.endsWith('-52')).reduce((sum, { flows }) => sum + flows, 0);
  return [
    {
      ja: '本結果は、採取期間・採取点で観測されたパケットに限る。通信が観測されないことは、通信できないことの証明ではない。',
      en: 'This result is limited to the packets observed in the period and at the points of capture. That a communication was not observed does not prove that it is impossible.',
    },
    contentStatement(uninspectable),
    {
      ja: '電磁的記録媒体、多要素認証、物理的対策は対象外である。',
      en: 'Recording media, multi-factor authentication and physical measures are out of scope.',
    },
    {
      ja: '取りこぼし率、片方向率、時刻の状況は品質の表のとおり。',
      en: 'Loss, one-sidedness and clocks are as the table of quality says.',
    },
    {
      ja: `構成定義ファイル（SHA-256: ${topologySha256}）に記載のない機器・許可は未登録として扱った。`,
      en: `Hosts and permissions that the topology file (SHA-256: ${topologySha256}) does not list were treated as unregistered.`,
    },
    ...(notCheckedRules().length === 0 ? [] : [NOT_CHECKED]),
  ];
}

function contentStatement(uninspectable: number): Text {
  return {
    ja: `暗号化された通信の内容は検査していない（該当${uninspectable}件、規則 …-52）。`,
    en: `The content of encrypted communication was not inspected (${uninspectable} flow(s), rules …-52).`,
  };
}

/** Rules that this version does not check yet, each with what it waits for. */
export function notCheckedRules(): Coverage['notChecked'] {
  return RULES.flatMap((rule) => {
    const why = rule.awaits;
    if (why === undefined) return [];
    return clausesOf(rule).map((clause: Clause) => ({
      rule: ruleIdOf(rule, clause),
      title: rule.titles[clause] ?? { ja: '', en: '' },
      why,
    }));
  });
}
