import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Proof, ProofRow } from '../../src/model/proof.js';
import { exitStatusOfProof } from '../../src/prove/exit-status.js';
import { prove } from '../../src/prove/prove.js';
import { PLANTERS } from '../../src/prove/registry.js';
import { catalogueEntries } from '../../src/rules/catalogue.js';
import { command } from '../cli/command.js';
import { cityOf, SAMPLES, SMALL_TOWN } from './cities.js';

const MINUTE = 60_000;

/** One of the cities is proven by the command, so that none is judged twice. */
async function proofOf(path: string): Promise<Proof> {
  if (path !== SAMPLES.at(-1)) return prove({ topology: cityOf(path) });
  const { status, out, err } = await command(['prove', '-t', path, '--format', 'json']);
  expect([status, err.includes('Error')]).toEqual([0, false]);
  return JSON.parse(out) as Proof;
}

const inShort = ({ rule, from, to, outcome, reason }: ProofRow): unknown => [rule, from, to, outcome, reason?.code];
const rowsOf = (proof: Proof, ...outcomes: string[]): readonly ProofRow[] =>
  proof.rows.filter(({ outcome }) => outcomes.includes(outcome));

describe('what is planted', () => {
  test('covers every check of the catalogue, and no other', () => {
    const checks = new Set(catalogueEntries().map(({ check }) => check));
    expect(Object.keys(PLANTERS).toSorted()).toEqual([...checks].toSorted());
  });

  test.each(SAMPLES)(
    'is caught in %s, or the tool says why it cannot know; nothing permitted raises an alarm',
    async (path) => {
      const proof = await proofOf(path);
      expect(rowsOf(proof, 'missed').map(inShort)).toEqual([]);
      expect([...proof.rows, ...proof.conduits].flatMap(({ falseAlarms }) => falseAlarms)).toEqual([]);
      expect(proof.rows.filter(({ reason }) => reason?.code === 'unexplained').map(inShort)).toEqual([]);
      expect(rowsOf(proof, 'undetermined').map(({ reason }) => reason?.code)).toEqual(
        rowsOf(proof, 'undetermined').map(() => 'encrypted'),
      );
      expect(proof.conduits.map(({ twin }) => twin)).toEqual(proof.conduits.map(() => 'quiet'));
      expect([proof.result, exitStatusOfProof(proof), proof.silentRules]).toEqual(['proven', 0, []]);
      // every rule of the catalogue has a row
      expect([...new Set(proof.rows.map(({ rule }) => rule))]).toEqual(catalogueEntries().map(({ rule }) => rule));
      expect(proof.counts.caught).toBeGreaterThan(150);
    },
    3 * MINUTE,
  );
});

describe('a city that sees too little, or permits too much', () => {
  test(
    'is told which VLAN has no capture point',
    async () => {
      const topology = cityOf(SAMPLES[0] ?? '', (file) => {
        file.capturePoints = (file.capturePoints as { name: string }[]).filter(({ name }) => name !== 'CP-MN');
      });
      const proof = await prove({ topology, rules: ['A8-3-A-01', 'A8-3-A-15', 'A8-3-A-21', 'A8-3-A-50'] });
      const missed = rowsOf(proof, 'missed');
      expect(missed.map(({ reason }) => reason?.code)).toEqual(missed.map(() => 'no-capture-point'));
      expect(missed.map(({ rule }) => rule)).toContain('A8-3-A-21');
      expect(missed.flatMap(({ reason }) => reason?.subjects)).toContain('VLAN 110');
      // a crossing is still seen on the other side of the firewall
      expect(proof.rows.filter(({ rule, to }) => rule === 'A8-3-A-01' && to === 'lgwan').map(inShort)).toEqual([
        ['A8-3-A-01', 'mynumber', 'lgwan', 'caught', undefined],
      ]);
      expect(proof.blindVlans.map(({ vlan }) => vlan)).toEqual([110, 112, 120, 121, 123, 129, 190]);
      expect([proof.result, exitStatusOfProof(proof), proof.silentRules]).toEqual([
        'gaps',
        1,
        expect.arrayContaining(['A8-3-A-21', 'A8-3-A-50']),
      ]);
    },
    MINUTE,
  );

  test(
    'is told which conduit lets a rule never fire',
    async () => {
      const topology = cityOf(SAMPLES[0] ?? '', (file) => {
        const wide = { kind: 'fileRebuild', from: { zone: 'lgwan' }, to: { zone: 'internet' }, protocol: 'any' };
        file.conduits.push({ id: 'C-WIDE', title: '何でも', ...wide, initiator: 'either' });
        delete (file as { gateways?: { mayForward?: unknown }[] }).gateways?.[0]?.mayForward;
      });
      const proof = await prove({ topology, rules: ['A8-3-I-01', 'A8-3-I-23', 'A8-3-I-39'] });
      const missed = rowsOf(proof, 'missed');
      expect(missed.map(({ rule, from, to }) => [rule, from, to])).toEqual([
        ['A8-3-I-01', 'lgwan', 'internet'],
        ['A8-3-I-23', 'lgwan', 'internet'],
        ['A8-3-I-23', 'internet', 'lgwan'],
        ['A8-3-I-39', 'lgwan', 'internet'],
        ['A8-3-I-39', 'internet', 'lgwan'],
      ]);
      expect(missed.map(({ reason }) => [reason?.code, reason?.subjects])).toEqual(
        missed.map(() => ['conduit-too-broad', ['C-WIDE']]),
      );
      expect(proof.silentRules).toEqual(['A8-3-I-23', 'A8-3-I-39']);
      expect(missed[0]?.reason?.text.ja).toContain('C-WIDE');
    },
    MINUTE,
  );

  test(
    'is told which range swallows every undeclared address',
    async () => {
      const topology = cityOf(SMALL_TOWN, (file) => {
        const realms = file.realms as Record<string, unknown>;
        realms.mgmt = { prefixes: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'] };
      });
      const proof = await prove({ topology, rules: ['A8-3-I-01'] });
      const row = proof.rows.find(({ to }) => to === 'unassigned');
      expect([row?.outcome, row?.reason?.code, row?.reason?.subjects]).toEqual([
        'missed',
        'prefix-too-broad',
        ['10.0.0.0/8'],
      ]);
    },
    MINUTE,
  );

  test(
    'is told that one point carries both sides',
    async () => {
      const proof = await prove({ topology: cityOf(SMALL_TOWN), rules: ['A8-3-I-14'] });
      expect(proof.rows.map(inShort)).toEqual([['A8-3-I-14', 'lgwan', 'internet', 'missed', 'shared-capture-point']]);
    },
    MINUTE,
  );

  test(
    'is told of a conduit that its own gateway does not list',
    async () => {
      const topology = cityOf(SAMPLES[0] ?? '', (file) => {
        for (const gateway of file.gateways as { name: string; mayForward?: unknown }[])
          if (gateway.name === 'fw-mn') gateway.mayForward = ['C-MN-01'];
      });
      const proof = await prove({ topology, rules: [] });
      const alarming = proof.conduits.filter(({ twin }) => twin === 'alarm');
      expect(alarming.map(({ conduit }) => conduit)).toContain('C-MN-07');
      expect(alarming.flatMap(({ falseAlarms }) => falseAlarms).map(({ rule }) => rule)).toContain('A8-3-A-13');
      expect(exitStatusOfProof(proof)).toBe(1);
    },
    MINUTE,
  );

  test(
    'is told what a one-sided mirror loses',
    async () => {
      const topology = cityOf(SAMPLES[0] ?? '', (file) => {
        for (const point of file.capturePoints as { mirror: string }[]) point.mirror = 'tx';
      });
      const proof = await prove({ topology, rules: ['A8-3-A-21', 'A8-3-I-21', 'A8-3-U-21'] });
      const missed = rowsOf(proof, 'missed').map(({ reason }) => reason?.code);
      expect(missed).toEqual(['one-sided-mirror', 'one-sided-mirror', 'one-sided-mirror']);
    },
    MINUTE,
  );

  test(
    'is judged on layer 2 through a wrapped mirror, and told of segments without a VLAN',
    async () => {
      const rules = ['A8-3-I-10', 'A8-3-I-01'];
      const wrapped = await prove({ topology: cityOf('tests/scenarios/topologies/vxlan-mirror.yaml'), rules });
      const codes = (proof: Proof): unknown[] => [
        ...new Set(rowsOf(proof, 'missed').map(({ reason }) => reason?.code)),
      ];
      expect(codes(wrapped)).toEqual([]);
      expect(wrapped.counts.caught).toBeGreaterThan(1);
      const bare = cityOf(SMALL_TOWN, (file) => {
        const zones = file.zones as Record<string, { segments: Record<string, unknown>[] }>;
        for (const { segments } of Object.values(zones)) for (const segment of segments) delete segment.vlan;
        for (const gateway of file.gateways as { legs: Record<string, unknown>[] }[])
          for (const leg of gateway.legs) delete leg.vlan;
        delete file.capturePoints;
      });
      const nameless = await prove({ topology: bare, rules });
      expect(codes(nameless)).toEqual(['no-vlan']);
      expect(nameless.rows.filter(({ rule }) => rule === 'A8-3-I-01').map(({ outcome }) => outcome)).toContain(
        'caught',
      );
    },
    MINUTE,
  );

  test(
    'is told of a conduit that its model forbids, instead of proving by it',
    async () => {
      const topology = cityOf(SAMPLES[0] ?? '', (file) => {
        const ends = { from: { hosts: ['mn-jumin-055'] }, to: { hosts: ['mail-in'] }, protocol: 'tcp', ports: [443] };
        file.conduits.push({ id: 'C-XX', title: '不可', kind: 'specified', ...ends, initiator: 'from' });
      });
      const proof = await prove({ topology, rules: ['A8-3-A-04', 'A8-3-A-51'] });
      expect(
        proof.conduits.filter(({ twin }) => twin !== 'quiet').map(({ conduit, reason }) => [conduit, reason?.code]),
      ).toEqual([['C-XX', 'forbidden-conduit']]);
      expect([proof.counts.falseAlarms, proof.result, exitStatusOfProof(proof)]).toEqual([0, 'gaps', 1]);
    },
    MINUTE,
  );
});

describe('the proof', () => {
  const rules = ['A8-3-I-01', 'A8-3-I-37', 'A8-3-I-42', 'A8-3-U-64'];

  test('is the same for the same topology', async () => {
    const topology = cityOf(SMALL_TOWN);
    expect(JSON.stringify(await prove({ topology, rules }))).toBe(JSON.stringify(await prove({ topology, rules })));
  });

  test('leaves nothing on the disk, whether it ends, is interrupted or fails', async () => {
    const temporary = mkdtempSync(join(tmpdir(), 'sansou-prove-test-'));
    try {
      const topology = cityOf(SMALL_TOWN);
      await prove({ topology, rules, temporary });
      expect(readdirSync(temporary)).toEqual([]);
      const controller = new AbortController();
      const onProgress = (done: number): void => {
        if (done === 2) controller.abort();
      };
      const halted = await prove({ topology, rules, temporary, signal: controller.signal, onProgress });
      expect([halted.interrupted, halted.rows.length, halted.result]).toEqual([true, 2, 'gaps']);
      expect(readdirSync(temporary)).toEqual([]);
      const broken = {
        ...topology,
        matchConduits: () => {
          throw new Error('broken');
        },
      };
      await expect(prove({ topology: broken, rules, temporary })).rejects.toThrow('broken');
      expect(readdirSync(temporary)).toEqual([]);
    } finally {
      rmSync(temporary, { recursive: true });
    }
  });
});
