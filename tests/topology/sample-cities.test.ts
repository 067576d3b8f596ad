import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { MODELS } from '../../src/model/topology.js';
import { starterTopology } from '../../src/topology/init.js';
import { loadTopology, parseTopology } from '../../src/topology/load.js';
import { tcpQuery } from './small-city.js';

const CITIES = ['alpha', 'alpha-dash', 'beta-dash'] as const;
const pathOf = (name: string): string =>
  fileURLToPath(new URL(`../../topology/midorino-${name}.yaml`, import.meta.url));
const loaded = new Map(CITIES.map((name) => [name, loadTopology(pathOf(name))]));
const load = (name: (typeof CITIES)[number]): ReturnType<typeof loadTopology> => {
  const city = loaded.get(name);
  if (city === undefined) throw new Error(name);
  return city;
};

describe.each(CITIES)('the sample city, model %s', (name) => {
  test('has nothing wrong and nothing doubtful', () => {
    const { topology, warnings } = load(name);
    expect(warnings).toEqual([]);
    expect(topology.model).toBe(name);
    expect(topology.closedZones).toEqual(['mynumber', 'lgwan']);
  });

  test('names the schema for editors', () => {
    expect(readFileSync(pathOf(name), 'utf8').split('\n')[0]).toBe(
      '# yaml-language-server: $schema=./topology.schema.json',
    );
  });

  test('every conduit has an approval for the audited year', () => {
    for (const { approval } of load(name).topology.conduits)
      expect(approval).toMatchObject({ date: '2026-04-01', validUntil: '2027-03-31' });
  });

  test('every declared VLAN is mirrored at exactly one capture point', () => {
    const { topology } = load(name);
    for (const { vlan } of topology.segments) {
      expect([
        vlan,
        topology.capturePoints.filter((point) => vlan !== null && point.vlans.includes(vlan)).length,
      ]).toEqual([vlan, 1]);
    }
  });
});

test.each([
  // planted cases of the domain catalogue, 5.3: a registered conduit, or none
  ['alpha', '10.10.16.55', '10.20.4.10', 445, null],
  ['alpha', 'eltax-gw', '198.18.20.10', 443, 'C-MN-02'],
  ['alpha', 'eltax-gw', '198.18.20.10', 22, null],
  ['alpha', '198.18.40.10', 'shomei', 443, 'C-MN-04'],
  ['alpha', '10.10.16.61', '10.64.16.21', 443, 'C-MN-06'],
  ['alpha', '10.20.16.7', '10.30.4.12', 3389, 'C-LG-01'],
  ['alpha', '10.30.4.11', '10.20.16.5', 3389, null],
  ['alpha', '10.20.9.1', '10.200.0.90', 6514, 'C-LG-10'],
  ['alpha', '10.20.16.9', '10.200.0.10', 8080, null],
  ['alpha', '10.30.16.8', '10.200.0.10', 8080, 'C-IN-01'],
  ['alpha', '10.20.16.40', '8.8.8.8', 443, null],
  ['alpha-dash', '10.20.16.40', '8.8.8.8', 443, 'C-LG-30'],
  ['beta-dash', '10.30.64.20', '10.20.12.11', 443, 'C-LG-21'],
  ['beta-dash', '10.20.12.11', '10.30.64.20', 443, null],
  ['beta-dash', '10.30.64.21', '10.20.4.20', 443, null],
] as const)('%s: %s to %s port %i', (name, from, to, port, conduit) => {
  const { topology } = load(name);
  const ipOf = (text: string): string => topology.hosts.find((host) => host.name === text)?.ip[0] ?? text;
  expect(topology.matchConduits(tcpQuery(ipOf(from), ipOf(to), port)).permitted?.id ?? null).toBe(conduit);
});

test('the terminals of the planted cases are registered, the stranger is not', () => {
  const { topology } = load('alpha');
  const known = [
    '10.10.16.55',
    '10.10.16.60',
    '10.10.16.61',
    '10.10.16.62',
    '10.10.16.70',
    '10.10.16.80',
    '10.10.16.90',
  ]
    .concat([5, 7, 9, 10, 11, 30, 40, 80].map((last) => `10.20.16.${last}`))
    .concat(['10.30.16.8', '10.30.16.9', '10.20.4.10', '10.20.4.30', '10.10.4.20']);
  for (const address of known) expect([address, topology.place(address).basis]).toEqual([address, 'host']);
  expect(topology.place('10.20.16.250').unlisted).toBe(true);
});

describe('the starter topology', () => {
  test.each(MODELS.flatMap((model) => [[model, 'ja'] as const, [model, 'en'] as const]))(
    '%s in %s loads without errors',
    (model, language) => {
      const { topology, warnings } = parseTopology(starterTopology(model, language), 'start.yaml');
      expect(warnings).toEqual([]);
      expect(topology.model).toBe(model);
    },
  );
});
