import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../src/base/limits.js';
import { ClockOffsets } from '../../src/flow/clock-offsets.js';
import { COPY, RecentPackets } from '../../src/flow/recent-packets.js';

describe('the clocks of two capture points', () => {
  test('are told by the median of what both saw, whichever saw it first', () => {
    const clocks = new ClockOffsets();
    for (const apart of [400, 500, 600]) clocks.note(0, 1, apart);
    clocks.note(1, 0, 300);
    clocks.note(0, 1, 90_000);
    expect(clocks.offsets()).toEqual([{ points: [0, 1], microseconds: 500, samples: 5 }]);
  });

  test('widen the window only when eight far copies agree', () => {
    const clocks = new ClockOffsets();
    for (let turn = 0; turn < 7; turn++) clocks.noteFar(0, 1, 3_000_000);
    expect(clocks.allowance).toBe(0);
    clocks.noteFar(0, 1, 3_200_000);
    expect(clocks.allowance).toBe(3_200_000);
    const retransmitted = new ClockOffsets();
    for (let turn = 0; turn < 20; turn++) retransmitted.noteFar(0, 1, 1_500_000 * (1 + (turn % 4)));
    expect(retransmitted.allowance).toBe(0);
  });

  test('are compared for a bounded number of pairs', () => {
    const clocks = new ClockOffsets();
    for (let point = 1; point < LIMITS.clockPairs + 20; point++) clocks.note(0, point, 1);
    expect(clocks.offsets()).toHaveLength(LIMITS.clockPairs);
  });

  test('a copy beyond the window is far, and with the allowance a copy again', () => {
    const recent = new RecentPackets();
    recent.check(77, 0, 2, 64, 0);
    expect(recent.check(77, 0, 3, 63, 3_000_000)).toBe(COPY.far);
    recent.check(78, 0, 2, 64, 0);
    recent.allowance = 3_000_000;
    expect(recent.check(78, 0, 3, 63, 3_000_000)).toBe(COPY.routed);
  });
});
