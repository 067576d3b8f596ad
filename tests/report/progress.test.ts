import { describe, expect, test } from '@jest/globals';
import stringWidth from 'string-width';
import { createProgressLine } from '../../src/report/progress.js';

const ERASE = '\r\u001b[2K';

function setUp(columns: number | undefined, lang: 'ja' | 'en' = 'ja') {
  const written: string[] = [];
  let time = 0;
  const line = createProgressLine({ columns, write: (text) => written.push(text) }, lang, () => time);
  return { line, written, wait: (milliseconds: number) => (time += milliseconds) };
}

describe('the progress line', () => {
  test('shows share, bytes, speed, remaining time and live flows', () => {
    const { line, written, wait } = setUp(120, 'en');
    wait(2000);
    line.show({ bytesRead: 250_000_000, bytesTotal: 1_000_000_000, packets: 3_000_000, flows: 1234 });
    expect(written).toEqual([
      `${ERASE}[#####---------------]  25 %  250 MB / 1.0 GB  1,500,000 packets/s  left 0:06  flows 1,234`,
    ]);
  });

  test('says no share and no remaining time of standard input', () => {
    const { line, written, wait } = setUp(120);
    wait(1000);
    line.show({ bytesRead: 5000, bytesTotal: 0, packets: 10, flows: 1 });
    expect(written).toEqual([`${ERASE}5.0 kB  10 パケット/秒  フロー 1`]);
  });

  test('is drawn at most ten times a second', () => {
    const { line, written, wait } = setUp(120);
    for (let step = 0; step < 1000; step++) {
      line.show({ bytesRead: step, bytesTotal: 1000, packets: step, flows: 0 });
      wait(1);
    }
    expect(written).toHaveLength(10);
  });

  test('never reaches the last cell of a narrow terminal', () => {
    for (const columns of [20, 40, 60, 80]) {
      const { line, written, wait } = setUp(columns);
      wait(3000);
      line.show({ bytesRead: 999_999_999, bytesTotal: 123_456_789_012, packets: 99_999_999, flows: 9_999_999 });
      expect(stringWidth((written[0] ?? '').replace(ERASE, ''))).toBeLessThan(columns);
    }
  });

  test('leaves the line empty behind it, and writes nothing when it was never shown', () => {
    const { line, written } = setUp(undefined);
    line.clear();
    expect(written).toEqual([]);
    line.show({ bytesRead: 1, bytesTotal: 2, packets: 0, flows: 0 });
    line.clear();
    line.clear();
    expect(written.slice(1)).toEqual([ERASE]);
  });
});
