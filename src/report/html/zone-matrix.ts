import { AREAS, ZONES, type Area } from '../../model/place.js';
import { VERDICTS, type Finding, type MatrixCell, type ScanReport } from '../../model/report.js';
import { watchedAreas } from '../watched-areas.js';
import { formatBytes, formatCount } from '../words/numbers.js';
import { WORDS } from '../words/words.js';
import { anchorOfFinding } from './finding-anchor.js';
import { markup, type Markup } from './markup.js';
import { both, type Paper } from './paper.js';
import { CLOSE_SECTION, openSection, paragraph } from './section.js';

type Matrix = Pick<ScanReport, 'matrix' | 'findings' | 'coverage'>;

/** Flows with multicast and the like cross no boundary: they are counted below the table. */
function isAside(cell: MatrixCell): boolean {
  return (cell.from === 'special' || cell.to === 'special') && cell.flows === (cell.verdicts.permitted ?? 0);
}

function key(from: string, to: string): string {
  return `${from} ${to}`;
}

function cellContents(paper: Paper, cell: MatrixCell | undefined, opens: readonly Finding[], quiet: string): Markup {
  const lines = (['permitted', ...VERDICTS] as const).flatMap((verdict) => {
    const flows = cell?.verdicts[verdict] ?? 0;
    if (flows === 0) return [];
    return [
      markup`<li class="v-${verdict}">${paper.say(WORDS.cellVerdict[verdict])} <b>${formatCount(flows)}</b></li>`,
    ];
  });
  const volume =
    cell === undefined || cell.flows === 0 ? markup`` : markup`<span class="volume">${formatBytes(cell.bytes)}</span>`;
  const [first] = opens;
  const link =
    first === undefined
      ? markup``
      : markup`<a href="#${anchorOfFinding(first)}" data-from="${first.from.zone ?? ''}" data-to="${first.to.zone ?? ''}">${paper.say(
          both((lang) =>
            lang === 'ja' ? `検出事項 ${formatCount(opens.length)} 件` : `${formatCount(opens.length)} finding(s)`,
          ),
        )}</a>`;
  return markup`${lines.length === 0 ? markup`<span class="quiet">${quiet}</span>` : markup`<ul>${lines}</ul>`}${volume}${link}`;
}

/** Who opened communication with whom: flows by verdict, volume, and the findings of each pair. */
function zoneMatrix(paper: Paper, report: Matrix): Markup {
  const cells = new Map(
    report.matrix.filter((cell) => !isAside(cell)).map((cell) => [key(cell.from, cell.to), cell] as const),
  );
  const opens = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    const at = key(finding.from.zone ?? '', finding.to.zone ?? '');
    const there = opens.get(at);
    if (there === undefined) opens.set(at, [finding]);
    else there.push(finding);
  }
  const occurs = (area: Area, side: 'from' | 'to'): boolean =>
    (ZONES as readonly Area[]).includes(area) ||
    [...cells.values()].some((cell) => cell[side] === area && cell.flows > 0) ||
    report.findings.some(
      (finding) => finding[side].zone === area && finding.from.zone !== null && finding.to.zone !== null,
    );
  const rows = AREAS.filter((area) => occurs(area, 'from'));
  const columns = AREAS.filter((area) => occurs(area, 'to'));
  const watched = watchedAreas(report as ScanReport);
  const quiet = (from: Area, to: Area): string =>
    cells.has(key(from, to)) || (from !== to && (watched.has(from) || watched.has(to))) ? '0' : '・';
  const name = (area: Area): Markup => paper.say(WORDS.shortArea[area]);
  const body = rows.map(
    (from) =>
      markup`<tr><th scope="row">${name(from)}</th>${columns.map((to) => {
        const cell = cells.get(key(from, to));
        const worst = VERDICTS.find((verdict) => (cell?.verdicts[verdict] ?? 0) > 0);
        const style = `${from === to ? 'own' : 'cross'}${worst === undefined ? '' : ` has-${worst}`}`;
        return markup`<td class="${style}">${cellContents(paper, cell, opens.get(key(from, to)) ?? [], quiet(from, to))}</td>`;
      })}</tr>
`,
  );
  return markup`<div class="scroll">
<table class="matrix"><caption>${paper.say(CAPTION)}</caption>
<thead><tr><th scope="col">${paper.say({ ja: '開始側＼応答側', en: 'from \\ to' })}</th>${columns.map(
    (area) => markup`<th scope="col">${name(area)}</th>`,
  )}</tr></thead>
<tbody>
${body}</tbody></table></div>
`;
}

const CAPTION = {
  ja: '領域間の通信（行は接続の開始側、列は応答側。数はフロー数、下段は通信量）',
  en: 'Communication between areas (rows open, columns answer; numbers are flows, volume below)',
};

export function matrixSection(paper: Paper, report: ScanReport): Markup {
  const aside = report.matrix.filter(isAside).reduce((flows, cell) => flows + cell.flows, 0);
  const long = AREAS.filter((area) => report.matrix.some(({ from, to }) => from === area || to === area)).filter(
    (area) => WORDS.shortArea[area].ja !== WORDS.area[area].ja,
  );
  return markup`${openSection(paper, 'matrix')}${zoneMatrix(paper, report)}${paragraph(
    paper,
    {
      ja: '0：採取した境界では通信がなかった。・：採取していない等により、通信の有無は分からない。一度も現れない領域は省いた。',
      en: '0: none at the boundaries that were captured. ・: not captured, so nobody can tell. Areas that never occur are left out.',
    },
    'note',
  )}${
    aside === 0
      ? markup``
      : paragraph(
          paper,
          both((lang) =>
            lang === 'ja'
              ? `マルチキャスト等の特殊アドレスとの ${formatCount(aside)} フローは、領域間の通信ではないため表に含めない。`
              : `${formatCount(aside)} flow(s) with special addresses (multicast and the like) cross no boundary and are not in the table.`,
          ),
          'note',
        )
  }<p class="note">${long.map(
    (area) => markup`<span class="pair">${paper.say(WORDS.shortArea[area])} = ${paper.say(WORDS.area[area])}</span> `,
  )}</p>
${CLOSE_SECTION}`;
}
