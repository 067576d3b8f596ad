import type { Text } from '../../base/text.js';
import { markup, type Markup } from './markup.js';
import type { Paper } from './paper.js';
import { CLOSE_SECTION, openSection } from './section.js';

/** Terms of the reports (domain.md 7): Japanese, English, and what is meant here. */
const TERMS: readonly (readonly [ja: string, en: string, meaning: Text])[] = [
  [
    '三層の対策（三層分離）',
    'three-tier segregation',
    {
      ja: '三つの領域を分け、境界の通信を限る対策。',
      en: 'Keeping three zones apart and limiting what crosses their boundaries.',
    },
  ],
  [
    'マイナンバー利用事務系',
    'My Number zone',
    {
      ja: '個人番号利用事務等に関わる情報システムとデータの領域。',
      en: 'Systems and data of business that uses individual numbers.',
    },
  ],
  [
    'LGWAN接続系',
    'LGWAN zone',
    {
      ja: 'LGWANに接続された情報システムとデータの領域（マイナンバー利用事務系を除く）。',
      en: 'Systems and data connected to LGWAN, without those of the My Number zone.',
    },
  ],
  [
    'インターネット接続系',
    'Internet zone',
    { ja: 'インターネットに接続された情報システムとデータの領域。', en: 'Systems and data connected to the Internet.' },
  ],
  [
    '総合行政ネットワーク',
    'LGWAN',
    { ja: '地方公共団体を結ぶ閉域網。', en: 'The closed wide area network of local governments.' },
  ],
  [
    '特定通信',
    'specified communication',
    {
      ja: '国が認めた通信、および登録された例外の通信。',
      en: 'Communication recognised by the state, and registered exceptions.',
    },
  ],
  [
    '無害化通信',
    'sanitized communication',
    {
      ja: 'テキスト化・画面転送・ファイル無害化など、不正プログラムの付着がないようにした通信。',
      en: 'Communication made safe: text conversion, screen transfer, file sanitizing.',
    },
  ],
  [
    '画面転送',
    'screen transfer',
    { ja: '画面の像だけを送り、操作を受ける方式。', en: 'Only the picture of a screen is sent, and input received.' },
  ],
  [
    '許可通信（コンジット）',
    'conduit',
    {
      ja: '構成定義ファイルに登録した、境界を越えてよい通信。',
      en: 'A crossing that the topology file registers as permitted.',
    },
  ],
  [
    '構成定義ファイル',
    'topology file',
    {
      ja: '領域・機器・許可通信・採取点を書いたファイル。判定の基準。',
      en: 'The file that declares zones, hosts, conduits and capture points: what is judged against.',
    },
  ],
  [
    '採取点／ミラーポート',
    'capture point',
    { ja: 'パケットの写しを取り出した場所。', en: 'Where copies of packets were taken.' },
  ],
  [
    '境界ファイアウォール',
    'boundary firewall',
    { ja: '領域の間に立ち、通信を限る装置。', en: 'The device between zones that limits communication.' },
  ],
  [
    '自治体情報セキュリティクラウド',
    'security cloud',
    {
      ja: '都道府県が市区町村のインターネット接続口を集約し監視する仕組み。',
      en: 'Where a prefecture aggregates and watches the Internet access of its municipalities.',
    },
  ],
  [
    'ガバメントクラウド',
    'Government Cloud',
    {
      ja: '専用線で結ばれ、領域の一部として扱うクラウド。',
      en: 'A cloud on dedicated lines, treated as part of the zone.',
    },
  ],
  ['住基ネット', 'Juki-net', { ja: '住民基本台帳ネットワークシステム。', en: 'The basic resident register network.' }],
  [
    'フロー',
    'flow',
    { ja: '二者の間の一つの会話（往復）。', en: 'One conversation between two ends, both directions.' },
  ],
  [
    '開始側・応答側',
    'initiator, responder',
    { ja: '接続を始めた側と、求められた側。', en: 'Who opened a flow, and who was asked.' },
  ],
  ['成立', 'established', { ja: '接続が通じた。', en: 'The connection came about.' }],
  [
    '到達',
    'reachable',
    {
      ja: '相手に届いた。サービスが答えなくても、経路は開いている。',
      en: 'The responder was reached: the path is open even if no service answered.',
    },
  ],
  [
    '試行',
    'attempt',
    { ja: '接続しようとしたが、応答は観測されなかった。', en: 'It was tried, and no answer was observed.' },
  ],
  [
    '遮断確認',
    'blocked',
    { ja: '境界が止めたことをパケットが示している。', en: 'Packets show that the boundary stopped it.' },
  ],
  [
    '違反',
    'violation',
    {
      ja: '許可のない通信または経路があったことを、パケットが示している。',
      en: 'Packets show communication, or a path, that nothing permits.',
    },
  ],
  [
    '違反の疑い',
    'suspected',
    { ja: '違反を示す兆候があるが、証明には足りない。', en: 'There are signs of a violation, short of proof.' },
  ],
  [
    '所見',
    'observation',
    { ja: '違反ではないが、確認を要する事実。', en: 'No violation, but a fact that somebody should look at.' },
  ],
  [
    '判定不能',
    'undetermined',
    {
      ja: 'パケットからは決められない。補う証拠を示す。',
      en: 'Packets cannot settle it; the evidence that would is named.',
    },
  ],
  [
    '取りこぼし',
    'packet drop',
    { ja: '採取装置が書ききれずに失ったパケット。', en: 'Packets that the capturing device lost.' },
  ],
  [
    '未登録機器',
    'unassigned host',
    { ja: '構成定義ファイルにない機器。', en: 'A host that the topology file does not list.' },
  ],
  [
    '踏み台',
    'stepping stone',
    { ja: '二つの領域の間を中継する、登録のない機器。', en: 'An unregistered host that relays between two zones.' },
  ],
  [
    '監査証拠',
    'audit evidence',
    {
      ja: '判定の根拠となるファイルとフレーム。SHA-256で同一性を確かめられる。',
      en: 'Files and frames on which verdicts rest; their SHA-256 shows that they are the same.',
    },
  ],
  [
    '是正',
    'corrective action',
    { ja: '検出事項を解消し、再確認すること。', en: 'Removing what was found, and verifying it.' },
  ],
];

export function glossary(paper: Paper): Markup {
  return markup`${openSection(paper, 'glossary')}<dl class="glossary">${TERMS.map(
    ([
      ja,
      en,
      meaning,
    ]) => markup`<div><dt><span lang="ja">${ja}</span> <span lang="en" class="foreign">${en}</span></dt><dd>${paper.say(meaning)}</dd></div>
`,
  )}</dl>
${CLOSE_SECTION}`;
}
