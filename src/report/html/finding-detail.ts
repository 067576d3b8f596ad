import type { Text } from '../../base/text.js';
import type { Finding, FindingEnd } from '../../model/report.js';
import { formatBytes, formatCount } from '../words/numbers.js';
import { reasonText } from '../words/reasons.js';
import { WORDS } from '../words/words.js';
import { severityBadge, verdictBadge } from './badges.js';
import { anchorOfFinding } from './finding-anchor.js';
import { conduitText, detailText, endText, macText, packetText, serviceText, STATUS_WORDS } from './finding-words.js';
import { likelyCause } from './likely-causes.js';
import { markup, type Markup } from './markup.js';
import { both, textOf, type Paper } from './paper.js';
import { facts } from './section.js';
import { table } from './table.js';

/** Names of conduits by their ids. */
export type ConduitTitles = ReadonlyMap<string, string>;

function amount(finding: Finding): Text {
  const { outcome, flows, packets, bytes } = finding;
  return both((lang) => {
    const parts = [
      flows === 0 ? '' : lang === 'ja' ? `${formatCount(flows)} フロー` : `${formatCount(flows)} flow(s)`,
      packets === 0 ? '' : lang === 'ja' ? `${formatCount(packets)} パケット` : `${formatCount(packets)} packet(s)`,
      bytes === 0 ? '' : formatBytes(bytes),
    ].filter((part) => part !== '');
    const words = outcome === null ? [] : [WORDS.outcome[outcome][lang]];
    return [...words, ...parts].join(lang === 'ja' ? '、' : ', ');
  });
}

function end(paper: Paper, place: FindingEnd): Markup | null {
  const text = endText(place);
  return text.en === '' ? null : paper.say(text);
}

function time(paper: Paper, { first, last }: Finding): Markup | null {
  if (first === null || last === null) return null;
  return markup`${paper.say(paper.span(first, last))} ${paper.clock.timezone} <span class="utc">(UTC ${paper.clock.utcSpan(first, last, '–')})</span>`;
}

function evidence(paper: Paper, finding: Finding): Markup {
  return table(paper, {
    caption: { ja: '根拠となるフレーム', en: 'Frames that it rests on' },
    style: 'frames',
    // how the cells are set is said by column in report.css: a class on each is a tenth of a page of thousands
    columns: [
      { head: { ja: 'フレーム', en: 'Frame' } },
      { head: { ja: '採取点', en: 'Point' } },
      { head: { ja: '時刻', en: 'Time' } },
      { head: { ja: 'VLAN', en: 'VLAN' } },
      { head: { ja: 'IP', en: 'IP' } },
      { head: { ja: '内容', en: 'Packet' } },
      { head: { ja: 'MAC', en: 'MAC' } },
      { head: { ja: '役割', en: 'Shows' } },
    ],
    rows: finding.evidence.map((frame) => [
      markup`${frame.file} <b>#${frame.frame}</b>`,
      frame.point ?? '',
      frame.time === null ? '' : paper.clock.clock(frame.time),
      frame.vlan ?? '',
      packetText(frame),
      detailText(frame),
      macText(frame),
      frame.role === undefined ? '' : paper.say(textOf(WORDS.frameRole, frame.role)),
    ]),
  });
}

function acceptance(paper: Paper, finding: Finding): Markup | null {
  const { accepted } = finding;
  if (accepted === undefined) return null;
  const parts = [
    accepted.entry,
    accepted.reason,
    accepted.approver,
    accepted.ticket,
    accepted.until,
    accepted.settledBy,
  ];
  return markup`<span class="badge accepted">${paper.say({ ja: '受容', en: 'accepted' })}</span> ${parts.filter((part) => part !== null).join(' ／ ')}`;
}

/** All that a finding rests on, and what to do: domain.md 2.5. */
function findingBody(paper: Paper, finding: Finding, titles: ConduitTitles): Markup {
  const { conduit, indicators } = finding;
  const service = serviceText(finding);
  return markup`<p class="summary">${paper.say(finding.summary)}</p>
${facts(paper, [
  [{ ja: '開始側', en: 'From' }, end(paper, finding.from)],
  [{ ja: '応答側', en: 'To' }, end(paper, finding.to)],
  [{ ja: 'サービス', en: 'Service' }, service === '' ? null : service],
  [{ ja: '状況', en: 'Outcome' }, amount(finding).en === '' ? null : paper.say(amount(finding))],
  [{ ja: '時刻', en: 'Time' }, time(paper, finding)],
  [
    { ja: '許可通信との関係', en: 'Conduit' },
    conduit === null ? null : paper.say(conduitText(conduit, titles.get(conduit.nearest) ?? null)),
  ],
  [
    { ja: '内容の項目', en: 'Fields of the content' },
    indicators === undefined
      ? null
      : markup`<ul class="plain">${indicators.map(({ field, value }) => markup`<li>${paper.say(textOf(WORDS.indicatorField, field))}: ${field === 'opaque' ? paper.say(textOf(WORDS.opaque, value)) : markup`<code>${value}</code>`}</li>`)}</ul>`,
  ],
  [{ ja: '考えられる原因', en: 'Likely cause' }, paper.say(likelyCause(finding))],
  [{ ja: '是正', en: 'Remedy' }, paper.say(finding.remedy)],
  [
    { ja: '限界', en: 'Limits' },
    finding.limits.length === 0
      ? null
      : markup`<ul class="plain">${finding.limits.map((limit) => markup`<li>${paper.say(limit)}</li>`)}</ul>`,
  ],
  [
    { ja: '判定の根拠', en: 'Reasons' },
    finding.reasons.length === 0
      ? null
      : markup`<ul class="plain">${finding.reasons.map((code) => markup`<li>${paper.say(reasonText(code))}</li>`)}</ul>`,
  ],
  [{ ja: '関連する規則', en: 'Related rules' }, finding.related.length === 0 ? null : finding.related.join(', ')],
  [
    { ja: '前回との比較', en: 'Compared' },
    finding.status === undefined ? null : paper.say(STATUS_WORDS[finding.status]),
  ],
  [{ ja: '承認', en: 'Accepted' }, acceptance(paper, finding)],
  [
    { ja: '識別子', en: 'Fingerprint' },
    markup`<a class="permalink" href="#${anchorOfFinding(finding)}"><code>${finding.id}</code></a>`,
  ],
])}${evidence(paper, finding)}`;
}

/**
 * A finding as an article. Its body stands in `noscript`: without a script it is simply there; with one the parser takes
 * it for a text, which is why thousands of findings open at once, and the script unfolds it when it comes into sight or
 * is printed.
 */
export function findingArticle(paper: Paper, finding: Finding, number: number, titles: ConduitTitles): Markup {
  const anchor = anchorOfFinding(finding);
  const title = paper.put(finding.title);
  return markup`<article class="finding" id="${anchor}" tabindex="-1" aria-labelledby="t-${anchor}">
<h3 id="t-${anchor}"><span class="number">${number}</span> ${severityBadge(paper, finding.severity)} ${verdictBadge(paper, finding.verdict)} <span class="title"${title.mark}>${title.inner}</span> <span class="rule">${finding.rule}</span></h3>
<noscript>${findingBody(paper, finding, titles)}</noscript>
</article>
`;
}
