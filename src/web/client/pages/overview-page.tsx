import type { JSX } from 'preact';
import type { Clause } from '../../../model/place.js';
import { formatBytes, formatCount } from '../../../report/words/numbers.js';
import { WORDS, wordOf } from '../../../report/words/words.js';
import type { OverviewAnswer } from '../../api.js';
import { formatAge, formatTime } from '../clock.js';
import { EndText, ResultMark, ServiceText, SeverityMark, StatusMark, VerdictMark } from '../parts/marks.js';
import { Problems, Waiting } from '../parts/problems.js';
import { kindWord } from '../parts/run-words.js';
import { liveStateOf, LIVE_WORDS } from '../parts/live-state.js';
import { severestOf } from '../parts/path-state.js';
import { ZoneMap } from '../parts/zone-map.js';
import { linkTo } from '../place.js';
import { usePage } from '../session.js';
import { useAnswer } from '../use-answer.js';

const REFRESH_SECONDS = 5;
const DOUBTS_SHOWN = 6;

export function OverviewPage(): JSX.Element {
  const { answer, problems } = useAnswer<OverviewAnswer>('/api/overview', {
    topic: 'history',
    seconds: REFRESH_SECONDS,
  });
  if (answer === null) return <Waiting problems={problems} />;
  return (
    <>
      <Problems problems={problems} />
      <Standing overview={answer} />
      <div class="columns">
        <section class="wide">
          <MapSection overview={answer} />
        </section>
        <section>
          <Clauses overview={answer} />
          <Doubts overview={answer} />
        </section>
      </div>
      <OpenFindings overview={answer} />
    </>
  );
}

function Standing({ overview }: { readonly overview: OverviewAnswer }): JSX.Element {
  const { say, language, session } = usePage();
  const { latest, now } = overview;
  if (latest === null) {
    return (
      <div class="standing result-undetermined">
        <h1>{say({ ja: 'まだ何も判定していない', en: 'Nothing has been judged yet' })}</h1>
        <p>
          {say({
            ja: 'sansou scan か sansou watch を動かすか、キャプチャをアップロードすると、ここに結果が出る。',
            en: 'Run sansou scan or sansou watch, or upload a capture; the result appears here.',
          })}
        </p>
      </div>
    );
  }
  const age = formatAge(latest.endedAt, now, language);
  const live = liveStateOf(latest, now);
  return (
    <div class={`standing result-${latest.result}`}>
      <h1>{wordOf(WORDS.result, latest.result, language)}</h1>
      <p>
        <span class={`live is-${live}`}>{say(LIVE_WORDS[live])}</span>{' '}
        <a href={linkTo(`scans/${latest.id}`)}>{say(kindWord(latest.kind))}</a>{' '}
        {formatTime(latest.startedAt, session.timezone)} – {formatTime(latest.endedAt, session.timezone)} · {age} ·{' '}
        {say({
          ja: `${formatCount(latest.packets)} パケット・${formatCount(latest.flows)} フロー`,
          en: `${formatCount(latest.packets)} packets, ${formatCount(latest.flows)} flows`,
        })}
      </p>
      {live === 'stalled' ? (
        <p class="warning" role="alert">
          {say({
            ja: `監視は終了の記録がないまま、${age}から何も保存していない。止まっているなら、いまの状態は分からない。`,
            en: `The watch has not ended, but saved nothing since ${age}. If it stands still, how it is now is not known.`,
          })}
        </p>
      ) : null}
    </div>
  );
}

function MapSection({ overview }: { readonly overview: OverviewAnswer }): JSX.Element {
  const { say, language } = usePage();
  const paths = overview.paths.filter(({ from, to }) => from !== 'special' && to !== 'special');
  return (
    <>
      <h2>{say({ ja: '領域と通信', en: 'Zones and traffic' })}</h2>
      <ZoneMap overview={overview} />
      <Points overview={overview} />
      {paths.length === 0 ? null : (
        <details>
          <summary>{say({ ja: '領域間の通信を表で見る', en: 'Traffic between zones as a table' })}</summary>
          <div class="scroll" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th>{say({ ja: '開始側', en: 'From' })}</th>
                  <th>{say({ ja: '応答側', en: 'To' })}</th>
                  <th class="number">{say({ ja: 'フロー', en: 'Flows' })}</th>
                  <th class="number">{say({ ja: '許可', en: 'Permitted' })}</th>
                  <th>{say({ ja: '未解決', en: 'Open' })}</th>
                </tr>
              </thead>
              <tbody>
                {paths.map((path) => (
                  <tr key={`${path.from} ${path.to}`} class={`path-${severestOf(path)}`}>
                    <td>{wordOf(WORDS.area, path.from, language)}</td>
                    <td>{wordOf(WORDS.area, path.to, language)}</td>
                    <td class="number">{formatCount(path.flows)}</td>
                    <td class="number">{formatCount(path.permitted)}</td>
                    <td>
                      {Object.entries(path.open).map(([verdict, count]) => (
                        <span key={verdict}>
                          {wordOf(WORDS.verdict, verdict, language)} {count}{' '}
                        </span>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </>
  );
}

/** Where the box listens, and what came there in the latest run. */
function Points({ overview }: { readonly overview: OverviewAnswer }): JSX.Element | null {
  const { say, session } = usePage();
  const { points } = overview.plan;
  if (points.length === 0) return null;
  return (
    <ul class="points" aria-label={say({ ja: '採取点', en: 'Capture points' })}>
      {points.map(({ name }) => {
        const seen = overview.points.find(({ point }) => point === name);
        const heard = seen !== undefined && seen.packets > 0;
        return (
          <li key={name} class={heard ? 'heard' : 'silent'}>
            <b>{name}</b>{' '}
            <small>
              {heard
                ? say({
                    ja: `${formatCount(seen.packets)} パケット、最終 ${formatTime(seen.last, session.timezone)}`,
                    en: `${formatCount(seen.packets)} packets, last ${formatTime(seen.last, session.timezone)}`,
                  })
                : say({ ja: 'パケットなし', en: 'no packets' })}
            </small>
          </li>
        );
      })}
    </ul>
  );
}

function Clauses({ overview }: { readonly overview: OverviewAnswer }): JSX.Element | null {
  const { say, language } = usePage();
  const { clauses } = overview;
  if (clauses === null) return null;
  return (
    <>
      <h2>{say({ ja: '第8条第3号の条項ごと', en: 'By clause of article 8(3)' })}</h2>
      <dl class="clauses">
        {(['A', 'I', 'U'] as const satisfies readonly Clause[]).map((clause) => (
          <div key={clause}>
            <dt>
              <b>{wordOf(WORDS.clause, clause, language)}</b> {wordOf(WORDS.clauseSubject, clause, language)}
            </dt>
            <dd>
              <ResultMark result={clauses[clause].result} />
              {clauses[clause].reasons.slice(0, 2).map((reason, index) => (
                <small key={index}>{say(reason)}</small>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** What several capture points have in common is told once, what took away from the verdict first. */
function groupDoubts(doubts: OverviewAnswer['doubts']): readonly {
  readonly doubt: OverviewAnswer['doubts'][number];
  readonly points: readonly string[];
}[] {
  const groups = new Map<string, { doubt: OverviewAnswer['doubts'][number]; points: string[] }>();
  for (const doubt of doubts) {
    const key = `${doubt.check} ${doubt.effect} ${doubt.message.ja}`;
    const group = groups.get(key) ?? { doubt, points: [] };
    if (doubt.point !== null) group.points.push(doubt.point);
    groups.set(key, group);
  }
  const rank = (effect: string): number => (effect === 'undetermined' ? 0 : 1);
  return [...groups.values()].toSorted((x, y) => rank(x.doubt.effect) - rank(y.doubt.effect));
}

function Doubts({ overview }: { readonly overview: OverviewAnswer }): JSX.Element {
  const { say, language } = usePage();
  const unseen = overview.boundaries.filter(({ result }) => result !== 'observed');
  const groups = groupDoubts(overview.doubts);
  return (
    <>
      <h2>{say({ ja: '見えていないもの', en: 'What it could not see' })}</h2>
      {overview.latest === null ? (
        <p>{say({ ja: 'まだ何も見ていない。', en: 'It has looked at nothing yet.' })}</p>
      ) : groups.length === 0 && unseen.length === 0 ? (
        <p>{say({ ja: '採取に留意点はない。', en: 'Nothing to note about the capture.' })}</p>
      ) : null}
      <ul class="doubts">
        {unseen.map(({ boundary, gateway, sides, result }) => (
          <li key={boundary}>
            <code>{gateway}</code> {sides.map(({ zone }) => wordOf(WORDS.shortArea, zone, language)).join(' | ')}:{' '}
            <span class={`boundary boundary-${result}`}>{wordOf(WORDS.boundaryResult, result, language)}</span>
          </li>
        ))}
        {groups.slice(0, DOUBTS_SHOWN).map(({ doubt, points }, index) => (
          <li key={index}>
            {doubt.effect === 'undetermined' ? (
              <>
                <ResultMark result="undetermined" />{' '}
              </>
            ) : null}
            {points.length === 0 ? null : <code>{points.join(', ')} </code>}
            {say(doubt.message)}
          </li>
        ))}
      </ul>
      {groups.length > DOUBTS_SHOWN && overview.latest !== null ? (
        <p>
          <a href={linkTo(`scans/${overview.latest.id}`)}>
            {say({ ja: `ほか ${groups.length - DOUBTS_SHOWN} 件`, en: `and ${groups.length - DOUBTS_SHOWN} more` })}
          </a>
        </p>
      ) : null}
      <p class="store">
        {say({
          ja: `履歴ファイルの大きさ ${formatBytes(overview.storeBytes)}`,
          en: `size of the history file: ${formatBytes(overview.storeBytes)}`,
        })}
      </p>
    </>
  );
}

function OpenFindings({ overview }: { readonly overview: OverviewAnswer }): JSX.Element {
  const { say, session } = usePage();
  const { openFindings, openCount, uploadedCount } = overview;
  return (
    <section>
      <h2>
        {say({ ja: '未解決の検出事項', en: 'Open findings' })} <small>{formatCount(openCount)}</small>
      </h2>
      {openCount > 0 ? null : (
        <p>
          {overview.latest === null
            ? say({ ja: 'まだ判定していない。', en: 'Nothing has been judged yet.' })
            : say({ ja: 'なし。', en: 'None.' })}
        </p>
      )}
      {openCount === 0 ? null : (
        <div class="scroll" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th>{say({ ja: '判定', en: 'Verdict' })}</th>
                <th>{say({ ja: '深刻度', en: 'Severity' })}</th>
                <th>{say({ ja: '内容', en: 'What' })}</th>
                <th>{say({ ja: '開始側', en: 'From' })}</th>
                <th>{say({ ja: '応答側', en: 'To' })}</th>
                <th>{say({ ja: 'サービス', en: 'Service' })}</th>
                <th>{say({ ja: '状態', en: 'Status' })}</th>
                <th>{say({ ja: '最終', en: 'Last seen' })}</th>
              </tr>
            </thead>
            <tbody>
              {openFindings.map((finding) => (
                <tr key={finding.id}>
                  <td>
                    <VerdictMark verdict={finding.verdict} />
                  </td>
                  <td>
                    <SeverityMark severity={finding.severity} />
                  </td>
                  <td class="what">
                    <a href={linkTo(`findings/${finding.id}`)}>{say(finding.title)}</a> <small>{finding.rule}</small>
                  </td>
                  <td>
                    <EndText end={finding.from} />
                  </td>
                  <td>
                    <EndText end={finding.to} />
                  </td>
                  <td>
                    <ServiceText service={finding.service} />
                  </td>
                  <td>
                    <StatusMark status={finding.status} />
                  </td>
                  <td class="time">{formatTime(finding.lastSeen, session.timezone)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {uploadedCount === 0 ? null : (
        <p class="note">
          {say({
            ja: `アップロードされたキャプチャだけで見つかった ${uploadedCount} 件は、ここと図に含めていない。`,
            en: `${uploadedCount} more were found in uploaded captures only; they are neither here nor on the map.`,
          })}{' '}
          <a href={linkTo('findings')}>{say({ ja: '一覧で見る', en: 'See the list' })}</a>
        </p>
      )}
      {openCount > openFindings.length ? (
        <p>
          <a href={linkTo('findings')}>{say({ ja: 'すべて見る', en: 'See all' })}</a>
        </p>
      ) : null}
    </section>
  );
}
