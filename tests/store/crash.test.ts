import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openHistory } from '../../src/store/open-history.js';
import { Sql } from '../../src/store/sql.js';
import { eventually } from '../support/eventually.js';
import { SAMPLE_REPORT } from '../support/report.js';

// npm test builds first; jest by itself may run before any build.
const library = resolve('dist/store/open-history.js');
const whenBuilt = existsSync(library) ? describe : describe.skip;

/** every one of the moments at which a writer is killed comes once; with SANSOU_ALL_KILLS=1 more often */
const KILLS = process.env['SANSOU_ALL_KILLS'] === '1' ? 100 : 40;

let folder = '';
let store = '';
let report = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sansou-crash-'));
  store = join(folder, 'history.db');
  report = join(folder, 'report.json');
  writeFileSync(report, JSON.stringify(SAMPLE_REPORT));
});
afterEach(async () => {
  for (const writer of writers.splice(0)) await writer.kill();
  rmSync(folder, { recursive: true, force: true });
});

interface Writer {
  /** the runs that were acknowledged so far */
  readonly acknowledged: () => readonly string[];
  /** @returns those of its whole life */
  readonly kill: () => Promise<readonly string[]>;
}

const writers: Writer[] = [];

/** A process that saves runs until it is killed; it has saved one already. */
async function startWriter(prefix: string): Promise<Writer> {
  const words = [resolve('tests/store/writer.mjs'), pathToFileURL(library).href, store, report, prefix];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  let out = '';
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  await Promise.race([once(child.stdout, 'data'), closed]);
  const acknowledged = (): readonly string[] => out.split('\n').slice(0, -1);
  const kill = async (): Promise<readonly string[]> => {
    child.kill('SIGKILL');
    await closed;
    return acknowledged();
  };
  const writer = { acknowledged, kill };
  writers.push(writer);
  return writer;
}

const after = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

whenBuilt('a writer that is killed', () => {
  test(`${KILLS} times leaves a sound store with every run that it acknowledged`, async () => {
    const acknowledged: string[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const writer = await startWriter(`k${String(kill).padStart(3, '0')}`);
      await after((kill * 7) % 40);
      acknowledged.push(...(await writer.kill()));
      const sql = new Sql(store, { readOnly: true });
      expect(sql.all('PRAGMA integrity_check')).toMatchObject([{ integrity_check: 'ok' }]);
      expect(sql.all('PRAGMA foreign_key_check')).toEqual([]);
      sql.close();
    }
    const history = openHistory(store, { readOnly: true });
    const kept = new Set(history.runs().map(({ id }) => id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS);
    // at most the run at hand was saved and not yet acknowledged
    expect(kept.size - acknowledged.length).toBeLessThanOrEqual(KILLS);
    expect(history.report(acknowledged.at(-1)!)).toMatchObject({ schema: 'sansou/report/1' });
    history.close();
  }, 180_000);

  test('does not keep a reader in another process from reading', async () => {
    const writer = await startWriter('w');
    const history = openHistory(store, { readOnly: true });
    const counts: number[] = [];
    await eventually(() => {
      const [newest] = history.runs({ limit: 1 });
      counts.push(history.runs().length);
      expect(history.report(newest!.id)).not.toBeNull();
      return counts.length >= 20 && counts.at(-1)! > counts[0]!;
    });
    history.close();
    expect((await writer.kill()).length).toBeGreaterThanOrEqual(counts.at(-1)! - 1);
  });

  test('and another writer take turns', async () => {
    const writer = await startWriter('w');
    const history = openHistory(store, {});
    const startedAt = '2026-06-15T00:00:00.000Z';
    for (let number = 0; number < 20; number++) {
      const run = { id: `mine-${number}`, kind: 'check', startedAt, endedAt: startedAt, finished: true } as const;
      history.saveRun({ ...run, report: SAMPLE_REPORT, evidence: null });
    }
    const meanwhile = writer.acknowledged().length;
    await eventually(() => writer.acknowledged().length > meanwhile);
    const written = await writer.kill();
    const kept = new Set(history.runs().map(({ id }) => id));
    expect(written.filter((id) => !kept.has(id))).toEqual([]);
    expect([...kept].filter((id) => id.startsWith('mine-'))).toHaveLength(20);
    history.close();
  });
});
