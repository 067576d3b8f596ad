import type { ScanReport } from '../../model/report.js';
import { FINDING_STATUSES } from '../../model/report.js';
import { formatCount } from '../words/numbers.js';
import { WORDS } from '../words/words.js';
import { verdictBadge } from './badges.js';
import { endText, STATUS_WORDS } from './finding-words.js';
import { anchorOfFinding } from './finding-anchor.js';
import { markup, type Markup } from './markup.js';
import { both, type Paper } from './paper.js';
import { CLOSE_SECTION, heading, openSection, paragraph } from './section.js';
import { table } from './table.js';

/** rows to fill in by hand; more findings than that are followed up elsewhere */
const ROWS = 100;

function comparison(paper: Paper, { comparison }: ScanReport): Markup {
  if (comparison === undefined) return markup``;
  const { baseline, counts, gone, worsened, coverageChanges } = comparison;
  return markup`${heading(paper, { ja: '前回の報告との比較', en: 'Compared with the earlier report' })}<p>${baseline.file} <code>${baseline.sha256}</code> ${paper.say(
    WORDS.result[baseline.result],
  )} ${paper.say(paper.span(baseline.first, baseline.last))}</p>
<ul class="counts">${FINDING_STATUSES.map((status) => markup`<li>${paper.say(STATUS_WORDS[status])} <b>${formatCount(counts[status])}</b></li>`)}</ul>
${
  coverageChanges.length === 0
    ? markup``
    : markup`<p>${paper.say({ ja: '観測範囲の違い：', en: 'What was looked at differs:' })}</p><ul>${coverageChanges.map((change) => markup`<li>${paper.say(change)}</li>`)}</ul>`
}${
    worsened.length === 0
      ? markup``
      : markup`<p>${paper.say({ ja: '前回より重くなった検出事項（括弧内は前回）：', en: 'Findings that weigh more than they did (then in brackets): ' })}${worsened.map(
          ({ id, verdict, severity }) =>
            markup` <a href="#${anchorOfFinding({ id })}"><code>${id.slice(0, 12)}</code></a> (${paper.say(WORDS.verdict[verdict])}, ${paper.say(WORDS.severity[severity])})`,
        )}</p>
`
  }${table(paper, {
    caption: { ja: '前回あって今回ない検出事項', en: 'Findings of the earlier report that are not in this one' },
    columns: [
      { head: { ja: '状態', en: 'Status' } },
      { head: { ja: '判定', en: 'Verdict' } },
      { head: { ja: '規則', en: 'Rule' } },
      { head: { ja: '題名', en: 'Title' }, style: 'wide' },
      { head: { ja: '開始側', en: 'From' } },
      { head: { ja: '応答側', en: 'To' } },
    ],
    rows: gone.map((finding) => [
      finding.status === undefined ? '' : paper.say(STATUS_WORDS[finding.status]),
      verdictBadge(paper, finding.verdict),
      finding.rule,
      paper.say(finding.title),
      paper.say(endText(finding.from)),
      paper.say(endText(finding.to)),
    ]),
  })}`;
}

const STATE = {
  used: { ja: '該当あり', en: 'used' },
  unused: { ja: '該当なし（見直しを）', en: 'unused: look at it' },
  expired: { ja: '期限切れ（見直しを）', en: 'expired: look at it' },
} as const;

function acceptances(paper: Paper, { acceptances: register }: ScanReport): Markup {
  if (register === undefined) return markup``;
  return markup`${heading(paper, { ja: '受容した検出事項の台帳', en: 'Register of accepted findings' })}<p>${register.file} <code>${register.sha256}</code></p>
${table(paper, {
  caption: { ja: '台帳の項目', en: 'Entries' },
  columns: [
    { head: { ja: '項目', en: 'Entry' } },
    { head: { ja: '状態', en: 'State' } },
    { head: { ja: '件数', en: 'Findings' }, style: 'number' },
    { head: { ja: '理由', en: 'Reason' }, style: 'wide' },
    { head: { ja: '承認者', en: 'Approver' } },
    { head: { ja: '管理番号', en: 'Ticket' } },
    { head: { ja: '期限', en: 'Until' } },
    { head: { ja: '判定を補う証拠', en: 'Settled by' } },
  ],
  rows: register.entries.map((entry) => [
    entry.entry,
    markup`<span class="state-${entry.state}">${paper.say(STATE[entry.state])}</span>`,
    formatCount(entry.findings),
    entry.reason,
    entry.approver,
    entry.ticket ?? '',
    entry.until ?? '',
    entry.settledBy ?? '',
  ]),
})}`;
}

/** What becomes of the findings (guideline: follow-up): a sheet to fill in, and what earlier reports say. */
export function followUp(paper: Paper, report: ScanReport): Markup {
  const open = report.findings.filter(
    ({ verdict, accepted }) => accepted === undefined && (verdict === 'violation' || verdict === 'suspected'),
  );
  return markup`${openSection(paper, 'follow-up')}${
    open.length === 0
      ? paragraph(paper, {
          ja: '是正の対象となる違反・違反の疑いは検出されていない。',
          en: 'No violation or suspected violation was found that would have to be corrected.',
        })
      : table(paper, {
          caption: both((lang) =>
            lang === 'ja'
              ? `是正の記入表（未対応・対応中・是正済・再確認済・例外承認）${open.length > ROWS ? `：${open.length} 件のうち ${ROWS} 件` : ''}`
              : `Corrective action, to be filled in (open, in progress, corrected, re-verified, exception approved)${open.length > ROWS ? `: ${ROWS} of ${open.length}` : ''}`,
          ),
          style: 'fill-in',
          columns: [
            { head: { ja: '番号', en: 'No.' } },
            { head: { ja: '規則', en: 'Rule' } },
            { head: { ja: '題名', en: 'Title' }, style: 'wide' },
            { head: { ja: '担当', en: 'Owner' }, style: 'narrow' },
            { head: { ja: '期限', en: 'Due' }, style: 'narrow' },
            { head: { ja: '状態', en: 'Status' }, style: 'narrow' },
            { head: { ja: '再確認', en: 'Re-verified' }, style: 'narrow' },
          ],
          rows: open
            .slice(0, ROWS)
            .map((finding) => [
              markup`<a href="#${anchorOfFinding(finding)}">${report.findings.indexOf(finding) + 1}</a>`,
              finding.rule,
              paper.say(finding.title),
              '',
              '',
              '',
              '',
            ]),
        })
  }${comparison(paper, report)}${acceptances(paper, report)}${CLOSE_SECTION}`;
}
