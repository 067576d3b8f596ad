import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Act } from '../../src/craft/act.js';
import type { Suggestion } from '../../src/model/suggestion.js';
import type { Topology } from '../../src/model/topology.js';
import { gatherCrossings } from '../../src/scan/gather-crossings.js';
import { parseTopology } from '../../src/topology/load.js';
import { renderSuggestion } from '../../src/topology/suggest/render-suggestion.js';
import { emptyTopology, suggestTopology } from '../../src/topology/suggest/suggest-topology.js';
import { recordTraffic, writeCaptures } from '../scenarios/stage-captures.js';

const source = readFileSync(fileURLToPath(new URL('../../topology/midorino-alpha.yaml', import.meta.url)), 'utf8');
const city = parseTopology(source, 'city.yaml').topology;
const folder = mkdtempSync(join(tmpdir(), 'sansou-suggest-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function suggestionOf(traffic: readonly Act[], topology: Topology = city): Promise<Suggestion> {
  const captures = writeCaptures(folder, recordTraffic(city, traffic)).map(({ path, point }) => ({
    path,
    point: topology === city || topology.capturePoints.length > 0 ? point : null,
  }));
  const gathered = await gatherCrossings({ captures, topology, hash: false });
  const { first, last } = gathered.statistics;
  return suggestTopology({ ...gathered, first, last }, topology);
}

/** a registered crossing, an unregistered one, one that the model forbids, an attempt, traffic inside a zone */
const MORNING: readonly Act[] = [
  { at: 1, tcp: 'eltax-gw -> 198.18.20.10:443' },
  { at: 5, tcp: '10.10.16.55 -> wsus-lg:8531', times: 3, every: 10 },
  { at: 6, tcp: '10.10.16.60 -> wsus-lg:8531', times: 3, every: 10 },
  { at: 8, tcp: '10.30.4.11 -> 10.10.4.20:443' },
  { at: 9, tcp: '10.10.16.61 -> wsus-lg:9999', answer: 'silence' },
  { at: 12, tcp: '10.20.16.5 -> 10.20.4.10:445' },
  { at: 14, tcp: '10.20.16.5 -> 10.200.0.77:6514', as: 'tls' },
];

describe('captures', () => {
  test('become the conduits that are missing; the rest is counted or named', async () => {
    const { conduits, notSuggested, counts } = await suggestionOf(MORNING);
    expect(
      conduits.map(({ kind, areas, from, to, ports, flows, grade, via }) => [
        kind,
        areas,
        from.hosts,
        to.hosts.concat(to.prefixes),
        ports,
        flows,
        grade,
        via,
      ]),
    ).toEqual([
      ['specified', ['mynumber', 'lgwan'], ['mn-jumin-055', 'mn-jumin-060'], ['wsus-lg'], [8531], 6, 'high', []],
      ['log', ['lgwan', 'security-cloud'], ['lg-bunsho-005'], ['10.200.0.77/32'], [6514], 1, 'medium', ['rt-sc']],
    ]);
    expect(notSuggested.map(({ why, areas }) => [why, areas])).toEqual([['forbidden', ['internet', 'mynumber']]]);
    expect(counts).toEqual({ flows: 11, covered: 2, notEstablished: 1, refused: 0 });
  });

  test('need nothing more once the fragment is pasted in', async () => {
    const fragment = parse(renderSuggestion(await suggestionOf(MORNING), 'ja', 'Asia/Tokyo')) as {
      conduits: unknown[];
    };
    const file = parse(source) as { conduits: unknown[] };
    const text = JSON.stringify({ ...file, conduits: [...file.conduits, ...fragment.conduits] });
    const { topology, warnings } = parseTopology(text, 'pasted.json');
    expect(warnings.filter(({ level }) => level === 'error')).toEqual([]);
    const again = await suggestionOf(MORNING, topology);
    expect([again.conduits, again.counts.covered, again.notSuggested.length]).toEqual([[], 9, 1]);
  });

  test('tell where an address belongs that no zone holds: by ARP, by its own card, never by a router’s', async () => {
    const own = { vlan: 340, from: '00:00:5e:00:53:c7', to: '00:00:5e:00:53:05' };
    const { homes } = await suggestionOf([
      { at: 1, tcp: '10.99.3.7 -> 10.30.6.25:443', way: [own] },
      { at: 5, noise: 'arpQuestion', from: '10.98.2.7', to: '10.20.16.5', vlan: 210, mac: '00:00:5e:00:53:c8' },
    ]);
    expect(homes.map(({ prefix, area, vlan, basis, addresses }) => [prefix, area, vlan, basis, addresses])).toEqual([
      ['10.98.2.0/24', 'lgwan', 210, 'arp', ['10.98.2.7']],
      ['10.99.3.0/24', 'internet', 340, 'vlan', ['10.99.3.7']],
    ]);
    const bare = await suggestionOf([{ at: 1, tcp: 'eltax-gw -> 198.18.20.10:443' }], emptyTopology());
    expect(bare.homes.map(({ prefix, vlan }) => [prefix, vlan])).toContainEqual(['10.10.5.0/24', 121]);
  });

  test('with a tunnel in them say so', async () => {
    const inside = { tunnel: 'ipip', from: '10.20.16.5', to: '10.30.16.8' } as const;
    const { notSuggested } = await suggestionOf([{ at: 1, tcp: '10.20.16.5 -> 10.30.16.8:443', inside }]);
    expect(notSuggested.map(({ why }) => why)).not.toEqual([]);
  });
});
