import { afterEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunRecord } from '../../src/model/history.js';
import { verifyEvidenceBundle } from '../../src/scan/verify-evidence-bundle.js';
import { RunMemory } from '../../src/watch/run-memory.js';
import { violationCapture } from '../soak/violation-capture.mjs';
import { newFolder, rig, sourceOf } from './watch-rig.js';

const port = { point: 'CP-MN', interface: 'lo' };
const until = (seconds: number) => ({ seconds, bytes: null });

afterEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('FAKE_')) delete process.env[name];
});

/** A history that only remembers which runs were saved. */
function recorder(): { records: RunRecord[]; history: { saveRun: RunMemory['saveRun']; prune: () => never } } {
  const memory = new RunMemory();
  const records: RunRecord[] = [];
  const saveRun = (run: RunRecord): ReturnType<RunMemory['saveRun']> => {
    records.push(run);
    return memory.saveRun(run);
  };
  return {
    records,
    history: {
      saveRun,
      prune: () => {
        throw new Error('nobody asked for it');
      },
    },
  };
}

describe('the evidence of a run', () => {
  test('is a bundle that holds by itself, without payload, and its path is in the run', async () => {
    const folder = newFolder();
    process.env.FAKE_SOURCE = sourceOf(folder, 3);
    const { records, history } = recorder();
    const { watch } = rig({ kind: 'scan', ports: [port], until: until(2), history }, folder);
    const report = await watch.run(new AbortController().signal);
    const path = records.at(-1)?.evidence ?? '';
    expect(path).toBe(join(folder, 'evidence', 'run-1'));
    expect(report.evidenceBundle).toMatchObject({ directory: path, fullPackets: false });
    const verified = await verifyEvidenceBundle(path);
    expect(verified.deviations).toEqual([]);
    const violations = verified.findings.filter(({ rule }) => rule === 'A8-3-A-24');
    expect(violations.map(({ result }) => result)).toEqual(['same', 'same', 'same']);
    const packets = readdirSync(join(path, 'packets')).map((name) => readFileSync(join(path, 'packets', name)));
    expect(packets.some((bytes) => bytes.includes('xxxxxxxx') || bytes.includes('yyyyyyyy'))).toBe(false);
    // nothing is left of the whole files but the ring
    expect(existsSync(join(folder, 'spool/evidence'))).toBe(false);
  }, 20_000);

  test('is there while the run goes on, and keeps the packets of files that have expired', async () => {
    const folder = newFolder();
    process.env.FAKE_SOURCE = sourceOf(folder, 2);
    const { records, history } = recorder();
    // the second finding comes when the file of the first is long gone
    process.env.FAKE_PERIOD = '1500';
    const { watch } = rig(
      { ports: [port], until: until(5), ringBytes: 1600, reportSeconds: 1, history, ringAgeSeconds: 1 },
      folder,
    );
    const report = await watch.run(new AbortController().signal);
    expect(records.find(({ finished, evidence }) => !finished && evidence !== null)).toBeDefined();
    expect(report.quality.find(({ check }) => check === 'RUN-EVIDENCE-EXPIRED')?.message.en).toContain('have expired');
    const path = join(folder, 'evidence', 'run-1');
    const verified = await verifyEvidenceBundle(path);
    expect(verified.deviations).toEqual([]);
    const [first] = report.findings.filter(({ from }) => from.address === '10.10.17.1');
    expect(first?.evidence.every(({ time }) => time !== null)).toBe(true);
    expect(verified.findings.find(({ id }) => id === first?.id)?.result).toBe('same');
    // the bundle that it replaced is not left beside it
    expect(readdirSync(join(folder, 'evidence'))).toEqual(['run-1']);
  }, 20_000);

  test('that finds no room is said, and the watch goes on', async () => {
    const folder = newFolder();
    const dropped = join(folder, 'dropped');
    mkdirSync(dropped);
    writeFileSync(join(dropped, 'a.pcap'), violationCapture(0));
    mkdirSync(join(folder, 'evidence'));
    writeFileSync(join(folder, 'evidence', 'much'), 'x'.repeat(2000));
    const { records, history } = recorder();
    const { watch } = rig(
      { folders: [{ point: 'CP-MN', path: dropped }], untilRead: true, evidenceBytes: 1000, history },
      folder,
    );
    const report = await watch.run(new AbortController().signal);
    expect(report.result).toBe('violation');
    expect(report.quality.find(({ check }) => check === 'RUN-EVIDENCE')?.message.en).toContain('room for evidence');
    expect(records.at(-1)?.evidence).toBeNull();
  });

  test('that cannot be written is said, and the run is saved all the same', async () => {
    const folder = newFolder();
    const dropped = join(folder, 'dropped');
    mkdirSync(dropped);
    writeFileSync(join(dropped, 'a.pcap'), violationCapture(0));
    writeFileSync(join(folder, 'evidence'), 'a file where the folder should be');
    const { watch, changes } = rig({ folders: [{ point: 'CP-MN', path: dropped }], untilRead: true }, folder);
    const report = await watch.run(new AbortController().signal);
    expect(changes.map(({ change }) => change)).toContain('appeared');
    expect(report.quality.find(({ check }) => check === 'RUN-EVIDENCE')?.message.en).toContain('could not be written');
  });
});
