import { describe, expect, test } from '@jest/globals';
import { formatEpoch } from '../../src/base/time.js';
import { createReportClock, utcTime } from '../../src/report/report-time.js';

const tokyo = createReportClock('Asia/Tokyo');

describe('times of a report', () => {
  test('are local, with the date of the end only when it differs', () => {
    expect(tokyo.span('1781485200.070000000', '1781485202.000000000', '-')).toBe('2026-06-15 10:00:00 - 10:00:02');
    expect(tokyo.span('1781535599.000000000', '1781535600.000000000', '-')).toBe(
      '2026-06-15 23:59:59 - 2026-06-16 00:00:00',
    );
    expect(tokyo.span('1781485200.100000000', '1781485200.900000000', '-')).toBe('2026-06-15 10:00:00');
    expect(tokyo.clock('1781485200.070999999')).toBe('10:00:00.070');
  });

  test('are in UTC beside it, with the date where it is another one', () => {
    expect(tokyo.utcSpan('1781485200.070000000', '1781485202.000000000', '-')).toBe('01:00:00 - 01:00:02');
    expect(tokyo.utcSpan('1781452800.000000000', '1781452800.000000000', '-')).toBe('2026-06-14 16:00:00');
    expect(utcTime('1781485200.070000000')).toBe('2026-06-15T01:00:00.070Z');
  });

  test('before 1970 and at the end of the calendar are no trouble', () => {
    expect(utcTime('-1.500000000')).toBe('1969-12-31T23:59:58.500Z');
    expect(utcTime('99999999999999.000000000')).toBe('99999999999999.000000000');
    expect(tokyo.dateTime('not a time')).toBe('not a time');
  });

  test('fall back to UTC in a zone that nobody knows', () => {
    expect(createReportClock('Mars/Olympus').timezone).toBe('UTC');
  });
});

describe('formatEpoch', () => {
  test('keeps nine decimals, also below a second and before 1970', () => {
    expect(
      [0n, 1n, 999_999_999n, 1_000_000_000n, 1_781_485_200_070_000_001n, -1n, -1_500_000_000n].map(formatEpoch),
    ).toEqual([
      ...['0.000000000', '0.000000001', '0.999999999', '1.000000000', '1781485200.070000001'],
      ...['-0.000000001', '-1.500000000'],
    ]);
  });
});
