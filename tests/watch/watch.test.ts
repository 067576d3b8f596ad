import { afterEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../src/base/failure.js';
import { BlindLog } from '../../src/watch/blind-log.js';
import { DropFolder } from '../../src/watch/drop-folder.js';
import { Journal } from '../../src/watch/journal.js';
import { violationCapture } from '../soak/violation-capture.mjs';
import { eventually } from '../support/eventually.js';
import { moveClock, returnClock } from './clock.js';
import { newFolder, rig, runUntil, sourceOf } from './watch-rig.js';

const port = { point: 'CP-MN', interface: 'lo' };

afterEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('FAKE_')) delete process.env[name];
  returnClock();
});

function fake(values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) process.env[`FAKE_${name}`] = value;
}

describe('a port', () => {
  test('is captured from, and what its files prove is told while it goes on', async () => {
    const folder = newFolder();
    fake({ SOURCE: sourceOf(folder, 6), DROPS: '7' });
    const { watch, changes } = rig({ ports: [port] }, folder);
    const told = (): (string | null)[] =>
      changes
        .filter(({ change, finding }) => change === 'appeared' && finding.rule === 'A8-3-A-24')
        .map(({ finding }) => finding.from.address);
    const report = await runUntil(watch, () => told().length === 6);
    expect(report.result).toBe('violation');
    expect(told().sort()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `10.10.17.${n}`));
    const loss = report.quality.find(({ check, point }) => check === 'CAP-01' && point === 'CP-MN');
    expect([loss?.value, loss?.effect]).toEqual([expect.closeTo(7 / 60, 3), 'undetermined']);
  });

  test('whose program dies is captured from again, and the report says that it was blind', async () => {
    const folder = newFolder();
    fake({ SOURCE: sourceOf(folder, 12), DIES_AFTER: '2', GIVEN: folder });
    const { watch, events } = rig({ ports: [port] }, folder);
    // a life gives two files of eight packets
    const report = await runUntil(watch, () => watch.state().packets > 16);
    expect(events.filter(({ event }) => event === 'the capture program ended').length).toBeGreaterThan(0);
    const blind = report.quality.find(
      ({ check, message }) => check === 'CAP-03' && message.en.includes('started again'),
    );
    expect(blind?.effect).toBe('undetermined');
    expect(blind?.message.en).toContain('something broke');
    expect(report.statistics.packets).toBeGreaterThan(16);
  });

  test('that falls silent is not called clean', async () => {
    const folder = newFolder();
    fake({ SOURCE: sourceOf(folder, 0) });
    const { watch } = rig({ ports: [port], silentSeconds: 1 }, folder);
    const report = await runUntil(watch, () => watch.state().blind.length > 0);
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
  const drop = (folder: string, name: string, index: number, time?: number): void => {
    writeFileSync(join(folder, `${name}.part`), violationCapture(index, time));
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
    const dropped = newFolder();
    const whole = violationCapture(0);
    const path = join(dropped, 'slow.pcap');
    writeFileSync(path, whole.subarray(0, 100));
    const folder = new DropFolder({
      ...{ point: 'CP-MN', path: dropped, journal: new Journal(newFolder()), blind: new BlindLog() },
      settleMilliseconds: 500,
    });
    await eventually(() => folder.isReady && !folder.isIdle);
    for (let end = 200; end < whole.length + 100; end += 100) {
      moveClock(0.4);
      expect(folder.take()).toEqual([]);
      writeFileSync(path, whole.subarray(0, end));
      expect(folder.take()).toEqual([]);
    }
    moveClock(0.6);
    expect(folder.take().map(({ bytes }) => bytes)).toEqual([whole.length]);
    moveClock(0.6);
    expect(folder.take()).toEqual([]);
    await folder.close();
  });

  test('that disappears is said, and read again when it is back', async () => {
    const folder = newFolder();
    const dropped = join(folder, 'dropped');
    mkdirSync(dropped);
    drop(dropped, 'early.pcap', 2);
    const { watch } = rig({ folders: [{ point: 'CP-MN', path: dropped }] }, folder);
    const report = await runUntil(
      watch,
      () => watch.state().packets === 8,
      () => rmSync(dropped, { recursive: true }),
      () => watch.state().blind.length > 0,
      () => {
        mkdirSync(dropped);
        drop(dropped, 'late.pcap', 3);
      },
      () => watch.state().packets === 16,
    );
    expect(report.quality.find(({ message }) => message.en.includes('directory'))?.effect).toBe('undetermined');
  });

  test('with a file that is no capture, or out of order, says so and goes on', async () => {
    const folder = newFolder();
    const dropped = join(folder, 'dropped');
    mkdirSync(dropped);
    drop(dropped, 'a.pcap', 0);
    const { watch, events } = rig({ folders: [{ point: 'CP-MN', path: dropped }] }, folder);
    const report = await runUntil(
      watch,
      () => watch.state().packets === 8,
      () => writeFileSync(join(dropped, 'b.pcap'), 'this is no capture at all'),
      () => events.some(({ event }) => event === 'a capture file could not be read'),
      () => drop(dropped, 'c.pcap', 1, Date.now() - 600_000),
      () => watch.state().packets === 16,
    );
    const said = report.quality.filter(({ effect }) => effect === 'undetermined').map(({ check }) => check);
    expect(said).toEqual(expect.arrayContaining(['CAP-10', 'RUN-CAPTURE-ORDER']));
  });

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
