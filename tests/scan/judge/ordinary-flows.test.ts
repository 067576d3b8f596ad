import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { OrdinaryFlows } from '../../../src/scan/judge/ordinary-flows.js';
import { ValidityPeriods } from '../../../src/scan/judge/validity-periods.js';
import { MatrixCounter } from '../../../src/scan/tally/zone-matrix.js';
import { beginningOfDay, formatEpoch, localTime } from '../../../src/base/time.js';
import { loadTopology } from '../../../src/topology/load.js';

const answer = {
  cell: new MatrixCounter('lgwan', 'lgwan'),
  conduit: null,
  series: 0,
  daily: 0,
  reach: null,
  isOpaque: false,
};

describe('ordinary flows', () => {
  test('are found again by all five numbers and by nothing less, as a map would', () => {
    const number = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number, number, number, number), { maxLength: 300 }), (keys) => {
        const flows = new OrdinaryFlows();
        const oracle = new Map<string, number>();
        for (const key of keys) {
          expect(flows.find(...key)).toBe(oracle.get(key.join()) ?? -1);
          flows.add(...key, answer);
          if (!oracle.has(key.join())) oracle.set(key.join(), oracle.size);
        }
        for (const key of keys) expect(flows.find(...key)).toBe(oracle.get(key.join()));
      }),
      { numRuns: 40 },
    );
  });

  test('are summed up by kind; a kind that never came again says nothing', () => {
    const flows = new OrdinaryFlows();
    flows.add(1, 2, 3, 4, 0, answer);
    flows.add(5, 6, 7, 8, 9, answer);
    flows.count(0, 3, 300, 20, 40);
    flows.count(0, 2, 100, 10, 30);
    const seen: number[][] = [];
    flows.forEach((_, ...sums) => seen.push(sums));
    expect(seen).toEqual([[2, 5, 400, 10, 40]]);
  });

  test('stay apart when there are more of them than the first tables hold', () => {
    const flows = new OrdinaryFlows();
    for (let kind = 0; kind < 20_000; kind++) flows.add(kind, kind * 7, 1, 2, kind % 3, answer);
    for (let kind = 0; kind < 20_000; kind += 997) expect(flows.find(kind, kind * 7, 1, 2, kind % 3)).toBe(kind);
  });
});

describe('periods of validity', () => {
  test('a local day begins at local midnight', () => {
    expect(formatEpoch(beginningOfDay('2026-06-15', 'Asia/Tokyo'))).toBe('1781449200.000000000');
    expect(formatEpoch(beginningOfDay('2026-06-15', 'UTC'))).toBe('1781481600.000000000');
    expect(formatEpoch(beginningOfDay('2026-06-15', 'Asia/Kathmandu'))).toBe('1781460900.000000000');
  });

  test('an approval is good through its last day: the answer changes with the midnight after it', () => {
    const { topology } = loadTopology('topology/midorino-alpha.yaml');
    const lastDay = beginningOfDay('2027-03-31', topology.timezone);
    const periods = new ValidityPeriods(topology, lastDay);
    const hours = (count: number): number => count * 3600e9;
    expect(periods.of(hours(23.99))).toBe(periods.of(0));
    expect(periods.of(hours(24))).toBe(periods.of(0) + 1);
  });
});

test('a packet that claims a time beyond every calendar still has a local time', () => {
  for (const time of [2n ** 80n, -(2n ** 80n)])
    expect(localTime(time, 'Asia/Tokyo').minuteOfDay).toBeGreaterThanOrEqual(0);
});
