import { describe, expect, test } from '@jest/globals';
import type { Flow } from '../../src/model/flow.js';
import type { Observation } from '../../src/model/observation.js';
import { judgeObservation } from '../../src/rules/judge.js';
import { ruleOf } from '../../src/rules/registry.js';
import { RuleRunner } from '../../src/rules/run-rules.js';
import { makeConduit, makeEnd, makeObservation, makeTopology, PROXY, SCREEN } from '../support/observation.js';
import { makeFlow } from '../support/flow.js';

const TOPOLOGY = makeTopology({ conduits: [SCREEN, PROXY] });
const ELTAX = makeConduit({ id: 'C-MN-02' });

function primaryOf(observation: Observation): string | null {
  return judgeObservation(observation, TOPOLOGY).primary?.rule ?? null;
}

describe('one flow gives one primary finding', () => {
  test.each<readonly [string, Observation, string]>([
    [
      'a tunnel to the Internet is a tunnel first',
      makeObservation({
        from: makeEnd('lgwan'),
        to: makeEnd('public', { port: 0 }),
        flow: { proto: 41, tunnel: '6in4' },
      }),
      'A8-3-I-20',
    ],
    [
      'contact with the Internet comes before remote control',
      makeObservation({ from: makeEnd('mynumber'), to: makeEnd('public', { port: 22 }) }),
      'A8-3-A-07',
    ],
    [
      'a conduit out of its terms comes before remote control',
      makeObservation({
        from: makeEnd('mynumber'),
        to: makeEnd('lgwan-wan', { port: 22 }),
        conduit: { nearest: ELTAX, failed: 'ports' },
      }),
      'A8-3-A-04',
    ],
    [
      'a reversed screen pair comes before remote control and inbound',
      makeObservation({
        from: makeEnd('internet', { address: '10.30.4.11' }),
        to: makeEnd('lgwan', { address: '10.20.16.5', port: 3389 }),
        conduit: { nearest: SCREEN, failed: 'initiator', reversedScreen: SCREEN },
      }),
      'A8-3-I-30',
    ],
    [
      'mail past the sanitizer comes before inbound',
      makeObservation({ from: makeEnd('internet'), to: makeEnd('lgwan', { port: 25 }) }),
      'A8-3-I-36',
    ],
    [
      'direct file sharing comes before the shared service',
      makeObservation({ from: makeEnd('lgwan'), to: makeEnd('internet', { port: 445 }) }),
      'A8-3-I-39',
    ],
    [
      'a shared service comes before the generic crossing',
      makeObservation({ from: makeEnd('mynumber'), to: makeEnd('lgwan', { port: 445 }) }),
      'A8-3-A-24',
    ],
    [
      'inbound comes before the generic crossing',
      makeObservation({ from: makeEnd('lgwan'), to: makeEnd('mynumber', { port: 9000 }) }),
      'A8-3-A-09',
    ],
    [
      'a blocked shared service is evidence of the control',
      makeObservation({ from: makeEnd('mynumber'), to: makeEnd('lgwan', { port: 445 }), flow: { outcome: 'blocked' } }),
      'A8-3-A-03',
    ],
    [
      'blocked contact of the My Number zone with the Internet stays under its own rule',
      makeObservation({
        from: makeEnd('mynumber'),
        to: makeEnd('public', { port: 443 }),
        flow: { outcome: 'blocked' },
      }),
      'A8-3-A-07',
    ],
    [
      'external DNS comes before what is left',
      makeObservation({ from: makeEnd('internet'), to: makeEnd('public', { port: 53 }), flow: { proto: 17 } }),
      'A8-3-U-62',
    ],
    [
      'web past the proxy comes before what is left',
      makeObservation({ from: makeEnd('internet'), to: makeEnd('public', { port: 443 }) }),
      'A8-3-U-64',
    ],
    [
      'an in-house server comes before inbound',
      makeObservation({ from: makeEnd('public'), to: makeEnd('internet', { port: 443 }) }),
      'A8-3-U-65',
    ],
    [
      'what LGWAN opens is inbound before it is unregistered',
      makeObservation({ from: makeEnd('lgwan-wan'), to: makeEnd('lgwan', { port: 9000 }) }),
      'A8-3-I-09',
    ],
  ])('%s', (_, observation, rule) => {
    expect(primaryOf(observation)).toBe(rule);
  });

  test('the other rules that it meets are related', () => {
    const { related } = judgeObservation(
      makeObservation({ from: makeEnd('lgwan'), to: makeEnd('internet', { port: 445 }) }),
      TOPOLOGY,
    );
    expect(related).toEqual(['A8-3-I-24', 'A8-3-I-01', 'A8-3-I-41']);
  });

  test('take-out stands apart from the finding of the flow', () => {
    const { primary, separate } = judgeObservation(
      makeObservation({ from: makeEnd('mynumber'), to: makeEnd('lgwan', { port: 445 }) }),
      TOPOLOGY,
    );
    expect(primary?.rule).toBe('A8-3-A-24');
    expect(separate.map(({ rule }) => rule)).toEqual(['A8-3-A-41']);
  });

  test('while the opener is unknown the generic rule speaks and the directional one is related', () => {
    const { primary, related } = judgeObservation(
      makeObservation({ from: makeEnd('mynumber'), to: makeEnd('internet', { port: 40_001 }), directionKnown: false }),
      TOPOLOGY,
    );
    expect([primary?.rule, primary?.judgement.verdict]).toEqual(['A8-3-A-01', 'violation']);
    expect(related).toContain('A8-3-A-09');
  });

  test('a permitted flow, and one inside a zone, give nothing', () => {
    expect(
      primaryOf(makeObservation({ from: makeEnd('mynumber'), to: makeEnd('lgwan'), conduit: { permitted: ELTAX } })),
    ).toBeNull();
    expect(
      primaryOf(makeObservation({ from: makeEnd('lgwan'), to: makeEnd('lgwan', { address: '10.20.16.9' }) })),
    ).toBeNull();
  });
});

describe('a rule that throws', () => {
  const broken = {
    ...ruleOf('24'),
    judge: () => {
      throw new Error('broken');
    },
  };
  const crossing = makeObservation({ from: makeEnd('mynumber'), to: makeEnd('lgwan', { port: 445 }) });

  test('is named with the number of flows, and the other rules go on', () => {
    const runner = new RuleRunner(TOPOLOGY, (observation, topology, onFailure) =>
      judgeObservation(observation, topology, onFailure, { precedence: [broken, ruleOf('01')], separate: [] }),
    );
    expect(runner.run(crossing).primary?.rule).toBe('A8-3-A-01');
    runner.run(crossing);
    expect(runner.failures).toEqual([{ check: '24', flows: 2, message: 'broken' }]);
  });

  test('reaches the caller where nobody listens', () => {
    expect(() => judgeObservation(crossing, TOPOLOGY, undefined, { precedence: [broken], separate: [] })).toThrow(
      'broken',
    );
  });
});

describe('a tunnel within one area', () => {
  const topology = {
    ...makeTopology(),
    place: (address: string) => makeEnd('lgwan', { place: { isGatewayLeg: address.endsWith('.1') } }).place,
  };
  const carrier = (from: string, to: string, more: Partial<Flow> = {}): Flow =>
    makeFlow({ proto: 47, tunnel: 'gre', a: { address: from, port: 0 }, b: { address: to, port: 0 }, ...more });
  const isTold = (outer: Flow, to = makeEnd('lgwan', { port: 445 })): boolean =>
    judgeObservation(makeObservation({ from: makeEnd('mynumber'), to, outer }), topology).separate.some(
      ({ rule }) => rule === 'A8-3-A-20',
    );

  test('is told beside what crosses inside it', () => {
    expect(isTold(carrier('10.20.4.20', '10.20.4.21'))).toBe(true);
  });

  test('is nothing between gateways, of a mirror, or where nothing crosses inside', () => {
    expect(isTold(carrier('10.20.4.1', '10.20.5.1'))).toBe(false);
    expect(isTold(carrier('10.20.4.20', '10.20.4.21', { mirrorTransport: true }))).toBe(false);
    expect(isTold(carrier('10.20.4.20', '10.20.4.21'), makeEnd('mynumber', { port: 445 }))).toBe(false);
  });
});
