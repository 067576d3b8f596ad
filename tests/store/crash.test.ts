import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openHistory } from '../../src/store/open-history.js';
import { Sql } from '../../src/store/sql.js';
import { SAMPLE_REPORT } from '../support/report.js';

// npm test builds first; jest by itself may run before any build.
const library = resolve('dist/store/open-history.js');
const whenBuilt = existsSync(library) ? describe : describe.skip;

const KILLS = 100;

let folder = '';
let store = '';
let report = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sansou-crash-'));
  store = join(folder, 'history.db');
  report = join(folder, 'report.json');
  writeFileSync(report, JSON.stringify(SAMPLE_REPORT));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Lets a writer work and kills it at no particular moment; answers the runs that were acknowledged. */
async function writeUntilKilled(prefix: string, milliseconds: number): Promise<readonly string[]> {
  const words = [resolve('tests/store/writer.mjs'), pathToFileURL(library).href, store, report, prefix];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (text: Buffer) => {
    if (out === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
    out += text.toString();
  });
  await new Promise((done) => child.on('close', done));
  return out.split('\n').slice(0, -1);
}

whenBuilt('a writer that is killed', () => {
  test(`${KILLS} times leaves a sound store with every run that it acknowledged`, async () => {
    const acknowledged: string[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      acknowledged.push(...(await writeUntilKilled(`k${String(kill).padStart(3, '0')}`, (kill * 7) % 40)));
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
    const writing = writeUntilKilled('w', 1500);
    await new Promise((done) => setTimeout(done, 600));
    const history = openHistory(store, { readOnly: true });
    const counts: number[] = [];
    for (let round = 0; round < 20; round++) {
      const [newest] = history.runs({ limit: 1 });
      counts.push(history.runs().length);
      if (newest !== undefined) expect(history.report(newest.id)).not.toBeNull();
      await new Promise((done) => setTimeout(done, 20));
    }
    history.close();
    const written = await writing;
    expect(counts.at(-1)!).toBeGreaterThan(counts[0]!);
    expect(written.length).toBeGreaterThanOrEqual(counts.at(-1)!);
  }, 20_000);

  test('and another writer take turns', async () => {
    const writing = writeUntilKilled('w', 1500);
    await new Promise((done) => setTimeout(done, 600));
    const history = openHistory(store, {});
    const startedAt = '2026-06-15T00:00:00.000Z';
    for (let number = 0; number < 20; number++) {
      const run = { id: `mine-${number}`, kind: 'check', startedAt, endedAt: startedAt, finished: true } as const;
      history.saveRun({ ...run, report: SAMPLE_REPORT, evidence: null });
    }
    const written = await writing;
    const kept = new Set(history.runs().map(({ id }) => id));
    expect(written.filter((id) => !kept.has(id))).toEqual([]);
    expect([...kept].filter((id) => id.startsWith('mine-'))).toHaveLength(20);
    history.close();
  }, 20_000);
});
