import type { Text } from '../../base/text.js';
import { CLAUSES } from '../../model/place.js';
import { AREAS } from '../../model/place.js';
import { FINDING_STATUSES, SEVERITIES, VERDICTS, type Finding, type ScanReport } from '../../model/report.js';
import { formatCount } from '../words/numbers.js';
import { WORDS } from '../words/words.js';
import { severityBadge, verdictBadge } from './badges.js';
import { anchorOfFinding } from './finding-anchor.js';
import { findingArticle } from './finding-detail.js';
import { serviceText, shortEnd, STATUS_WORDS } from './finding-words.js';
import { markup, type Markup } from './markup.js';
import { both, textOf, type Paper } from './paper.js';
import { CLOSE_SECTION, heading, openSection, paragraph } from './section.js';

/** A row of the list; what it is filtered and sorted by stands in its attributes. */
function row(paper: Paper, finding: Finding, number: number): Markup {
  const { verdict, severity, clause, from, to, rule } = finding;
  const status = finding.status === undefined ? markup`` : markup` data-status="${finding.status}"`;
  return markup`<tr data-verdict="${verdict}" data-severity="${severity}" data-clause="${clause}" data-from="${from.zone ?? ''}" data-to="${to.zone ?? ''}" data-first="${finding.first ?? ''}"${status}><th scope="row"><a href="#${anchorOfFinding(finding)}">${number}</a></th><td>${severityBadge(paper, severity)}</td><td>${verdictBadge(paper, verdict)}${
    finding.accepted === undefined ? markup`` : markup` <span class="badge accepted">${paper.say(ACCEPTED)}</span>`
  }</td><td>${rule}</td><td>${paper.say(finding.title)}${
    finding.status === undefined
      ? markup``
      : markup` <span class="status">${paper.say(STATUS_WORDS[finding.status])}</span>`
  }</td><td>${paper.say(textOf(WORDS.shortArea, from.zone ?? ''))} <code>${shortEnd(from)}</code></td><td>${paper.say(textOf(WORDS.shortArea, to.zone ?? ''))} <code>${shortEnd(to)}</code></td><td>${serviceText(finding)}</td><td class="code">${finding.first === null ? '' : paper.clock.dateTime(finding.first)}</td></tr>
`;
}

/** from so many on, the list is laid out, and findings are unfolded, only where they are in sight */
const MANY = 301;

const ACCEPTED: Text = { ja: '受容', en: 'accepted' };

interface Choice {
  readonly name: string;
  readonly label: Text;
  readonly values: readonly (readonly [string, Text])[];
}

/** The choices that occur; those that would find nothing are not offered. */
function choices({ findings }: Pick<ScanReport, 'findings'>): readonly Choice[] {
  const occurring = <T extends string>(
    values: readonly T[],
    of: (finding: Finding) => string | null | undefined,
  ): T[] => {
    const there = new Set(findings.map(of));
    return values.filter((value) => there.has(value));
  };
  const named = (words: Readonly<Record<string, Text>>, values: readonly string[]) =>
    values.map((value) => [value, textOf(words, value)] as const);
  return [
    {
      name: 'verdict',
      label: { ja: '判定', en: 'Verdict' },
      values: named(
        WORDS.verdict,
        occurring(VERDICTS, ({ verdict }) => verdict),
      ),
    },
    {
      name: 'severity',
      label: { ja: '重大度', en: 'Severity' },
      values: named(
        WORDS.severity,
        occurring(SEVERITIES, ({ severity }) => severity),
      ),
    },
    {
      name: 'clause',
      label: { ja: '条項', en: 'Clause' },
      values: named(
        WORDS.clause,
        occurring(CLAUSES, ({ clause }) => clause),
      ),
    },
    {
      name: 'from',
      label: { ja: '開始側', en: 'From' },
      values: named(
        WORDS.area,
        occurring(AREAS, ({ from }) => from.zone),
      ),
    },
    {
      name: 'to',
      label: { ja: '応答側', en: 'To' },
      values: named(
        WORDS.area,
        occurring(AREAS, ({ to }) => to.zone),
      ),
    },
    {
      name: 'status',
      label: { ja: '前回との比較', en: 'Compared' },
      values: named(
        STATUS_WORDS,
        occurring(FINDING_STATUSES, ({ status }) => status),
      ),
    },
  ].filter(({ values }) => values.length > 1);
}

/** Only a script can filter: without one the form is not shown. */
function filter(paper: Paper, report: ScanReport): Markup {
  const selects = choices(report).map(
    ({ name, label, values }) =>
      markup`<label><span>${paper.say(label)}</span> <select name="${name}"><option value=""${paper.put(ALL).mark}>${paper.put(ALL).inner}</option>${values.map(
        ([value, text]) => markup`<option value="${value}"${paper.put(text).mark}>${paper.put(text).inner}</option>`,
      )}</select></label>
`,
  );
  return markup`<form class="filter with-script"${paper.attribute('aria-label', { ja: '検出事項の絞り込み', en: 'Filter findings' })}>
${selects}<label class="words"><span>${paper.say({ ja: '文字列', en: 'Text' })}</span> <input type="search" name="words" autocomplete="off"${paper.attribute('placeholder', { ja: 'アドレス、名称、規則…', en: 'address, name, rule …' })}></label>
<button type="reset">${paper.say({ ja: '解除', en: 'Clear' })}</button>
<p role="status"><b id="shown">${formatCount(report.findings.length)}</b> / ${formatCount(report.findings.length)} ${paper.say({ ja: '件を表示', en: 'shown' })}</p>
</form>
`;
}

const ALL: Text = { ja: 'すべて', en: 'all' };

const HEADS: readonly (readonly [Text, string])[] = [
  [{ ja: '番号', en: 'No.' }, 'number'],
  [{ ja: '重大度', en: 'Severity' }, 'severity'],
  [{ ja: '判定', en: 'Verdict' }, 'verdict'],
  [{ ja: '規則', en: 'Rule' }, 'text'],
  [{ ja: '題名', en: 'Title' }, 'text'],
  [{ ja: '開始側', en: 'From' }, 'text'],
  [{ ja: '応答側', en: 'To' }, 'text'],
  [{ ja: 'サービス', en: 'Service' }, 'text'],
  [{ ja: '最初の時刻', en: 'First seen' }, 'first'],
];

/** The list, then each finding with its evidence; in pieces, because there may be thousands. */
export function* findings(paper: Paper, report: ScanReport): Generator<Markup> {
  yield openSection(paper, 'findings');
  if (report.findings.length === 0) {
    yield paragraph(paper, {
      ja: '観測範囲内で検出事項はない。適合を意味するものではない。',
      en: 'There are no findings within what was observed. That does not mean compliance.',
    });
    yield CLOSE_SECTION;
    return;
  }
  yield filter(paper, report);
  yield markup`<div class="scroll">
<table class="list${report.findings.length < MANY ? '' : ' many'}" id="list"><caption>${paper.say(
    both((lang) =>
      lang === 'ja'
        ? `検出事項の一覧（${formatCount(report.findings.length)} 件）`
        : `List of findings (${formatCount(report.findings.length)})`,
    ),
  )}</caption>
<colgroup>${HEADS.map((_, index) => markup`<col class="c${index}">`)}</colgroup>
<thead><tr>${HEADS.map(([head, by]) => markup`<th scope="col" data-sort="${by}">${paper.say(head)}</th>`)}</tr></thead>
<tbody>
`;
  for (const [index, finding] of report.findings.entries()) yield row(paper, finding, index + 1);
  yield markup`</tbody></table></div>
${heading(paper, { ja: '検出事項の詳細', en: 'Findings in detail' })}<div id="details">
`;
  const titles = new Map(report.plan.conduits.map(({ id, title }) => [id, title]));
  for (const [index, finding] of report.findings.entries()) yield findingArticle(paper, finding, index + 1, titles);
  yield markup`</div>
${CLOSE_SECTION}`;
}
