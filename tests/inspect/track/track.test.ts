import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LIMITS } from '../../../src/base/limits.js';
import { digestSegment } from '../../../src/inspect/track/digest-segment.js';
import { FlowTracker } from '../../../src/inspect/track/flow-tracker.js';
import { TrackInterest } from '../../../src/inspect/track/track-interest.js';
import { TrackLog } from '../../../src/inspect/track/track-log.js';
import { TwoZoneHosts } from '../../../src/sighting/logs/two-zone-hosts.js';
import { WirePlaces } from '../../../src/sighting/wire-places.js';
import { loadTopology } from '../../../src/topology/load.js';
import { flowsOf, tcpFrame, type Packet } from '../../support/flow-rig.js';

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

describe('which flows are tracked', () => {
  const zones = {
    ...{ mynumber: { segments: [{ prefix: '10.1.0.0/16' }] }, lgwan: { segments: [{ prefix: '10.2.0.0/16' }] } },
    internet: { segments: [{ prefix: '10.3.0.0/16' }] },
  };
  const folder = mkdtempSync(join(tmpdir(), 'sansou-track-'));
  const file = join(folder, 'city.yaml');
  const hosts = [{ name: 'batch', zone: 'lgwan', ip: ['10.2.0.40', '10.3.0.40'] }];
  writeFileSync(file, JSON.stringify({ version: 1, organization: 'a', model: 'alpha', zones, hosts }));
  const { topology } = loadTopology(file);
  rmSync(folder, { recursive: true });

  /** Pairs of `opener > other`; answers those whose payload is tracked. */
  function trackedAmong(...pairs: readonly string[]): string[] {
    const log = new TrackLog(new TrackInterest(topology, new TwoZoneHosts(topology, new WirePlaces(topology, []))));
    const tracked: string[] = [];
    const flows = new Map<number, string>();
    const packets = pairs.flatMap((pair, number): Packet[] => {
      const [from = '', to = ''] = pair.split(' > ');
      const there = { from, to, ports: [40_000 + number, 443] } as const;
      const back = { from: to, to: from, ports: [443, 40_000 + number] } as const;
      return [
        tcpFrame({ ...there, flags: 'S', seq: 1 }),
        tcpFrame({ ...back, flags: 'SA', seq: 1, ack: 2 }),
        tcpFrame({ ...there, flags: 'PA', seq: 2, ack: 2, payload: 100 }),
      ].map((bytes, index) => ({ time: number + index / 10, bytes }));
    });
    flowsOf(packets, {
      watcher: {
        wants: (rows, row) => {
          flows.set(row, pairs[flows.size] ?? '');
          return log.wants(rows, row);
        },
        see: (packet, rows) => log.see(packet, rows),
        join: () => undefined,
      },
      onRetire: (row) => {
        if (log.conclude(row) !== null) tracked.push(flows.get(row) ?? '');
      },
    });
    return tracked.sort();
  }

  test('all between a protected zone and another area', () => {
    const pairs = ['10.1.0.1 > 10.2.0.1', '10.2.0.9 > 8.8.8.8', '10.3.0.9 > 10.2.0.8'];
    expect(trackedAmong(...pairs)).toEqual([...pairs].sort());
  });

  test('not what hosts of the Internet zone open outward, unless a protected zone has reached them before', () => {
    expect(trackedAmong('10.3.0.1 > 8.8.8.8', '10.3.0.1 > 10.3.0.2')).toEqual([]);
    expect(trackedAmong('10.2.0.1 > 10.3.0.1', '10.3.0.1 > 8.8.8.8', '10.3.0.1 > 10.3.0.2')).toHaveLength(3);
  });

  test('of a host that stands in two zones by the register, also inside either', () => {
    expect(trackedAmong('10.3.0.1 > 10.3.0.40', '10.2.0.40 > 10.2.0.1', '10.2.0.41 > 10.2.0.1')).toEqual([
      '10.2.0.40 > 10.2.0.1',
      '10.3.0.1 > 10.3.0.40',
    ]);
  });

  test('of a computer that turns out to stand in two zones: what it passes on, and what it took in a moment before', () => {
    const known = { found: 0, see: () => known.found > 0 };
    const interest = new TrackInterest(topology, known);
    const log = new TrackLog(interest);
    const tracked: string[] = [];
    const flows = new Map<number, number>();
    const segment = (ports: readonly [number, number], seq: number, time: number): Packet => ({
      time,
      bytes: tcpFrame({ from: '10.3.0.1', to: '10.3.0.9', ports, flags: 'PA', seq, ack: 1, payload: 100 }),
    });
    flowsOf(
      [
        segment([1000, 443], 1, 0),
        segment([2000, 443], 1, 6),
        segment([3000, 443], 1, 8),
        segment([2000, 443], 101, 9),
        segment([1000, 443], 101, 9.1),
      ],
      {
        watcher: {
          wants: (rows, row) => {
            flows.set(row, flows.size);
            known.found = flows.size === 3 ? 1 : 0;
            return log.wants(rows, row);
          },
          takeNews: () => log.takeNews(),
          wantsAfterAll: (rows, row) => log.wantsAfterAll(rows, row),
          see: (packet, rows) => log.see(packet, rows),
          join: () => undefined,
        },
        onRetire: (row) => {
          if (log.conclude(row) !== null) tracked.push(`flow ${flows.get(row) ?? ''}`);
        },
      },
    );
    // the first began eight seconds before, too early to be a half of what begins now
    expect(tracked.sort()).toEqual(['flow 1', 'flow 2']);
  });

  test('what comes in from outside: it may be the first half of a way', () => {
    expect(trackedAmong('8.8.8.8 > 10.3.0.1')).toEqual(['8.8.8.8 > 10.3.0.1']);
  });
});
