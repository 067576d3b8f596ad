import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Failure } from '../../src/base/failure.js';
import { readChain } from '../../src/evidence/bundle/chain-file.js';
import { verifyEvidenceBundle } from '../../src/scan/evidence/verify-evidence-bundle.js';
import { capture, Desk, forbidden, permitted } from '../cli/desk.js';
import { command } from '../cli/command.js';
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
  }, 60_000);

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
  }, 30_000);

  whenBuilt(
    'a process that is killed leaves no half bundle that looks whole',
    async () => {
      const sessions = Array.from({ length: 40 }, (_, number) => ({
        ...forbidden,
        port: 1000 + number,
        to: `10.20.4.${number + 20}`,
      }));
      const many = desk.put('mn-many.pcap', capture(sessions, START));
      let whole = 0;
      let none = 0;
      for (let wait = 150; wait < 900 && whole < 2; wait += 50) {
        const directory = desk.path(`killed-${wait}`);
        const child = spawn(process.execPath, [bin, 'check', many, '-t', desk.topology, '--evidence', directory], {
          stdio: 'ignore',
        });
        const ended = new Promise((resolve) => child.on('close', resolve));
        const timer = setTimeout(() => child.kill('SIGKILL'), wait);
        await ended;
        clearTimeout(timer);
        if (existsSync(directory)) {
          expect((await verifyEvidenceBundle(directory)).result).toBe('holds');
          whole++;
        } else none++;
        for (const name of readdirSync(dirname(directory)).filter((entry) => entry.endsWith('.part')))
          expect(name.startsWith('.')).toBe(true);
      }
      expect(none).toBeGreaterThan(0);
    },
    60_000,
  );
});
