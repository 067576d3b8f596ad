import { describe, expect, test } from '@jest/globals';
import type { Flow } from '../../../src/model/flow.js';
import type { SharedName } from '../../../src/rules/names/shared-names.js';
import type { ObservedEnd, Observation } from '../../../src/model/observation.js';
import type { FlowTrack, TrackedSegment } from '../../../src/model/track.js';
import { SteppingStones } from '../../../src/rules/run-wide/stepping-stones.js';
import { makeConduit, makeEnd, makeObservation } from '../../support/observation.js';

const SECOND = 1_000_000_000;
const outside = makeEnd('internet', { address: '10.30.4.13', port: 50_000 });
const middle = makeEnd('lgwan', { address: '10.20.4.30', port: 9000 });
const inside = makeEnd('mynumber', { address: '10.10.4.20', port: 9000 });
const CONDUIT = { permitted: makeConduit({ id: 'C-1' }) };

let next = 0;
function flow(
  from: ObservedEnd,
  to: ObservedEnd,
  {
    segments = [[], []],
    course = [],
    ...fields
  }: Partial<Flow> & { segments?: FlowTrack['segments']; course?: readonly number[] },
  conduit: Partial<Observation['conduit']> = {},
): Observation {
  const first = fields.first ?? 0n;
  const seconds = course.map((_, second) => second);
  const track: FlowTrack = { seconds, bytes: [[...course], course.map(() => 0)], segments, isCut: false };
  return makeObservation({
    from,
    to,
    track,
    conduit,
    flow: { id: next++, first, last: first + 60n * BigInt(SECOND), ...fields },
  });
}

const said = (digest: number, time: number): TrackedSegment => ({ digest, time: time * SECOND });

/** the same contents on both legs, a moment later */
const COPIED = {
  inbound: { segments: [[said(1, 0), said(2, 1)], [said(9, 2.5)]] },
  outbound: { segments: [[said(1, 0.1), said(2, 1.1)], [said(9, 2.4)]], first: 100n },
} satisfies Record<string, Parameters<typeof flow>[2]>;

const uneven = Array.from({ length: 40 }, (_, second) => 1000 + ((second * 7919) % 13) * 900);
const unlike = Array.from({ length: 40 }, (_, second) => 1000 + ((second * 104_729) % 11) * 900);

function judge(...observations: readonly Observation[]) {
  const stones = new SteppingStones();
  for (const observation of observations) stones.add(observation);
  return [...stones.drafts()];
}

describe('rule 40, a stepping stone', () => {
  test('is suspected where contents come out again, whatever the order of the flows', () => {
    const legs = [flow(outside, middle, COPIED.inbound), flow(middle, inside, COPIED.outbound)];
    for (const observations of [legs, legs.toReversed()]) {
      expect(judge(...observations)).toMatchObject([
        {
          rule: 'A8-3-A-40',
          verdict: 'suspected',
          severity: 'high',
          from: { address: '10.30.4.13' },
          to: { address: '10.10.4.20' },
          indicators: [
            { field: 'relay', value: '10.20.4.30' },
            { field: 'relay-leg', value: '10.20.4.30 -> 10.10.4.20:9000' },
            { field: 'relay-leg', value: '10.30.4.13 -> 10.20.4.30:9000' },
          ],
        },
      ]);
    }
  });

  test('is suspected where the volumes go alike second by second', () => {
    const [draft] = judge(
      flow(outside, middle, { course: uneven }),
      flow(middle, inside, { course: uneven.map((bytes) => bytes + 40) }),
    );
    expect(draft?.reasons).toEqual(['volume-correlated', 'no-registered-relay']);
  });

  test('goes on inside the zone that was entered, too', () => {
    const other = makeEnd('lgwan', { address: '10.20.4.99', port: 445 });
    expect(judge(flow(outside, middle, COPIED.inbound), flow(middle, other, COPIED.outbound))).toMatchObject([
      { rule: 'A8-3-I-40' },
    ]);
  });

  test.each<readonly [string, readonly Observation[]]>([
    [
      'volumes go different ways',
      [flow(outside, middle, { course: uneven }), flow(middle, inside, { course: unlike })],
    ],
    [
      'both trickle steadily',
      [flow(outside, middle, { course: uneven.map(() => 60) }), flow(middle, inside, { course: uneven.map(() => 60) })],
    ],
    [
      'too few seconds show it',
      [flow(outside, middle, { course: uneven.slice(0, 15) }), flow(middle, inside, { course: uneven.slice(0, 15) })],
    ],
    [
      'one carries many times the other',
      [flow(outside, middle, { course: uneven }), flow(middle, inside, { course: uneven.map((bytes) => bytes * 3) })],
    ],
    [
      'only the opening is equal',
      [
        flow(outside, middle, { segments: [[said(1, 0)], []] }),
        flow(middle, inside, { segments: [[said(1, 0.1)], []] }),
      ],
    ],
    [
      'the copy comes before the original',
      [
        flow(outside, middle, { segments: [[said(1, 5), said(2, 6)], []] }),
        flow(middle, inside, { segments: [[said(1, 1), said(2, 2)], []] }),
      ],
    ],
    [
      'the second begins later',
      [flow(outside, middle, COPIED.inbound), flow(middle, inside, { ...COPIED.outbound, first: 6n * BigInt(SECOND) })],
    ],
    [
      'the second began before the first',
      [flow(outside, middle, { ...COPIED.inbound, first: 200n }), flow(middle, inside, COPIED.outbound)],
    ],
    [
      'they hardly overlap',
      [
        flow(outside, middle, { ...COPIED.inbound, last: 2n * BigInt(SECOND) }),
        flow(middle, inside, { ...COPIED.outbound, first: BigInt(SECOND), last: 9n * BigInt(SECOND) }),
      ],
    ],
    ['a poller asks both sides itself', [flow(middle, outside, COPIED.inbound), flow(middle, inside, COPIED.outbound)]],
    [
      'it comes back to where it came from',
      [flow(inside, middle, COPIED.inbound), flow(middle, inside, COPIED.outbound)],
    ],
    [
      'both ends stand in one area',
      [flow(inside, middle, COPIED.inbound), flow(middle, { ...inside, address: '10.10.4.21' }, COPIED.outbound)],
    ],
    [
      'nothing was answered',
      [flow(outside, middle, { ...COPIED.inbound, outcome: 'noAnswer' }), flow(middle, inside, COPIED.outbound)],
    ],
  ])('is not suspected where %s', (_, observations) => {
    expect(judge(...observations)).toEqual([]);
  });

  test.each(['proxy', 'mail', 'resolver', 'vdi'])(
    'leaves a host with the role %s alone: relaying is its work',
    (role) => {
      const relay = makeEnd('lgwan', { address: '10.20.4.30', port: 9000, place: { roles: [role] } });
      expect(judge(flow(outside, relay, COPIED.inbound), flow(relay, inside, COPIED.outbound))).toEqual([]);
    },
  );

  test('leaves registered gateways alone', () => {
    const gateway = makeEnd('lgwan', { address: '10.20.4.30', place: { isGatewayLeg: true } });
    expect(judge(flow(outside, gateway, COPIED.inbound), flow(gateway, inside, COPIED.outbound))).toEqual([]);
  });

  test('asks more of two flows that conduits permit', () => {
    const permitted = (count: number) => {
      const originals = Array.from({ length: count }, (_, index) => said(index, index));
      return judge(
        flow(outside, middle, { segments: [originals, []] }, CONDUIT),
        flow(
          middle,
          inside,
          { segments: [originals.map(({ digest, time }) => ({ digest, time: time + 1 })), []] },
          CONDUIT,
        ),
      );
    };
    expect(permitted(4)).toEqual([]);
    expect(permitted(5)).toHaveLength(1);
  });

  describe('that stands in two areas', () => {
    const CARD = '02:00:00:00:53:aa';
    const there = makeEnd('internet', { address: '10.30.4.30', port: 9000, mac: CARD });
    const here = makeEnd('lgwan', { address: '10.20.4.30', port: 50_001, mac: CARD });
    const server = makeEnd('lgwan', { address: '10.20.4.99', port: 9000 });
    const legs = (
      [way, on]: readonly [ObservedEnd, ObservedEnd],
      ttls: NonNullable<Flow['ttls']> = [128, 128],
      { inbound, outbound }: Record<'inbound' | 'outbound', Parameters<typeof flow>[2]> = COPIED,
    ) => [flow(outside, way, { ...inbound, ttls }), flow(on, server, { ...outbound, ttls })];
    const named = (cards: SharedName['cards']): SharedName => ({
      indicator: { kind: 'name', value: 'KIKAKU-PC-3' },
      areas: ['lgwan', 'internet'],
      cards,
      sightings: [],
    });
    const withOther = (end: ObservedEnd, fields: Partial<ObservedEnd['place']>, mac: string | null): ObservedEnd => ({
      ...end,
      mac,
      place: { ...end.place, ...fields },
    });

    test.each<readonly [string, readonly [ObservedEnd, ObservedEnd], string]>([
      ['its card', [there, here], 'one-host-by-card'],
      [
        'its entry in the register',
        [withOther(there, { host: 'batch' }, null), withOther(here, { host: 'batch' }, null)],
        'one-host-by-host-entry',
      ],
      [
        'a card that the register gives to both entries',
        [withOther(there, { macs: [CARD] }, null), withOther(here, { macs: [CARD] }, null)],
        'one-host-by-card',
      ],
    ])('is known by %s', (_, middles, reason) => {
      expect(judge(...legs(middles))).toMatchObject([
        {
          rule: 'A8-3-I-40',
          from: { address: '10.30.4.13' },
          to: { address: '10.20.4.99' },
          reasons: ['payload-digest-equal', reason, 'no-registered-relay'],
          indicators: [
            { field: 'relay', value: '10.20.4.30' },
            { field: 'relay', value: '10.30.4.30' },
            { field: 'relay-leg', value: '10.20.4.30 -> 10.20.4.99:9000' },
            { field: 'relay-leg', value: '10.30.4.13 -> 10.30.4.30:9000' },
          ],
        },
      ]);
    });

    test('is known by what its two cards call themselves', () => {
      const stones = new SteppingStones();
      for (const leg of legs([there, { ...here, mac: '02:00:00:00:53:bb' }])) stones.add(leg);
      expect([...stones.drafts([named([['02:00:00:00:53:bb'], [CARD]])])]).toMatchObject([
        { reasons: ['payload-digest-equal', 'one-host-by-name', 'no-registered-relay'] },
      ]);
      expect([...stones.drafts([named([['02:00:00:00:53:bb'], ['02:00:00:00:53:cc']])])]).toEqual([]);
    });

    test.each<readonly [string, readonly Observation[]]>([
      ['the cards differ', legs([there, { ...here, mac: '02:00:00:00:53:bb' }])],
      ['the card is that of a router that sends on for both', legs([there, here], [127, 127])],
      [
        'a virtual address stands for both',
        legs(
          ['00:00:5e:00:01:01'].flatMap((mac) => [
            { ...there, mac },
            { ...here, mac },
          ]) as [ObservedEnd, ObservedEnd],
        ),
      ],
      [
        'the register calls it a gateway',
        legs([
          withOther(there, { isGatewayLeg: true, host: 'san' }, CARD),
          withOther(here, { isGatewayLeg: true, host: 'san' }, CARD),
        ]),
      ],
    ])('is not known where %s', (_, observations) => {
      expect(judge(...observations)).toEqual([]);
    });
  });

  test('several pairs through one host to one end are one finding', () => {
    const legs = [0n, 20n, 40n].flatMap((minutes) => {
      const first = minutes * 60n * BigInt(SECOND);
      return [
        flow(outside, middle, { ...COPIED.inbound, first }),
        flow(middle, inside, { ...COPIED.outbound, first: first + 1n }),
      ];
    });
    expect(judge(...legs)).toMatchObject([{ flows: 6 }]);
  });
});
