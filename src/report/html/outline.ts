import { VERDICTS, type ScanReport } from '../../model/report.js';
import { formatBytes, formatCount } from '../words/numbers.js';
import { noticesOf } from '../words/notices.js';
import { WORDS } from '../words/words.js';
import { resultBadge, verdictBadge } from './badges.js';
import { markup, type Markup } from './markup.js';
import { both, textOf, type Paper } from './paper.js';
import { CLOSE_SECTION, facts, openSection, paragraph } from './section.js';

/** What stands on the cover: whose network, and what came out. */
export function cover(paper: Paper, report: ScanReport): Markup {
  const { topology } = report.inputs;
  const counts = VERDICTS.flatMap((verdict) => {
    const count = report.findings.filter((finding) => finding.verdict === verdict).length;
    return count === 0
      ? []
      : [
          markup`<li>${verdictBadge(paper, verdict)} <b>${formatCount(count)}</b>${paper.say({ ja: ' 件', en: '' })}</li>`,
        ];
  });
  return markup`
<header class="cover">
<p class="kind">${paper.say({ ja: 'ネットワーク三層分離 検証報告書', en: 'Verification of three-tier network segregation' })}</p>
<h1>${topology.organization}</h1>
<p class="subject">${paper.say({
    ja: '情報セキュリティ基本方針 第8条第3号（情報システム全体の強靭性の向上）',
    en: 'Basic information security policy, article 8(3): resilience of the information systems as a whole',
  })}</p>
<p class="outcome">${paper.say({ ja: '総合結果', en: 'Overall result' })} ${resultBadge(paper, report.result)}</p>
<ul class="counts">${counts}</ul>
${report.redacted === true ? paragraph(paper, REDACTED, 'notice') : markup``}${noticesOf(report).map((notice) =>
    paragraph(paper, notice, 'notice'),
  )}<p class="handling">${paper.say({
    ja: '取扱注意：本書は情報資産である。配布先は監査の関係者に限る。',
    en: 'Confidential: this document is an information asset, for those concerned with the audit only.',
  })}</p>
</header>
`;
}

const REDACTED = {
  ja: 'アドレス、MACアドレスおよび名称は仮名に置き換えてある。同じ仮名は本書の中で同じものを指す。',
  en: 'Addresses, MAC addresses and names are pseudonyms; the same pseudonym is the same thing throughout this document.',
};

/** Identification of the audit (guideline: plan): who audited what by which standard, and who signs. */
export function outline(paper: Paper, report: ScanReport): Markup {
  const { audit, statistics } = report;
  const { topology, captures } = report.inputs;
  const stated = (text: string | null): Markup =>
    text === null
      ? markup`<span class="blank">${paper.say({ ja: '記載なし', en: 'not stated' })}</span>`
      : markup`${text}`;
  const period =
    audit.period === null ? null : [audit.period.from ?? '', audit.period.to ?? ''].filter(Boolean).join(' ～ ');
  return markup`${openSection(paper, 'outline')}${facts(paper, [
    [{ ja: '対象団体', en: 'Body audited' }, topology.organization],
    [{ ja: '構成モデル', en: 'Model' }, paper.say(textOf(WORDS.model, topology.model))],
    [{ ja: '監査の目的', en: 'Purpose' }, stated(audit.purpose)],
    [{ ja: '監査の基準', en: 'Standard' }, stated(audit.standard)],
    [{ ja: '監査期間', en: 'Period of the audit' }, stated(period)],
    [
      { ja: '採取期間', en: 'Period captured' },
      markup`${paper.say(paper.span(statistics.first, statistics.last))} (${paper.clock.timezone})`,
    ],
    [
      { ja: '採取量', en: 'Captured' },
      paper.say(
        both((lang) =>
          lang === 'ja'
            ? `${formatCount(captures.length)} ファイル、${formatCount(statistics.packets)} パケット、${formatBytes(statistics.bytes)}、${formatCount(statistics.flows)} フロー`
            : `${formatCount(captures.length)} files, ${formatCount(statistics.packets)} packets, ${formatBytes(statistics.bytes)}, ${formatCount(statistics.flows)} flows`,
        ),
      ),
    ],
    [{ ja: '監査人', en: 'Auditor' }, stated(audit.testers.length === 0 ? null : audit.testers.join('、'))],
    [{ ja: '監査人の所属', en: "Auditor's organisation" }, stated(audit.organization)],
    [{ ja: '独立性', en: 'Independence' }, stated(audit.independence)],
    [{ ja: '資格', en: 'Qualification' }, stated(audit.qualification)],
    [{ ja: '承認者', en: 'Approver' }, stated(audit.approver)],
    [{ ja: '備考', en: 'Remarks' }, audit.remarks],
    [{ ja: '作成', en: 'Made with' }, `${report.tool.name} ${report.tool.version}`],
  ])}${signatures(paper)}${CLOSE_SECTION}`;
}

/** Lines to sign by hand: a report carries no clock of the machine that made it. */
function signatures(paper: Paper): Markup {
  const line = (ja: string, en: string): Markup =>
    markup`<div><span>${paper.say({ ja, en })}</span><span class="line"></span></div>`;
  return markup`<div class="signatures">${line('報告日', 'Date of report')}${line('監査人 署名', "Auditor's signature")}${line('承認者 署名', "Approver's signature")}</div>
`;
}
