import type { Text } from '../../base/text.js';
import { CLAUSES, type Clause } from '../../model/place.js';
import { VERDICTS, type ScanReport } from '../../model/report.js';
import { formatCount } from '../words/numbers.js';
import { WORDS } from '../words/words.js';
import { resultBadge, verdictBadge } from './badges.js';
import { markup, type Markup } from './markup.js';
import type { Paper } from './paper.js';
import { CLOSE_SECTION, openSection, paragraph } from './section.js';

/** The words of article 8(3) as municipal policies have them; the English is ours and binds nobody. */
const CLAUSE_WORDS: Readonly<Record<Clause, Text>> = {
  A: {
    ja: 'マイナンバー利用事務系においては、原則として、他の領域との通信をできないようにした上で、端末から電磁的記録媒体を利用しない方法での情報の持ち出しや端末への多要素認証の導入等により、情報の流出を防ぐ。',
    en: 'In the My Number zone communication with other areas is, as a rule, made impossible; taking information out of terminals by ways other than recording media, multi-factor authentication at terminals and the like are used to prevent outflow of information.',
  },
  I: {
    ja: 'LGWAN接続系においては、LGWAN接続系の情報システムと、インターネット接続系の情報システムとの通信経路を分割する。なお、両環境間で通信する場合には、無害化通信を実施する。',
    en: 'In the LGWAN zone the communication paths between its information systems and those of the Internet zone are split. Where the two environments communicate, sanitized communication is used.',
  },
  U: {
    ja: 'インターネット接続系においては、不正通信の監視機能の強化等の高度な情報セキュリティ対策を実施する。高度な情報セキュリティ対策として、都道府県と市区町村のインターネット接続口を集約した上で、自治体情報セキュリティクラウドの導入等を実施する。',
    en: 'In the Internet zone advanced measures such as stronger monitoring of improper communication are taken: the Internet access points of prefecture and municipalities are aggregated, and the municipal information security cloud is introduced.',
  },
};

function counts(paper: Paper, report: ScanReport, clause: Clause): Markup {
  const parts = VERDICTS.flatMap((verdict) => {
    const count = report.findings.filter((finding) => finding.clause === clause && finding.verdict === verdict).length;
    return count === 0
      ? []
      : [
          markup`<li><a href="#s-findings" data-clause="${clause}" data-verdict="${verdict}">${verdictBadge(paper, verdict)} ${formatCount(count)}</a></li>`,
        ];
  });
  return parts.length === 0 ? markup`` : markup`<ul class="counts">${parts}</ul>`;
}

/** What each of ア, イ and ウ asks for in its own words, what it came to, and why. */
export function clauses(paper: Paper, report: ScanReport): Markup {
  const parts = CLAUSES.map((clause) => {
    const { result, reasons } = report.clauses[clause];
    return markup`<article class="clause r-${result}">
<h3><span class="letter">${paper.say(WORDS.clause[clause])}</span> ${paper.say(WORDS.clauseSubject[clause])}</h3>
<blockquote>${paper.say(CLAUSE_WORDS[clause])}</blockquote>
<p>${resultBadge(paper, result)}</p>
${counts(paper, report, clause)}
<ul>${reasons.map((reason) => markup`<li>${paper.say(reason)}</li>`)}</ul>
</article>
`;
  });
  return markup`${openSection(paper, 'clauses')}${paragraph(paper, {
    ja: '結果は、違反あり、違反の疑いあり、判定不能が残る、観測範囲内で違反は検出されなかった、のいずれかである。最後のものも、適合を意味しない。',
    en: 'A result is one of: violation found, suspected violation, something remains undetermined, no violation detected within what was observed. The last, too, does not mean compliance.',
  })}<div class="clauses">${parts}</div>
${CLOSE_SECTION}`;
}
