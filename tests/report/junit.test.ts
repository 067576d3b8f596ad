import { describe, expect, test } from '@jest/globals';
import type { ScanReport } from '../../src/model/report.js';
import { renderReport } from '../../src/report/registry.js';
import { COMPARED_REPORT } from '../support/compared-report.js';
import { SAMPLE_REPORT } from '../support/report.js';
import { parseXml, type XmlElement } from '../support/xml.js';

function suitesOf(report: ScanReport): readonly XmlElement[] {
  return parseXml(renderReport(report, 'junit', { lang: 'en' })).children;
}

function casesOf(report: ScanReport, suite: number): readonly (readonly [name: string, outcome: string])[] {
  return (suitesOf(report)[suite]?.children ?? [])
    .filter(({ name }) => name === 'testcase')
    .map(({ attributes, children }) => [attributes['name'] ?? '', children[0]?.name ?? 'passed']);
}

const quiet: ScanReport = {
  ...SAMPLE_REPORT,
  findings: [],
  clauses: {
    A: { result: 'none-observed', reasons: [] },
    I: { result: 'undetermined', reasons: [] },
    U: { result: 'suspected', reasons: [] },
  },
};

describe('JUnit', () => {
  test('has a test case for each clause: suspicion fails, what is undetermined is an error and no pass', () => {
    expect(casesOf(quiet, 0).map(([, outcome]) => outcome)).toEqual(['passed', 'error', 'failure']);
  });

  test('has a test case for each boundary, which fails for findings between its areas', () => {
    expect(casesOf(SAMPLE_REPORT, 1)).toEqual([
      ['fw-mn: mynumber|lgwan', 'failure'],
      ['fw-in: internet|security-cloud', 'system-out'],
    ]);
  });

  test('takes a boundary that nobody looked at for an error', () => {
    const boundaries = SAMPLE_REPORT.coverage.boundaries.map((boundary) => {
      return { ...boundary, result: 'not-observed' as const };
    });
    const unseen = { ...quiet, coverage: { ...SAMPLE_REPORT.coverage, boundaries } };
    expect(casesOf(unseen, 1).map(([, outcome]) => outcome)).toEqual(['error', 'error']);
  });

  test('skips what no packet can show, and names the evidence that would', () => {
    const [, , other] = suitesOf(SAMPLE_REPORT);
    expect(other?.attributes['skipped']).toBe('9');
    expect(other?.children[0]?.children[0]?.attributes['message']).toContain('logs of the authentication system');
  });

  test('counts what it says', () => {
    for (const suite of suitesOf(COMPARED_REPORT)) {
      const cases = suite.children.filter(({ name }) => name === 'testcase');
      const failed = cases.filter(({ children }) => children.some(({ name }) => name === 'failure'));
      expect(Number(suite.attributes['tests'])).toBe(cases.length);
      expect(Number(suite.attributes['failures'])).toBe(failed.length);
    }
  });

  test('still fails for an accepted violation, and says who answers for it', () => {
    const text = renderReport(COMPARED_REPORT, 'junit', { lang: 'en' });
    expect(text).toContain('[Violation, ongoing, accepted AF-02] A8-3-I-30');
  });
});
