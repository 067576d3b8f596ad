import { afterAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '../../src/base/failure.js';
import { loadTopology } from '../../src/topology/load.js';
import { judgeInWorker } from '../../src/web/uploads/judge-in-worker.js';

// the thread itself is the built one

const TOPOLOGY = fileURLToPath(new URL('../../topology/midorino-alpha.yaml', import.meta.url));
const CAPTURE = fileURLToPath(new URL('../../captures/cp-mn.pcapng', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sansou-worker-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** of this process, as Linux counts them; 0 where it cannot be told */
const threads = (): number => (existsSync('/proc/self/task') ? readdirSync('/proc/self/task').length : 0);

const crashes: Error[] = [];
const judge = judgeInWorker(TOPOLOGY, loadTopology(TOPOLOGY).topology.sha256, (error) => crashes.push(error));
const control = () => ({ signal: new AbortController().signal, onProgress: () => undefined });

describe('the thread that judges uploads', () => {
  test('answers the report of check, without the folders of the server, and leaves a bundle', async () => {
    const evidence = join(folder, 'bundle');
    const report = await judge([{ point: null, path: CAPTURE }], evidence, control());
    expect(report.inputs.captures.map(({ file }) => file)).toEqual(['cp-mn.pcapng']);
    expect(report.findings.length).toBeGreaterThan(0);
    expect(JSON.stringify(report.findings)).not.toContain('/captures/');
    expect(existsSync(join(evidence, 'manifest.json'))).toBe(true);
  });

  test('refuses what is no capture with the words of check, and a topology that has changed since', async () => {
    const foreign = join(folder, 'letter.pcap');
    writeFileSync(foreign, 'Dear Sir');
    await expect(judge([{ point: null, path: foreign }], null, control())).rejects.toThrow(Failure);
    const other = judgeInWorker(TOPOLOGY, 'another', () => undefined);
    await expect(other([{ point: null, path: CAPTURE }], null, control())).rejects.toThrow('has changed since');
  });

  test('is gone when it was cancelled, whatever it was at', async () => {
    const abort = new AbortController();
    const before = threads();
    let meanwhile = 0;
    const judging = judge([{ point: null, path: CAPTURE }], null, {
      signal: abort.signal,
      onProgress: () => {
        meanwhile = threads();
        abort.abort(new Error('cancelled'));
      },
    });
    await expect(judging).rejects.toThrow('cancelled');
    if (before === 0) return;
    expect(meanwhile).toBeGreaterThan(before);
    expect(threads()).toBe(before);
  });

  test('does not begin where it was cancelled before', async () => {
    const judging = judge([{ point: null, path: CAPTURE }], null, {
      ...control(),
      signal: AbortSignal.abort(new Error('cancelled')),
    });
    await expect(judging).rejects.toThrow('cancelled');
  });

  test('breaks down alone: the server is told, and goes on', async () => {
    const broken = judge([{ point: null, path: { not: 'a path' } as unknown as string }], null, control());
    await expect(broken).rejects.toThrow('the judging broke down');
    expect(crashes).toHaveLength(1);
  });
});
