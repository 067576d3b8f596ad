import type { JSX } from 'preact';
import type { Text } from '../../../base/text.js';
import type { TrackedFinding } from '../../../model/history.js';
import type { FindingEnd, Finding, Result, Severity, Verdict } from '../../../model/report.js';
import { formatCount } from '../../../report/words/numbers.js';
import { formatService, serviceName } from '../../../report/words/services.js';
import { WORDS, wordOf } from '../../../report/words/words.js';
import { usePage } from '../session.js';

/** Small marks that mean the same on every page: word and colour together, never colour alone. */

const STATUS_WORDS: Readonly<Record<TrackedFinding['status'], Text>> = {
  new: { ja: '新規', en: 'new' },
  ongoing: { ja: '継続', en: 'ongoing' },
  gone: { ja: '解消', en: 'gone' },
  'gone-unobserved': { ja: '未確認', en: 'not looked at' },
  accepted: WORDS.acceptance.accepted,
};

export function statusWord(status: TrackedFinding['status']): Text {
  return STATUS_WORDS[status];
}

export function VerdictMark({ verdict }: { readonly verdict: Verdict | 'permitted' }): JSX.Element {
  const { language } = usePage();
  const words: Readonly<Record<string, Text>> = verdict === 'permitted' ? WORDS.cellVerdict : WORDS.verdict;
  return <span class={`mark verdict-${verdict}`}>{wordOf(words, verdict, language)}</span>;
}

export function ResultMark({ result }: { readonly result: Result }): JSX.Element {
  const { say } = usePage();
  return <span class={`mark result-${result}`}>{say(RESULT_WORDS[result])}</span>;
}

/** Shorter than the sentence of the report, for tables. */
const RESULT_WORDS: Readonly<Record<Result, Text>> = {
  violation: { ja: '違反あり', en: 'violation' },
  suspected: { ja: '疑いあり', en: 'suspected' },
  undetermined: { ja: '判定不能', en: 'undetermined' },
  'none-observed': { ja: '違反の検出なし', en: 'none observed' },
};

export function SeverityMark({ severity }: { readonly severity: Severity }): JSX.Element {
  const { language } = usePage();
  return <span class={`severity severity-${severity}`}>{wordOf(WORDS.severity, severity, language)}</span>;
}

export function StatusMark({ status }: { readonly status: TrackedFinding['status'] }): JSX.Element {
  const { say } = usePage();
  return <span class={`status status-${status}`}>{say(STATUS_WORDS[status])}</span>;
}

/** `wsus-mn 10.10.16.9` over its zone. */
export function EndText({ end }: { readonly end: FindingEnd }): JSX.Element {
  const { language } = usePage();
  const what = end.address ?? end.mac;
  return (
    <span class="end">
      {what === null && end.host !== null ? null : <span class="address">{what ?? '–'}</span>}{' '}
      {end.host === null ? null : <span class="host">{end.host}</span>}
      <small>{end.zone === null ? '' : wordOf(WORDS.shortArea, end.zone, language)}</small>
    </span>
  );
}

/** A finding about paths or hosts has no flow: that is no count of nothing. */
export function FlowCount({ flows }: { readonly flows: number }): JSX.Element {
  return <>{flows === 0 ? '–' : formatCount(flows)}</>;
}

export function ServiceText({ service }: { readonly service: Finding['service'] }): JSX.Element {
  if (service === null) return <span>–</span>;
  const name = service.name ?? serviceName(service.proto, service.port);
  return (
    <span class="service">
      {formatService(service.proto, service.port)}
      {name === '' ? null : <small> {name}</small>}
    </span>
  );
}
