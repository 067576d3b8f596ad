import type { JSX } from 'preact';
import type { Text } from '../../../base/text.js';
import type { RunSummary } from '../../../model/history.js';
import { FINDING_STATUSES } from '../../../model/report.js';
import { formatCount } from '../../../report/words/numbers.js';
import { WORDS, wordOf } from '../../../report/words/words.js';
import type { CompareAnswer, RunsAnswer } from '../../api.js';
import { formatTime } from '../clock.js';
import { FindingLines } from '../parts/finding-lines.js';
import { ResultMark, StatusMark } from '../parts/marks.js';
import { Waiting } from '../parts/problems.js';
import { kindWord } from '../parts/run-words.js';
import { linkTo } from '../place.js';
import { usePage } from '../session.js';
import { useAnswer } from '../use-answer.js';

/** Two scans side by side. */
export function ComparePage({ query }: { readonly query: URLSearchParams }): JSX.Element {
  const { say } = usePage();
  const runs = useAnswer<RunsAnswer>('/api/runs?limit=300');
  const list = runs.answer?.runs ?? [];
  const later = query.get('later') ?? list[0]?.id ?? '';
  const earlier = query.get('earlier') ?? list[list.findIndex(({ id }) => id === later) + 1]?.id ?? '';
  const path =
    later === '' || earlier === ''
      ? null
      : `/api/compare?earlier=${encodeURIComponent(earlier)}&later=${encodeURIComponent(later)}`;
  const { answer, problems } = useAnswer<CompareAnswer>(path);
  const choose = (name: 'earlier' | 'later', id: string): void => {
    location.hash = linkTo('compare', { earlier, later, [name]: id });
  };
  return (
    <>
      <h1>{say({ ja: '二つの検査の比較', en: 'Two scans compared' })}</h1>
      {runs.answer === null ? (
        <Waiting problems={runs.problems} />
      ) : list.length < 2 ? null : (
        <form class="filters" onSubmit={(event) => event.preventDefault()}>
          <RunSelect
            label={{ ja: '前', en: 'Earlier' }}
            runs={list}
            value={earlier}
            onChange={(id) => choose('earlier', id)}
          />
          <RunSelect
            label={{ ja: '後', en: 'Later' }}
            runs={list}
            value={later}
            onChange={(id) => choose('later', id)}
          />
        </form>
      )}
      {path === null ? (
        runs.answer === null ? null : (
          <p>{say({ ja: '比べるには検査が二つ要る。', en: 'It takes two scans to compare.' })}</p>
        )
      ) : answer === null ? (
        <Waiting problems={problems} />
      ) : (
        <Comparison answer={answer} />
      )}
    </>
  );
}

function RunSelect(props: {
  readonly label: Text;
  readonly runs: readonly RunSummary[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}): JSX.Element {
  const { say, session, language } = usePage();
  return (
    <label>
      {say(props.label)}
      <select value={props.value} onChange={(event) => props.onChange(event.currentTarget.value)}>
        {props.runs.map((run) => (
          <option key={run.id} value={run.id} selected={run.id === props.value}>
            {formatTime(run.startedAt, session.timezone)} {say(kindWord(run.kind))} –{' '}
            {wordOf(WORDS.result, run.result, language)}
          </option>
        ))}
      </select>
    </label>
  );
}

function changeText(change: number): string {
  return `${change > 0 ? '+' : '−'}${formatCount(Math.abs(change))}`;
}

function Comparison({ answer }: { readonly answer: CompareAnswer }): JSX.Element {
  const { say, language } = usePage();
  const changed = answer.matrix.filter(
    ({ before, after }) =>
      before?.flows !== after?.flows && ![before?.to, after?.to, before?.from, after?.from].includes('special'),
  );
  return (
    <>
      <ul class="counts">
        {FINDING_STATUSES.map((status) => (
          <li key={status}>
            <StatusMark status={status} /> <b>{formatCount(answer.counts[status])}</b>
          </li>
        ))}
        <li>
          <ResultMark result={answer.earlier.result} /> → <ResultMark result={answer.later.result} />
        </li>
      </ul>
      {answer.coverageChanges.length === 0 ? null : (
        <div class="notice">
          <p>
            {say({
              ja: '二つの検査は見えた範囲が違う。「未確認」は、なくなったとは言えないものである。',
              en: 'The two scans did not see the same. What is "not looked at" cannot be said to be gone.',
            })}
          </p>
          <ul>
            {answer.coverageChanges.map((change, index) => (
              <li key={index}>{say(change)}</li>
            ))}
          </ul>
        </div>
      )}
      <h2>{say({ ja: '検出事項の変化', en: 'Findings' })}</h2>
      <FindingLines findings={answer.findings.map(({ finding }) => finding)} standing={answer.findings} />
      {answer.cut ? <p>{say({ ja: '重いものだけを示した。', en: 'Only the first are shown.' })}</p> : null}
      <h2>{say({ ja: '領域間の通信の変化', en: 'Traffic between zones' })}</h2>
      {changed.length === 0 ? <p>{say({ ja: '変化はない。', en: 'No change.' })}</p> : null}
      {changed.length === 0 ? null : (
        <div class="scroll" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th>{say({ ja: '開始側', en: 'From' })}</th>
                <th>{say({ ja: '応答側', en: 'To' })}</th>
                <th class="number">{say({ ja: '前のフロー', en: 'Flows before' })}</th>
                <th class="number">{say({ ja: '後のフロー', en: 'Flows after' })}</th>
                <th class="number">{say({ ja: '増減', en: 'Change' })}</th>
              </tr>
            </thead>
            <tbody>
              {changed.map(({ before, after }, index) => {
                const cell = after ?? before;
                return cell === null ? null : (
                  <tr key={index}>
                    <td>{wordOf(WORDS.area, cell.from, language)}</td>
                    <td>{wordOf(WORDS.area, cell.to, language)}</td>
                    <td class="number">{before === null ? '–' : formatCount(before.flows)}</td>
                    <td class="number">{after === null ? '–' : formatCount(after.flows)}</td>
                    <td class="number">{changeText((after?.flows ?? 0) - (before?.flows ?? 0))}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
