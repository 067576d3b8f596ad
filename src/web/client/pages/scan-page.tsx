import type { JSX } from 'preact';
import { formatBytes, formatCount } from '../../../report/words/numbers.js';
import { WORDS, wordOf } from '../../../report/words/words.js';
import type { RunAnswer } from '../../api.js';
import { formatTime } from '../clock.js';
import { FindingLines } from '../parts/finding-lines.js';
import { ResultMark } from '../parts/marks.js';
import { Waiting } from '../parts/problems.js';
import { kindWord } from '../parts/run-words.js';
import { linkTo } from '../place.js';
import { usePage } from '../session.js';
import { useAnswer } from '../use-answer.js';

type Report = NonNullable<RunAnswer['report']>;

/** One scan: what it said, how well it could see, what it read. */
export function ScanPage({ id }: { readonly id: string }): JSX.Element {
  const { say } = usePage();
  const { answer, problems } = useAnswer<RunAnswer>(`/api/runs/${encodeURIComponent(id)}`, {
    topic: 'history',
    seconds: 30,
  });
  return (
    <>
      <p>
        <a href={linkTo('scans')}>← {say({ ja: '検査の記録', en: 'All scans' })}</a>
      </p>
      {answer === null ? <Waiting problems={problems} /> : <Scan answer={answer} />}
    </>
  );
}

function Scan({ answer }: { readonly answer: RunAnswer }): JSX.Element {
  const { say, session, language } = usePage();
  const { run, report, findings, findingsCut, evidence } = answer;
  return (
    <article>
      <h1>
        {say(kindWord(run.kind))} {formatTime(run.startedAt, session.timezone)}
      </h1>
      <div class={`standing result-${run.result}`}>
        <strong>{wordOf(WORDS.result, run.result, language)}</strong>
        <p>
          {formatTime(run.startedAt, session.timezone)} –{' '}
          {run.finished ? formatTime(run.endedAt, session.timezone) : say({ ja: '継続中', en: 'going on' })}
          {' · '}
          {formatCount(run.packets)} {say({ ja: 'パケット', en: 'packets' })} · {formatCount(run.flows)}{' '}
          {say({ ja: 'フロー', en: 'flows' })} · <code>{run.id}</code>
        </p>
      </div>
      <p class="actions">
        {report === null ? null : (
          <a class="button" href={`/api/runs/${run.id}/report.json`} download>
            {say({ ja: '報告（JSON）を取り出す', en: 'Download the report (JSON)' })}
          </a>
        )}{' '}
        {evidence === null ? null : (
          <a class="button" href={`/api/runs/${run.id}/evidence.zip`} download>
            {say({
              ja: `証拠を取り出す（zip、${evidence.length} ファイル）`,
              en: `Download the evidence (zip, ${evidence.length} files)`,
            })}
          </a>
        )}{' '}
        <a href={linkTo('compare', { later: run.id })}>{say({ ja: '別の検査と比べる', en: 'Compare with another' })}</a>
      </p>
      {report === null ? (
        <p>{say({ ja: '報告は整理されて残っていない。', en: 'The report was pruned.' })}</p>
      ) : (
        <>
          <Clauses report={report} />
          <Quality report={report} />
          <Coverage report={report} />
          <h2>
            {say({ ja: '検出事項', en: 'Findings' })} <small>{formatCount(report.findingCount)}</small>
          </h2>
          <FindingLines findings={findings} />
          {findingsCut ? (
            <p>
              {say({
                ja: '重いものだけを示した。全件は報告（JSON）にある。',
                en: 'Only the first are shown; the report (JSON) has all.',
              })}
            </p>
          ) : null}
          <Inputs report={report} />
        </>
      )}
    </article>
  );
}

function Clauses({ report }: { readonly report: Report }): JSX.Element {
  const { say, language } = usePage();
  return (
    <dl class="clauses three">
      {(['A', 'I', 'U'] as const).map((clause) => (
        <div key={clause}>
          <dt>
            <b>{wordOf(WORDS.clause, clause, language)}</b> {wordOf(WORDS.clauseSubject, clause, language)}
          </dt>
          <dd>
            <ResultMark result={report.clauses[clause].result} />
            {report.clauses[clause].reasons.map((reason, index) => (
              <small key={index}>{say(reason)}</small>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Quality({ report }: { readonly report: Report }): JSX.Element {
  const { say } = usePage();
  const entries = report.quality.toSorted((x, y) => effectRank(x.effect) - effectRank(y.effect));
  const telling = entries.filter(({ effect }) => effect !== 'none');
  const silent = entries.filter(({ effect }) => effect === 'none');
  return (
    <section>
      <h2>{say({ ja: '採取品質', en: 'Capture quality' })}</h2>
      {telling.length === 0 ? (
        <p>{say({ ja: '採取に留意点はない。', en: 'Nothing to note about the capture.' })}</p>
      ) : (
        <QualityTable entries={telling} />
      )}
      {silent.length === 0 ? null : (
        <details>
          <summary>
            {say({
              ja: `判定に影響のなかった検査 ${silent.length} 件`,
              en: `${silent.length} checks that took nothing away from the result`,
            })}
          </summary>
          <QualityTable entries={silent} />
        </details>
      )}
    </section>
  );
}

function QualityTable({ entries }: { readonly entries: Report['quality'] }): JSX.Element {
  const { say, language } = usePage();
  return (
    <div class="scroll" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th>{say({ ja: '検査', en: 'Check' })}</th>
            <th>{say({ ja: '採取点', en: 'Point' })}</th>
            <th>{say({ ja: '影響', en: 'Effect' })}</th>
            <th>{say({ ja: '説明', en: 'Explanation' })}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, index) => (
            <tr key={index}>
              <td class="nowrap">
                {entry.check}{' '}
                <small>
                  {entry.check in WORDS.qualityCheck ? wordOf(WORDS.qualityCheck, entry.check, language) : ''}
                </small>
              </td>
              <td class="nowrap">{entry.point ?? '–'}</td>
              <td>
                <span class={`effect effect-${entry.effect}`}>
                  {wordOf(WORDS.qualityEffect, entry.effect, language)}
                </span>
              </td>
              <td>{say(entry.message)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function effectRank(effect: Report['quality'][number]['effect']): number {
  return ['undetermined', 'note', 'none'].indexOf(effect);
}

function Coverage({ report }: { readonly report: Report }): JSX.Element {
  const { say, session, language } = usePage();
  const { points, boundaries } = report.coverage;
  return (
    <section>
      <h2>{say({ ja: '観測範囲', en: 'Coverage' })}</h2>
      <div class="columns even">
        <div class="scroll" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th>{say({ ja: '採取点', en: 'Capture point' })}</th>
                <th class="number">{say({ ja: 'パケット', en: 'Packets' })}</th>
                <th>VLAN</th>
                <th>{say({ ja: '期間', en: 'Period' })}</th>
              </tr>
            </thead>
            <tbody>
              {points.map((point, index) => (
                <tr key={index}>
                  <td class="nowrap">{point.point ?? '–'}</td>
                  <td class="number">{formatCount(point.packets)}</td>
                  <td>{point.vlans.join(', ') || '–'}</td>
                  <td class="time">
                    {point.first === null
                      ? '–'
                      : `${formatTime(point.first, session.timezone)} – ${formatTime(point.last, session.timezone)}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div class="scroll" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th>{say({ ja: '境界', en: 'Boundary' })}</th>
                <th>{say({ ja: '観測', en: 'Observed' })}</th>
              </tr>
            </thead>
            <tbody>
              {boundaries.map(({ boundary, gateway, sides, result }) => (
                <tr key={boundary}>
                  <td>
                    {gateway}{' '}
                    <small>{sides.map(({ zone }) => wordOf(WORDS.shortArea, zone, language)).join(' | ')}</small>
                  </td>
                  <td>
                    <span class={`boundary boundary-${result}`}>{wordOf(WORDS.boundaryResult, result, language)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
}

function Inputs({ report }: { readonly report: Report }): JSX.Element {
  const { say } = usePage();
  return (
    <section>
      <h2>{say({ ja: '読んだもの', en: 'What was read' })}</h2>
      <div class="scroll" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th>{say({ ja: 'ファイル', en: 'File' })}</th>
              <th>{say({ ja: '採取点', en: 'Point' })}</th>
              <th class="number">{say({ ja: '量', en: 'Size' })}</th>
              <th class="number">{say({ ja: 'パケット', en: 'Packets' })}</th>
              <th>{say({ ja: '読み取り', en: 'Read' })}</th>
              <th>SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {report.inputs.captures.map((capture, index) => (
              <tr key={index}>
                <td class="file">
                  {capture.file}
                  {capture.files === undefined
                    ? ''
                    : say({ ja: `（${capture.files}ファイル）`, en: ` (${capture.files} files)` })}
                </td>
                <td>{capture.point ?? '–'}</td>
                <td class="number">{formatBytes(capture.bytes)}</td>
                <td class="number">{formatCount(capture.packets)}</td>
                <td>
                  {capture.complete
                    ? say({ ja: '末尾まで', en: 'to its end' })
                    : say({ ja: '途中まで', en: 'in part' })}
                </td>
                <td>
                  <code class="digest" title={capture.sha256 ?? undefined}>
                    {capture.sha256?.slice(0, 16) ?? '–'}
                  </code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="note">
        {say({ ja: '構成定義', en: 'Topology' })} {report.inputs.topology.file}{' '}
        <code class="digest">{report.inputs.topology.sha256.slice(0, 16)}</code>
        {' · '}
        {say({ ja: '規則の版', en: 'rule set' })} <code class="digest">{report.tool.rules.slice(0, 16)}</code>
        {' · '}sansou {report.tool.version}
      </p>
      <ul class="statements">
        {report.statements.map((statement, index) => (
          <li key={index}>{say(statement)}</li>
        ))}
      </ul>
    </section>
  );
}
