import type { ScanReport } from '../../model/report.js';
import { WORDS } from '../words/words.js';
import { markup, type Markup } from './markup.js';
import { textOf, type Paper } from './paper.js';
import { CLOSE_SECTION, heading, openSection, paragraph } from './section.js';
import { table } from './table.js';
import { zoneMap } from './zone-map.js';

/** What is audited: the drawing, the segments and gateways behind it, and what is left out. */
export function scope(paper: Paper, report: ScanReport): Markup {
  const { plan, audit } = report;
  return markup`${openSection(paper, 'scope')}${zoneMap(paper, report)}${
    audit.exclusions.length === 0
      ? markup``
      : markup`<p>${paper.say({ ja: '対象外：', en: 'Out of scope: ' })}${audit.exclusions.join('、')}</p>
`
  }${table(paper, {
    caption: { ja: '領域とセグメント', en: 'Zones and segments' },
    columns: [
      { head: { ja: '領域', en: 'Zone' } },
      { head: { ja: 'セグメント', en: 'Segment' }, style: 'wide' },
      { head: { ja: 'VLAN', en: 'VLAN' }, style: 'number' },
      { head: { ja: 'IPv4', en: 'IPv4' }, style: 'code' },
      { head: { ja: 'IPv6', en: 'IPv6' }, style: 'code' },
      { head: { ja: '採取点', en: 'Capture points' } },
    ],
    rows: plan.zones.flatMap(({ zone, segments }) =>
      segments.map(({ name, vlan, prefix, ipv6 }) => [
        paper.say(WORDS.area[zone]),
        name ?? '',
        vlan === null ? '' : String(vlan),
        prefix ?? '',
        ipv6 ?? '',
        vlan === null
          ? ''
          : plan.points
              .filter(({ vlans }) => vlans.includes(vlan))
              .map((point) => point.name)
              .join(', '),
      ]),
    ),
  })}${table(paper, {
    caption: { ja: '領域の外の接続先', en: 'Counterparts outside the zones' },
    columns: [
      { head: { ja: '接続先', en: 'Counterpart' } },
      { head: { ja: '範囲', en: 'Ranges' }, style: 'wide' },
      { head: { ja: 'VLAN', en: 'VLANs' } },
    ],
    rows: plan.realms.map(({ realm, prefixes, vlans }) => [
      paper.say(WORDS.area[realm]),
      prefixes.join(', '),
      vlans.join(', '),
    ]),
  })}${table(paper, {
    caption: { ja: 'ゲートウェイ（複数の領域に脚を持つ機器と、外への経路）', en: 'Gateways' },
    columns: [
      { head: { ja: '名称', en: 'Name' } },
      { head: { ja: '役割', en: 'Roles' } },
      { head: { ja: '脚（領域・VLAN・IP・MAC）', en: 'Legs (zone, VLAN, IP, MAC)' }, style: 'wide' },
    ],
    rows: plan.gateways.map(({ name, roles, legs }) => [
      name,
      roles.join(', '),
      markup`<ul class="plain">${legs.map(
        (leg) =>
          markup`<li>${paper.say(textOf(WORDS.shortArea, leg.zone))} ${[leg.vlan === null ? '' : `VLAN ${leg.vlan}`, leg.ip ?? '', leg.mac ?? ''].filter(Boolean).join(' ')}</li>`,
      )}</ul>`,
    ]),
  })}${CLOSE_SECTION}`;
}

/** How it was looked at (guideline: execution). */
export function method(paper: Paper, report: ScanReport): Markup {
  const { plan, tool, coverage } = report;
  const mirror = {
    both: { ja: '送受信', en: 'both ways' },
    rx: { ja: '受信のみ', en: 'received only' },
    tx: { ja: '送信のみ', en: 'sent only' },
  };
  const tagging = {
    tagged: { ja: 'タグあり', en: 'tagged' },
    untagged: { ja: 'タグなし', en: 'untagged' },
    mixed: { ja: '混在', en: 'mixed' },
  };
  return markup`${openSection(paper, 'method')}${paragraph(paper, {
    ja: 'スイッチのミラーポートで採取したパケットを読み、通信を一つずつ、構成定義ファイルに書かれた領域と許可通信に照らして判定した。通信を発生させる試験は行っていない（受動的な観測）。IEC 62443のゾーンとコンジット、PCI DSSのセグメンテーション試験などが求める能動的な試験を補うものであり、代わるものではない。',
    en: 'Packets captured at mirror ports of switches were read, and each flow was judged against the zones and permitted crossings of the topology file. No traffic was generated: this is passive observation. It supports active tests such as those of IEC 62443 or PCI DSS and does not replace them.',
  })}${paragraph(paper, {
    ja: '判定は 違反・違反の疑い・試行・遮断確認・所見・判定不能 の六つである。遮断確認は境界が働いた証拠であり、結果を悪くしない。検出事項は指紋（識別子）を持ち、同じ事象は次回の報告でも同じ識別子になる。',
    en: 'There are six verdicts: violation, suspected, attempt, blocked, observation, undetermined. "Blocked" is evidence that the boundary worked and makes no result worse. Each finding has a fingerprint: the same thing bears the same one in the next report.',
  })}${heading(paper, { ja: '道具と規則', en: 'Tool and rules' })}<p>${tool.name} ${tool.version}<br>${paper.say({ ja: '規則の版（SHA-256）', en: 'Rule set (SHA-256)' })} <code>${tool.rules}</code></p>
${table(paper, {
  caption: { ja: '採取点', en: 'Capture points' },
  columns: [
    { head: { ja: '採取点', en: 'Point' } },
    { head: { ja: 'VLAN（定義）', en: 'VLANs declared' }, style: 'wide' },
    { head: { ja: 'タグ', en: 'Tagging' } },
    { head: { ja: 'ミラー', en: 'Mirror' } },
    { head: { ja: 'ファイル', en: 'Files' }, style: 'number' },
    { head: { ja: 'パケット', en: 'Packets' }, style: 'number' },
  ],
  rows: plan.points.map(({ name, vlans, ...point }) => {
    const seen = coverage.points.find((candidate) => candidate.point === name);
    return [
      name,
      vlans.join(', '),
      paper.say(tagging[point.tagging]),
      paper.say(mirror[point.mirror]),
      String(seen?.files ?? 0),
      String(seen?.packets ?? 0),
    ];
  }),
})}${CLOSE_SECTION}`;
}
