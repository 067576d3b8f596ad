import { describe, expect, test } from '@jest/globals';
import type { Hop, Outcome } from '../../../src/model/flow.js';
import type { Observation } from '../../../src/model/observation.js';
import { judgeConduitUse, type ConduitUse } from '../../../src/rules/run-wide/conduit-findings.js';
import { ScanDetection } from '../../../src/rules/run-wide/scan-detection.js';
import { UnlistedHosts } from '../../../src/rules/run-wide/unlisted-hosts.js';
import {
  makeConduit,
  makeConduitEnd,
  makeEnd,
  makeGateway,
  makeObservation,
  makeTopology,
  prefixOf,
} from '../../support/observation.js';

const SECOND = 1_000_000_000n;
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('rule 69, probing toward the LGWAN zone', () => {
  const topology = makeTopology();

  function probe(index: number, at: bigint, outcome: Outcome = 'noAnswer'): Observation {
    return makeObservation({
      from: makeEnd('internet', { address: '10.30.16.9' }),
      to: makeEnd('lgwan', { address: `10.20.16.${index + 1}`, port: 445 }),
      flow: { id: index, first: at, last: at, outcome },
    });
  }

  function detect(probes: readonly Observation[]) {
    const scans = new ScanDetection(topology);
    for (const observation of probes) scans.add(observation);
    return [...scans.drafts()];
  }

  test('twenty destinations in a minute are a scan, nineteen are not', () => {
    expect(detect(range(19).map((index) => probe(index, BigInt(index) * SECOND)))).toEqual([]);
    expect(detect(range(20).map((index) => probe(index, BigInt(index) * SECOND)))).toMatchObject([
      {
        rule: 'A8-3-U-69',
        clause: 'U',
        verdict: 'attempt',
        severity: 'high',
        from: { address: '10.30.16.9' },
        flows: 20,
      },
    ]);
  });

  test('twenty destinations spread over more than a minute are none', () => {
    expect(detect(range(20).map((index) => probe(index, BigInt(index) * 4n * SECOND)))).toEqual([]);
  });

  test('the window slides over the border of minutes, whatever the order', () => {
    const probes = range(20).map((index) => probe(index, 45n * SECOND + BigInt(index) * 2n * SECOND));
    expect(detect(probes)).toHaveLength(1);
    expect(detect([...probes].reverse())).toEqual(detect(probes));
  });

  test('the same destination again and again is none', () => {
    expect(detect(range(200).map((index) => probe(0, BigInt(index) * SECOND)))).toEqual([]);
  });

  test('is medium where all were blocked, and suspected where one was reached', () => {
    const all = (outcome: Outcome) => range(25).map((index) => probe(index, BigInt(index), outcome));
    expect(detect(all('blocked'))).toMatchObject([{ verdict: 'attempt', severity: 'medium' }]);
    expect(detect([...all('blocked'), probe(30, 1n, 'reachable')])).toMatchObject([
      { verdict: 'suspected', severity: 'high' },
    ]);
  });

  test('what the LGWAN zone opens, and what another zone opens, is none', () => {
    const reversed = range(30).map((index) =>
      makeObservation({ from: makeEnd('lgwan'), to: makeEnd('internet', { port: index + 1 }), flow: { id: index } }),
    );
    const other = range(30).map((index) =>
      makeObservation({ from: makeEnd('mynumber'), to: makeEnd('lgwan', { port: index + 1 }), flow: { id: index } }),
    );
    expect(detect([...reversed, ...other])).toEqual([]);
  });
});

describe('rule 50, hosts that no list knows', () => {
  const gateway = makeGateway({
    name: 'fw-lg',
    legs: [
      {
        zone: 'lgwan',
        vlan: 210,
        ip: '10.20.16.1',
        ipv6: null,
        mac: '00:00:5e:00:53:03',
        virtualMacs: [],
        egressSegment: false,
      },
    ],
  });
  const topology = makeTopology({ gateways: [gateway], vlans: { 210: 'lgwan' } });
  const unlisted = makeEnd('lgwan', { address: '10.20.16.250', place: { unlisted: true } });
  const server = makeEnd('lgwan', { address: '10.20.4.10', port: 80 });
  const hop = (sourceMac: string): Hop => ({ point: 'CP-LG', vlan: '210', sourceMac, destinationMac: null });

  function find(observations: readonly Observation[]) {
    const hosts = new UnlistedHosts(topology);
    for (const observation of observations) hosts.add(observation);
    return [...hosts.drafts()];
  }

  test('a completed exchange is enough', () => {
    expect(find([makeObservation({ from: unlisted, to: server, flow: { packets: [1, 1] } })])).toMatchObject([
      { rule: 'A8-3-I-50', verdict: 'observation', severity: 'medium', from: { address: '10.20.16.250' }, packets: 1 },
    ]);
  });

  test('without one it takes three packets as source', () => {
    const tries = (packets: number) => [
      makeObservation({ from: unlisted, to: server, flow: { packets: [packets, 0], outcome: 'noAnswer' } }),
    ];
    expect(find(tries(2))).toEqual([]);
    expect(find(tries(3))).toHaveLength(1);
  });

  test('it is high in the My Number zone', () => {
    const host = makeEnd('mynumber', { place: { unlisted: true } });
    expect(find([makeObservation({ from: host, to: makeEnd('mynumber', { address: '10.10.4.20' }) })])).toMatchObject([
      { rule: 'A8-3-A-50', severity: 'high' },
    ]);
  });

  test('an address that only receives, or only sends multicast, is none', () => {
    const received = makeObservation({ from: server, to: unlisted, flow: { packets: [9, 0], outcome: 'noAnswer' } });
    const multicast = makeObservation({
      from: unlisted,
      to: makeEnd('special'),
      flow: { packets: [9, 0], outcome: 'oneWay' },
    });
    expect(find([received, multicast])).toEqual([]);
  });

  test('an address inside a tunnel is none, one in the mirror transport is', () => {
    const inside = makeObservation({ from: unlisted, to: server });
    expect(find([{ ...inside, flow: { ...inside.flow, layer: 1 }, outer: { ...inside.flow, tunnel: 'gre' } }])).toEqual(
      [],
    );
    expect(
      find([{ ...inside, flow: { ...inside.flow, layer: 1 }, outer: { ...inside.flow, mirrorTransport: true } }]),
    ).toHaveLength(1);
  });

  test('an undeclared address counts where its own frames are on a VLAN of a zone', () => {
    const undeclared = makeEnd('unassigned');
    const seen = (mac: string) =>
      find([makeObservation({ from: undeclared, to: server, flow: { hops: [[hop(mac)], []] } })]);
    expect(seen('00:1b:21:00:00:01')).toMatchObject([
      { rule: 'A8-3-I-50', reasons: ['address-undeclared', 'exchange-completed'] },
    ]);
    expect(seen('00:00:5e:00:53:03')).toEqual([]);
  });

  test('is watched for, so that no flow of such a host is skipped', () => {
    const hosts = new UnlistedHosts(topology);
    expect(hosts.watches(makeObservation({ from: server, to: unlisted }))).toBe(true);
    expect(hosts.watches(makeObservation({ from: server, to: makeEnd('lgwan') }))).toBe(false);
  });
});

describe('the use of conduits', () => {
  const ends = {
    from: makeConduitEnd({ zone: 'mynumber' }),
    to: makeConduitEnd({ prefixes: [prefixOf('10.20.9.5/32')], hosts: ['wsus-lg'] }),
  };
  const conduit = makeConduit({
    id: 'C-MN-07',
    title: '更新配信',
    ...ends,
    limits: { maxBytesPerDay: 1000, maxBytesPerSession: null, hours: null },
  });
  const use = (fields: Partial<ConduitUse>): ConduitUse => ({
    conduit,
    flows: 1,
    bytes: 10,
    first: 0n,
    last: 1n,
    bytesByDay: new Map(),
    ...fields,
  });
  const judge = (...uses: ConduitUse[]) => [...judgeConduitUse(uses, makeTopology())];

  test('a conduit without a flow is an observation (51)', () => {
    expect(judge(use({ flows: 0 }))).toMatchObject([
      {
        rule: 'A8-3-A-51',
        verdict: 'observation',
        severity: 'info',
        conduit: { nearest: 'C-MN-07' },
        to: { zone: 'lgwan', host: 'wsus-lg' },
      },
    ]);
    expect(judge(use({ flows: 1 }))).toEqual([]);
  });

  test('the catalogue has no rule 51 for ウ', () => {
    const egress = makeConduit({
      from: makeConduitEnd({ zone: 'internet' }),
      to: makeConduitEnd({ realm: 'security-cloud' }),
    });
    expect(judge(use({ conduit: egress, flows: 0 }))).toEqual([]);
  });

  test('a day over the limit is one finding, however many days (41)', () => {
    const bytesByDay = new Map([
      ['2026-06-15', 1001],
      ['2026-06-16', 5000],
      ['2026-06-17', 1000],
    ]);
    const [finding, ...others] = judge(use({ bytesByDay }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'A8-3-A-41', verdict: 'violation', severity: 'medium' });
    expect(finding?.reasons).toEqual(['day-limit-exceeded-2026-06-15', 'day-limit-exceeded-2026-06-16']);
    expect(finding?.summary.ja).toContain('2026-06-16');
  });
});
