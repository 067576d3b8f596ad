import { afterEach, expect, test } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RunRecord } from '../../src/model/history.js';
import { Journal } from '../../src/watch/journal.js';
import { RunMemory } from '../../src/watch/run-memory.js';
import { TimedScans } from '../../src/watch/timed-scans.js';
import { newFolder, rigOptions, sourceOf } from './watch-rig.js';

afterEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('FAKE_')) delete process.env[name];
});

/** Scans of so many seconds by a cron pattern, until some are saved, and what is wanted is in one of them. */
async function scansUntil(
  count: number,
  { cron, seconds, folder }: { cron: string; seconds: number; folder: string },
  isWanted: (record: RunRecord) => boolean = () => true,
): Promise<RunRecord[]> {
  process.env.FAKE_SOURCE = sourceOf(folder, 2);
  const end = new AbortController();
  const memory = new RunMemory();
  const records: RunRecord[] = [];
  const history = {
    saveRun: (run: RunRecord) => {
      // a run that is over is saved once more, with its evidence
      if (run.finished && run.id === records.at(-1)?.id) records.pop();
      if (run.finished) records.push(run);
      if (records.length >= count && records.some(isWanted)) end.abort();
      return memory.saveRun(run);
    },
    attachEvidence: () => undefined,
    prune: () => ({ runs: 0, bytes: 0 }),
  };
  const ports = [{ point: 'CP-MN', interface: 'lo' }];
  await new TimedScans({ ...rigOptions({ ports, history }, folder), cron, seconds }).run(end.signal);
  return records;
}

const schedule = ({ report }: RunRecord) => report.quality.find(({ check }) => check === 'RUN-SCHEDULE');

test('scans begin at their times, and each is a run of its own with its bundle', async () => {
  const folder = newFolder();
  const records = await scansUntil(
    2,
    { cron: '*/4 * * * * *', seconds: 1, folder },
    ({ report }) => report.result === 'violation',
  );
  expect(new Set(records.map(({ kind }) => kind))).toEqual(new Set(['scan']));
  expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  for (const { startedAt, evidence, id } of records) {
    expect(Math.floor(Date.parse(startedAt) / 1000) % 4).toBeLessThan(2);
    expect(evidence).toBe(join(folder, 'evidence', id));
  }
});

test('a time that comes while a scan runs is left out, and the next report says it', async () => {
  const records = await scansUntil(2, { cron: '* * * * * *', seconds: 3, folder: newFolder() });
  expect(schedule(records[0] as RunRecord)).toBeUndefined();
  const said = schedule(records[1] as RunRecord);
  expect(said?.message.en).toContain('the one before was still running');
  expect(Number(said?.value)).toBeGreaterThanOrEqual(2);
});

test('a time that passed while nobody was there is made up at once, and said', async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'spool'));
  const journal = new Journal(join(folder, 'spool'));
  journal.noteScheduled(Date.now() - 3 * 3_600_000);
  journal.save();
  const began = Date.now();
  const [record] = await scansUntil(1, { cron: '0 * * * *', seconds: 1, folder });
  expect(Date.parse(record?.startedAt ?? '') - began).toBeLessThan(2000);
  const said = schedule(record as RunRecord);
  expect(said?.message.en).toContain('did not run at its scheduled time');
  expect(Number(said?.value)).toBe(3);
  // the journal knows that they are made up for
  expect(new Journal(join(folder, 'spool')).scheduled).toBeGreaterThan(began - 3_600_000);
});
