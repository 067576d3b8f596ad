import { Fragment, type JSX, type TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../../base/failure.js';
import type { RunSummary } from '../../../model/history.js';
import { formatBytes, formatCount } from '../../../report/words/numbers.js';
import { WORDS, wordOf } from '../../../report/words/words.js';
import type { PruneAnswer, RunsAnswer } from '../../api.js';
import { formatTime } from '../clock.js';
import { fetchAnswer, Refused } from '../fetch-answer.js';
import { ResultMark } from '../parts/marks.js';
import { Problems, Waiting } from '../parts/problems.js';
import { kindWord } from '../parts/run-words.js';
import { linkTo } from '../place.js';
import { usePage } from '../session.js';
import { useAnswer } from '../use-answer.js';

const PAGE_RUNS = 100;

/** What was judged, and how well it could see. */
export function ScansPage(): JSX.Element {
  const { say, session } = usePage();
  const { answer, problems, reload } = useAnswer<RunsAnswer>(`/api/runs?limit=${PAGE_RUNS}`, {
    topic: 'history',
    seconds: 30,
  });
  const [older, setOlder] = useState<readonly RunSummary[]>([]);
  const [ended, setEnded] = useState(false);
  if (answer === null) return <Waiting problems={problems} />;
  const runs = [...answer.runs, ...older];
  const more = (): void => {
    const before = runs.at(-1)?.id ?? '';
    void fetchAnswer<RunsAnswer>(`/api/runs?limit=${PAGE_RUNS}&before=${encodeURIComponent(before)}`).then(
      (next) => {
        setOlder([...older, ...next.runs]);
        setEnded(next.runs.length < PAGE_RUNS);
      },
      () => setEnded(true),
    );
  };
  return (
    <>
      <h1>{say({ ja: '検査の記録', en: 'Scans' })}</h1>
      {runs.length === 0 ? (
        <p>
          {say({
            ja: 'まだ検査の記録はない。sansou scan か sansou watch に --store を付けて動かすと、ここに並ぶ。',
            en: 'There is no scan yet. What sansou scan and sansou watch judge with --store is listed here.',
          })}
        </p>
      ) : (
        <RunTable runs={runs} />
      )}
      {answer.runs.length < PAGE_RUNS || ended ? null : (
        <p>
          <button type="button" onClick={more}>
            {say({ ja: 'さらに前', en: 'Earlier ones' })}
          </button>
        </p>
      )}
      {session.user?.role === 'operator' ? <Prune onPruned={reload} /> : null}
    </>
  );
}

function RunTable({ runs }: { readonly runs: readonly RunSummary[] }): JSX.Element {
  const { say, session, language } = usePage();
  return (
    <div class="scroll" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th>{say({ ja: '開始', en: 'Began' })}</th>
            <th>{say({ ja: '終了', en: 'Ended' })}</th>
            <th>{say({ ja: '種類', en: 'Kind' })}</th>
            <th>{say({ ja: '結果', en: 'Result' })}</th>
            <th>{say({ ja: 'ア イ ウ', en: 'A I U' })}</th>
            <th class="number">{say({ ja: 'パケット', en: 'Packets' })}</th>
            <th class="number">{say({ ja: 'フロー', en: 'Flows' })}</th>
            <th>{say({ ja: '検出事項', en: 'Findings' })}</th>
            <th class="number">{say({ ja: '品質の問題', en: 'Doubts' })}</th>
            <th>{say({ ja: '証拠', en: 'Evidence' })}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <td class="time">
                <a href={linkTo(`scans/${run.id}`)}>{formatTime(run.startedAt, session.timezone)}</a>
              </td>
              <td class="time">
                {run.finished ? formatTime(run.endedAt, session.timezone) : say({ ja: '継続中', en: 'going on' })}
              </td>
              <td class="nowrap">{say(kindWord(run.kind))}</td>
              <td>
                <ResultMark result={run.result} />
              </td>
              <td class="clause-dots">
                {(['A', 'I', 'U'] as const).map((clause) => (
                  <span
                    key={clause}
                    class={`dot result-${run.clauses[clause]}`}
                    title={wordOf(WORDS.result, run.clauses[clause], language)}
                  >
                    {language === 'ja' ? WORDS.clause[clause].ja : clause}
                  </span>
                ))}
              </td>
              <td class="number">{formatCount(run.packets)}</td>
              <td class="number">{formatCount(run.flows)}</td>
              <td class="tallies">
                {Object.entries(run.findings)
                  .filter(([, count]) => count > 0)
                  .map(([verdict, count]) => (
                    <Fragment key={verdict}>
                      <span class={`tally verdict-${verdict}`}>
                        {wordOf(WORDS.verdict, verdict, language)} {formatCount(count)}
                      </span>{' '}
                    </Fragment>
                  ))}
              </td>
              <td class="number">{run.doubts === 0 ? '–' : formatCount(run.doubts)}</td>
              <td>{run.evidence === null ? '–' : say({ ja: 'あり', en: 'kept' })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Prune({ onPruned }: { readonly onPruned: () => void }): JSX.Element {
  const { say, session } = usePage();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [done, setDone] = useState<PruneAnswer | null>(null);
  const prune = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const days = Number(new FormData(event.currentTarget).get('days'));
    const question = say({
      ja: `${days} 日より前の記録を消す。元には戻せない。よいか？`,
      en: `Runs older than ${days} days will be removed for good. Go on?`,
    });
    if (!confirm(question)) return;
    fetchAnswer<PruneAnswer>('/api/prune', {
      method: 'POST',
      csrf: session.csrf,
      body: { maxAgeDays: days, maxBytes: null },
    }).then(
      (answer) => {
        setDone(answer);
        setProblems([]);
        onPruned();
      },
      (error: unknown) => setProblems(error instanceof Refused ? error.problems : []),
    );
  };
  return (
    <details class="prune">
      <summary>{say({ ja: '古い記録の整理', en: 'Remove old records' })}</summary>
      <form class="filters" onSubmit={prune}>
        <label>
          {say({ ja: '残す日数', en: 'Days to keep' })}
          <input type="number" name="days" min={1} max={36500} defaultValue="400" required />
        </label>
        <button type="submit">{say({ ja: '整理する', en: 'Remove' })}</button>
      </form>
      <Problems problems={problems} />
      {done === null ? null : (
        <p role="status">
          {say({
            ja: `${done.runs} 件を消し、${formatBytes(done.bytes)} 空いた。`,
            en: `${done.runs} runs removed, ${formatBytes(done.bytes)} freed.`,
          })}
        </p>
      )}
    </details>
  );
}
