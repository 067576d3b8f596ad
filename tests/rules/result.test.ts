import { describe, expect, test } from '@jest/globals';
import type { Coverage, QualityEntry, Verdict } from '../../src/model/report.js';
import type { Area } from '../../src/model/place.js';
import { exitStatusOf, resultOf } from '../../src/rules/result.js';
import { makeGateway, makeTopology } from '../support/observation.js';

const leg = { ip: null, ipv6: null, mac: null, virtualMacs: [], egressSegment: false };
const TOPOLOGY = makeTopology({
  capturePoints: [
    { name: 'CP-MN', vlans: [110] },
    { name: 'CP-LGIN', vlans: [335] },
  ],
  vlans: { 110: 'mynumber', 335: 'internet' },
  gateways: [
    makeGateway({
      name: 'fw-lg',
      legs: [
        { ...leg, zone: 'lgwan', vlan: 210 },
        { ...leg, zone: 'internet', vlan: 335 },
      ],
    }),
  ],
});

function quality(point: string | null, effect: QualityEntry['effect']): QualityEntry {
  return { check: 'CAP-03', point, value: 0, effect, message: { ja: '無通信', en: 'silent' } };
}

function boundary(
  zones: readonly Area[],
  result: Coverage['boundaries'][number]['result'],
): Coverage['boundaries'][number] {
  return {
    boundary: `fw: ${zones.join('|')}`,
    gateway: 'fw',
    sides: zones.map((zone) => ({ zone, points: [], packets: 0 })),
    result,
  };
}

function results(
  findings: readonly { clause: 'A' | 'I' | 'U'; verdict: Verdict }[],
  entries: readonly QualityEntry[] = [],
  boundaries: Coverage['boundaries'] = [],
) {
  const { result, clauses } = resultOf(findings, entries, boundaries, TOPOLOGY);
  return [result, clauses.A.result, clauses.I.result, clauses.U.result];
}

describe('the result', () => {
  test('of nothing found is that nothing was observed', () => {
    expect(results([])).toEqual(['none-observed', 'none-observed', 'none-observed', 'none-observed']);
  });

  test('is the worst of its clauses, and each clause has its own', () => {
    expect(
      results([
        { clause: 'A', verdict: 'suspected' },
        { clause: 'A', verdict: 'undetermined' },
        { clause: 'U', verdict: 'violation' },
        { clause: 'I', verdict: 'undetermined' },
      ]),
    ).toEqual(['violation', 'suspected', 'undetermined', 'violation']);
  });

  test.each<Verdict>(['attempt', 'blocked', 'observation'])('is not made worse by the verdict %s', (verdict) => {
    expect(results([{ clause: 'A', verdict }])[0]).toBe('none-observed');
  });

  test('is undetermined where quality says so, for the clauses that the point is about', () => {
    expect(results([], [quality('CP-MN', 'undetermined')])).toEqual([
      'undetermined',
      'undetermined',
      'none-observed',
      'none-observed',
    ]);
    expect(results([], [quality('CP-LGIN', 'undetermined')])).toEqual([
      'undetermined',
      'none-observed',
      'undetermined',
      'undetermined',
    ]);
    expect(results([], [quality(null, 'undetermined')])).toEqual([
      'undetermined',
      'undetermined',
      'undetermined',
      'undetermined',
    ]);
    expect(results([], [quality('CP-MN', 'note')])[0]).toBe('none-observed');
  });

  test('is undetermined where a boundary was not observed', () => {
    expect(results([], [], [boundary(['mynumber', 'lgwan'], 'not-observed')])).toEqual([
      'undetermined',
      'undetermined',
      'none-observed',
      'none-observed',
    ]);
    expect(results([], [], [boundary(['lgwan', 'internet'], 'one-side')])[0]).toBe('none-observed');
  });

  test('names its reasons', () => {
    const { clauses } = resultOf(
      [{ clause: 'A', verdict: 'violation' }],
      [quality('CP-MN', 'undetermined')],
      [],
      TOPOLOGY,
    );
    expect(clauses.A.reasons.map(({ en }) => en)).toEqual([
      'Findings with the verdict "violation": 1.',
      'CAP-03 CP-MN: silent',
    ]);
    expect(clauses.U.reasons).toEqual([]);
  });
});

describe('the exit status', () => {
  test.each([
    ['violation', 1],
    ['suspected', 1],
    ['undetermined', 2],
    ['none-observed', 0],
  ] as const)('of %s is %d', (result, status) => {
    expect(exitStatusOf({ result })).toBe(status);
  });
});
