import type { Text } from '../base/text.js';
import { CLAUSES, type Clause } from '../model/place.js';
import type { Coverage, Finding, Result, ScanReport } from '../model/report.js';
import { escapeHtml } from './escape.js';
import type { ReportOptions } from './report-options.js';
import { utcTime } from './report-time.js';
import { formatService } from './words/services.js';
import { WORDS, wordOf } from './words/words.js';

/** findings that one test case lists; the other formats have all */
const LISTED = 100;

/** What a test case came to; `error`: the test could not be carried out, which is no pass. */
interface TestCase {
  readonly suite: string;
  readonly name: string;
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  readonly type: string;
  readonly message: string;
  readonly lines: readonly string[];
}

/**
 * JUnit XML as build servers read it: a test case for each clause and each boundary. A violation or suspicion is a
 * failure; what is undetermined is an error, because the test could not be carried out and a pipeline must not take it
 * for a pass; what no packet can show, and what this version does not check, is skipped, with the evidence that would.
 */
export function* writeJunit(report: ScanReport, { lang }: ReportOptions): Generator<string> {
  const say = (text: Text): string => text[lang];
  const suites: readonly (readonly [name: string, cases: readonly TestCase[]])[] = [
    ['sansou.clauses', CLAUSES.map((clause) => clauseCase(report, clause, lang))],
    ['sansou.boundaries', report.coverage.boundaries.map((boundary) => boundaryCase(report, boundary, lang))],
    ['sansou.other-evidence', skippedCases(report.coverage, say)],
  ];
  const all = suites.flatMap(([, cases]) => cases);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="sansou" ${counts(all)}>\n`;
  for (const [name, cases] of suites) {
    const { first } = report.statistics;
    const timestamp = first === null ? '' : ` timestamp="${escapeHtml(utcTime(first).replace(/\.\d+Z$/, 'Z'))}"`;
    yield `  <testsuite name="${name}" ${counts(cases)}${timestamp}>\n`;
    if (name === 'sansou.clauses') yield* writeProperties(report);
    for (const testCase of cases) yield* writeCase(testCase);
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
}

function counts(cases: readonly TestCase[]): string {
  const of = (outcome: TestCase['outcome']): number => cases.filter((one) => one.outcome === outcome).length;
  return `tests="${cases.length}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}"`;
}

function* writeProperties({ inputs, tool, redacted }: ScanReport): Generator<string> {
  const properties = {
    organization: inputs.topology.organization,
    model: inputs.topology.model,
    'topology.sha256': inputs.topology.sha256,
    'tool.version': tool.version,
    'tool.rules': tool.rules,
    ...(redacted === true ? { redacted: 'true' } : {}),
  };
  yield '    <properties>\n';
  for (const [name, value] of Object.entries(properties)) {
    yield `      <property name="${name}" value="${escapeHtml(value)}"/>\n`;
  }
  yield '    </properties>\n';
}

function* writeCase({ suite, name, outcome, type, message, lines }: TestCase): Generator<string> {
  const head = `    <testcase classname="${escapeHtml(suite)}" name="${escapeHtml(name)}"`;
  const text = lines.map((line) => escapeHtml(line)).join('\n');
  if (outcome === 'passed') {
    yield text === '' ? `${head}/>\n` : `${head}>\n      <system-out>${text}</system-out>\n    </testcase>\n`;
  } else if (outcome === 'skipped') {
    yield `${head}>\n      <skipped message="${escapeHtml(message)}"/>\n    </testcase>\n`;
  } else {
    const start = `<${outcome} type="${escapeHtml(type)}" message="${escapeHtml(message)}">`;
    yield `${head}>\n      ${start}${text}</${outcome}>\n    </testcase>\n`;
  }
}

const OUTCOME_OF: Readonly<Record<Result, TestCase['outcome']>> = {
  violation: 'failure',
  suspected: 'failure',
  undetermined: 'error',
  'none-observed': 'passed',
};

function clauseCase({ clauses, findings }: ScanReport, clause: Clause, lang: 'ja' | 'en'): TestCase {
  const { result, reasons } = clauses[clause];
  const own = findings.filter((finding) => finding.clause === clause);
  return {
    suite: 'sansou.clauses',
    name: `${wordOf(WORDS.clause, clause, lang)} ${wordOf(WORDS.clauseSubject, clause, lang)}`,
    outcome: OUTCOME_OF[result],
    type: result,
    message: wordOf(WORDS.result, result, lang),
    lines: [...reasons.map((reason) => reason[lang]), ...listed(own, lang)],
  };
}

/** A boundary that was not seen could not be tested. Findings count at every boundary between their two areas. */
function boundaryCase(report: ScanReport, boundary: Coverage['boundaries'][number], lang: 'ja' | 'en'): TestCase {
  const zones = new Set(boundary.sides.map(({ zone }) => zone));
  const own = report.findings.filter(
    ({ from, to }) => from.zone !== to.zone && [from.zone, to.zone].every((zone) => zone !== null && zones.has(zone)),
  );
  const has = (verdict: Finding['verdict']): boolean =>
    own.some((finding) => finding.verdict === verdict && !isSettled(finding));
  const unseen = boundary.result === 'not-observed';
  const result: Result = has('violation')
    ? 'violation'
    : has('suspected')
      ? 'suspected'
      : unseen || has('undetermined')
        ? 'undetermined'
        : 'none-observed';
  return {
    suite: 'sansou.boundaries',
    name: boundary.boundary,
    outcome: OUTCOME_OF[result],
    type: unseen && result === 'undetermined' ? 'not-observed' : result,
    message: wordOf(WORDS.result, result, lang),
    lines: [
      wordOf(WORDS.boundaryResult, boundary.result, lang),
      ...boundary.sides.map(({ zone, points, packets }) => `${zone}: ${points.join(', ')} (${packets})`),
      ...listed(own, lang),
    ],
  };
}

function isSettled({ accepted }: Finding): boolean {
  return accepted !== undefined && accepted.settledBy !== null;
}

function skippedCases({ notVerifiable, notChecked }: Coverage, say: (text: Text) => string): readonly TestCase[] {
  const skipped = (name: string, message: string): TestCase => {
    return { suite: 'sansou.other-evidence', name, outcome: 'skipped', type: '', message, lines: [] };
  };
  return [
    ...notVerifiable.map(({ clause, words, otherEvidence }) => skipped(`${clause} ${say(words)}`, say(otherEvidence))),
    ...notChecked.map(({ rule, title, why }) => skipped(`${rule} ${say(title)}`, say(why))),
  ];
}

/** `[violation] A8-3-A-01 10.10.16.55 -> 10.20.4.10 tcp/445: …`, the accepted ones marked. */
function listed(findings: readonly Finding[], lang: 'ja' | 'en'): readonly string[] {
  const lines = findings.slice(0, LISTED).map((finding) => {
    const { rule, verdict, from, to, service, summary, accepted, status } = finding;
    const ends = `${from.address ?? from.host ?? from.mac ?? '?'} -> ${to.address ?? to.host ?? to.mac ?? '?'}`;
    const port = service === null ? '' : ` ${formatService(service.proto, service.port)}`;
    const marks = [
      wordOf(WORDS.verdict, verdict, lang),
      ...(status === undefined ? [] : [wordOf(WORDS.findingStatus, status, lang)]),
      ...(accepted === undefined ? [] : [`${wordOf(WORDS.acceptance, 'accepted', lang)} ${accepted.entry}`]),
    ];
    return `[${marks.join(', ')}] ${rule} ${ends}${port}: ${summary[lang]} (${finding.id})`;
  });
  return findings.length > LISTED ? [...lines, `+${findings.length - LISTED}`] : lines;
}
