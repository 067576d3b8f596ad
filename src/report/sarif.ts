import type { Finding, ScanReport } from '../model/report.js';
import { formatJson } from './json-document.js';
import type { ReportOptions } from './report-options.js';
import { ArtifactList } from './sarif/artifacts.js';
import { invocationOf } from './sarif/invocation.js';
import { LogicalLocations } from './sarif/logical-locations.js';
import { resultOfFinding } from './sarif/result.js';
import { RuleList } from './sarif/rules.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * The report as SARIF 2.1.0 (OASIS): one run, a result per finding, and, after a comparison, one per finding of the
 * baseline that is gone. What consumers act on is conservative: an accepted finding is suppressed, not removed, and one
 * that is gone but was not looked at stays open.
 */
export function* writeSarif(report: ScanReport, { lang }: ReportOptions): Generator<string> {
  const all: readonly Finding[] = [...report.findings, ...(report.comparison?.gone ?? [])];
  const rules = new RuleList(all, report.coverage.notChecked, lang);
  const artifacts = new ArtifactList(report.inputs);
  const places = new LogicalLocations(report, lang);

  yield `{\n  "$schema": ${JSON.stringify(SCHEMA)},\n  "version": "2.1.0",\n  "runs": [\n    {\n`;
  const member = (name: string, value: unknown): string =>
    `      ${JSON.stringify(name)}: ${formatJson(value, '      ')}`;
  const other = lang === 'ja' ? 'en' : 'ja';
  const { name, version, rules: rulesDigest } = report.tool;
  const driver = {
    name,
    version,
    semanticVersion: version,
    language: lang,
    rules: rules.descriptors(lang),
    properties: { rulesSha256: rulesDigest },
  };
  const translation = {
    name,
    language: other,
    contents: ['localizedData'],
    translationMetadata: { name: `${name} ${other}` },
    rules: rules.translations(other),
  };
  yield `${member('tool', { driver })},\n`;
  yield `${member('translations', [translation])},\n`;
  yield `${member('language', lang)},\n`;
  yield `${member('columnKind', 'utf16CodeUnits')},\n`;
  yield `${member('invocations', [invocationOf(report, rules, artifacts, lang)])},\n`;
  yield `${member('artifacts', artifacts.toSarif())},\n`;
  yield `${member('logicalLocations', places.toSarif())},\n`;
  yield '      "results": [';
  for (const [index, finding] of all.entries()) {
    const result = resultOfFinding(finding, { rules, artifacts, places, lang });
    yield `${index === 0 ? '' : ','}\n        ${formatJson(result, '        ')}`;
  }
  yield all.length === 0 ? '],\n' : '\n      ],\n';
  yield `${member('properties', {
    result: report.result,
    clauses: Object.fromEntries(Object.entries(report.clauses).map(([clause, { result }]) => [clause, result])),
    redacted: report.redacted ?? false,
    statements: report.statements.map((statement) => statement[lang]),
  })}\n    }\n  ]\n}\n`;
}
