import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Failure } from '../../src/base/failure.js';
import { openFileOutput } from '../../src/cli/output/file-output.js';
import { openStandardOutput } from '../../src/cli/output/output.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sansou-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function failureOf(work: () => unknown): Failure {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('-o FILE', () => {
  test('the file appears whole, at the end', async () => {
    const path = join(folder, 'report.json');
    const output = openFileOutput(path, []);
    output.write('{"a":');
    output.write('1}');
    expect(() => statSync(path)).toThrow();
    await output.commit();
    expect(readFileSync(path, 'utf8')).toBe('{"a":1}');
    expect(readdirSync(folder)).toEqual(['report.json']);
  });

  test('given up, it leaves the old file as it was and nothing beside it', () => {
    const path = join(folder, 'report.json');
    writeFileSync(path, 'old');
    const output = openFileOutput(path, []);
    output.write('half');
    output.discard();
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['report.json']);
  });

  test('an existing file keeps its mode, and a link keeps leading to it', async () => {
    const path = join(folder, 'report.json');
    writeFileSync(path, 'old', { mode: 0o640 });
    symlinkSync('report.json', join(folder, 'latest'));
    const output = openFileOutput(join(folder, 'latest'), []);
    output.write('new');
    await output.commit();
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  test('a folder that is not there, or a folder in its place, ends with 3 before any work', () => {
    for (const path of [join(folder, 'nowhere', 'a.json'), folder]) {
      const failure = failureOf(() => openFileOutput(path, []));
      expect(failure.exit).toBe(3);
      expect(failure.problems[0]?.file).toBe(path);
    }
  });

  test('an input or a capture is not overwritten', () => {
    const topology = join(folder, 'city.yaml');
    writeFileSync(topology, 'version: 1\n');
    expect(failureOf(() => openFileOutput(topology, [topology])).exit).toBe(3);
    const capture = join(folder, 'a.pcap');
    writeFileSync(capture, Buffer.from('d4c3b2a1020004000000000000000000ffff000001000000', 'hex'));
    expect(failureOf(() => openFileOutput(capture, [])).exit).toBe(3);
    expect(readFileSync(capture)).toHaveLength(24);
    expect(readdirSync(folder).sort()).toEqual(['a.pcap', 'city.yaml']);
  });

  test('a device is written to, not replaced', async () => {
    const output = openFileOutput('/dev/null', []);
    output.write('x');
    await output.commit();
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('a full disk is a failure with its reason', () => {
    mkdirSync(join(folder, 'full'));
    const output = openFileOutput('/dev/full', []);
    const failure = failureOf(() => output.write('x'));
    expect(failure.problems[0]?.message.en).toContain('no space is left');
  });
});

describe('standard output', () => {
  function failing(code: string): Writable {
    return new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })),
    });
  }

  test('a reader that has gone is no fault', async () => {
    const output = openStandardOutput(failing('EPIPE'));
    output.write('x');
    await output.commit();
    expect(output.closed).toBe(true);
  });

  test('any other error is one', async () => {
    const output = openStandardOutput(failing('EIO'));
    output.write('x');
    await expect(output.commit()).rejects.toThrow('EIO');
  });
});
