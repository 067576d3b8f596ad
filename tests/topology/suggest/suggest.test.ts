import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { SeenCrossing, Stranger, Suggestion } from '../../../src/model/suggestion.js';
import type { Topology } from '../../../src/model/topology.js';
import { coverCrossings } from '../../../src/topology/suggest/cover-crossings.js';
import { dispositionOf } from '../../../src/topology/conduits/disposition.js';
import { parseTopology } from '../../../src/topology/load.js';
import { renderSuggestion } from '../../../src/topology/suggest/render-suggestion.js';
import { emptyTopology, suggestTopology, type Gathered } from '../../../src/topology/suggest/suggest-topology.js';
import { HOSTILE_TEXT } from '../../support/hostile.js';

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8');
const CITY = read('topology/midorino-alpha.yaml');
const city = parseTopology(CITY, 'city.yaml').topology;
const NOON = 1_781_481_000_000_000_000n;

function seen(topology: Topology, initiator: string, responder: string, proto: number, port: number): SeenCrossing {
  const query = { initiator, responder, directionKnown: true, proto, responderPort: port, initiatorPort: 50_000 };
  return {
    ...{ initiator, responder, proto, port },
    from: topology.place(initiator).area,
    to: topology.place(responder).area,
    ...{ flows: 2, withData: 2, first: NOON, last: NOON + 1_000_000_000n },
    ...{ basis: 'syn', bothSides: true, via: [] },
    match: topology.matchConduits({ ...query, time: NOON, macs: [], vlans: [] }),
  };
}

const gathered = (crossings: readonly SeenCrossing[], strangers: readonly Stranger[] = []): Gathered => ({
  ...{ crossings, strangers, tunnels: [] },
  ...{ flows: 0, covered: 0, notEstablished: 0, refused: 0, first: null, last: null },
});

/** The city with the proposed conduits pasted in, as a person would. */
function pasted(suggestion: Suggestion, source = CITY): ReturnType<typeof parseTopology> {
  const fragment = parse(renderSuggestion(suggestion, 'ja', 'Asia/Tokyo')) as { readonly conduits: unknown[] };
  expect(Object.keys(fragment)).toEqual(['conduits']);
  const file = parse(source) as { conduits: unknown[] };
  return parseTopology(JSON.stringify({ ...file, conduits: [...file.conduits, ...fragment.conduits] }), 'pasted.json');
}

const ADDRESSES = [
  ...['10.10.16.55', '10.10.16.60', '10.10.4.20', '10.10.16.201', '10.20.16.5', '10.20.16.7', '10.20.4.10'],
  ...['10.20.16.99', '10.20.6.4', '10.30.4.11', '10.30.6.25', '10.30.16.8', '198.18.20.10', '198.18.77.1'],
  ...['198.19.0.10', '10.64.16.9', '10.200.0.10', '10.200.0.77', '203.0.113.9', '10.90.0.5', '10.99.1.1', '10.30.8.4'],
];

describe('what is proposed', () => {
  const crossings = fc.uniqueArray(
    fc.record({
      initiator: fc.constantFrom(...ADDRESSES),
      responder: fc.constantFrom(...ADDRESSES),
      proto: fc.constantFrom(6, 6, 6, 17, 1, 50),
      port: fc.constantFrom(22, 53, 80, 443, 514, 3389, 8530),
    }),
    { maxLength: 40, selector: (one) => JSON.stringify(one) },
  );

  test('lints without errors, covers what it accepts and nothing that it refuses', () => {
    fc.assert(
      fc.property(crossings, (pairs) => {
        const all = pairs
          .filter(({ initiator, responder }) => city.place(initiator).area !== city.place(responder).area)
          .map(({ initiator, responder, proto, port }) =>
            seen(city, initiator, responder, proto, proto === 6 || proto === 17 ? port : 0),
          )
          .filter(({ match }) => match.permitted === null);
        const suggestion = suggestTopology(gathered(all), city);
        const { topology, warnings } = pasted(suggestion);
        expect(warnings.filter(({ level }) => level === 'error').map(({ message }) => message.en)).toEqual([]);
        for (const { initiator, responder, proto, port, from, to } of all) {
          const { match } = seen(topology, initiator, responder, proto, port);
          const isRefused = suggestion.notSuggested.some(
            (one) =>
              one.initiator === initiator &&
              one.responder === responder &&
              one.proto === proto &&
              (port === 0 || one.ports.includes(port)),
          );
          expect([initiator, responder, proto, port, match.permitted !== null]).toEqual([
            initiator,
            responder,
            proto,
            port,
            !isRefused,
          ]);
          if (dispositionOf(from, to, 'alpha') === 'never') expect(isRefused).toBe(true);
        }
        expect(suggestion.conduits.length).toBeLessThanOrEqual(all.length);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('is one conduit where hosts, servers and ports are all the same', () => {
    const all = ['10.10.16.55', '10.10.16.60'].flatMap((initiator) =>
      ['198.18.77.1', '198.18.77.2'].flatMap((responder) =>
        [443, 8443].map((port) => seen(city, initiator, responder, 6, port)),
      ),
    );
    const { conduits } = suggestTopology(gathered(all), city);
    expect(
      conduits.map(({ kind, from, to, ports, flows, grade }) => [kind, from.hosts, to.prefixes, ports, flows, grade]),
    ).toEqual([
      ['specified', ['mn-jumin-055', 'mn-jumin-060'], ['198.18.77.1/32', '198.18.77.2/32'], [443, 8443], 16, 'high'],
    ]);
  });

  test('never permits what was not seen: three of four pairs need two conduits', () => {
    const all = [
      ['10.10.16.55', '198.18.77.1'],
      ['10.10.16.55', '198.18.77.2'],
      ['10.10.16.60', '198.18.77.1'],
    ].map(([initiator = '', responder = '']) => seen(city, initiator, responder, 6, 443));
    const suggestion = suggestTopology(gathered(all), city);
    expect(suggestion.conduits).toHaveLength(2);
    const { topology } = pasted(suggestion);
    expect(seen(topology, '10.10.16.60', '198.18.77.2', 6, 443).match.permitted).toBeNull();
  });

  test('names the segment where many of its hosts do the same, and says so; My Number hosts stay single', () => {
    const many = (net: string): readonly SeenCrossing[] =>
      Array.from({ length: 9 }, (_, index) => seen(city, `${net}.${100 + index}`, '198.18.77.1', 6, 443));
    const { conduits } = suggestTopology(gathered([...many('10.20.17'), ...many('10.10.17')]), city);
    expect(conduits.map(({ areas, from }) => [areas[0], from.prefixes.length, from.widened])).toEqual([
      ['lgwan', 1, 9],
      ['mynumber', 9, null],
    ]);
  });

  test('knows how far it may be trusted', () => {
    const one = seen(city, '10.10.16.55', '198.18.77.1', 6, 443);
    const gradeOf = (change: Partial<SeenCrossing>): unknown =>
      suggestTopology(gathered([{ ...one, ...change }]), city).conduits[0]?.grade;
    expect([
      gradeOf({}),
      gradeOf({ flows: 1, withData: 1 }),
      gradeOf({ withData: 0 }),
      gradeOf({ basis: 'service-port' }),
    ]).toEqual(['high', 'medium', 'medium', 'low']);
  });
});

describe('what is not proposed', () => {
  const whyOf = (crossing: SeenCrossing): unknown => suggestTopology(gathered([crossing]), city).notSuggested[0]?.why;

  test.each([
    ['a crossing that the model forbids', '10.10.16.55', '10.30.4.11', 443, 'forbidden'],
    ['screen transfer from the wrong side', '10.30.4.11', '10.20.16.5', 3389, 'forbidden'],
    ['what may be sanitized or not', '10.20.16.5', '10.30.6.25', 443, 'needs-decision'],
    ['the way to the proxy of the Internet', '10.20.16.5', '10.200.0.10', 8080, 'needs-decision'],
    ['a way past the proxy', '10.30.16.8', '203.0.113.9', 443, 'needs-decision'],
    ['an address that is in no zone', '10.20.16.5', '10.99.1.1', 443, 'needs-decision'],
    ['an expired conduit', 'expired', '198.18.20.10', 443, 'outside-terms'],
  ])('%s', (_, initiator, responder, port, why) => {
    if (initiator !== 'expired') return expect(whyOf(seen(city, initiator, responder, 6, port))).toBe(why);
    const late = 1_900_000_000_000_000_000n;
    const one = seen(city, '10.10.5.7', responder, 6, port);
    const query = {
      initiator: '10.10.5.7',
      responder,
      directionKnown: true,
      proto: 6,
      responderPort: port,
      initiatorPort: 1,
    };
    const match = city.matchConduits({ ...query, time: late, macs: [], vlans: [] });
    return expect(whyOf({ ...one, match })).toBe(why);
  });

  test('a flow whose opener nobody knows, a protocol without ports, a search over many ports', () => {
    const one = seen(city, '10.10.16.55', '198.18.77.1', 6, 443);
    expect(whyOf({ ...one, basis: 'none' })).toBe('opener-unknown');
    expect(whyOf({ ...one, proto: 50, port: 0 })).toBe('protocol');
    const search = Array.from({ length: 40 }, (_, index) => ({ ...one, port: 1000 + index }));
    const { conduits, notSuggested } = suggestTopology(gathered(search), city);
    expect([conduits.length, notSuggested.length, notSuggested[0]?.why, notSuggested[0]?.ports.length]).toEqual([
      0,
      1,
      'many-ports',
      40,
    ]);
  });
});

describe('an address in no zone', () => {
  const stranger = (address: string, change: Partial<Stranger> = {}): Stranger => ({
    ...{ address, flows: 1, first: NOON, last: NOON, vlans: [], points: [], arpVlans: [], gateways: [] },
    ...change,
  });
  const homeOf = (one: Stranger): unknown => {
    const [home] = suggestTopology(gathered([], [one]), city).homes;
    return [home?.prefix, home?.area, home?.vlan, home?.basis];
  };

  test('belongs where it announced itself, else where it sent, else behind its gateway, else beside its neighbours', () => {
    const all = { arpVlans: [210], vlans: ['320'], gateways: ['fw-mn/mynumber'] };
    expect(homeOf(stranger('10.99.1.7', all))).toEqual(['10.99.1.0/24', 'lgwan', 210, 'arp']);
    expect(homeOf(stranger('10.99.1.7', { ...all, arpVlans: [] }))).toEqual(['10.99.1.0/24', 'internet', 320, 'vlan']);
    expect(homeOf(stranger('10.99.1.7', { gateways: ['fw-mn/mynumber'] }))).toEqual([
      '10.99.1.0/24',
      'mynumber',
      110,
      'gateway',
    ]);
    expect(homeOf(stranger('10.30.6.200'))).toEqual(['10.30.6.0/24', 'internet', 320, 'same-24']);
    expect(homeOf(stranger('10.99.1.7', { vlans: ['999'] }))).toEqual(['10.99.1.0/24', null, 999, 'none']);
    expect(homeOf(stranger('fd00::7'))).toEqual(['fd00::/64', null, null, 'none']);
  });

  test('is listed without any topology', () => {
    const { homes, conduits, notes } = suggestTopology(
      gathered([], [stranger('10.10.16.5', { vlans: ['110'] })]),
      emptyTopology(),
    );
    expect([homes.length, conduits.length, notes.length]).toEqual([1, 0, 1]);
  });
});

describe('the fragment', () => {
  test('keeps hostile text inert', () => {
    const one = suggestTopology(gathered([seen(city, '10.10.16.55', '198.18.77.1', 6, 443)]), city);
    const [conduit] = one.conduits;
    if (conduit === undefined) throw new Error('nothing was proposed');
    const name = `x"] }\nevil: true # ${HOSTILE_TEXT}`;
    const text = renderSuggestion(
      {
        ...one,
        conduits: [
          { ...conduit, title: name, from: { ...conduit.from, hosts: [name] }, basis: { ja: name, en: name } },
        ],
        notSuggested: [
          {
            ...{ why: 'forbidden', text: { ja: name, en: name }, areas: ['lgwan', 'internet'], initiator: name },
            ...{ responder: name, proto: 6, ports: [1], flows: 1, first: '1.0', last: '2.0' },
          },
        ],
        notes: [{ ja: name, en: name }],
      },
      'en',
      'Asia/Tokyo',
    );
    const fragment = parse(text) as { readonly conduits: { readonly title: string; readonly from: unknown }[] };
    expect(Object.keys(fragment)).toEqual(['conduits']);
    expect(fragment.conduits).toHaveLength(1);
    expect(fragment.conduits[0]?.title.replace('\ud800', '\ufffd')).toBe(name.replace('\ud800', '\ufffd'));
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  });
});

describe('the covering', () => {
  test('is exact', () => {
    const pair = fc.tuple(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 3 }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(pair, { maxLength: 30, selector: String }), (triples) => {
        const all = triples.map(([a, b, port]) => ({
          crossing: { ...seen(city, `10.10.16.${a}`, `198.18.77.${b}`, 6, port), via: [] },
          kind: 'specified' as const,
          opener: `10.10.16.${a}`,
        }));
        const covers = coverCrossings(all);
        const covered = covers.flatMap(({ openers, responders, ports }) =>
          openers.flatMap((a) => responders.flatMap((b) => ports.map((port) => `${a} ${b} ${port}`))),
        );
        expect(covered.toSorted()).toEqual(
          triples.map(([a, b, port]) => `10.10.16.${a} 198.18.77.${b} ${port}`).toSorted(),
        );
      }),
    );
  });
});
