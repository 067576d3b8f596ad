import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { TrafficDay } from '../../../model/history.js';
import { formatBytes, formatCount } from '../../../report/words/numbers.js';
import { WORDS, wordOf } from '../../../report/words/words.js';
import type { TrafficAnswer } from '../../api.js';
import { DayPlot } from '../parts/day-plot.js';
import { Waiting } from '../parts/problems.js';
import { linkTo } from '../place.js';
import { usePage } from '../session.js';
import { useAnswer } from '../use-answer.js';

const CELL_ORDER = ['violation', 'suspected', 'undetermined', 'attempt', 'blocked', 'observation', 'permitted'];

function worstOf(verdicts: TrafficDay['verdicts']): string {
  return CELL_ORDER.find((verdict) => (verdicts[verdict] ?? 0) > 0) ?? 'quiet';
}

/** `12k`: a cell has room for four characters. */
function shortCount(count: number): string {
  if (count < 10_000) return String(count);
  return count < 1_000_000 ? `${Math.round(count / 1000)}k` : `${(count / 1_000_000).toFixed(count < 1e7 ? 1 : 0)}M`;
}

interface PairRow {
  readonly pair: string;
  readonly from: string;
  readonly to: string;
  readonly days: ReadonlyMap<string, TrafficDay>;
  readonly flows: number;
  readonly weight: number;
}

function rowsOf(days: readonly TrafficDay[]): PairRow[] {
  const byPair = new Map<string, TrafficDay[]>();
  for (const day of days) {
    if (day.from === 'special' || day.to === 'special') continue;
    const pair = `${day.from} ${day.to}`;
    byPair.set(pair, [...(byPair.get(pair) ?? []), day]);
  }
  const rows = [...byPair].map(([pair, own]) => {
    const [from = '', to = ''] = pair.split(' ');
    const ranks = own.map(({ verdicts }) => CELL_ORDER.indexOf(worstOf(verdicts)));
    return {
      ...{ pair, from, to },
      days: new Map(own.map((day) => [day.day, day])),
      flows: own.reduce((sum, { flows }) => sum + flows, 0),
      weight: Math.min(...ranks.map((rank) => (rank < 0 ? CELL_ORDER.length : rank))),
    };
  });
  return rows.sort((x, y) => x.weight - y.weight || y.flows - x.flows);
}

const SPANS = [7, 31, 92] as const;

function rangeOf(span: number, timezone: string): readonly string[] {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short' }).format(new Date());
  const end = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: span }, (_, index) =>
    new Date(end - (span - 1 - index) * 86_400_000).toISOString().slice(0, 10),
  );
}

/** The zone matrix over time: a row for each pair, a column for each day. */
export function TrafficPage({ query }: { readonly query: URLSearchParams }): JSX.Element {
  const { say, session } = usePage();
  const span = SPANS.find((days) => String(days) === query.get('days')) ?? 31;
  const days = useMemo(() => rangeOf(span, session.timezone), [span, session.timezone]);
  const { answer, problems } = useAnswer<TrafficAnswer>(`/api/traffic?from=${days[0] ?? ''}&to=${days.at(-1) ?? ''}`, {
    topic: 'history',
    seconds: 60,
  });
  const pair = query.get('pair') ?? '';
  return (
    <>
      <h1>{say({ ja: '領域間の通信の推移', en: 'Traffic between zones over time' })}</h1>
      <p class="choices">
        {SPANS.map((choice) => (
          <a
            key={choice}
            href={linkTo('traffic', { days: String(choice), pair })}
            aria-current={choice === span ? 'true' : undefined}
          >
            {say({ ja: `${choice} 日`, en: `${choice} days` })}
          </a>
        ))}
      </p>
      {answer === null ? (
        <Waiting problems={problems} />
      ) : (
        <Matrix rows={rowsOf(answer.days)} days={days} pair={pair} span={span} />
      )}
    </>
  );
}

function Matrix(props: {
  readonly rows: readonly PairRow[];
  readonly days: readonly string[];
  readonly pair: string;
  readonly span: number;
}): JSX.Element {
  const { say, language } = usePage();
  const { rows, days } = props;
  const reversed = props.pair.split(' ').reverse().join(' ');
  const chosen = rows.find(({ pair }) => pair === props.pair) ?? rows.find(({ pair }) => pair === reversed) ?? rows[0];
  const region = useRef<HTMLDivElement>(null);
  // on a narrow screen, the latest days are those to see first
  useEffect(() => {
    const element = region.current;
    if (element !== null) element.scrollLeft = element.scrollWidth;
  }, [days]);
  if (chosen === undefined) {
    return <p>{say({ ja: 'この期間の記録はない。', en: 'There is no record of this period.' })}</p>;
  }
  const name = (area: string): string => wordOf(WORDS.shortArea, area, language);
  const own = days.map((day) => chosen.days.get(day));
  return (
    <>
      <div class="scroll" tabIndex={0} ref={region}>
        <table class="heat">
          <thead>
            <tr>
              <th class="corner">{say({ ja: '開始側 → 応答側', en: 'From → to' })}</th>
              {days.map((day) => (
                <th key={day} scope="col">
                  <abbr title={day}>
                    {day.slice(8) === '01' || day === days[0]
                      ? `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`
                      : Number(day.slice(8))}
                  </abbr>
                </th>
              ))}
              <th class="number">{say({ ja: '計', en: 'Sum' })}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.pair} class={row.pair === chosen.pair ? 'chosen' : undefined}>
                <th scope="row">
                  <a href={linkTo('traffic', { days: String(props.span), pair: row.pair })}>
                    {name(row.from)} → {name(row.to)}
                  </a>
                </th>
                {days.map((day) => {
                  const entry = row.days.get(day);
                  if (entry === undefined) {
                    return (
                      <td key={day} class="cell-none">
                        <span class="unseen">·</span>
                      </td>
                    );
                  }
                  const worst = worstOf(entry.verdicts);
                  const detail = Object.entries(entry.verdicts)
                    .filter(([, count]) => count > 0)
                    .map(
                      ([verdict, count]) =>
                        `${wordOf(verdict === 'permitted' ? WORDS.cellVerdict : WORDS.verdict, verdict, language)} ${formatCount(count)}`,
                    );
                  return (
                    <td
                      key={day}
                      class={`cell cell-${worst}`}
                      title={`${day}: ${detail.join(', ')}, ${formatBytes(entry.bytes)}`}
                    >
                      {shortCount(entry.flows)}
                      {worst === 'violation' ? (
                        <b aria-label={wordOf(WORDS.verdict, 'violation', language)}>!</b>
                      ) : null}
                      {worst === 'suspected' ? (
                        <b aria-label={wordOf(WORDS.verdict, 'suspected', language)}>?</b>
                      ) : null}
                    </td>
                  );
                })}
                <td class="number">{formatCount(row.flows)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="note">
        {say({
          ja: '数はフロー数、色はその日の最も重い判定（! は違反、? は疑い）。・は記録なし（採取していない等により、通信の有無は分からない）。',
          en: 'Numbers are flows, the colour is the gravest verdict of the day (! violation, ? suspected). · means no record (not captured, so nobody can tell).',
        })}
      </p>
      <h2>
        {wordOf(WORDS.area, chosen.from, language)} → {wordOf(WORDS.area, chosen.to, language)}
      </h2>
      <div class="plots">
        <DayPlot
          days={days}
          values={own.map((day) => day?.flows ?? null)}
          dayWord={say({ ja: '日付', en: 'Day' })}
          label={say({ ja: 'フロー数', en: 'Flows' })}
          format={formatCount}
        />
        <DayPlot
          days={days}
          values={own.map((day) => day?.bytes ?? null)}
          dayWord={say({ ja: '日付', en: 'Day' })}
          label={say({ ja: 'バイト数', en: 'Bytes' })}
          format={formatBytes}
        />
      </div>
    </>
  );
}
