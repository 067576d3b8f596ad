import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../../src/base/limits.js';
import { digestSegment } from '../../../src/inspect/track/digest-segment.js';
import { FlowTracker } from '../../../src/inspect/track/flow-tracker.js';

const SECOND = 1e9;
const varied = (seed: number, length = 100): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => (i * 37 + seed * 11) & 0xff);
const digest = (bytes: Uint8Array, length = bytes.length): number => digestSegment(bytes, 0, bytes.length, length);

describe('the digest of a segment', () => {
  test('is equal for equal bytes wherever they lie, and differs by one byte or by the length', () => {
    const bytes = varied(1);
    const elsewhere = new Uint8Array([0, 0, 0, ...bytes]);
    expect(digestSegment(elsewhere, 3, 100, 100)).toBe(digest(bytes));
    const changed = Uint8Array.from(bytes);
    changed[99] = (changed[99] as number) ^ 1;
    expect(digest(changed)).not.toBe(digest(bytes));
    expect(digest(bytes, 101)).not.toBe(digest(bytes));
  });

  test('is not made of short or uniform bytes', () => {
    expect(digest(varied(1, 63))).toBe(-1);
    expect(digest(new Uint8Array(200).fill(0x20))).toBe(-1);
    expect(digest(Buffer.from('abcdefg'.repeat(20)))).toBe(-1);
    expect(digest(Buffer.from('The quick brown fox jumps over the lazy dog. '.repeat(3)))).toBeGreaterThan(0);
  });

  test('hardly ever collides', () => {
    const digests = new Set(
      Array.from({ length: 20_000 }, (_, i) => {
        const bytes = varied(3);
        new DataView(bytes.buffer).setUint32(40, i);
        return digest(bytes);
      }),
    );
    expect(digests.size).toBe(20_000);
  });
});

describe('the course of a flow', () => {
  const budget = () => ({ left: 1_000_000 });
  const add = (tracker: FlowTracker, direction: 0 | 1, time: number, bytes: Uint8Array): boolean =>
    tracker.add(direction, time * SECOND, bytes, 0, bytes.length, bytes.length);

  test('is bytes per second and direction, and the segments without retransmissions', () => {
    const tracker = new FlowTracker(budget());
    for (const [direction, time, seed] of [
      [0, 10.1, 1],
      [1, 10.9, 2],
      [0, 12, 1],
      [0, 12.5, 3],
    ] as const)
      add(tracker, direction, time, varied(seed));
    const track = tracker.toTrack();
    expect([track.seconds, track.bytes]).toEqual([
      [10, 12],
      [
        [100, 200],
        [100, 0],
      ],
    ]);
    expect(track.segments.map((segments) => segments.map(({ time }) => time / SECOND))).toEqual([[10.1, 12.5], [10.9]]);
  });

  test('is cut where it lasts too long, and where all flows together are too much', () => {
    const long = new FlowTracker(budget());
    for (let second = 0; second < LIMITS.trackedSeconds; second++)
      expect(add(long, 0, second, varied(1, 10))).toBe(true);
    expect(add(long, 0, LIMITS.trackedSeconds, varied(1, 10))).toBe(false);
    expect(long.toTrack().isCut).toBe(true);
    const shared = { left: 3 };
    const late = new FlowTracker(shared);
    for (let second = 0; second < 3; second++) add(late, 0, second, varied(1, 10));
    expect(add(late, 0, 3, varied(1, 10))).toBe(false);
    expect(late.units).toBe(3);
  });

  test('keeps a bounded number of segments', () => {
    const tracker = new FlowTracker(budget());
    for (let seed = 0; seed < LIMITS.trackedSegments + 10; seed++) {
      const bytes = varied(1);
      bytes[50] = seed;
      add(tracker, 0, 1, bytes);
    }
    expect(tracker.toTrack().segments[0]).toHaveLength(LIMITS.trackedSegments);
  });
});
