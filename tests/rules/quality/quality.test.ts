import { describe, expect, test } from '@jest/globals';
import type { QualityEntry } from '../../../src/model/report.js';
import { judgeQuality, type PointQuality, type QualityInput } from '../../../src/rules/quality/quality.js';
import { makeConduit, makeTopology } from '../../support/observation.js';

const TOPOLOGY = makeTopology({
  capturePoints: [{ name: 'CP-MN', vlans: [110, 120] }],
  conduits: [makeConduit({ id: 'C-LG-02', kind: 'mailText' })],
});

function point(fields: Partial<PointQuality> = {}): PointQuality {
  return {
    point: 'CP-MN',
    files: 1,
    packets: 1000,
    switchFrames: 0,
    ipPackets: 1000,
    untaggedIpPackets: 0,
    cutPackets: 0,
    tcpFlowsBothWays: 100,
    tcpFlowsOneWay: 0,
    tcpPayloadBytes: 1_000_000,
    tcpGapBytes: 0,
    drops: null,
    duplicates: 0,
    malformed: 0,
    unknownLinkTypePackets: 0,
    backwardSteps: 0,
    gaps: 0,
    longestGapSeconds: 0,
    first: 0n,
    last: 15n * 86_400_000_000_000n,
    filters: [],
    ...fields,
  };
}

function input(fields: Partial<QualityInput> = {}): QualityInput {
  return {
    points: [point()],
    incompleteFiles: [],
    limitsReached: {},
    interrupted: false,
    crossCheckDifferences: null,
    rulesFailed: [],
    undeclaredNat: [],
    opaqueShare: null,
    clockOffsetSeconds: null,
    coverage: { zones: [], conduits: [], boundaries: [] },
    ...fields,
  };
}

function entryOf(
  check: string,
  fields: Partial<PointQuality>,
  more: Partial<QualityInput> = {},
): QualityEntry | undefined {
  return judgeQuality(input({ points: [point(fields)], ...more }), TOPOLOGY).find(
    (entry) => entry.check === check && entry.point === 'CP-MN',
  );
}

describe('the quality of a capture', () => {
  test('a sound capture of two weeks limits nothing', () => {
    const effects = new Set(
      judgeQuality(input(), TOPOLOGY)
        .filter(({ point: name }) => name !== null)
        .map(({ effect }) => effect),
    );
    expect([...effects]).toEqual(['none']);
  });

  test.each<readonly [number, string]>([
    [1, 'none'],
    [2, 'note'],
    [10, 'note'],
    [11, 'undetermined'],
  ])('CAP-01: %d lost packets of a thousand have the effect %s', (dropped, effect) => {
    expect(entryOf('CAP-01', { drops: { received: 1000, dropped } })).toMatchObject({ value: dropped / 1000, effect });
  });

  test('CAP-01: without statistics, bytes acknowledged but not seen tell', () => {
    expect(entryOf('CAP-01', { tcpPayloadBytes: 980, tcpGapBytes: 20 })).toMatchObject({
      value: 0.02,
      effect: 'undetermined',
    });
  });

  test.each<readonly [number, string]>([
    [5, 'none'],
    [6, 'note'],
    [49, 'note'],
    [50, 'undetermined'],
  ])('CAP-02: %d one-sided flows of a hundred have the effect %s', (one, effect) => {
    expect(entryOf('CAP-02', { tcpFlowsOneWay: one, tcpFlowsBothWays: 100 - one })).toMatchObject({ effect });
  });

  test('CAP-03: a declared point of which no file was given, an empty file, and switch frames alone prove nothing', () => {
    const effects = [
      input({ points: [] }),
      input({ points: [point({ packets: 0, ipPackets: 0 })] }),
      input({ points: [point({ switchFrames: 1000 })] }),
    ].map((given) => judgeQuality(given, TOPOLOGY).find(({ check }) => check === 'CAP-03'));
    for (const entry of effects) expect(entry).toMatchObject({ point: 'CP-MN', value: 0, effect: 'undetermined' });
    expect(new Set(effects.map((entry) => entry?.message.en)).size).toBe(3);
  });

  test('CAP-03: a run without any point says that it saw nothing', () => {
    expect(
      judgeQuality(input({ points: [] }), makeTopology()).some(
        ({ check, effect }) => check === 'CAP-03' && effect === 'undetermined',
      ),
    ).toBe(true);
  });

  test('CAP-05: cut packets hide content where content decides, and only there', () => {
    const used = (flows: number) => ({
      coverage: {
        zones: [],
        boundaries: [],
        conduits: [{ conduit: 'C-LG-02', title: '', flows, bytes: 0, first: null, last: null }],
      },
    });
    expect(entryOf('CAP-05', { cutPackets: 10 }, used(3))).toMatchObject({ value: 0.01, effect: 'undetermined' });
    expect(entryOf('CAP-05', { cutPackets: 10 }, used(0))).toMatchObject({ effect: 'note' });
    expect(entryOf('CAP-05', {}, used(3))).toMatchObject({ effect: 'none' });
  });

  test('CAP-07: untagged frames at a point of several VLANs are noted, none but such are undetermined', () => {
    expect(entryOf('CAP-07', { untaggedIpPackets: 10 })).toMatchObject({ effect: 'note' });
    expect(entryOf('CAP-07', { untaggedIpPackets: 1000 })).toMatchObject({ effect: 'undetermined' });
  });

  test('CAP-09: a short capture is noted, never refused', () => {
    expect(entryOf('CAP-09', { last: 86_400_000_000_000n })).toMatchObject({ value: 1, effect: 'note' });
  });

  test('CAP-10: frames of an unknown link type were not judged at all', () => {
    expect(entryOf('CAP-10', { unknownLinkTypePackets: 1 })).toMatchObject({ effect: 'undetermined' });
    expect(entryOf('CAP-10', { malformed: 1 })).toMatchObject({ effect: 'note' });
  });

  test('CAP-12: a capture filter is named', () => {
    expect(entryOf('CAP-12', { filters: ['not port 22'] })).toMatchObject({ value: 'not port 22', effect: 'note' });
  });

  test.each<readonly [string, Partial<QualityInput>, string]>([
    ['a cut file', { incompleteFiles: [{ file: 'a.pcap', point: 'CP-MN' }] }, 'CAP-10'],
    ['an interruption', { interrupted: true }, 'RUN-INTERRUPTED'],
    ['a limit', { limitsReached: { flowRows: 3 } }, 'RUN-LIMIT'],
    ['a difference between the readers', { crossCheckDifferences: 1 }, 'RUN-CROSS-CHECK'],
    ['a rule that failed', { rulesFailed: [{ check: '24', flows: 2, message: 'broken' }] }, 'RUN-RULE-FAILED'],
  ])('%s makes the run undetermined', (_, fields, check) => {
    expect(
      judgeQuality(input(fields), TOPOLOGY)
        .filter(({ effect }) => effect === 'undetermined')
        .map((entry) => entry.check),
    ).toEqual([check]);
  });

  test('readers that agree, and no limit, limit nothing', () => {
    const entries = judgeQuality(input({ crossCheckDifferences: 0, limitsReached: { flowRows: 0 } }), TOPOLOGY);
    expect(entries.some(({ effect }) => effect === 'undetermined')).toBe(false);
  });

  test('every check from 01 to 13 is stated, in order', () => {
    const checks = judgeQuality(input({ points: [point({ filters: ['ip'] })] }), TOPOLOGY).map(({ check }) => check);
    expect([...new Set(checks)]).toEqual(
      Array.from({ length: 13 }, (_, index) => `CAP-${String(index + 1).padStart(2, '0')}`),
    );
    expect(checks).toEqual([...checks].sort());
  });
});

test('address translation that nobody looked for is not said to be absent', () => {
  const [entry] = judgeQuality(input({ undeclaredNat: null }), TOPOLOGY).filter(({ check }) => check === 'CAP-13');
  expect(entry).toMatchObject({ value: null, effect: 'note' });
});
