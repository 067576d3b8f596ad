import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../../src/base/limits.js';
import { TimelineCounter, timelineSeries } from '../../../src/scan/tally/timeline-counter.js';

const NOON = 1_781_485_200;
const permitted = timelineSeries('I', 'permitted');
const violation = timelineSeries('A', 'violation');

const counted = (seconds: readonly number[]) => {
  const timeline = new TimelineCounter();
  for (const second of seconds) timeline.count(second, permitted);
  return timeline.toTimeline();
};

describe('the timeline', () => {
  test('is empty where no flow began', () => {
    expect(new TimelineCounter().toTimeline().bins).toEqual([]);
  });

  test('counts flows by clause and verdict in the second in which they began', () => {
    const timeline = new TimelineCounter();
    timeline.count(NOON, permitted);
    timeline.count(NOON, permitted);
    timeline.count(NOON + 7, violation);
    expect(timeline.toTimeline()).toEqual({
      binSeconds: 1,
      bins: [
        { start: `${NOON}.000000000`, clauses: { I: { permitted: 2 } } },
        { start: `${NOON + 7}.000000000`, clauses: { A: { violation: 1 } } },
      ],
    });
  });

  test('is the same in whatever order the flows come, and loses none', () => {
    const seconds = Array.from({ length: 5000 }, (_, index) => NOON + ((index * 7919) % 20_000));
    const forward = counted(seconds);
    expect(counted([...seconds].reverse())).toEqual(forward);
    expect(counted([...seconds].sort((x, y) => x - y))).toEqual(forward);
    expect(forward.bins.reduce((sum, { clauses }) => sum + (clauses.I?.permitted ?? 0), 0)).toBe(5000);
    expect(forward.binSeconds).toBe(300);
  });

  test('stays bounded for times that lie decades apart, as damaged records have them', () => {
    const timeline = counted([NOON, 0, NOON * 4, NOON + 1]);
    expect(timeline.bins.length).toBeLessThanOrEqual(LIMITS.timelineBins);
    expect(timeline.bins.reduce((sum, { clauses }) => sum + (clauses.I?.permitted ?? 0), 0)).toBe(4);
  });
});
