import { expect, test } from '@jest/globals';
import { LIMITS } from '../../src/base/limits.js';
import type { RunRecord } from '../../src/model/history.js';
import type { Finding } from '../../src/model/report.js';
import { RunMemory } from '../../src/watch/run-memory.js';
import { SAMPLE_REPORT } from '../support/report.js';

/** A report of a run that goes on, with findings of these numbers. */
function record(from: number, to: number): RunRecord {
  const [sample] = SAMPLE_REPORT.findings as [Finding];
  const findings = Array.from({ length: to - from }, (_, index) => ({ ...sample, id: `finding-${from + index}` }));
  return {
    id: 'run-1',
    kind: 'watch',
    startedAt: '2026-01-01T00:00:00.000Z',
    endedAt: '2026-01-01T01:00:00.000Z',
    finished: false,
    report: { ...SAMPLE_REPORT, findings },
    evidence: null,
  };
}

test('what a watch without a history remembers is bounded: the longest known findings make room, and no others', () => {
  const memory = new RunMemory();
  const half = LIMITS.findingsRemembered / 2;
  const told = (from: number, to: number): number => memory.saveRun(record(from, to)).length;
  expect(told(0, half)).toBe(half);
  expect(told(half, 2 * half)).toBe(half);
  expect(told(0, 2)).toBe(0);
  // ten more: the ten that are longest known are forgotten, and would be news again
  expect(told(2 * half, 2 * half + 10)).toBe(10);
  expect(told(2 * half, 2 * half + 10)).toBe(0);
  expect(told(half, 2 * half)).toBe(0);
  expect(told(0, 10)).toBe(10);
});
