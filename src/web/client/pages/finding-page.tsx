import type { ComponentChildren, JSX } from 'preact';
import type { Text } from '../../../base/text.js';
import type { EvidenceFrame, Finding } from '../../../model/report.js';
import { formatBytes, formatCount } from '../../../report/words/numbers.js';
import { reasonText } from '../../../report/words/reasons.js';
import { WORDS, wordOf } from '../../../report/words/words.js';
import type { FileEntry, FindingAnswer } from '../../api.js';
import { formatTime, isoTime } from '../clock.js';
import { EndText, ServiceText, SeverityMark, StatusMark, VerdictMark } from '../parts/marks.js';
import { Problems, Waiting } from '../parts/problems.js';
import { linkTo } from '../place.js';
import { usePage } from '../session.js';
import { useAnswer } from '../use-answer.js';

export function FindingPage({ id }: { readonly id: string }): JSX.Element {
  const { say } = usePage();
  const { answer, problems } = useAnswer<FindingAnswer>(`/api/findings/${encodeURIComponent(id)}`);
  return (
    <>
      <p>
        <a href={linkTo('findings')}>← {say({ ja: '検出事項の一覧', en: 'All findings' })}</a>
      </p>
      {answer === null ? <Waiting problems={problems} /> : <Details answer={answer} id={id} problems={problems} />}
    </>
  );
}

function Row(props: { readonly label: Text; readonly children: ComponentChildren }): JSX.Element {
  const { say } = usePage();
  return (
    <div>
      <dt>{say(props.label)}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Details(props: {
  readonly answer: FindingAnswer;
  readonly id: string;
  readonly problems: readonly [] | Parameters<typeof Problems>[0]['problems'];
}): JSX.Element {
  const { say, session, language } = usePage();
  const { tracked, evidence } = props.answer;
  const { finding } = tracked;
  const time = (text: string | null): string => formatTime(text, session.timezone, true);
  return (
    <article class="finding">
      <Problems problems={props.problems} />
      <h1>
        <VerdictMark verdict={finding.verdict} /> {say(finding.title)}
      </h1>
      <p class="lead">{say(finding.summary)}</p>
      <div class="columns">
        <section>
          <dl class="facts">
            <Row label={{ ja: '規則', en: 'Rule' }}>
              {finding.rule} <small>{wordOf(WORDS.clauseSubject, finding.clause, language)}</small>
            </Row>
            <Row label={{ ja: '深刻度', en: 'Severity' }}>
              <SeverityMark severity={finding.severity} />
              {tracked.worst === finding.severity ? null : (
                <small>
                  {' '}
                  {say({ ja: 'これまでの最悪', en: 'worst so far' })} <SeverityMark severity={tracked.worst} />
                </small>
              )}
            </Row>
            <Row label={{ ja: '状態', en: 'Status' }}>
              <StatusMark status={tracked.status} />{' '}
              <small>
                {say({
                  ja: `${tracked.runs} 回の検査で検出`,
                  en: `seen in ${tracked.runs} ${tracked.runs === 1 ? 'run' : 'runs'}`,
                })}
              </small>
            </Row>
            <Row label={{ ja: '開始側', en: 'From' }}>
              <EndText end={finding.from} /> {finding.from.mac === null ? null : <code>{finding.from.mac}</code>}
            </Row>
            <Row label={{ ja: '応答側', en: 'To' }}>
              <EndText end={finding.to} /> {finding.to.mac === null ? null : <code>{finding.to.mac}</code>}
            </Row>
            <Row label={{ ja: 'サービス', en: 'Service' }}>
              <ServiceText service={finding.service} />
            </Row>
            {finding.outcome === null ? null : (
              <Row label={{ ja: '状況', en: 'Outcome' }}>{wordOf(WORDS.outcome, finding.outcome, language)}</Row>
            )}
            <Row label={{ ja: '量', en: 'Volume' }}>
              {say({
                ja: `${formatCount(finding.flows)} フロー・${formatCount(finding.packets)} パケット・${formatBytes(finding.bytes)}`,
                en: `${formatCount(finding.flows)} ${finding.flows === 1 ? 'flow' : 'flows'}, ${formatCount(finding.packets)} ${finding.packets === 1 ? 'packet' : 'packets'}, ${formatBytes(finding.bytes)}`,
              })}
            </Row>
            <Row label={{ ja: '初回と最終', en: 'First and last' }}>
              {time(tracked.firstSeen)} – {time(tracked.lastSeen)}
            </Row>
            <Row label={{ ja: '最後の検査', en: 'Last run' }}>
              <a href={linkTo(`scans/${tracked.lastRun}`)}>{tracked.lastRun}</a>
            </Row>
            {finding.conduit === null ? null : (
              <Row label={{ ja: '最も近い許可通信', en: 'Nearest conduit' }}>
                <code>{finding.conduit.nearest}</code>
                {finding.conduit.failed === null ? null : (
                  <small>
                    {' '}
                    {say({ ja: '一致しない欄', en: 'differs in' })}:{' '}
                    {wordOf(WORDS.conduitField, finding.conduit.failed, language)}
                  </small>
                )}
              </Row>
            )}
            {(finding.indicators ?? []).map(({ field, value }, index) => (
              <Row key={index} label={WORDS.indicatorField[field]}>
                <code>{value}</code>
              </Row>
            ))}
            <Row label={{ ja: '識別子', en: 'Id' }}>
              <code>{tracked.id}</code>
            </Row>
          </dl>
          {explainLink(finding) === null ? null : (
            <p>
              <a href={explainLink(finding) ?? ''}>
                {say({
                  ja: 'なぜこう判定されるか（構成定義での説明）',
                  en: 'Why it is judged so (explained by the topology)',
                })}
              </a>
            </p>
          )}
        </section>
        <section>
          <h2>{say({ ja: '是正', en: 'Remedy' })}</h2>
          <p>{say(finding.remedy)}</p>
          {finding.accepted === undefined ? null : (
            <>
              <h2>{say({ ja: '承認', en: 'Accepted' })}</h2>
              <p>
                {finding.accepted.reason} — {finding.accepted.approver} {finding.accepted.ticket}{' '}
                {finding.accepted.until === null ? '' : `～${finding.accepted.until}`}
              </p>
            </>
          )}
          {finding.limits.length === 0 ? null : (
            <>
              <h2>{say({ ja: '限界', en: 'Limits' })}</h2>
              <ul>
                {finding.limits.map((limit, index) => (
                  <li key={index}>{say(limit)}</li>
                ))}
              </ul>
            </>
          )}
          <h2>{say({ ja: '根拠', en: 'Reasons' })}</h2>
          <ul>
            {finding.reasons.map((reason) => (
              <li key={reason}>{say(reasonText(reason))}</li>
            ))}
          </ul>
          <Downloads id={props.id} files={evidence} />
        </section>
      </div>
      <Frames frames={finding.evidence} />
    </article>
  );
}

function explainLink({ from, to, service, first }: Finding): string | null {
  if (from.address === null) return null;
  const transport = service?.proto === 6 ? 'tcp' : service?.proto === 17 ? 'udp' : null;
  return linkTo('topology', {
    address: from.address,
    responder: to.address ?? '',
    service: transport === null || service === null ? '' : `${transport}/${service.port}`,
    at: isoTime(first),
  });
}

function Downloads({ id, files }: { readonly id: string; readonly files: readonly FileEntry[] | null }): JSX.Element {
  const { say } = usePage();
  return (
    <>
      <h2>{say({ ja: '証拠のファイル', en: 'Evidence files' })}</h2>
      {files === null || files.length === 0 ? (
        <p>{say({ ja: 'この検査は証拠のファイルを残していない。', en: 'This run kept no evidence files.' })}</p>
      ) : (
        <>
          <ul class="files">
            {files.map(({ name, bytes }, index) => (
              <li key={index}>
                <a href={`/api/findings/${id}/evidence/${index}`} download>
                  {name}
                </a>{' '}
                <small>{formatBytes(bytes)}</small>
              </li>
            ))}
          </ul>
          <p>
            <a class="button" href={`/api/findings/${id}/evidence.zip`} download>
              {say({ ja: 'まとめて取り出す（zip）', en: 'Download all (zip)' })}
            </a>
          </p>
        </>
      )}
    </>
  );
}

function Frames({ frames }: { readonly frames: readonly EvidenceFrame[] }): JSX.Element | null {
  const { say, session, language } = usePage();
  if (frames.length === 0) return null;
  const end = (address: string | undefined, port: number | undefined): string =>
    address === undefined ? '–' : port === undefined ? address : `${address}:${port}`;
  return (
    <section>
      <h2>{say({ ja: '引用したフレーム', en: 'Cited frames' })}</h2>
      <div class="scroll" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th>{say({ ja: '採取点', en: 'Point' })}</th>
              <th>{say({ ja: 'ファイル', en: 'File' })}</th>
              <th class="number">{say({ ja: 'フレーム', en: 'Frame' })}</th>
              <th>{say({ ja: '時刻', en: 'Time' })}</th>
              <th>VLAN</th>
              <th>{say({ ja: '送信元', en: 'Source' })}</th>
              <th>{say({ ja: '宛先', en: 'Destination' })}</th>
              <th>{say({ ja: 'フラグ', en: 'Flags' })}</th>
              <th class="number">TTL</th>
              <th>{say({ ja: '役割', en: 'Role' })}</th>
            </tr>
          </thead>
          <tbody>
            {frames.map((frame, index) => (
              <tr key={index}>
                <td class="nowrap">{frame.point ?? '–'}</td>
                <td class="file" title={frame.sha256 === null ? undefined : `SHA-256 ${frame.sha256}`}>
                  {frame.file.split('/').at(-1)}
                </td>
                <td class="number">{formatCount(frame.frame)}</td>
                <td class="time">{formatTime(frame.time, session.timezone, true)}</td>
                <td>{frame.vlan ?? '–'}</td>
                <td>
                  <code>{end(frame.source, frame.sourcePort)}</code>
                  <small>{frame.sourceMac}</small>
                </td>
                <td>
                  <code>{end(frame.destination, frame.destinationPort)}</code>
                  <small>{frame.destinationMac}</small>
                </td>
                <td>{frame.tcpFlags ?? ''}</td>
                <td class="number">{frame.ttl ?? ''}</td>
                <td>{frame.role === undefined ? '' : wordOf(WORDS.frameRole, frame.role, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
