import { describe, expect, test } from '@jest/globals';
import { REPORT_FORMAT_NAMES } from '../../src/report/format-names.js';
import { REPORT_FORMATS, REPORTERS, renderReport } from '../../src/report/registry.js';
import { parseCsv } from '../support/csv.js';
import { SAMPLE_REPORT } from '../support/report.js';

/** The same value with the fields of every object in reverse order. */
function reverseFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseFields);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reverseFields(inner)]),
  );
}

describe('JSON', () => {
  test('is the report itself', () => {
    expect(JSON.parse(renderReport(SAMPLE_REPORT, 'json'))).toEqual(SAMPLE_REPORT);
  });

  test('does not depend on the order in which objects were built', () => {
    const reversed = reverseFields(SAMPLE_REPORT) as typeof SAMPLE_REPORT;
    for (const format of ['json', 'ndjson'] as const) {
      expect(renderReport(reversed, format)).toBe(renderReport(SAMPLE_REPORT, format));
    }
  });

  test('is indented by two spaces and begins with what the contract begins with', () => {
    const json = renderReport(SAMPLE_REPORT, 'json');
    expect(json).toMatch(
      /^\{\n {2}"schema": "sansou\/report\/1",\n {2}"result": "violation",\n {2}"clauses": \{\n {4}"A"/,
    );
    // an independent formatter agrees about every space
    expect(json).toBe(`${JSON.stringify(JSON.parse(json), null, 2)}\n`);
    expect(Object.keys(JSON.parse(json) as object)).toEqual([
      ...['schema', 'result', 'clauses', 'matrix', 'findings', 'quality', 'coverage'],
      ...['plan', 'audit', 'statements', 'statistics', 'inputs', 'tool'],
    ]);
  });

  test('is well formed without findings', () => {
    expect(JSON.parse(renderReport({ ...SAMPLE_REPORT, findings: [] }, 'json'))).toHaveProperty('findings', []);
  });
});

describe('NDJSON', () => {
  const lines = renderReport(SAMPLE_REPORT, 'ndjson')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

  test('says on every line which run a finding belongs to', () => {
    for (const line of lines) {
      expect(line['run']).toMatchObject({
        organization: 'みどり野市',
        model: 'alpha',
        result: 'violation',
        topologySha256: SAMPLE_REPORT.inputs.topology.sha256,
      });
    }
  });

  test('has a line for each finding and a summary at the end, which counts them', () => {
    expect(lines.map((line) => line['type'])).toEqual([...SAMPLE_REPORT.findings.map(() => 'finding'), 'summary']);
    expect(lines.at(-1)?.['counts']).toMatchObject({
      findings: 11,
      byVerdict: { violation: 6, suspected: 1, attempt: 1, blocked: 1, observation: 1, undetermined: 1 },
      bySeverity: { critical: 2, high: 4, medium: 3, low: 0, info: 2 },
    });
    expect(lines.at(-1)).not.toHaveProperty('findings');
  });
});

describe('CSV', () => {
  const table = (options = {}): Record<string, string>[] => {
    const [head = [], ...rows] = parseCsv(renderReport(SAMPLE_REPORT, 'csv', options));
    return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
  };

  test('has a row for each finding with codes, and words in the language asked for', () => {
    expect(table()[0]).toMatchObject({
      rule: 'A8-3-A-24',
      verdict: 'violation',
      verdict_words: '違反',
      title: '共用サービスの越境',
      from_address: '10.10.16.55',
      port: '445',
      first_utc: '2026-06-15T01:00:00.000Z',
      conduit_nearest: 'C-MN-07',
    });
    expect(table({ lang: 'en' })[0]).toMatchObject({ verdict: 'violation', verdict_words: 'Violation' });
  });

  test('begins with a byte order mark only when asked', () => {
    expect(renderReport(SAMPLE_REPORT, 'csv', { bom: true })).toMatch(/^\u{feff}id,/u);
    expect(renderReport(SAMPLE_REPORT, 'csv')).toMatch(/^id,/);
  });
});

describe('the registry', () => {
  test('knows the formats of this version', () => {
    expect(REPORT_FORMATS).toEqual(REPORT_FORMAT_NAMES);
    expect(REPORT_FORMATS.filter((format) => REPORTERS[format].colored)).toEqual(['text']);
  });
});
