import { describe, expect, test } from '@jest/globals';
import stringWidth from 'string-width';
import { renderReport } from '../../src/report/registry.js';
import { parseCsv } from '../support/csv.js';
import { COMPARED_REPORT } from '../support/compared-report.js';
import { expectGolden } from '../support/golden.js';
import { HOSTILE_TEXT, makeHostile } from '../support/hostile.js';
import { SAMPLE_REPORT } from '../support/report.js';
import { parseXml } from '../support/xml.js';

/** `.json.txt`, so that no formatter touches it */
const EXTENSIONS = {
  text: 'txt',
  json: 'json.txt',
  ndjson: 'ndjson',
  csv: 'csv',
  'csv-matrix': 'matrix.csv',
  sarif: 'sarif.txt',
  junit: 'junit.xml',
  ecs: 'ecs.ndjson',
} as const;
/** Most tests of the page stand in tests/report/html. */
const REPORT_FORMATS = Object.keys(EXTENSIONS) as (keyof typeof EXTENSIONS)[];
/** Formats that say everything in both languages at once. */
const LANGUAGES = {
  text: ['ja', 'en'],
  json: ['ja'],
  ndjson: ['ja'],
  csv: ['ja', 'en'],
  'csv-matrix': ['ja'],
  sarif: ['ja', 'en'],
  junit: ['ja', 'en'],
  ecs: ['ja', 'en'],
} as const;
const hostile = makeHostile({ ...SAMPLE_REPORT, findings: SAMPLE_REPORT.findings.slice(0, 2) });
const hostileCompared = makeHostile({ ...COMPARED_REPORT, findings: COMPARED_REPORT.findings.slice(0, 2) });

/** Whatever a terminal would obey or not show, line ends aside. */
const dangerous = /(?![\n\r])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

describe('the report of the sample city', () => {
  for (const format of REPORT_FORMATS) {
    for (const lang of LANGUAGES[format]) {
      test(`reads as it should: ${format}, ${lang}`, () => {
        expectGolden(`sample.${lang}.${EXTENSIONS[format]}`, renderReport(SAMPLE_REPORT, format, { lang }));
      });
    }
  }

  test('reads as it should as a page, with its first findings', () => {
    const page = renderReport({ ...SAMPLE_REPORT, findings: SAMPLE_REPORT.findings.slice(0, 2) }, 'html', {
      lang: 'ja',
    });
    // style and script are files of their own; their digests change with them
    const told = page
      .replace(/<style>.*?<\/style>/s, '<style></style>')
      .replace(/<script>.*?<\/script>/s, '<script></script>')
      .replaceAll(/'sha256-[^']*'/g, "'sha256-…'");
    expectGolden('sample-page.ja.html.txt', told);
  });

  for (const format of ['text', 'csv', 'sarif', 'junit', 'ecs'] as const) {
    test(`reads as it should after a comparison, with accepted findings: ${format}`, () => {
      expectGolden(`compared.ja.${EXTENSIONS[format]}`, renderReport(COMPARED_REPORT, format, { lang: 'ja' }));
    });
  }

  test('reads as it should in full and in colour', () => {
    expectGolden('sample-full.ja.txt', renderReport(SAMPLE_REPORT, 'text', { full: true, columns: 120 }));
    expectGolden('sample-color.en.txt', renderReport(SAMPLE_REPORT, 'text', { lang: 'en', color: true }));
  });
});

describe('a report with hostile text in every string', () => {
  for (const format of REPORT_FORMATS) {
    test(`is harmless on a terminal: ${format}`, () => {
      const output = renderReport(hostile, format, { lang: 'ja' });
      expectGolden(`hostile.${EXTENSIONS[format]}`, output);
      expect(output).not.toMatch(dangerous);
    });
    test(`is harmless after a comparison, with accepted findings: ${format}`, () => {
      expect(renderReport(hostileCompared, format, { lang: 'ja' })).not.toMatch(dangerous);
    });
  }

  test('does not leave the page, at any width and with everything unfolded', () => {
    for (const columns of [60, 100]) {
      for (const ambiguousWide of [false, true]) {
        const page = renderReport(hostileCompared, 'text', { columns, ambiguousWide, full: true, color: true });
        const widths = page.split('\n').map((line) => stringWidth(line, { ambiguousIsNarrow: !ambiguousWide }));
        expect(Math.max(...widths)).toBeLessThanOrEqual(columns);
      }
    }
  });

  test('does not change JSON or NDJSON by its language', () => {
    for (const format of ['json', 'ndjson'] as const) {
      expect(renderReport(hostile, format, { lang: 'en' })).toBe(renderReport(hostile, format, { lang: 'ja' }));
    }
  });

  test('comes back exactly from JSON', () => {
    expect(JSON.parse(renderReport(hostile, 'json'))).toEqual(hostile);
  });

  test('comes back exactly from NDJSON, one object a line', () => {
    const lines = renderReport(hostile, 'ndjson').split('\n');
    expect(lines.pop()).toBe('');
    expect(lines).toHaveLength(hostile.findings.length + 1);
    expect((JSON.parse(lines[0] ?? '') as { summary: { ja: string } }).summary.ja).toBe(HOSTILE_TEXT);
  });

  test('is well-formed XML for build servers, and says there what it says here', () => {
    const suites = parseXml(renderReport(hostileCompared, 'junit'));
    const cases = suites.children.flatMap(({ children }) => children).filter(({ name }) => name === 'testcase');
    expect(cases).toHaveLength(Number(suites.attributes['tests']));
    expect(cases.some(({ attributes }) => attributes['name']?.includes('</script>'))).toBe(true);
  });

  test('puts no formula into the zone matrix', () => {
    const cells = parseCsv(renderReport(hostile, 'csv-matrix')).flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  test('puts no formula into a spreadsheet', () => {
    const rows = parseCsv(renderReport(hostile, 'csv'));
    expect(rows).toHaveLength(hostile.findings.length + 1);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    const cells = rows.flat();
    expect(cells.some((cell) => cell.startsWith("'=cmd"))).toBe(true);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  test('is cut where a string is endless', () => {
    const endless = makeHostile({ ...SAMPLE_REPORT, findings: [] }, '', '\u202e'.repeat(100_000));
    expect(renderReport(endless, 'text').length).toBeLessThan(20_000_000);
  });
});
