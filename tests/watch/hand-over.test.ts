import { afterEach, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BlindLog } from '../../src/watch/blind-log.js';
import { LivePort } from '../../src/watch/live-port.js';
import { newFolder, sourceOf } from './watch-rig.js';

afterEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('FAKE_')) delete process.env[name];
});

/** ten minutes, and a moment more */
const RELIEF = 600_001;

test('dumpcap hands over to another after ten minutes: no file is lost, and its losses are known then', async () => {
  const folder = newFolder();
  process.env.FAKE_SOURCE = sourceOf(folder, 100);
  process.env.FAKE_GIVEN = folder;
  process.env.FAKE_DROPS = '7';
  const blind = new BlindLog();
  const began = Date.now();
  const port = new LivePort(
    {
      ...{ point: 'CP-MN', interface: 'lo', spool: join(folder, 'spool'), fileSeconds: 1, fileBytes: 2 ** 20 },
      ...{ bufferMebibytes: 2, silentSeconds: 3600, blind, log: () => undefined },
      program: { kind: 'dumpcap', path: resolve('tests/watch/fake-dumpcap.mjs') },
    },
    null,
    began,
  );
  const taken: string[] = [];
  let ahead = 0;
  const until = async (reached: () => boolean): Promise<void> => {
    while (!reached()) {
      port.tend(Date.now() + ahead);
      taken.push(...port.take().flatMap(({ path, bytes }) => (bytes === 0 ? [] : [path])));
      await new Promise((settle) => setTimeout(settle, 20));
    }
  };
  await until(() => taken.length >= 2);
  expect(port.counts).toEqual({ received: 0, dropped: 0 });
  ahead = RELIEF;
  await until(() => port.counts.dropped === 7);
  const stems = (): number => new Set(taken.map((path) => /(\d+)_\d+_/.exec(path)?.[1])).size;
  await until(() => stems() === 2 && taken.length >= 6);
  await port.stop();
  taken.push(...port.take().flatMap(({ path, bytes }) => (bytes === 0 ? [] : [path])));
  expect(stems()).toBe(2);
  expect(new Set(taken).size).toBe(taken.length);
  const given = readFileSync(join(folder, 'given'), 'utf8').trim().split('\n');
  expect(taken).toHaveLength(given.length);
  // the second one has ended, too
  expect(port.counts.dropped).toBe(14);
  expect([port.restarts, blind.current()]).toEqual([0, []]);
});
