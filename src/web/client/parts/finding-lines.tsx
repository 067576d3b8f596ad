import type { JSX } from 'preact';
import type { FindingStatus, Severity } from '../../../model/report.js';
import type { RunAnswer } from '../../api.js';
import { linkTo } from '../place.js';
import { usePage } from '../session.js';
import { EndText, FlowCount, ServiceText, SeverityMark, StatusMark, VerdictMark } from './marks.js';

/** Findings of one run, or of two that are compared. */
export function FindingLines(props: {
  readonly findings: RunAnswer['findings'];
  /** in a comparison, by place in the list */
  readonly standing?: readonly { readonly status: FindingStatus; readonly before: Severity | null }[];
}): JSX.Element {
  const { say } = usePage();
  const { findings, standing } = props;
  if (findings.length === 0) return <p>{say({ ja: 'なし。', en: 'None.' })}</p>;
  return (
    <div class="scroll" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {standing === undefined ? null : <th>{say({ ja: '変化', en: 'Change' })}</th>}
            <th>{say({ ja: '判定', en: 'Verdict' })}</th>
            <th>{say({ ja: '深刻度', en: 'Severity' })}</th>
            <th>{say({ ja: '内容', en: 'What' })}</th>
            <th>{say({ ja: '開始側', en: 'From' })}</th>
            <th>{say({ ja: '応答側', en: 'To' })}</th>
            <th>{say({ ja: 'サービス', en: 'Service' })}</th>
            <th class="number">{say({ ja: 'フロー', en: 'Flows' })}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding, index) => {
            const change = standing?.[index];
            return (
              <tr key={`${finding.id} ${index}`}>
                {change === undefined ? null : (
                  <td>
                    <StatusMark status={change.status} />
                  </td>
                )}
                <td>
                  <VerdictMark verdict={finding.verdict} />
                </td>
                <td>
                  <SeverityMark severity={finding.severity} />
                  {change === undefined || change.before === null || change.before === finding.severity ? null : (
                    <small>
                      {' '}
                      ← <SeverityMark severity={change.before} />
                    </small>
                  )}
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
                <td class="number">
                  <FlowCount flows={finding.flows} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
