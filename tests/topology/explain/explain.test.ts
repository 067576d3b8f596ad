import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { addressesOf, explainAddress, explainPair, parseService } from '../../../src/topology/explain/explain.js';
import { loadTopology } from '../../../src/topology/load.js';
import { renderExplanation } from '../../../src/topology/explain/render-explanation.js';
import { NOON_TIME, smallCity } from '../small-city.js';

const city = smallCity();
const tcp = (port: number): { readonly proto: number; readonly port: number } => ({ proto: 6, port });

describe('an address', () => {
  test('is explained with its place, its conduits and the points that see it', () => {
    const explanation = explainAddress(city, '10.10.5.7');
    expect(explanation.place.host).toBe('eltax-gw');
    expect(explanation.conduits.map(({ conduit, side }) => `${conduit.id} ${side}`)).toEqual(['C-MN-02 from']);
    expect(explanation.capturePoints).toEqual(['CP-MN']);
  });

  test('of a leg is seen where its VLAN is mirrored', () => {
    expect(explainAddress(city, '10.20.7.2').capturePoints).toEqual(['CP-LG']);
    expect(explainAddress(city, '8.8.8.8').capturePoints).toEqual([]);
  });

  test('may be written in any form', () => {
    expect(explainAddress(city, '2001:0DB8:30:0::8').address).toBe('2001:db8:30::8');
  });
});

describe('a pair', () => {
  test.each([
    ['10.10.5.7', '198.18.20.10', tcp(443), 'permitted', 'A', ['C-MN-02 null']],
    ['10.10.5.7', '198.18.20.10', tcp(22), 'violation', 'A', ['C-MN-02 ports']],
    ['10.10.16.55', '10.20.4.10', tcp(445), 'violation', 'A', []],
    ['10.20.16.7', '10.30.4.9', tcp(3389), 'permitted', 'I', ['C-LG-01 null']],
    ['10.30.4.9', '10.20.16.7', tcp(3389), 'violation', 'I', ['C-LG-01 initiator']],
    ['10.20.16.7', '10.30.0.9', tcp(3389), 'violation', 'I', ['C-LG-01 to']],
    ['10.20.16.7', '10.20.6.3', tcp(53), 'within', 'I', ['C-LG-01 to']],
    ['10.10.16.55', '10.64.16.9', tcp(443), 'within', 'A', []],
    ['10.20.16.7', '224.0.0.251', tcp(5353), 'no-crossing', 'I', ['C-LG-01 to']],
    ['10.20.16.7', '10.10.19.255', tcp(137), 'no-crossing', 'A', ['C-LG-01 to']],
    ['198.18.1.1', '198.18.1.2', tcp(80), 'outside', 'U', []],
  ])('%s to %s', (initiator, responder, service, conclusion, clause, considered) => {
    const explanation = explainPair(city, { initiator, responder, service, time: NOON_TIME });
    expect(explanation.conclusion).toBe(conclusion);
    expect(explanation.clause).toBe(clause);
    expect(explanation.considered.map(({ conduit, failed }) => `${conduit.id} ${failed}`)).toEqual(considered);
  });

  test('without a time, validity is not judged; with one it is', () => {
    const pair = { initiator: '10.10.5.7', responder: '198.18.20.10', service: tcp(443) };
    expect(explainPair(city, pair).conclusion).toBe('permitted');
    expect(explainPair(city, { ...pair, time: 0n }).considered[0]?.failed).toBe('validity');
  });
});

describe('a terminal and the inner leg of a sanitizer, both in the LGWAN zone', () => {
  const { topology } = loadTopology(fileURLToPath(new URL('../../../topology/midorino-alpha.yaml', import.meta.url)));
  test.each([
    ['10.20.8.5', tcp(443), 'permitted'],
    ['10.20.8.5', tcp(8443), 'violation'],
    ['10.20.8.5', { proto: 1, port: 0 }, 'within'],
    ['10.20.4.10', tcp(8443), 'within'],
  ])('%s %j: %s', (responder, service, conclusion) => {
    if (topology === null) throw new Error('the sample is unusable');
    expect(explainPair(topology, { initiator: '10.20.16.5', responder, service, time: NOON_TIME }).conclusion).toBe(
      conclusion,
    );
  });
});

test('what users type is an address, a host, or one leg of a gateway', () => {
  expect(addressesOf(city, '10.10.5.7')).toEqual(['10.10.5.7']);
  expect(addressesOf(city, 'eltax-gw')).toEqual(['10.10.5.7']);
  expect(addressesOf(city, 'fw-mn/lgwan')).toEqual(['10.20.7.2']);
  expect(addressesOf(city, 'fw-mn')).toHaveLength(3);
  expect(addressesOf(city, 'nobody')).toEqual([]);
});

test.each([
  ['tcp/445', { proto: 6, port: 445 }],
  ['UDP/53', { proto: 17, port: 53 }],
  ['icmp', { proto: 1, port: 0 }],
  ['tcp', undefined],
  ['tcp/0', undefined],
  ['tcp/70000', undefined],
  ['sctp/1', undefined],
  ['icmp/3', undefined],
  ['tcp/1/2', undefined],
])('the service %s', (text, expected) => {
  expect(parseService(text)).toEqual(expected);
});

describe('as text', () => {
  test('a pair says why, in both languages', () => {
    const explanation = explainPair(city, { initiator: '10.10.5.7', responder: '198.18.20.10', service: tcp(22) });
    expect(renderExplanation(explanation, 'en')).toBe(
      [
        '10.10.5.7  My Number zone (mynumber)',
        '  why: it is the address of a registered host',
        '  host: eltax-gw',
        '  roles: server',
        '  MAC: 00:00:5e:00:53:43',
        '  segment: 10.10.5.0/28 VLAN 121',
        '198.18.20.10  LGWAN wide area network (lgwan-wan)',
        '  why: it lies in a declared range of realms',
        '10.10.5.7 -> 198.18.20.10 tcp/22',
        '  clause: article 8(3) ア',
        '  areas: mynumber -> lgwan-wan: this pair of areas needs a registered conduit',
        '  C-MN-02 eLTAX: the port differs (ports)',
        '  conclusion: if established, it is a violation',
        '',
      ].join('\n'),
    );
    expect(renderExplanation(explanation, 'ja')).toContain('結論: 成立すれば違反である');
  });

  test('an end that differs is named once, in the words of the language', () => {
    const explanation = explainPair(city, { initiator: '10.20.16.7', responder: '10.30.0.9', service: tcp(3389) });
    const line = (language: 'ja' | 'en') => /^ {2}C-LG-01 .*$/m.exec(renderExplanation(explanation, language))?.[0];
    expect(line('ja')).toMatch(/: 宛先が違う \(to\)$/);
    expect(line('en')).toMatch(/: the destination differs \(to\)$/);
  });

  test('an unlisted address says so', () => {
    expect(renderExplanation(explainAddress(city, '10.10.16.99'), 'ja')).toContain('登録されていない');
  });
});
