import { afterEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../src/base/failure.js';
import { violationCapture } from '../soak/violation-capture.mjs';
import { newFolder, rig, sourceOf } from './watch-rig.js';

const port = { point: 'CP-MN', interface: 'lo' };

afterEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('FAKE_')) delete process.env[name];
});

function fake(values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) process.env[`FAKE_${name}`] = value;
}

const until = (seconds: number) => ({ seconds, bytes: null });

describe('a port', () => {
  test('is captured from, and what its files prove is told while it goes on', async () => {
    const folder = newFolder();
    fake({ SOURCE: sourceOf(folder, 6), DROPS: '7' });
    const { watch, changes } = rig({ ports: [port], until: until(2.5) }, folder);
    const report = await watch.run(new AbortController().signal);
    expect(report.result).toBe('violation');
    const told = changes.filter(({ change, finding }) => change === 'appeared' && finding.rule === 'A8-3-A-24');
    expect(told.map(({ finding }) => finding.from.address).sort()).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => `10.10.17.${n}`),
    );
    // the run was saved before its end: somebody was told at once
    expect(new Set(changes.map(({ at }) => at)).size).toBeGreaterThan(1);
    const loss = report.quality.find(({ check, point }) => check === 'CAP-01' && point === 'CP-MN');
    expect([loss?.value, loss?.effect]).toEqual([expect.closeTo(7 / 60, 3), 'undetermined']);
  });

  test('whose program dies is captured from again, and the report says that it was blind', async () => {
    const folder = newFolder();
    fake({ SOURCE: sourceOf(folder, 12), DIES_AFTER: '2', GIVEN: folder });
    const { watch, events } = rig({ ports: [port], until: until(4) }, folder);
    const report = await watch.run(new AbortController().signal);
    expect(events.filter(({ event }) => event === 'the capture program ended').length).toBeGreaterThan(0);
    const blind = report.quality.find(
      ({ check, message }) => check === 'CAP-03' && message.en.includes('started again'),
    );
    expect(blind?.effect).toBe('undetermined');
    expect(blind?.message.en).toContain('something broke');
    expect(report.statistics.packets).toBeGreaterThan(16);
  }, 20_000);

  test('that falls silent is not called clean', async () => {
    const folder = newFolder();
    fake({ SOURCE: sourceOf(folder, 0) });
    const { watch } = rig({ ports: [port], until: until(2.5), silentSeconds: 1 }, folder);
    const report = await watch.run(new AbortController().signal);
    expect(report.result).toBe('undetermined');
    expect(report.quality.find(({ message }) => message.en.includes('no packet came'))?.point).toBe('CP-MN');
  });

  test('without permission ends the command with what would be right', async () => {
    const folder = newFolder();
    fake({ SOURCE: sourceOf(folder, 0), SAYS: 'dumpcap: You do not have permission to capture on device "lo".' });
    const { watch } = rig({ ports: [port] }, folder);
    const failure = await watch.run(new AbortController().signal).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    const [problem] = (failure as Failure).problems;
    expect([(failure as Failure).exit, problem?.code]).toEqual([3, 'CAPTURE-PERMISSION']);
    expect(problem?.remedy?.ja).toContain('cap_net_raw');
    expect(problem?.remedy?.en).toContain('wireshark');
  });
});

describe('a folder', () => {
  const drop = (folder: string, name: string, index: number): void => {
    writeFileSync(join(folder, `${name}.part`), violationCapture(index));
    renameSync(join(folder, `${name}.part`), join(folder, name));
  };

  test('is read once, file by file, over restarts', async () => {
    const folder = newFolder();
    const dropped = join(folder, 'dropped');
    mkdirSync(dropped);
    drop(dropped, 'a.pcap', 0);
    drop(dropped, 'b.pcap', 1);
    const folders = [{ point: 'CP-MN', path: dropped }];
    const first = await rig({ folders, untilRead: true }, folder).watch.run(new AbortController().signal);
    expect(first.statistics.packets).toBe(16);
    drop(dropped, 'c.pcap', 2);
    const second = await rig({ folders, untilRead: true }, folder).watch.run(new AbortController().signal);
    expect(second.statistics.packets).toBe(8);
  });

  test('gives no file that is still being written', async () => {
    const folder = newFolder();
    const dropped = join(folder, 'dropped');
    mkdirSync(dropped);
    const whole = violationCapture(0);
    const path = join(dropped, 'slow.pcap');
    writeFileSync(path, whole.subarray(0, 100));
    const { watch } = rig(
      { folders: [{ point: 'CP-MN', path: dropped }], until: until(2), settleMilliseconds: 500 },
      folder,
    );
    const running = watch.run(new AbortController().signal);
    for (let end = 200; end < whole.length; end += 100) {
      await new Promise((resolve) => setTimeout(resolve, 120));
      writeFileSync(path, whole.subarray(0, end));
    }
    writeFileSync(path, whole);
    const report = await running;
    expect(report.inputs.captures.map(({ complete, packets }) => [complete, packets])).toEqual([[true, 8]]);
  });

  test('that disappears is said, and read again when it is back', async () => {
    const folder = newFolder();
    const dropped = join(folder, 'dropped');
    mkdirSync(dropped);
    const { watch } = rig({ folders: [{ point: 'CP-MN', path: dropped }], until: until(5) }, folder);
    const running = watch.run(new AbortController().signal);
    await new Promise((resolve) => setTimeout(resolve, 300));
    rmSync(dropped, { recursive: true });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    mkdirSync(dropped);
    drop(dropped, 'late.pcap', 3);
    const report = await running;
    expect(report.statistics.packets).toBe(8);
    expect(report.quality.find(({ message }) => message.en.includes('directory'))?.effect).toBe('undetermined');
  }, 15_000);

  test('with a file that is no capture, or out of order, says so and goes on', async () => {
    const folder = newFolder();
    const dropped = join(folder, 'dropped');
    mkdirSync(dropped);
    writeFileSync(join(dropped, 'a.pcap'), violationCapture(0));
    const folders = [{ point: 'CP-MN', path: dropped }];
    const { watch } = rig({ folders, until: until(4) }, folder);
    const running = watch.run(new AbortController().signal);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    writeFileSync(join(dropped, 'b.pcap'), 'this is no capture at all');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    writeFileSync(join(dropped, 'c.pcap'), violationCapture(1, Date.now() - 600_000));
    const report = await running;
    expect(report.statistics.packets).toBe(16);
    const said = report.quality.filter(({ effect }) => effect === 'undetermined').map(({ check }) => check);
    expect(said).toEqual(expect.arrayContaining(['CAP-10', 'RUN-CAPTURE-ORDER']));
  }, 15_000);

  test('loses its clean files where that is wanted, and keeps those that a finding cites', async () => {
    const folder = newFolder();
    const dropped = join(folder, 'dropped');
    mkdirSync(dropped);
    writeFileSync(join(dropped, 'cited.pcap'), violationCapture(0));
    writeFileSync(join(dropped, 'clean.pcap'), violationCapture(0).subarray(0, 24));
    const folders = [{ point: 'CP-MN', path: dropped }];
    await rig({ folders, untilRead: true, removeClean: true }, folder).watch.run(new AbortController().signal);
    expect(readdirSync(dropped)).toEqual(['cited.pcap']);
  });
});
