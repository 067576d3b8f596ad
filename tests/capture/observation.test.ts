import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openObservation, type Observation, type ObservationOptions } from '../../src/capture/open.js';
import {
  inChunks,
  joinBytes,
  pcapFile,
  PcapngBlocks,
  pcapngFile,
  sampleRecords,
  type SampleRecord,
} from '../support/capture-bytes.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sansou-observation-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const SECOND = 1_000_000_000n;

function save(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** Records at these seconds; the data tells the second. */
function at(...seconds: readonly number[]): SampleRecord[] {
  return seconds.map((second) => ({
    time: (1_700_000_000n + BigInt(second)) * SECOND,
    data: Uint8Array.of(second & 255),
  }));
}

async function open(paths: readonly string[], options: Partial<ObservationOptions> = {}): Promise<Observation> {
  return openObservation(
    paths.map((path) => {
      const [, point, name] = /^(CP-\w+)=(.*)$/.exec(path) ?? [null, null, path];
      return { point: point ?? null, path: name ?? path };
    }),
    { hash: false, ...options },
  );
}

/** `file:frame` of every record, in the order of the observation. */
async function order(observation: Observation): Promise<string[]> {
  const seen: string[] = [];
  for (let slice = await observation.next(); slice !== null; slice = await observation.next()) {
    for (let index = slice.from; index < slice.to; index++) {
      seen.push(`${slice.fileIndex}:${slice.batch.firstFrame + index}`);
    }
  }
  return seen;
}

const codes = (observation: Observation): string[] => observation.problems.map(({ code }) => code);

describe('several files', () => {
  test('are one observation in time order, whatever the order of naming', async () => {
    const a = save('a.pcap', pcapFile(at(1, 4, 5, 9)));
    const b = save('b.pcapng', pcapngFile(at(2, 3, 6)));
    for (const paths of [
      [a, b],
      [b, a],
    ]) {
      const observation = await open(
        paths.map((path, index) => `CP-${path === a ? 'A' : `B${index - index}`}=${path}`),
      );
      expect(await order(observation)).toEqual(['0:1', '1:1', '1:2', '0:2', '0:3', '1:3', '0:4']);
      expect(observation.files.map(({ path }) => path)).toEqual([a, b]);
      expect(observation.problems).toEqual([]);
    }
  });

  test('at equal times keep one order, and each file keeps its own where its times run backwards', async () => {
    const a = save('a.pcap', pcapFile(at(5, 2, 8)));
    const b = save('b.pcap', pcapFile(at(5, 6, 8)));
    const observation = await open([a, b]);
    expect(await order(observation)).toEqual(['0:1', '0:2', '1:1', '1:2', '0:3', '1:3']);
  });

  test('split at any places give the records of the whole in the same order', async () => {
    const records = at(...Array.from({ length: 700 }, (_, index) => index));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(2), { minLength: 700, maxLength: 700 }), async (choice) => {
        const paths = [0, 1, 2].map((part) =>
          save(`${part}.pcap`, pcapFile(records.filter((_, index) => choice[index] === part))),
        );
        const observation = await open(paths);
        const times: number[] = [];
        for (let slice = await observation.next(); slice !== null; slice = await observation.next()) {
          for (let index = slice.from; index < slice.to; index++) times.push(slice.batch.time[index] ?? -1);
        }
        const origin = observation.clock.origin;
        expect(times.map((time) => time / 1e9 + origin)).toEqual(records.map(({ time }) => Number(time / SECOND)));
      }),
      { numRuns: 10 },
    );
  });

  test('that follow each other are opened one after the other', async () => {
    const paths = Array.from({ length: 300 }, (_, index) =>
      save(`${String(index).padStart(3, '0')}.pcap`, pcapFile(at(index * 2, index * 2 + 1))),
    );
    const observation = await open(paths);
    expect(await order(observation)).toHaveLength(600);
    expect(observation.files.every(({ ended, complete }) => ended && complete)).toBe(true);
    expect(observation.problems).toEqual([]);
  });

  test('that overlap by hundreds are still all read', async () => {
    const paths = Array.from(
      { length: 270 },
      (_, index) => `CP-${index}=${save(`${index}.pcap`, pcapFile(at(0, 1, index + 2)))}`,
    );
    const observation = await open(paths);
    expect(await order(observation)).toHaveLength(270 * 3);
    expect(codes(observation)).toEqual(['CAPTURE-ORDER']);
  });
});

describe('each file', () => {
  test('tells its records, its times, its digest, even behind a corrupt place', async () => {
    const bytes = pcapFile(at(3, 1, 7));
    new DataView(bytes.buffer).setUint32(24 + 2 * 17 + 8, 0xffff_ffff, true);
    const path = save('a.pcap', bytes);
    const observation = await open([path], { hash: true });
    await order(observation);
    const [file] = observation.files;
    expect(file).toMatchObject({
      records: 2,
      first: 1_700_000_001n * SECOND,
      last: 1_700_000_003n * SECOND,
      complete: false,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
      bytesRead: bytes.length,
      format: 'pcap',
    });
    expect(file?.problems.map(({ code }) => code)).toEqual(['CAPTURE-CORRUPT']);
    expect(observation.bytesTotal).toBe(bytes.length);
  });

  test('that is compressed has the digest of its compressed bytes', async () => {
    const bytes = gzipSync(pcapFile(at(1)));
    const observation = await open([save('a.pcap.gz', bytes)], { hash: true });
    await order(observation);
    expect(observation.files[0]?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test('is not complete when the reading was ended early', async () => {
    const observation = await open([save('a.pcap', pcapFile(sampleRecords(600)))]);
    await observation.next();
    observation.close();
    expect(observation.files[0]).toMatchObject({ ended: true, complete: false, records: 256, sha256: null });
    expect(await observation.next()).toBeNull();
  });
});

describe('naming', () => {
  test('a directory gives its captures, counts what is none, and does not look below', async () => {
    save('b.pcap', pcapFile(at(1)));
    save('a.pcapng', pcapngFile(at(2)));
    save('notes.txt', new TextEncoder().encode('not a capture at all'));
    save('.hidden.pcap', pcapFile(at(3)));
    mkdirSync(join(folder, 'below'));
    save('below/c.pcap', pcapFile(at(4)));
    symlinkSync(join(folder, 'below'), join(folder, 'link'));
    const observation = await open([folder]);
    expect(observation.files.map(({ path }) => path)).toEqual([join(folder, 'b.pcap'), join(folder, 'a.pcapng')]);
    expect(codes(observation)).toEqual(['CAPTURE-SKIPPED']);
    expect(observation.problems[0]?.message.en).toContain('1 file that is no capture');
    expect(observation.problems[0]?.level).toBe('note');
  });

  test('what is named like a capture and is none is a warning, whatever lies beside it', async () => {
    save('a.pcap', pcapFile(at(1)));
    save('README.md', new TextEncoder().encode('not a capture at all'));
    save('b.pcapng.gz', new TextEncoder().encode('not a capture at all'));
    const { problems } = await open([folder]);
    expect(problems.map(({ code, level }) => [code, level])).toEqual([['CAPTURE-SKIPPED', 'warning']]);
  });

  test('a directory without captures is a problem', async () => {
    const empty = await open([folder]);
    expect([empty.files.length, codes(empty)]).toEqual([0, ['CAPTURE-NONE']]);
    save('notes.txt', new TextEncoder().encode('not a capture at all'));
    expect(codes(await open([folder]))).toEqual(['CAPTURE-SKIPPED', 'CAPTURE-NONE']);
  });

  test('a pattern gives the files that match, or a problem', async () => {
    for (const name of ['mn-1.pcap', 'mn-2.pcap', 'lg-1.pcap', 'mn-[3].pcap']) save(name, pcapFile(at(1)));
    mkdirSync(join(folder, 'x/y'), { recursive: true });
    save('x/y/mn-9.pcap', pcapFile(at(1)));
    const names = async (pattern: string): Promise<string[]> =>
      (await open([join(folder, pattern)])).files.map(({ path }) => path.slice(folder.length + 1));
    expect(await names('mn-*.pcap')).toEqual(['mn-1.pcap', 'mn-2.pcap', 'mn-[3].pcap']);
    expect(await names('mn-?.pcap')).toEqual(['mn-1.pcap', 'mn-2.pcap']);
    expect(await names('[!m]?-[0-9].pcap')).toEqual(['lg-1.pcap']);
    expect(await names('mn-[3].pcap')).toEqual(['mn-[3].pcap']);
    expect(await names('**/mn-9.pcap')).toEqual(['x/y/mn-9.pcap']);
    expect(await names('x/*/mn-*.pcap')).toEqual(['x/y/mn-9.pcap']);
    expect(codes(await open([join(folder, 'no-*.pcap')]))).toEqual(['CAPTURE-MISSING']);
  });

  test('one file twice is read once for each point', async () => {
    const path = save('a.pcap', pcapFile(at(1)));
    symlinkSync(path, join(folder, 'same.pcap'));
    const twice = await open([path, join(folder, 'same.pcap')]);
    expect([twice.files.length, codes(twice)]).toEqual([1, ['CAPTURE-TWICE']]);
    const points = await open([`CP-A=${path}`, `CP-B=${path}`]);
    expect(points.files.map(({ point }) => point)).toEqual(['CP-A', 'CP-B']);
    expect(codes(points)).toEqual([]);
  });

  test('what cannot be read is a problem and does not stop the rest', async () => {
    const good = save('good.pcap', pcapFile(at(1)));
    const locked = save('locked.pcap', pcapFile(at(1)));
    chmodSync(locked, 0);
    const observation = await open([
      join(folder, 'missing.pcap'),
      save('empty.pcap', new Uint8Array(0)),
      save('a.txt', new TextEncoder().encode('plain text')),
      good,
    ]);
    expect(observation.files.map(({ path }) => path)).toEqual([good]);
    expect(codes(observation)).toEqual(['CAPTURE-MISSING', 'CAPTURE-EMPTY', 'CAPTURE-FOREIGN']);
    expect(observation.problems.every(({ level, message }) => level === 'error' && message.ja !== '')).toBe(true);
    // root may read everything
    if (process.getuid?.() !== 0) expect(codes(await open([locked]))).toEqual(['CAPTURE-UNREADABLE']);
  });

  test('standard input is one of the captures', async () => {
    const path = save('a.pcap', pcapFile(at(1, 3)));
    const observation = await open(['-', path], { input: inChunks(gzipSync(pcapFile(at(0, 2))), 7) });
    expect(observation.files.map((file) => file.path)).toEqual(['-', path]);
    expect(await order(observation)).toEqual(['0:1', '1:1', '0:2', '1:2']);
    expect(observation.files[0]).toMatchObject({ size: 0, complete: true, format: 'pcap + gzip' });
  });
});

describe('capture points', () => {
  const blocks = new PcapngBlocks();
  const named = (name: string, ...seconds: number[]): Uint8Array =>
    joinBytes(
      blocks.section(),
      blocks.interface(1, 0, [blocks.text(2, name)]),
      blocks.interface(1, 0, [blocks.text(2, `${name}b`)]),
      ...at(...seconds).map((record) => blocks.enhanced(0, record.time / 1000n, record)),
    );

  test('are those named by the user, else matched by interface, else by file', async () => {
    const a = save('a.pcapng', named('eth1', 1));
    const matchPoint = (path: string, name: string | null): string | null =>
      name === 'eth1' ? 'CP-ETH1' : name === null && path.endsWith('a.pcapng') ? 'CP-FILE' : null;
    const matched = await open([a], { matchPoint });
    await order(matched);
    expect([matched.files[0]?.point, matched.pointOf(0, 0), matched.pointOf(0, 1)]).toEqual([
      'CP-FILE',
      'CP-ETH1',
      'CP-FILE',
    ]);
    const given = await open([`CP-X=${a}`], { matchPoint });
    await order(given);
    expect([given.files[0]?.point, given.pointOf(0, 0)]).toEqual(['CP-X', 'CP-X']);
  });

  test('with two files of the same time are reported, unless other interfaces or other points carried them', async () => {
    const report = async (...paths: string[]): Promise<string[]> => {
      const observation = await open(paths);
      await order(observation);
      return codes(observation);
    };
    const a = save('a.pcapng', named('eth1', 1, 20));
    const b = save('b.pcapng', named('eth1', 10, 30));
    const c = save('c.pcapng', named('eth2', 10, 30));
    const d = save('d.pcapng', named('eth1', 20, 40));
    expect(await report(a, b)).toEqual(['CAPTURE-OVERLAP']);
    expect(await report(`CP-A=${a}`, `CP-A=${b}`)).toEqual(['CAPTURE-OVERLAP']);
    expect(await report(`CP-A=${a}`, `CP-B=${b}`)).toEqual([]);
    expect(await report(a, c)).toEqual([]);
    expect(await report(a, d)).toEqual([]);
  });
});
