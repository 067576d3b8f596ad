import type { Text } from '../../base/text.js';
import type { PlannedConduit, PlannedEnd } from '../../model/network-plan.js';
import type { Finding, ScanReport } from '../../model/report.js';
import { formatBytes, formatCount } from '../words/numbers.js';
import { WORDS } from '../words/words.js';
import { usageRemark, widerThanNeeded, type UsageRemark, type UsedConduit } from './conduit-usage.js';
import { anchorOfFinding } from './finding-anchor.js';
import { markup, type Markup } from './markup.js';
import { both, type Paper } from './paper.js';
import { CLOSE_SECTION, openSection, paragraph } from './section.js';
import { table } from './table.js';

const REMARKS: Readonly<Record<UsageRemark, Text>> = {
  'in-use': { ja: '使用中', en: 'in use' },
  unused: { ja: '使用実績なし', en: 'never used' },
  'expired-used': { ja: '期限切れだが使用あり', en: 'expired but used' },
  expired: { ja: '期限切れ', en: 'expired' },
  wider: { ja: '必要より広い可能性', en: 'wider than needed' },
};

function end(paper: Paper, { areas, members, names }: PlannedEnd): Markup {
  return markup`${areas.map((area) => [paper.say(WORDS.shortArea[area]), ' '])}<code>${[...members, ...names].join(', ')}</code>`;
}

function terms({ protocol, ports, appProtocol, initiator }: PlannedConduit): Text {
  const service = ports.length === 0 ? protocol : `${protocol}/${ports.join(',')}`;
  const opener = {
    from: { ja: '左から', en: 'opened from the left' },
    to: { ja: '右から', en: 'opened from the right' },
    either: { ja: '双方から', en: 'opened by either' },
  }[initiator];
  return both((lang) => [service, appProtocol ?? '', opener[lang]].filter((part) => part !== '').join(' '));
}

function approval({ approval: given, basis }: PlannedConduit): Text {
  const until = given?.validUntil ?? null;
  return both((lang) =>
    [
      given?.number ?? '',
      given?.by ?? '',
      given?.date ?? '',
      until === null ? '' : lang === 'ja' ? `～${until}` : `until ${until}`,
      basis ?? '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
}

function usage(paper: Paper, used: UsedConduit | undefined): Markup {
  if (used === undefined || used.flows === 0) return markup`0`;
  const { flows, bytes, use } = used;
  const more = use?.capped === true ? '+' : '';
  return markup`${paper.say(
    both((lang) =>
      lang === 'ja'
        ? `${formatCount(flows)} フロー、${formatBytes(bytes)}${use === undefined ? '' : `、開始側 ${use.initiators}${more}、応答側 ${use.responders}${more}`}`
        : `${formatCount(flows)} flows, ${formatBytes(bytes)}${use === undefined ? '' : `, ${use.initiators}${more} initiator(s), ${use.responders}${more} responder(s)`}`,
    ),
  )}<br>${paper.say(paper.span(used.first, used.last))}`;
}

/** Every permitted crossing beside what was seen of it: allow by exception, so that each exception can be questioned. */
export function register(paper: Paper, report: ScanReport): Markup {
  const { plan, coverage, statistics } = report;
  const byId = new Map(coverage.conduits.map((conduit) => [conduit.conduit, conduit]));
  const concerning = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    const id = finding.conduit?.nearest;
    if (id === undefined || finding.conduit?.failed === null) continue;
    const there = concerning.get(id);
    if (there === undefined) concerning.set(id, [finding]);
    else there.push(finding);
  }
  const dateOf = (time: string | null): string | null =>
    time === null ? null : paper.clock.dateTime(time).slice(0, 10);
  const judged = plan.conduits.map((conduit) => {
    const used = byId.get(conduit.id);
    const dates = { lastUse: dateOf(used?.last ?? null), captureEnd: dateOf(statistics.last) };
    return { conduit, used, remark: usageRemark(conduit, used, dates), wider: widerThanNeeded(conduit, used) };
  });
  const counts = (Object.keys(REMARKS) as UsageRemark[]).flatMap((remark) => {
    const count = judged.filter((entry) => entry.remark === remark).length;
    return count === 0
      ? []
      : [markup`<li><span class="usage u-${remark}">${paper.say(REMARKS[remark])}</span> <b>${count}</b></li>`];
  });
  return markup`${openSection(paper, 'register')}<ul class="counts">${counts}</ul>
${paragraph(
  paper,
  {
    ja: '使用実績は採取期間・採取点に限る。月次・年次の処理は期間の外にありうる。「必要より広い可能性」は、許可したポートの一部しか使われていないもの、または許可したアドレスが使われたアドレスの16倍以上（列挙した機器では、使われないものがある）のものである。',
    en: 'Use is what was seen in the period and at the points of capture; monthly and yearly jobs may lie outside. "Wider than needed": only some of the permitted ports were used, or 16 times as many addresses are permitted as were used (of listed hosts: some were not).',
  },
  'note',
)}${table(paper, {
    caption: { ja: '許可通信の台帳', en: 'Register of permitted communication' },
    style: 'register',
    columns: [
      { head: { ja: '番号', en: 'Id' } },
      { head: { ja: '名称・種別', en: 'Title, kind' } },
      { head: { ja: '両端（左 → 右）', en: 'Ends (left → right)' }, style: 'wide' },
      { head: { ja: '条件', en: 'Terms' } },
      { head: { ja: '経由', en: 'Via' } },
      { head: { ja: '承認・根拠', en: 'Approval, basis' } },
      { head: { ja: '使用実績', en: 'Use' } },
      { head: { ja: '評価', en: 'Remark' } },
    ],
    rows: judged.map(({ conduit, used, remark, wider }) => [
      conduit.id,
      markup`${conduit.title}<br>${paper.say(WORDS.conduitKind[conduit.kind])}`,
      markup`${end(paper, conduit.from)}<br>→ ${end(paper, conduit.to)}`,
      paper.say(terms(conduit)),
      conduit.via.join(', '),
      paper.say(approval(conduit)),
      usage(paper, used),
      markup`<span class="usage u-${remark}">${paper.say(REMARKS[remark])}</span>${wider.map((text) => markup`<br>${paper.say(text)}`)}${deviations(paper, concerning.get(conduit.id) ?? [])}`,
    ]),
  })}${CLOSE_SECTION}`;
}

function deviations(paper: Paper, there: readonly Finding[]): Markup {
  const [first] = there;
  if (first === undefined) return markup``;
  return markup`<br><a href="#${anchorOfFinding(first)}">${paper.say(
    both((lang) => (lang === 'ja' ? `条件の逸脱 ${there.length} 件` : `${there.length} out of terms`)),
  )}</a>`;
}
