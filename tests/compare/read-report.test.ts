import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Failure } from '../../src/base/failure.js';
import { locateInJson } from '../../src/compare/locate-in-json.js';
import { parseReport, readReport } from '../../src/compare/read-report.js';
import type { ScanReport } from '../../src/model/report.js';
import { renderReport } from '../../src/report/registry.js';
import { COMPARED_REPORT } from '../support/compared-report.js';
import { makeHostile } from '../support/hostile.js';
import { SAMPLE_REPORT } from '../support/report.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const parse = (text: string): ScanReport => parseReport(bytes(text), 'r.json').report;

function problemOf(text: string): Failure['problems'][number] {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof Failure && error.problems[0] !== undefined) return error.problems[0];
    throw error;
  }
  throw new Error('it was read');
}

describe('a report that is read back', () => {
  test('is what was written, whole', () => {
    const full: ScanReport = { ...COMPARED_REPORT, redacted: false, omitted: { below: 'low', findings: 3 } };
    expect(parse(renderReport(full, 'json'))).toEqual(full);
  });

  test('may hold any text where text may stand', () => {
    const hostile = keepForms(makeHostile(COMPARED_REPORT), COMPARED_REPORT) as ScanReport;
    expect(parse(renderReport(hostile, 'json'))).toEqual(hostile);
  });

  test('may hold nothing else where a digest or a time must stand', () => {
    for (const [field, value] of [
      ['sha256', '<script>'],
      ['time', '=1+1'],
    ] as const) {
      const text = renderReport(SAMPLE_REPORT, 'json').replace(
        new RegExp(`"${field}": "[^"]*"`),
        `"${field}": "${value}"`,
      );
      expect(problemOf(text)).toMatchObject({ code: 'REPORT-UNREADABLE', field: `findings[0].evidence[0].${field}` });
    }
  });

  test('loses fields that this version does not know, at any depth', () => {
    const value = JSON.parse(renderReport(SAMPLE_REPORT, 'json')) as Record<string, unknown>;
    const [first] = value['findings'] as Record<string, unknown>[];
    if (first === undefined) throw new Error('no finding');
    value['extra'] = { deep: [[[]]] };
    first['__proto__x'] = 1;
    expect(parse(JSON.stringify(value))).toEqual(SAMPLE_REPORT);
  });

  test('is refused with line, column and field where a value is not of its kind', () => {
    const text = renderReport(SAMPLE_REPORT, 'json').replace('"flows": 412', '"flows": "412"');
    const line = text.split('\n').findIndex((each) => each.includes('"flows": "412"')) + 1;
    expect(problemOf(text)).toMatchObject({ file: 'r.json', line, column: 16, field: 'matrix[0].flows' });
    expect(problemOf(text).message.en).toContain('"412"');
  });

  test('is refused where something is missing', () => {
    const rest = { ...SAMPLE_REPORT, plan: undefined };
    expect(problemOf(JSON.stringify(rest))).toMatchObject({ field: 'plan', message: { en: 'plan is missing' } });
  });

  test('is refused where it is another document, or none', () => {
    expect(problemOf('{"schema":"other"}').message.en).toContain('no report of sansou');
    expect(problemOf('[]').message.ja).not.toBe('');
    expect(problemOf('{"a":1,\n "b":}')).toMatchObject({
      line: 2,
      column: 6,
      message: { en: 'this is not valid JSON' },
    });
    expect(problemOf('').message.en).toBe('this is not valid JSON');
    expect(() => parseReport(Uint8Array.of(0xff, 0xfe), 'r.json')).toThrow(Failure);
    expect(() => readReport('/nowhere/r.json')).toThrow('there is no such report');
    expect(() => readReport('/')).toThrow(Failure);
  });

  test('never makes the reader fall over, whatever it holds', () => {
    const json = renderReport(SAMPLE_REPORT, 'json');
    fc.assert(
      fc.property(fc.nat(json.length - 1), fc.string({ maxLength: 8 }), fc.nat(40), (at, piece, cut) => {
        const broken = json.slice(0, at) + piece + json.slice(at + cut);
        try {
          parse(broken);
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
        }
      }),
      { numRuns: 300 },
    );
    expect(() => parse('['.repeat(200_000))).toThrow(Failure);
    expect(() => parse('['.repeat(200_000) + ']'.repeat(200_000))).toThrow(Failure);
  });
});

describe('the schema of the report', () => {
  test('knows every field that a report has', () => {
    const known = JSON.stringify(JSON.parse(readFileSync('docs/schemas/report.schema.json', 'utf8')));
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [name, inner] of Object.entries(value)) {
        if (!Array.isArray(value)) expect([name, known.includes(`"${name}":`)]).toEqual([name, true]);
        visit(inner);
      }
    };
    visit({ ...COMPARED_REPORT, statistics: { ...COMPARED_REPORT.statistics, nonIp: {}, anomalies: {} } });
  });
});

describe('the place of a value in JSON', () => {
  test('is found for every value, and for the first fault', () => {
    const text = '{\n  "a": [1, {"b": "x"}],\n  "c": null\n}';
    expect(locateInJson(text, [])).toEqual({ line: 1, column: 1 });
    expect(locateInJson(text, ['a', 1, 'b'])).toEqual({ line: 2, column: 18 });
    expect(locateInJson(text, ['c'])).toEqual({ line: 3, column: 8 });
    expect(locateInJson('[1,]')).toEqual({ line: 1, column: 4 });
    expect(locateInJson('{"a" 1}')).toEqual({ line: 1, column: 6 });
    expect(locateInJson('"\u0001"')).toEqual({ line: 1, column: 1 });
    expect(locateInJson('[]]')).toEqual({ line: 1, column: 3 });
  });
});

/** Digests and times as the original has them. */
function keepForms(value: unknown, original: unknown): unknown {
  if (Array.isArray(value)) return value.map((item, index) => keepForms(item, (original as unknown[])[index]));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]: [string, unknown]) => {
    const was = (original as Record<string, unknown>)[key];
    const isForm = ['sha256', 'first', 'last', 'time', 'name'].includes(key) && (key !== 'name' || was === 'sansou');
    return [key, isForm ? was : keepForms(inner, was)] as const;
  });
  return Object.fromEntries(entries);
}
