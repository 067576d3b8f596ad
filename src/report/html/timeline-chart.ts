import { CLAUSES, type Clause } from '../../model/place.js';
import { VERDICTS, type Finding, type ScanReport, type Timeline } from '../../model/report.js';
import { formatCount, formatDuration } from '../words/numbers.js';
import { WORDS } from '../words/words.js';
import { markup, type Markup } from './markup.js';
import { both, same, type Paper } from './paper.js';
import { CLOSE_SECTION, openSection, paragraph } from './section.js';
import { table } from './table.js';

const WIDTH = 1000;
const LEFT = 60;
const LANE = 74;
const BAR = 46;
const GRADES = ['permitted', 'blocked', 'observation', 'undetermined', 'attempt', 'suspected', 'violation'] as const;
type Bin = Timeline['bins'][number];

const seconds = (text: string): number => Number(text);

function total(bin: Bin, clause: Clause): number {
  return Object.values(bin.clauses[clause] ?? {}).reduce((sum, count) => sum + count, 0);
}

/** The bars of one bin of one clause. Heights go by the square root: one violation beside thousands must be seen. */
function bars(bin: Bin, clause: Clause, x: number, width: number, base: number, most: number): Markup[] {
  const counts = bin.clauses[clause] ?? {};
  const all = total(bin, clause);
  const height = all === 0 ? 0 : Math.max(3, Math.sqrt(all / most) * BAR);
  let y = base;
  const shown = GRADES.filter((grade) => (counts[grade] ?? 0) > 0);
  return shown.map((grade) => {
    const share = Math.max(shown.length > 1 ? 2.5 : 0, ((counts[grade] ?? 0) / all) * height);
    y -= share;
    return markup`<rect class="bar v-${grade}" x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${share.toFixed(1)}"/>`;
  });
}

/** Where findings begin: a mark for each bin that has any, the gravest decides its colour. */
function marks(findings: readonly Finding[], clause: Clause, at: (second: number) => number, y: number): Markup[] {
  const worst = new Map<number, number>();
  for (const finding of findings) {
    if (finding.clause !== clause || finding.first === null) continue;
    const x = Math.round(at(seconds(finding.first)));
    if (Number.isNaN(x)) continue;
    worst.set(x, Math.min(worst.get(x) ?? VERDICTS.length, VERDICTS.indexOf(finding.verdict)));
  }
  return [...worst].map(
    ([x, rank]) => markup`<path class="mark v-${VERDICTS[rank] ?? 'observation'}" d="M${x} ${y}l5 9h-10z"/>`,
  );
}

/** Flows and findings over time, a lane for each clause. */
function timelineChart(paper: Paper, timeline: Timeline, findings: readonly Finding[]): Markup {
  const [firstBin] = timeline.bins;
  const lastBin = timeline.bins.at(-1);
  if (firstBin === undefined || lastBin === undefined) return markup``;
  // a report that somebody else wrote may have anything for a time
  if (!timeline.bins.every((bin) => Number.isFinite(seconds(bin.start)))) return markup``;
  const begin = seconds(firstBin.start);
  const end = seconds(lastBin.start) + timeline.binSeconds;
  const scale = (WIDTH - LEFT - 10) / (end - begin);
  const at = (second: number): number => LEFT + (Math.min(end, Math.max(begin, second)) - begin) * scale;
  const width = Math.max(1.5, timeline.binSeconds * scale - 0.5);
  const lanes = CLAUSES.map((clause, lane) => {
    const base = (lane + 1) * LANE - 14;
    const most = Math.max(1, ...timeline.bins.map((bin) => total(bin, clause)));
    return markup`<g><text class="lane" x="8" y="${base - 16}"${paper.put(WORDS.clause[clause]).mark}>${paper.put(WORDS.clause[clause]).inner}</text><text class="tick" x="${LEFT - 6}" y="${base - BAR + 8}" text-anchor="end">${formatCount(most)}</text><path class="axis" d="M${LEFT} ${base}H${WIDTH - 10}"/>${timeline.bins.map(
      (bin) => bars(bin, clause, at(seconds(bin.start)), width, base, most),
    )}${marks(findings, clause, at, base + 2)}</g>
`;
  });
  const bottom = CLAUSES.length * LANE + 6;
  const ticks = [0, 1, 2, 3, 4].map((quarter) => {
    const second = begin + ((end - begin) * quarter) / 4;
    const x = at(second);
    const anchor = quarter === 0 ? 'start' : quarter === 4 ? 'end' : 'middle';
    return markup`<text class="tick" x="${x.toFixed(1)}" y="${bottom + 8}" text-anchor="${anchor}">${paper.clock.dateTime(`${Math.floor(second)}.000000000`)}</text>`;
  });
  return markup`<figure class="chart"><div class="scroll"><svg viewBox="0 0 ${WIDTH} ${bottom + 16}" role="img"${paper.attribute(
    'aria-label',
    {
      ja: '条項ごとのフロー数と検出事項の推移。同じ内容は下の表にある。',
      en: 'Flows and findings of each clause over time. The table below has the same.',
    },
  )}>
${lanes}${ticks}</svg></div>
<figcaption>${paper.say(
    both((lang) =>
      lang === 'ja'
        ? `1本の棒は ${formatDuration(timeline.binSeconds)}（時:分:秒または分:秒）に始まったフロー。高さは平方根、左の数は最大値。三角は検出事項の始まり。時刻は ${paper.clock.timezone}。`
        : `A bar is the flows that began in ${formatDuration(timeline.binSeconds)} (h:mm:ss or m:ss). Heights by square root, the number at the left is the largest. Triangles: where findings begin. Times in ${paper.clock.timezone}.`,
    ),
  )}</figcaption>
<ul class="legend">${GRADES.map((grade) => markup`<li class="v-${grade}">${paper.say(WORDS.cellVerdict[grade])}</li>`)}</ul></figure>
`;
}

/** rows of the table below the drawing: bins in which something else than permitted traffic began */
const ROWS = 40;

export function timelineSection(paper: Paper, report: ScanReport): Markup {
  const { timeline } = report;
  if (timeline === undefined || timeline.bins.length === 0) {
    return markup`${openSection(paper, 'timeline')}${paragraph(paper, {
      ja: 'この報告には時間ごとのフロー数がない。',
      en: 'This report has no counts of flows over time.',
    })}${CLOSE_SECTION}`;
  }
  const news = timeline.bins.flatMap((bin) =>
    CLAUSES.flatMap((clause) => {
      const counts = Object.entries(bin.clauses[clause] ?? {}).filter(([grade]) => grade !== 'permitted');
      return counts.length === 0 ? [] : [{ bin, clause, counts }];
    }),
  );
  return markup`${openSection(paper, 'timeline')}${timelineChart(paper, timeline, report.findings)}${table(paper, {
    caption: both((lang) =>
      lang === 'ja'
        ? `許可された通信以外のフローが始まった時間帯${news.length > ROWS ? `（${news.length} のうち最初の ${ROWS}）` : ''}`
        : `When flows other than permitted ones began${news.length > ROWS ? ` (the first ${ROWS} of ${news.length})` : ''}`,
    ),
    columns: [
      { head: { ja: '時刻', en: 'Time' } },
      { head: { ja: '条項', en: 'Clause' } },
      { head: { ja: 'フロー', en: 'Flows' }, style: 'wide' },
    ],
    rows: news
      .slice(0, ROWS)
      .map(({ bin, clause, counts }) => [
        paper.clock.dateTime(bin.start),
        paper.say(WORDS.clause[clause]),
        markup`${counts.map(([grade, count], index) => [
          index === 0 ? '' : '、',
          paper.say(WORDS.cellVerdict[grade as keyof typeof WORDS.cellVerdict]),
          ' ',
          paper.say(same(formatCount(count))),
        ])}`,
      ]),
  })}${CLOSE_SECTION}`;
}
