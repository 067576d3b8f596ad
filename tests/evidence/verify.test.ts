import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Failure } from '../../src/base/failure.js';
import type { EvidenceVerification } from '../../src/model/evidence-verification.js';
import { verifyEvidenceBundle } from '../../src/scan/evidence/verify-evidence-bundle.js';
import { capture, Desk, forbidden, permitted } from '../cli/desk.js';
import { command } from '../cli/command.js';
import { bundleOf, filesOf, START } from './bundle-desk.js';

/** What must not happen: a bundle that was touched and is said to hold. */
async function holds(folder: string): Promise<boolean> {
  try {
    return (await verifyEvidenceBundle(folder)).result === 'holds';
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

describe('verifying an evidence bundle', () => {
  let desk: Desk;
  let folder: string;
  beforeAll(async () => {
    desk = new Desk();
    folder = desk.path('bundle');
    const file = desk.put('mn.pcap', capture([permitted, forbidden], START));
    await bundleOf([file], desk.topology, { directory: folder });
  });
  afterAll(() => desk.clear());

  test('says that it holds, and which findings it proves alone', async () => {
    const { status, out } = await command(['verify-evidence', folder, '--format', 'json']);
    const verification = JSON.parse(out) as EvidenceVerification;
    expect(status).toBe(0);
    expect(verification).toMatchObject({ result: 'holds', deviations: [], fullPackets: false });
    expect(verification.findings.some(({ result }) => result === 'same')).toBe(true);
    for (const { result, why } of verification.findings) expect(result === 'same').toBe(why === null);
  });

  /** Whether the bundle is said to hold while one byte of a file is another. */
  async function holdsWithFlipped(name: string, bytes: Buffer, at: number, mask: number): Promise<boolean> {
    const touched = Buffer.from(bytes);
    touched[at] = (touched[at] as number) ^ mask;
    writeFileSync(join(folder, name), touched);
    try {
      return await holds(folder);
    } finally {
      writeFileSync(join(folder, name), bytes);
    }
  }

  test('notices a flipped byte at the beginning and at the end of every file', async () => {
    for (const [name, bytes] of filesOf(folder))
      for (const at of [0, bytes.length - 1])
        expect([name, at, await holdsWithFlipped(name, bytes, at, 1)]).toEqual([name, at, false]);
  }, 180_000);

  test('notices any byte that was flipped, in any file', async () => {
    const files = [...filesOf(folder)];
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: files.length - 1 }),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        fc.integer({ min: 1, max: 255 }),
        async (number, place, mask) => {
          const [name, bytes] = files[number] as [string, Buffer];
          const at = Math.floor(place * bytes.length);
          expect([name, at, await holdsWithFlipped(name, bytes, at, mask)]).toEqual([name, at, false]);
        },
      ),
      { numRuns: 50 },
    );
    expect(await holds(folder)).toBe(true);
  }, 180_000);

  test.each(['manifest.json', 'manifest.sha256', 'report.json', 'topology.yaml'])('misses %s', async (name) => {
    const copy = desk.path('missing');
    cpSync(folder, copy, { recursive: true });
    rmSync(join(copy, name));
    expect(await holds(copy)).toBe(false);
    rmSync(copy, { recursive: true });
  });

  test('notices what was added: files, folders, and more at the end of a file', async () => {
    const copy = desk.path('more');
    for (const add of [
      () => writeFileSync(join(copy, 'note.txt'), 'x'),
      () => writeFileSync(join(copy, 'packets', 'note.txt'), 'x'),
      () => mkdirSync(join(copy, 'empty')),
      () => writeFileSync(join(copy, 'report.json'), `${readFileSync(join(copy, 'report.json'), 'utf8')} `),
    ]) {
      cpSync(folder, copy, { recursive: true });
      add();
      expect(await holds(copy)).toBe(false);
      rmSync(copy, { recursive: true });
    }
  });

  test('holds the manifest against the digest that was written down', async () => {
    const { manifestSha256 } = await verifyEvidenceBundle(folder);
    const asked = (digest: string) => command(['verify-evidence', folder, '--manifest-sha256', digest]);
    expect((await asked(manifestSha256.toUpperCase())).status).toBe(0);
    expect((await asked(manifestSha256.replace(/^./, (digit) => (digit === '0' ? '1' : '0')))).status).toBe(1);
    expect((await asked('0123')).status).toBe(64);
  });

  test('does not take a forged finding for a proven one, though all digests were made to fit', async () => {
    const copy = desk.path('forged');
    cpSync(folder, copy, { recursive: true });
    const other = desk.path('other');
    const file = desk.put('mn-other.pcap', capture([{ ...forbidden, port: 139 }], START));
    const { bundle } = await bundleOf([file], desk.topology, { directory: other });
    // the packets of another flow under the name of this finding
    const proven = bundle.manifest.findings.find(({ rejudged }) => rejudged === 'same')?.file ?? '';
    const text = readFileSync(join(copy, 'manifest.json'), 'utf8');
    const manifest = JSON.parse(text) as { outputs: { file: string; bytes: number; sha256: string }[] };
    const target = manifest.outputs.find(({ file: name }) => name.startsWith('packets/'));
    const source = bundle.manifest.outputs.find(({ file: name }) => name === proven);
    if (target === undefined || source === undefined) throw new Error('no packets');
    writeFileSync(join(copy, target.file), readFileSync(join(other, proven)));
    const forged = text
      .replace(target.sha256, source.sha256)
      .replace(`"bytes": ${target.bytes}`, `"bytes": ${source.bytes}`);
    writeFileSync(join(copy, 'manifest.json'), forged);
    const { createHash } = await import('node:crypto');
    writeFileSync(
      join(copy, 'manifest.sha256'),
      `${createHash('sha256').update(forged).digest('hex')}  manifest.json\n`,
    );
    const verification = await verifyEvidenceBundle(copy);
    expect(verification.deviations.map(({ code }) => code)).toContain('finding-differs');
  });

  test('leads out of the folder for nobody', async () => {
    const copy = desk.path('outward');
    cpSync(folder, copy, { recursive: true });
    const forged = readFileSync(join(copy, 'manifest.json'), 'utf8').replace('"topology.yaml"', '"../city.yaml"');
    writeFileSync(join(copy, 'manifest.json'), forged);
    const verification = await verifyEvidenceBundle(copy);
    expect(verification.deviations.map(({ code }) => code)).toEqual(['manifest-digest', 'manifest-unreadable']);
  });

  test('refuses what is no bundle: 3, and a wrong format: 64', async () => {
    for (const path of [desk.path('nothing'), desk.topology, desk.folder]) {
      const { status, err } = await command(['verify-evidence', path]);
      expect([status, err]).toEqual([3, expect.stringContaining('[EVIDENCE-NONE]')]);
    }
    expect((await command(['verify-evidence', folder, '--format', 'xml'])).status).toBe(64);
  });
});
