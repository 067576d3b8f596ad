import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bench } from '../../src/prove/bench.js';
import { Ground } from '../../src/prove/ground.js';
import { isBare, type Plant } from '../../src/prove/plant.js';
import { established } from '../../src/prove/plants/crossings.js';
import { tryPlant, tryTwin } from '../../src/prove/try-plant.js';
import { cityOf, SMALL_TOWN } from './cities.js';

const folder = mkdtempSync(join(tmpdir(), 'sansou-bench-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ground = new Ground(cityOf(SMALL_TOWN));
const bench = new Bench(ground, folder);
const [planted] = established(ground, 'I');
if (planted === undefined || isBare(planted) || planted.twin === null) throw new Error('nothing is planted');
const plant: Plant = planted;
const twin = planted.twin;

describe('a planted case', () => {
  test('is caught because of its packets: the permitted neighbour in its place is not', async () => {
    expect((await tryPlant(bench, 'A8-3-I-01', plant)).outcome).toBe('caught');
    const harmless = await tryPlant(bench, 'A8-3-I-01', { ...plant, play: twin });
    expect([harmless.outcome, harmless.reason?.code]).toEqual(['missed', 'unexplained']);
  });

  test('is not caught by a finding about somebody else', async () => {
    expect((await tryPlant(bench, 'A8-3-I-01', { ...plant, about: ['192.0.2.99'] })).outcome).toBe('missed');
  });

  test('under the name of another rule says so', async () => {
    expect(await tryPlant(bench, 'A8-3-I-09', plant)).toEqual({
      outcome: 'caught',
      caughtAs: 'A8-3-I-01',
      reason: null,
    });
    // what only one rule says is not said by another
    expect((await tryPlant(bench, 'A8-3-I-40', plant)).outcome).toBe('missed');
  });

  test('in the place of its permitted neighbour raises an alarm', async () => {
    const own = { rule: 'A8-3-I-01', about: plant.about, verdicts: plant.verdicts };
    expect(await tryTwin(bench, twin, own)).toEqual([]);
    expect((await tryTwin(bench, plant.play, own)).map(({ rule }) => rule)).toContain('A8-3-I-01');
  });
});
