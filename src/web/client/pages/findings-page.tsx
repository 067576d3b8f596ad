import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Text } from '../../../base/text.js';
import { AREAS, CLAUSES } from '../../../model/place.js';
import { FINDING_STATUSES, SEVERITIES, VERDICTS } from '../../../model/report.js';
import { escapeTerminal } from '../../../report/escape.js';
import { formatCount } from '../../../report/words/numbers.js';
import { WORDS, wordOf } from '../../../report/words/words.js';
import type { FindingRow, FindingsAnswer } from '../../api.js';
import { formatTime } from '../clock.js';
import { chooseFindings, SORTS, type FindingChoice, type SortName } from '../parts/choose-findings.js';
import { EndText, FlowCount, ServiceText, SeverityMark, StatusMark, statusWord, VerdictMark } from '../parts/marks.js';
import { Problems, Waiting } from '../parts/problems.js';
import { linkTo } from '../place.js';
import { usePage } from '../session.js';
import { useAnswer } from '../use-answer.js';

const PAGE_ROWS = 100;
const STATUSES = [...FINDING_STATUSES, 'accepted'] as const;
const OPEN = 'new,ongoing';

export function FindingsPage({ query }: { readonly query: URLSearchParams }): JSX.Element {
  const { say } = usePage();
  const { answer, problems } = useAnswer<FindingsAnswer>('/api/findings', { topic: 'history', seconds: 30 });
  const choice: FindingChoice = {
    status: query.get('status') ?? OPEN,
    verdict: query.get('verdict') ?? '',
    severity: query.get('severity') ?? '',
    clause: query.get('clause') ?? '',
    from: query.get('from') ?? '',
    to: query.get('to') ?? '',
    // a link may come from anybody
    text: escapeTerminal(query.get('text') ?? ''),
    sort: (SORTS as readonly string[]).includes(query.get('sort') ?? '') ? (query.get('sort') as SortName) : 'weight',
  };
  const change = (name: keyof FindingChoice, value: string): void => {
    const next = { ...choice, [name]: value };
    // in the address: a filtered list can be sent to a colleague
    history.replaceState(null, '', linkTo('findings', { ...next, sort: next.sort === 'weight' ? '' : next.sort }));
    dispatchEvent(new HashChangeEvent('hashchange'));
  };
  return (
    <>
      <h1>{say({ ja: '検出事項', en: 'Findings' })}</h1>
      <Filters choice={choice} onChange={change} />
      <Problems problems={answer === null ? [] : problems} />
      {answer === null ? <Waiting problems={problems} /> : <FindingList answer={answer} choice={choice} />}
    </>
  );
}

function Select(props: {
  readonly label: Text;
  readonly value: string;
  readonly options: readonly (readonly [value: string, word: string])[];
  readonly onChange: (value: string) => void;
}): JSX.Element {
  const { say } = usePage();
  return (
    <label>
      {say(props.label)}
      <select value={props.value} onChange={(event) => props.onChange(event.currentTarget.value)}>
        {props.options.map(([value, word]) => (
          <option key={value} value={value} selected={value === props.value}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}

function Filters(props: {
  readonly choice: FindingChoice;
  readonly onChange: (name: keyof FindingChoice, value: string) => void;
}): JSX.Element {
  const { say, language } = usePage();
  const { choice, onChange } = props;
  const all: readonly [string, string] = ['', say({ ja: 'すべて', en: 'all' })];
  const words = (table: Readonly<Record<string, Text>>, values: readonly string[]) =>
    [all, ...values.map((value) => [value, wordOf(table, value, language)] as const)] as const;
  return (
    <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <Select
        label={{ ja: '状態', en: 'Status' }}
        value={choice.status}
        options={[
          [OPEN, say({ ja: '未解決', en: 'open' })],
          ['all', all[1]],
          ...STATUSES.map((status) => [status, say(statusWord(status))] as const),
        ]}
        onChange={(value) => onChange('status', value)}
      />
      <Select
        label={{ ja: '判定', en: 'Verdict' }}
        value={choice.verdict}
        options={words(WORDS.verdict, VERDICTS)}
        onChange={(value) => onChange('verdict', value)}
      />
      <Select
        label={{ ja: '深刻度', en: 'Severity' }}
        value={choice.severity}
        options={words(WORDS.severity, SEVERITIES)}
        onChange={(value) => onChange('severity', value)}
      />
      <Select
        label={{ ja: '条項', en: 'Clause' }}
        value={choice.clause}
        options={words(WORDS.clause, CLAUSES)}
        onChange={(value) => onChange('clause', value)}
      />
      <Select
        label={{ ja: '開始側', en: 'From' }}
        value={choice.from}
        options={words(WORDS.shortArea, AREAS)}
        onChange={(value) => onChange('from', value)}
      />
      <Select
        label={{ ja: '応答側', en: 'To' }}
        value={choice.to}
        options={words(WORDS.shortArea, AREAS)}
        onChange={(value) => onChange('to', value)}
      />
      <label class="grow">
        {say({ ja: '検索', en: 'Search' })}
        <input
          type="search"
          value={choice.text}
          placeholder={say({ ja: 'アドレス、機器名、規則、ポート', en: 'address, host, rule, port' })}
          onInput={(event) => onChange('text', event.currentTarget.value)}
        />
      </label>
      <Select
        label={{ ja: '並び', en: 'Order' }}
        value={choice.sort}
        options={[
          ['weight', say({ ja: '重い順', en: 'gravest first' })],
          ['last', say({ ja: '最近の順', en: 'latest first' })],
          ['first', say({ ja: '新しく現れた順', en: 'newest first' })],
          ['flows', say({ ja: 'フローの多い順', en: 'most flows first' })],
        ]}
        onChange={(value) => onChange('sort', value)}
      />
    </form>
  );
}

function FindingList(props: { readonly answer: FindingsAnswer; readonly choice: FindingChoice }): JSX.Element {
  const { say, language } = usePage();
  const { answer, choice } = props;
  const [shown, setShown] = useState(PAGE_ROWS);
  const key = JSON.stringify(choice);
  const found = useMemo(() => chooseFindings(answer.findings, choice, language), [answer, key, language]);
  return (
    <>
      <p class="count" role="status">
        {say({
          ja: `${formatCount(found.length)} 件`,
          en: found.length === 1 ? '1 finding' : `${formatCount(found.length)} findings`,
        })}
        {answer.cut
          ? say({ ja: '（多すぎるため、新しいものだけを見ている）', en: ' (too many: only the latest are looked at)' })
          : ''}
      </p>
      {found.length > 0 ? null : (
        <p>
          {answer.findings.length > 0
            ? say({ ja: 'この条件に合うものはない。', en: 'None of them fits these filters.' })
            : say({
                ja: 'まだ何も検出していない。検査がまだなら、検出されないことは何も示さない。',
                en: 'Nothing has been found yet. Where nothing was judged yet, that says nothing.',
              })}
        </p>
      )}
      {found.length === 0 ? null : <FindingTable findings={found.slice(0, shown)} />}
      {found.length > shown ? (
        <button type="button" onClick={() => setShown(shown + PAGE_ROWS)}>
          {say({
            ja: `さらに表示（残り ${formatCount(found.length - shown)} 件）`,
            en: `Show more (${formatCount(found.length - shown)} left)`,
          })}
        </button>
      ) : null}
    </>
  );
}

function FindingTable({ findings }: { readonly findings: readonly FindingRow[] }): JSX.Element {
  const { say, session, language } = usePage();
  return (
    <div class="scroll" tabIndex={0}>
      <table class="findings">
        <thead>
          <tr>
            <th>{say({ ja: '判定', en: 'Verdict' })}</th>
            <th>{say({ ja: '深刻度', en: 'Severity' })}</th>
            <th>{say({ ja: '条項', en: 'Clause' })}</th>
            <th>{say({ ja: '内容', en: 'What' })}</th>
            <th>{say({ ja: '開始側', en: 'From' })}</th>
            <th>{say({ ja: '応答側', en: 'To' })}</th>
            <th>{say({ ja: 'サービス', en: 'Service' })}</th>
            <th class="number">{say({ ja: 'フロー', en: 'Flows' })}</th>
            <th>{say({ ja: '状態', en: 'Status' })}</th>
            <th>{say({ ja: '初回', en: 'First seen' })}</th>
            <th>{say({ ja: '最終', en: 'Last seen' })}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <tr key={finding.id}>
              <td>
                <VerdictMark verdict={finding.verdict} />
              </td>
              <td>
                <SeverityMark severity={finding.severity} />
              </td>
              <td>{wordOf(WORDS.clause, finding.clause, language)}</td>
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
              <td>
                <StatusMark status={finding.status} />
              </td>
              <td class="time">{formatTime(finding.firstSeen, session.timezone)}</td>
              <td class="time">{formatTime(finding.lastSeen, session.timezone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
