import { afterEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Retention, RunRecord } from '../../src/model/history.js';
import { nextRunId } from '../../src/store/next-run-id.js';
import { openHistory } from '../../src/store/open-history.js';
import { RunMemory } from '../../src/watch/run-memory.js';
import { violationCapture } from '../soak/violation-capture.mjs';
import { moveClock, returnClock } from './clock.js';
import { newFolder, rig, runUntil } from './watch-rig.js';

const HOUR = 3600;

afterEach(() => {
  returnClock();
});

/** A folder at CP-MN, and a way to drop captures into it. */
function dropped(): {
  folder: string;
  folders: { point: string; path: string }[];
  drop: (index: number, time?: number) => void;
} {
  const folder = newFolder();
  const path = join(folder, 'dropped');
  mkdirSync(path);
  return {
    folder,
    folders: [{ point: 'CP-MN', path }],
    drop: (index, time = Date.now()) => writeFileSync(join(path, `${index}.pcap`), violationCapture(index, time)),
  };
}

describe('a run', () => {
  test('is rolled over: what the next one looked for and did not find is gone, once', async () => {
    const { folder, folders, drop } = dropped();
    const memory = new RunMemory();
    const records: RunRecord[] = [];
    const attached = new Map<string, string>();
    const history = {
      saveRun: (run: RunRecord) => {
        records.push(run);
        return memory.saveRun(run);
      },
      attachEvidence: (run: string, path: string) => void attached.set(run, path),
      prune: () => ({ runs: 0, bytes: 0 }),
    };
    drop(0, Date.now() - 60_000);
    const { watch, changes } = rig({ folders, runLength: HOUR, history }, folder);
    const told = () => changes.filter(({ finding }) => finding.rule === 'A8-3-A-24');
    const runsOver = () => new Set(records.filter(({ finished }) => finished).map(({ id }) => id)).size;
    await runUntil(
      watch,
      () => told().length === 1,
      () => moveClock(HOUR),
      () => runsOver() === 1,
      () => drop(1),
      () => told().length === 2,
      () => moveClock(HOUR),
      () => runsOver() === 2,
      () => moveClock(HOUR),
      () => runsOver() === 3,
    );
    const finished = records.filter((record) => record.finished);
    // the last one is saved once more, with its evidence
    const ids = finished.map(({ id }) => id).filter((id, index, all) => all[index - 1] !== id);
    expect(ids.length).toBeGreaterThanOrEqual(3);
    expect(new Set(ids).size).toBe(ids.length);
    expect(told().map(({ change, finding }) => `${change} ${finding.from.address ?? ''}`)).toEqual([
      'appeared 10.10.17.1',
      'appeared 10.10.17.2',
      // its connection keeps its place for an hour after its end, but the next run has no packet of it
      'gone 10.10.17.1',
      'gone 10.10.17.2',
    ]);
    // the very next run says it
    expect(told().map(({ run }) => ids.indexOf(run))).toEqual([0, 1, 1, 2]);
    // each has the packets of its own in a bundle of its own
    expect(ids.map((id) => attached.get(id))).toEqual(ids.map((id) => join(folder, 'evidence', id)));
  });

  test('that is over lets the history and the bundles of long ago go', async () => {
    const { folder, folders, drop } = dropped();
    const asked: Retention[] = [];
    const store = openHistory(join(folder, 'history.db'), { gapsOf: () => [] });
    const history = {
      saveRun: (run: RunRecord) => store.saveRun(run),
      attachEvidence: store.attachEvidence.bind(store),
      prune: (retention: Retention) => {
        asked.push(retention);
        return store.prune(retention);
      },
    };
    drop(0);
    const first = rig({ folders, untilRead: true, history, newRunId: nextRunId }, folder);
    await first.watch.run(new AbortController().signal);
    const old = store.runs()[0]?.evidence ?? '';
    expect(existsSync(join(old, 'manifest.json'))).toBe(true);
    expect(asked).toEqual([]);
    const longAgo = new Date(Date.now() - 40 * 86_400_000);
    utimesSync(join(old, 'manifest.json'), longAgo, longAgo);
    const mine = join(folder, 'evidence', 'mine');
    mkdirSync(mine);
    utimesSync(mine, longAgo, longAgo);
    drop(1);
    const retention = { maxAgeDays: 30, maxBytes: 2 ** 20 };
    const second = rig({ folders, untilRead: true, history, newRunId: nextRunId, retention }, folder);
    await second.watch.run(new AbortController().signal);
    store.close();
    expect(asked).toEqual([retention]);
    expect([old, mine].map((path) => existsSync(path))).toEqual([false, true]);
  });
});

test('a full disk is said while it lasts and in the report, and costs the ring first', async () => {
  const { folder, folders, drop } = dropped();
  let free = 0;
  const states: string[] = [];
  drop(0);
  const { watch, events } = rig(
    {
      folders,
      spareBytes: 1000,
      freeBytes: () => free,
      onState: ({ blind }) => {
        states.push(...blind.map(({ cause }) => cause));
      },
    },
    folder,
  );
  const report = await runUntil(
    watch,
    () => watch.state().packets === 8 && watch.state().blind.length > 0,
    () => {
      moveClock(2);
      free = 5000;
      drop(1);
    },
    () => watch.state().packets === 16 && watch.state().blind.length === 0,
  );
  expect(states).toContain('disk-full');
  expect(events.filter(({ event }) => event === 'the disk is nearly full')).toHaveLength(1);
  const said = report.quality.find(({ check, message }) => check === 'CAP-01' && message.en.includes('disk was full'));
  expect([said?.effect, said?.message.ja]).toEqual([
    'undetermined',
    expect.stringContaining('ディスクに空きがなく、採取できなかった'),
  ]);
  expect(Number(said?.value)).toBeGreaterThan(1);
  // it goes on reading, and the verdict about what it did see stands
  expect(report.result).toBe('violation');
  expect(report.statistics.packets).toBe(16);
});
