import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Observation } from '../../../src/model/observation.js';
import { compareDrafts, type FindingDraft } from '../../../src/rules/findings/finding-draft.js';
import { FindingGroups } from '../../../src/rules/findings/finding-groups.js';
import { FindingCollector } from '../../../src/rules/findings/findings.js';
import { judgeObservation } from '../../../src/rules/judge.js';
import { makeEnd, makeObservation, makeTopology } from '../../support/observation.js';

const TOPOLOGY = makeTopology();
const DAY = 86_400_000_000_000n;

interface Contact {
  readonly from?: string;
  readonly to: string;
  readonly port: number;
  readonly at?: bigint;
  readonly outcome?: 'data' | 'noAnswer';
}

/** A flow from the My Number zone into the LGWAN zone, numbered by its place in the list. */
function contact({ from = '10.10.16.55', to, port, at = 0n, outcome = 'data' }: Contact, id: number): Observation {
  return makeObservation({
    from: makeEnd('mynumber', { address: from, port: 50_000 }),
    to: makeEnd('lgwan', { address: to, port }),
    flow: { id, first: at, last: at + 1n, outcome, frames: [{ file: 0, frame: id + 1, role: 'deciding' }] },
  });
}

function collect(observations: Iterable<Observation>, limit?: number): FindingDraft[] {
  const groups = new FindingGroups(limit);
  for (const observation of observations) {
    const { primary, related } = judgeObservation(observation, TOPOLOGY);
    if (primary !== null) groups.add(primary, observation, related);
  }
  return [...groups.drafts()].sort(compareDrafts);
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('findings are grouped', () => {
  test('flows of one pair, port and outcome are one finding, over days too', () => {
    const findings = collect([
      contact({ to: '10.20.4.10', port: 80, at: 2n * DAY }, 0),
      contact({ to: '10.20.4.10', port: 80, at: 5n }, 1),
    ]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ flows: 2, packets: 24, bytes: 6000, first: '0.000000005' });
    expect(findings[0]?.frames.map(({ frame }) => frame)).toEqual([2, 1]);
  });

  test('another port, another outcome and another source are findings of their own', () => {
    const findings = collect([
      contact({ to: '10.20.4.10', port: 80 }, 0),
      contact({ to: '10.20.4.10', port: 81 }, 1),
      contact({ to: '10.20.4.10', port: 80, outcome: 'noAnswer' }, 2),
      contact({ from: '10.10.16.56', to: '10.20.4.10', port: 80 }, 3),
    ]);
    expect(findings).toHaveLength(4);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(4);
  });

  test('twenty destinations stay, twenty-one become networks', () => {
    const to = (count: number) =>
      collect(range(count).map((index) => contact({ to: `10.20.4.${index + 1}`, port: 80 }, index)));
    expect(to(20)).toHaveLength(20);
    const [network, ...others] = to(21);
    expect(others).toEqual([]);
    expect(network).toMatchObject({
      to: { address: '10.20.4.0/24', host: null, mac: null },
      flows: 21,
      service: { proto: 6, port: 80 },
    });
    expect(network?.summary.en).toContain('10.20.4.0/24');
  });

  test('twenty ports stay, twenty-one become a scan', () => {
    const to = (count: number) =>
      collect(range(count).map((index) => contact({ to: '10.20.4.10', port: 10_001 + index }, index)));
    expect(to(20)).toHaveLength(20);
    expect(to(21)).toMatchObject([
      { to: { address: '10.20.4.10' }, flows: 21, service: { proto: 6, port: 0, name: 'scan' } },
    ]);
  });

  test('the frames are those of the earliest flows, at most ten', () => {
    const [finding] = collect(
      range(30).map((index) => contact({ to: '10.20.4.10', port: 80, at: BigInt(30 - index) }, index)),
    );
    expect(finding?.frames.map(({ frame }) => frame)).toEqual([30, 29, 28, 27]);
  });

  test('the order in which flows come makes no difference', () => {
    const contacts = fc.array(
      fc.record({
        to: fc.integer({ min: 0, max: 70 }).map((host) => `10.20.${4 + (host % 3)}.${1 + host}`),
        port: fc.integer({ min: 10_000, max: 10_045 }),
        at: fc.bigInt({ min: 0n, max: 3n * DAY }),
        outcome: fc.constantFrom('data' as const, 'noAnswer' as const),
        from: fc.constantFrom('10.10.16.55', '10.10.16.56'),
      }),
      { maxLength: 120 },
    );
    fc.assert(
      fc.property(contacts, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (list, random) => {
        const flows = list.map(contact);
        const shuffled = flows
          .map((flow) => ({ flow, key: random.next().value as number }))
          .sort((x, y) => x.key - y.key)
          .map(({ flow }) => flow);
        expect(collect(shuffled)).toEqual(collect(flows));
      }),
      { numRuns: 150 },
    );
  });

  test('an id lasts: another day, other counts and another file give the same', () => {
    const [before] = collect([contact({ to: '10.20.4.10', port: 80 }, 0)]);
    const [after] = collect(range(3).map((index) => contact({ to: '10.20.4.10', port: 80, at: 9n * DAY }, 7 + index)));
    expect(after?.id).toBe(before?.id);
    expect(before?.id).toMatch(/^[0-9a-f]{32}$/);
  });

  test('beyond the limit, flows fall together but none is lost', () => {
    const groups = new FindingGroups(5);
    for (const [index, observation] of range(15)
      .map((host) => contact({ from: `10.10.16.${host + 1}`, to: '10.20.4.10', port: 80 }, host))
      .entries()) {
      const { primary } = judgeObservation(observation, TOPOLOGY);
      if (primary === null) throw new Error(`flow ${index} gave no finding`);
      groups.add(primary, observation, []);
    }
    const drafts = [...groups.drafts()];
    expect(groups.overflowed).toBe(10);
    expect(drafts).toHaveLength(6);
    expect(drafts.reduce((sum, { flows }) => sum + flows, 0)).toBe(15);
    expect(drafts.find(({ from }) => from.address === null)).toMatchObject({
      rule: 'A8-3-A-01',
      verdict: 'violation',
      service: null,
      flows: 10,
    });
  });
});

describe('the collector', () => {
  test('answers with the verdict of the flow, and null where it gives no finding', () => {
    const collector = new FindingCollector(TOPOLOGY);
    expect(collector.add(contact({ to: '10.20.4.10', port: 80 }, 0))).toBe('violation');
    expect(
      collector.add(makeObservation({ from: makeEnd('lgwan'), to: makeEnd('lgwan', { address: '10.20.4.99' }) })),
    ).toBeNull();
  });

  test('lists the gravest first, then by rule and address', () => {
    const collector = new FindingCollector(TOPOLOGY);
    collector.add(contact({ to: '10.20.4.10', port: 80, outcome: 'noAnswer' }, 0));
    collector.add(contact({ from: '10.10.16.100', to: '10.20.4.10', port: 80 }, 1));
    collector.add(contact({ from: '10.10.16.9', to: '10.20.4.10', port: 80 }, 2));
    const { findings, limitsReached, failures } = collector.finish([], TOPOLOGY);
    expect(findings.map(({ rule, from }) => `${rule} ${from.address ?? ''}`)).toEqual([
      'A8-3-A-01 10.10.16.9',
      'A8-3-A-01 10.10.16.100',
      'A8-3-A-02 10.10.16.55',
    ]);
    expect(limitsReached).toEqual({});
    expect(failures).toEqual([]);
  });
});
