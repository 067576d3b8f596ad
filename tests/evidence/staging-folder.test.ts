import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Failure } from '../../src/base/failure.js';
import { readChain } from '../../src/evidence/bundle/chain-file.js';
import { verifyEvidenceBundle } from '../../src/scan/evidence/verify-evidence-bundle.js';
import { capture, Desk, forbidden, permitted } from '../cli/desk.js';
import { command } from '../cli/command.js';
import { eventually } from '../support/eventually.js';
import { bundleOf, START } from './bundle-desk.js';

const bin = 'dist/cli.js';
const whenBuilt = existsSync(bin) ? test : test.skip;

/** A disk with room for so many writes. */
function fullAfter(writes: number): (descriptor: number, bytes: Uint8Array) => void {
  let done = 0;
  return (descriptor, bytes) => {
    if (++done > writes) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    writeSync(descriptor, bytes);
  };
}

describe('where an evidence bundle is written', () => {
  let desk: Desk;
  let file: string;
  beforeAll(() => {
    desk = new Desk();
    file = desk.put('mn.pcap', capture([permitted, forbidden], START));
  });
  afterAll(() => desk.clear());

  test('a full disk leaves nothing behind, wherever it happens', async () => {
    const directory = desk.path('full');
    let failures = 0;
    for (let writes = 0; ; writes += writes < 6 ? 1 : 6) {
      try {
        await bundleOf([file], desk.topology, { directory, write: fullAfter(writes) });
        break;
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
        expect((error as Failure).problems[0]).toMatchObject({ code: 'EVIDENCE-FOLDER' });
        failures++;
      }
      expect(readdirSync(desk.folder).filter((name) => name.includes('full'))).toEqual([]);
    }
    expect(failures).toBeGreaterThan(5);
    expect((await verifyEvidenceBundle(directory)).result).toBe('holds');
  }, 120_000);

  test('a folder that holds something else is refused before anything is read', async () => {
    const directory = desk.path('taken');
    mkdirSync(directory);
    writeFileSync(join(directory, 'letter.txt'), 'mine');
    const { status, err } = await command(['check', file, '-t', desk.topology, '--evidence', directory]);
    expect([status, err]).toEqual([3, expect.stringContaining('[EVIDENCE-FOLDER]')]);
    expect(readdirSync(directory)).toEqual(['letter.txt']);
    const nowhere = await command(['check', file, '-t', desk.topology, '--evidence', join(directory, 'a', 'b')]);
    expect(nowhere.status).toBe(3);
    const notFolder = await command(['check', file, '-t', desk.topology, '--evidence', file]);
    expect(notFolder.status).toBe(3);
  });

  test('an earlier bundle of that name is kept under another, and the new one is chained to it', async () => {
    const directory = desk.path('again');
    mkdirSync(directory);
    const first = await bundleOf([file], desk.topology, { directory });
    expect(first.bundle.manifest.previous).toBeNull();
    const second = await bundleOf([file], desk.topology, { directory });
    expect(second.bundle.manifest.previous).toEqual({ sha256: first.bundle.sha256, copy: 'previous-manifest.json' });
    expect(second.bundle.earlier).toBe(`${directory}.${first.bundle.sha256.slice(0, 12)}`);
    expect(await verifyEvidenceBundle(directory)).toMatchObject({
      result: 'holds',
      previousSha256: first.bundle.sha256,
    });
    expect((await verifyEvidenceBundle(second.bundle.earlier ?? '')).manifestSha256).toBe(first.bundle.sha256);
    writeFileSync(join(directory, 'previous-manifest.json'), '{}');
    expect((await verifyEvidenceBundle(directory)).result).toBe('does-not-hold');
  });

  test('a chain links the bundles of successive runs, and a bundle that is not in it is noticed', async () => {
    const chain = desk.path('chain.ndjson');
    const runs: string[] = [];
    for (const name of ['run-1', 'run-2', 'run-3']) {
      const { bundle } = await bundleOf([file], desk.topology, { directory: desk.path(name), chain });
      expect(bundle.manifest.previous?.sha256 ?? null).toBe(runs.at(-1) ?? null);
      runs.push(bundle.sha256);
    }
    expect(readChain(chain).map(({ manifest }) => manifest)).toEqual(runs);
    const asked = (name: string) => verifyEvidenceBundle(desk.path(name), { chain });
    for (const name of ['run-1', 'run-2', 'run-3']) expect((await asked(name)).result).toBe('holds');
    await bundleOf([file], desk.topology, { directory: desk.path('outside') });
    expect((await asked('outside')).deviations.map(({ code }) => code)).toEqual(['chain-differs']);

    // a line taken out of the middle breaks what follows
    const lines = readFileSync(chain, 'utf8').split('\n');
    writeFileSync(chain, [lines[0], lines[2], ''].join('\n'));
    expect((await asked('run-3')).deviations.map(({ code }) => code)).toEqual(['chain-differs']);
    const directory = desk.path('run-4');
    await expect(bundleOf([file], desk.topology, { directory, chain })).rejects.toBeInstanceOf(Failure);
    expect(existsSync(directory)).toBe(false);
  });

  whenBuilt(
    'a process that is killed leaves no half bundle that looks whole',
    async () => {
      const sessions = Array.from({ length: 40 }, (_, number) => ({
        ...forbidden,
        port: 1000 + number,
        to: `10.20.4.${number + 20}`,
      }));
      const many = desk.put('mn-many.pcap', capture(sessions, START));
      const begun = (name: string): string | undefined =>
        readdirSync(desk.folder).find((entry) => entry.startsWith(`.${name}.`) && entry.endsWith('.part'));
      const isWhole: boolean[] = [];
      for (const files of [0, 1, 2, 4, 16, Infinity]) {
        const name = `killed-${files}`;
        const directory = desk.path(name);
        const child = spawn(process.execPath, [bin, 'check', many, '-t', desk.topology, '--evidence', directory], {
          stdio: 'ignore',
        });
        const ended = once(child, 'close');
        const hasWritten = (): boolean => {
          const staging = begun(name);
          if (staging === undefined) return false;
          try {
            return readdirSync(desk.path(staging), { recursive: true }).length >= files;
          } catch {
            // it has just been put in its place
            return false;
          }
        };
        await Promise.race([eventually(() => child.exitCode !== null || hasWritten()), ended]);
        child.kill('SIGKILL');
        await ended;
        isWhole.push(existsSync(directory));
        if (existsSync(directory)) expect((await verifyEvidenceBundle(directory)).result).toBe('holds');
        else expect(begun(name)).toBeDefined();
      }
      expect([isWhole.includes(false), isWhole.at(-1)]).toEqual([true, true]);
    },
    120_000,
  );
});
