import { describe, expect, test } from '@jest/globals';
import { loadTopology } from '../../../src/topology/load.js';
import { attributeRejection, behindBoundary } from '../../../src/scan/judge/attribute-rejection.js';
import { makeFlow } from '../../support/flow.js';
import type { RejectedFlow } from '../../../src/scan/judge/attribute-rejection.js';

const { topology } = loadTopology('topology/midorino-alpha.yaml');
const TERMINAL = '10.10.16.55';
const SERVER = '10.20.4.10';

function rejected(facts: Partial<RejectedFlow>): RejectedFlow {
  return {
    outcome: 'rejectedUnknown',
    initiator: topology.place(TERMINAL),
    responder: topology.place(SERVER),
    responderAddress: SERVER,
    isIpv6: false,
    icmp: null,
    resetTtl: null,
    usualTtl: null,
    farTtl: null,
    seenBehind: null,
    ...facts,
  };
}

const outcomeOf = (facts: Partial<RejectedFlow>): string => attributeRejection(rejected(facts), topology).outcome;

describe('an answer', () => {
  test('that started with another TTL than the host on its own wire went no further than the boundary', () => {
    expect(outcomeOf({ outcome: 'data', resetTtl: 255, farTtl: 128 })).toBe('l7Blocked');
    expect(outcomeOf({ outcome: 'established', resetTtl: 254, farTtl: 64 })).toBe('l7Blocked');
  });

  test('that started like the packets of the host is the host’s', () => {
    expect(outcomeOf({ outcome: 'data', resetTtl: 126, farTtl: 128 })).toBe('data');
  });

  test('stays one where the packets were seen beyond the boundary', () => {
    expect(outcomeOf({ outcome: 'data', resetTtl: 255, farTtl: 128, seenBehind: 'CP-LG' })).toBe('data');
  });

  test('stays one where nothing else of the host was seen', () => {
    expect(outcomeOf({ outcome: 'reachable', resetTtl: 255 })).toBe('reachable');
  });
});

describe('a reset', () => {
  test('with the TTL of the host itself means that the path is open', () => {
    expect(outcomeOf({ resetTtl: 62, usualTtl: 62 })).toBe('reachable');
  });

  test('with a TTL two or more away from the host’s came from the boundary', () => {
    expect(outcomeOf({ resetTtl: 255, usualTtl: 62 })).toBe('blocked');
    expect(outcomeOf({ resetTtl: 64, usualTtl: 62 })).toBe('blocked');
  });

  test('one away from it, or from a host of which nothing else was seen, has no known author', () => {
    expect(outcomeOf({ resetTtl: 63, usualTtl: 62 })).toBe('rejectedUnknown');
    expect(outcomeOf({ resetTtl: 64, usualTtl: null })).toBe('rejectedUnknown');
  });

  test('of a host that was seen elsewhere only came from the boundary when it started with another TTL', () => {
    expect(outcomeOf({ resetTtl: 255, farTtl: 64 })).toBe('blocked');
    expect(outcomeOf({ resetTtl: 62, farTtl: 128 })).toBe('blocked');
    // the same start: how many routers lie between, nobody knows
    expect(outcomeOf({ resetTtl: 126, farTtl: 128 })).toBe('rejectedUnknown');
    expect(outcomeOf({ resetTtl: 128, farTtl: 128 })).toBe('rejectedUnknown');
    // no start that anybody uses
    expect(outcomeOf({ resetTtl: 200, farTtl: 128 })).toBe('rejectedUnknown');
    expect(outcomeOf({ resetTtl: 255, farTtl: 64, seenBehind: 'CP-LG' })).toBe('reachable');
  });

  test('does not matter when the opening packet was seen behind the boundary', () => {
    expect(outcomeOf({ resetTtl: 255, usualTtl: 62, seenBehind: 'CP-LG' })).toBe('reachable');
  });
});

describe('an ICMP error', () => {
  const by = (sender: string, type: number, code: number): Partial<RejectedFlow> => ({ icmp: { sender, type, code } });

  test('"administratively prohibited" by a registered gateway is a confirmed block', () => {
    expect(outcomeOf(by('10.10.16.1', 3, 13))).toBe('blocked');
  });

  test('"administratively prohibited" by a stranger proves nothing', () => {
    expect(outcomeOf(by('10.10.16.99', 3, 13))).toBe('rejectedUnknown');
  });

  test('"port unreachable" by the destination itself means that the datagram arrived', () => {
    expect(outcomeOf(by(SERVER, 3, 3))).toBe('reachable');
  });

  test('"time exceeded" from inside the destination zone means that the boundary let it through', () => {
    expect(outcomeOf(by('10.20.4.99', 11, 0))).toBe('reachable');
  });

  test('"host unreachable" from a router that nobody registered leaves it open', () => {
    expect(outcomeOf(by('10.10.16.99', 3, 1))).toBe('rejectedUnknown');
  });
});

test('no answer stays no answer, and says that the far side was not seen', () => {
  expect(attributeRejection(rejected({ outcome: 'noAnswer' }), topology)).toEqual({
    outcome: 'noAnswer',
    reasons: ['far-side-not-seen'],
  });
});

describe('a packet that was seen', () => {
  const hop = (point: string, vlan: number | null) => ({
    ...{ point, vlan: vlan === null ? null : String(vlan) },
    ...{ sourceMac: '02:00:00:00:00:01', destinationMac: '02:00:00:00:00:02' },
  });
  const seenOn = (from: string, to: string, ...hops: ReturnType<typeof hop>[]): string | null =>
    behindBoundary(makeFlow({ hops: [hops, []] }), 0, topology.place(from), topology.place(to), topology);
  const [PUBLIC, INSIDE] = ['203.0.113.77', '10.30.16.8'];

  test('on a wire of another zone has passed the boundary of its own', () => {
    expect(seenOn(TERMINAL, SERVER, hop('CP-MN', 110))).toBeNull();
    expect(seenOn(TERMINAL, SERVER, hop('CP-MN', 110), hop('CP-MNLG', 222))).toBe('CP-MNLG');
    expect(seenOn(TERMINAL, SERVER, hop('CP-MNLG', null))).toBe('CP-MNLG');
  });

  test('coming from a realm without wires, where it enters alone has passed nothing yet', () => {
    expect(seenOn(PUBLIC, INSIDE, hop('CP-SC', 330))).toBeNull();
    expect(seenOn('198.18.9.9', '10.20.16.7', hop('CP-LG', 221), hop('CP-LGWAN', 221))).toBeNull();
    expect(seenOn(PUBLIC, INSIDE, hop('CP-SC', 330), hop('CP-IN', 340))).toBe('CP-IN');
    expect(seenOn(PUBLIC, INSIDE, hop('CP-IN', 340))).toBe('CP-IN');
    expect(seenOn(PUBLIC, '10.30.0.1', hop('CP-SC', 330))).toBe('CP-SC');
    expect(seenOn('172.31.5.5', SERVER, hop('CP-MN', 110))).toBeNull();
  });
});
