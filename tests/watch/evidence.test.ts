import { afterEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EvidenceBundle } from '../../src/evidence/bundle/evidence-bundle.js';
import type { RunRecord } from '../../src/model/history.js';
import { check } from '../../src/scan/check.js';
import { commitEvidence } from '../../src/scan/evidence/commit-evidence.js';
import type { EvidenceTask } from '../../src/scan/evidence/evidence-task.js';
import { verifyEvidenceBundle } from '../../src/scan/evidence/verify-evidence-bundle.js';
import { writeRunEvidence } from '../../src/scan/evidence/write-run-evidence.js';
import { loadTopology } from '../../src/topology/load.js';
import { evidenceInWorker } from '../../src/watch/evidence-in-worker.js';
import { RunMemory } from '../../src/watch/run-memory.js';
import { violationCapture } from '../soak/violation-capture.mjs';
import type { WatchOptions } from '../../src/watch/watch-options.js';
import { cityFile } from './slice-captures.js';
import { newFolder, rig, runUntil, sourceOf } from './watch-rig.js';

const port = { point: 'CP-MN', interface: 'lo' };

afterEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('FAKE_')) delete process.env[name];
});

/** A history that only remembers which runs were saved. */
function recorder(): { records: RunRecord[]; history: NonNullable<WatchOptions['history']> } {
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
      attachEvidence: () => undefined,
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
    const { watch } = rig({ kind: 'scan', ports: [port], history }, folder);
    const report = await runUntil(watch, () => watch.state().packets === 24);
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
  });

  test('is there while the run goes on, and keeps the packets of files that have expired', async () => {
    const folder = newFolder();
    process.env.FAKE_SOURCE = sourceOf(folder, 2);
    const { records, history } = recorder();
    // the ring goes by the clock, and so does this: the second finding comes when the file of the first is long gone
    process.env.FAKE_PERIOD = '1500';
    const { watch } = rig(
      {
        ports: [port],
        until: { seconds: 5, bytes: null },
        ringBytes: 1600,
        reportSeconds: 1,
        history,
        ringAgeSeconds: 1,
      },
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

  test('is made beside the watch: what comes meanwhile is told before it is done', async () => {
    const folder = newFolder();
    const dropped = join(folder, 'dropped');
    mkdirSync(dropped);
    const drop = (index: number): void => writeFileSync(join(dropped, `${index}.pcap`), violationCapture(index));
    const end = new AbortController();
    const order: string[] = [];
    let release = (): void => undefined;
    const { watch } = rig(
      {
        folders: [{ point: 'CP-MN', path: dropped }],
        reportSeconds: 1,
        onChanges: (found) => {
          for (const { finding } of found) if (finding.rule === 'A8-3-A-24') order.push(finding.from.address ?? '');
          if (order.includes('10.10.17.2')) release();
        },
        writeEvidence: async (task, signal) => {
          order.push('begins');
          if (order.length === 2) {
            const released = new Promise<void>((resolve) => (release = resolve));
            drop(1);
            await released;
            end.abort();
          }
          const outcome = await writeRunEvidence(task, signal);
          order.push('is there');
          return outcome;
        },
      },
      folder,
    );
    drop(0);
    const report = await watch.run(end.signal);
    expect(order).toEqual(['10.10.17.1', 'begins', '10.10.17.2', 'is there', 'begins', 'is there']);
    expect(report.evidenceBundle).toMatchObject({
      files: report.findings.filter(({ evidence }) => evidence.length > 0).length,
    });
  });

  test('judges no packets twice, and leaves to the next bundle what is too much for one', async () => {
    const folder = newFolder();
    const { topology } = loadTopology(cityFile);
    const captures = [0, 1, 2].map((index) => {
      const path = join(folder, `${index}.pcap`);
      writeFileSync(path, violationCapture(index));
      return { point: 'CP-MN', path };
    });
    const judged = new Map<string, boolean>();
    const results: string[][] = [];
    for (const directory of ['a', 'b', 'c']) {
      const evidence = new EvidenceBundle({ directory: join(folder, directory) }, topology);
      const report = await check({ captures, topology, hash: true, evidence });
      const options = { topology, dedup: true, judged, atMost: 2 };
      const { manifest } = await commitEvidence(evidence, report, options);
      const ofRule = manifest.findings.filter(({ rule }) => rule === 'A8-3-A-24');
      results.push(ofRule.map(({ rejudged }) => rejudged).sort());
    }
    expect(results[0]).toContain('not-tried');
    expect(results[2]).toEqual(['same', 'same', 'same']);
    const verified = await verifyEvidenceBundle(join(folder, 'a'));
    expect(verified.deviations).toEqual([]);
  });

  test('that a crash left half-made is cleared away, and one that was being replaced is put back', () => {
    const folder = newFolder();
    const evidence = join(folder, 'evidence');
    const put = (name: string): void => {
      mkdirSync(join(evidence, name), { recursive: true });
      writeFileSync(join(evidence, name, 'manifest.json'), name);
    };
    const [one, two] = ['20261126T120000000Z-00aa', '20261126T130000000Z-00bb'];
    const dead = spawnSync('/bin/true').pid;
    for (const name of [`.${one}.${dead}.part`, `.${one}.${process.ppid}.part`]) put(name);
    for (const name of [one, `${one}.0123456789ab`, `${two}.0123456789ab`, 'mine', 'mine.0123456789ab']) put(name);
    const { events } = rig({}, folder);
    expect(readdirSync(evidence).sort()).toEqual([
      // another process that is alive may be at it
      ...[`.${one}.${process.ppid}.part`, one, two, 'mine', 'mine.0123456789ab'],
    ]);
    expect(readFileSync(join(evidence, two, 'manifest.json'), 'utf8')).toBe(`${two}.0123456789ab`);
    expect(events.map(({ event }) => event)).toContain('half-made evidence of an earlier life was cleared away');
  });

  const whenBuilt = existsSync(resolve('dist/watch/evidence-worker.js')) ? test : test.skip;
  whenBuilt('is made by a thread of its own, and one that is given up leaves nothing', async () => {
    const folder = newFolder();
    process.env.FAKE_SOURCE = sourceOf(folder, 1);
    const { watch } = rig({ kind: 'scan', ports: [port], writeEvidence: evidenceInWorker }, folder);
    const report = await runUntil(watch, () => watch.state().packets === 8);
    const verified = await verifyEvidenceBundle(report.evidenceBundle?.directory ?? '');
    expect(verified.deviations).toEqual([]);
    const given = { kind: 'failed', reason: 'the watch ended' };
    await expect(evidenceInWorker({} as EvidenceTask, AbortSignal.abort())).resolves.toEqual(given);
  });

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
