import type { JSX } from 'preact';
import type { Clause } from '../../../model/place.js';
import { formatBytes, formatCount } from '../../../report/words/numbers.js';
import { WORDS, wordOf } from '../../../report/words/words.js';
import type { OverviewAnswer } from '../../api.js';
import { ageSeconds, formatAge, formatTime } from '../clock.js';
import { EndText, ResultMark, ServiceText, SeverityMark, StatusMark, VerdictMark } from '../parts/marks.js';
import { Problems, Waiting } from '../parts/problems.js';
import { kindWord } from '../parts/run-words.js';
import { severestOf } from '../parts/path-state.js';
import { ZoneMap } from '../parts/zone-map.js';
import { linkTo } from '../place.js';
import { usePage } from '../session.js';
import { useAnswer } from '../use-answer.js';

const REFRESH_SECONDS = 5;
/** a watch that has not saved for so long is no live state any more */
const STALE_SECONDS = 600;

export function OverviewPage(): JSX.Element {
  const { answer, problems } = useAnswer<OverviewAnswer>('/api/overview', REFRESH_SECONDS);
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
  const isLive = !latest.finished && ageSeconds(latest.endedAt, now) < STALE_SECONDS;
  return (
    <div class={`standing result-${latest.result}`}>
      <h1>{wordOf(WORDS.result, latest.result, language)}</h1>
      <p>
        <span class={isLive ? 'live is-live' : 'live'}>
          {isLive ? say({ ja: '監視中', en: 'live' }) : say({ ja: '最後の検査', en: 'last scan' })}
        </span>{' '}
        <a href={linkTo(`scans/${latest.id}`)}>{say(kindWord(latest.kind))}</a>{' '}
        {formatTime(latest.startedAt, session.timezone)} – {formatTime(latest.endedAt, session.timezone)} · {age} ·{' '}
        {say({
          ja: `${formatCount(latest.packets)} パケット・${formatCount(latest.flows)} フロー`,
          en: `${formatCount(latest.packets)} packets, ${formatCount(latest.flows)} flows`,
        })}
      </p>
    </div>
  );
}

function MapSection({ overview }: { readonly overview: OverviewAnswer }): JSX.Element {
  const { say, language } = usePage();
  const paths = overview.paths.filter(({ from, to }) => from !== 'special' && to !== 'special');
  const silent = overview.plan.zones.map(({ zone, segments }) => {
    const vlans = segments.map(({ vlan }) => vlan);
    const points = overview.plan.points.filter((point) => point.vlans.some((vlan) => vlans.includes(vlan)));
    const heard = overview.points.some(
      ({ point, packets }) => packets > 0 && points.some(({ name }) => name === point),
    );
    return { zone, silent: !heard };
  });
  return (
    <>
      <h2>{say({ ja: '領域と通信', en: 'Zones and traffic' })}</h2>
      <ZoneMap plan={overview.plan} paths={paths} points={overview.points} zones={silent} />
      <ul class="legend">
        {(['violation', 'suspected', 'undetermined', 'attempt', 'permitted', 'quiet'] as const).map((state) => (
          <li key={state} class={`path-${state}`}>
            {state === 'quiet'
              ? say({ ja: '所見のみ', en: 'observed only' })
              : wordOf(state === 'permitted' ? WORDS.cellVerdict : WORDS.verdict, state, language)}
          </li>
        ))}
        <li class="point-live">{say({ ja: '採取中の採取点', en: 'capture point with packets' })}</li>
        <li class="point-silent">{say({ ja: 'パケットのない採取点', en: 'capture point without' })}</li>
      </ul>
      <details>
        <summary>{say({ ja: '表で見る', en: 'As a table' })}</summary>
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
      </details>
    </>
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

function Doubts({ overview }: { readonly overview: OverviewAnswer }): JSX.Element {
  const { say } = usePage();
  const unseen = overview.boundaries.filter(({ result }) => result !== 'observed');
  return (
    <>
      <h2>{say({ ja: '見えていないもの', en: 'What it could not see' })}</h2>
      {overview.doubts.length === 0 && unseen.length === 0 ? (
        <p>{say({ ja: '採取に留意点はない。', en: 'Nothing to note about the capture.' })}</p>
      ) : null}
      <ul class="doubts">
        {unseen.map(({ boundary, result }) => (
          <li key={boundary}>
            <code>{boundary}</code>{' '}
            {result === 'one-side'
              ? say({ ja: '片側だけを採取している', en: 'only one side is captured' })
              : say({ ja: '採取していない', en: 'not captured' })}
          </li>
        ))}
        {overview.doubts.slice(0, 6).map((doubt, index) => (
          <li key={index}>
            {doubt.point === null ? null : <code>{doubt.point} </code>}
            {say(doubt.message)}
          </li>
        ))}
      </ul>
      {overview.doubts.length > 6 && overview.latest !== null ? (
        <p>
          <a href={linkTo(`scans/${overview.latest.id}`)}>
            {say({ ja: `ほか ${overview.doubts.length - 6} 件`, en: `and ${overview.doubts.length - 6} more` })}
          </a>
        </p>
      ) : null}
      <p class="store">
        {say({ ja: `履歴 ${formatBytes(overview.storeBytes)}`, en: `history ${formatBytes(overview.storeBytes)}` })}
      </p>
    </>
  );
}

function OpenFindings({ overview }: { readonly overview: OverviewAnswer }): JSX.Element {
  const { say, session } = usePage();
  const { openFindings, openCount } = overview;
  return (
    <section>
      <h2>
        {say({ ja: '未解決の検出事項', en: 'Open findings' })} <small>{formatCount(openCount)}</small>
      </h2>
      {openCount === 0 ? <p>{say({ ja: 'なし。', en: 'None.' })}</p> : null}
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
      {openCount > openFindings.length ? (
        <p>
          <a href={linkTo('findings')}>{say({ ja: 'すべて見る', en: 'See all' })}</a>
        </p>
      ) : null}
    </section>
  );
}
