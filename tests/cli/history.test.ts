import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import type { HistoryStore } from '../../src/model/history.js';
import { writeParquet } from '../../src/store/export-history.js';
import { openHistory } from '../../src/store/open-history.js';
import { command } from './command.js';
import { capture, Desk, forbidden, permitted } from './desk.js';

const start = '2026-06-15T10:00:00+09:00';

describe('the history', () => {
  let desk: Desk;
  let folder = '';
  let store = '';
  let ids: readonly string[] = [];
  beforeAll(async () => {
    desk = new Desk();
    folder = mkdtempSync(join(tmpdir(), 'sansou-history-'));
    store = join(folder, 'history.db');
    const bad = desk.put('mn-bad.pcap', capture([forbidden], start));
    const good = desk.put('mn-good.pcap', capture([permitted], start));
    expect((await command(['check', good, '-t', desk.topology, '--store', store])).err).toBe('');
    await command(['check', bad, '-t', desk.topology, '--store', store]);
    const history: HistoryStore = openHistory(store, { readOnly: true });
    ids = history.runs().map(({ id }) => id);
    history.close();
  });
  afterAll(() => {
    desk.clear();
    rmSync(folder, { recursive: true, force: true });
  });

  test('lists the runs that check saved, and the findings', async () => {
    expect(ids).toHaveLength(2);
    const list = await command(['history', 'list', '--store', store]);
    expect(list).toMatchObject({ status: 0, err: '' });
    for (const id of ids) expect(list.out).toContain(id);
    const json = await command(['history', 'list', '--findings', '--format', 'json', '--store', store]);
    expect(JSON.parse(json.out)).toEqual(expect.arrayContaining([expect.objectContaining({ status: 'new', runs: 1 })]));
  });

  test('shows a run with its verdict, and compares two', async () => {
    const shown = await command(['history', 'show', ids[0]!, '--format', 'json', '--store', store]);
    expect(shown.status).toBe(1);
    expect(JSON.parse(shown.out)).toMatchObject({ schema: 'sansou/report/1', result: 'violation' });
    const diff = await command(['history', 'diff', ids[1]!, ids[0]!, '--store', store]);
    expect(diff.status).toBe(1);
    const none = await command(['history', 'show', 'nothing', '--store', store]);
    expect(none.status).toBe(64);
    expect(none.err).toContain('the history has no run "nothing"');
  });

  test.each(['runs', 'findings', 'conduits', 'traffic', 'quality'])(
    'exports %s as NDJSON and Parquet alike',
    async (table) => {
      const file = join(folder, `${table}.parquet`);
      const ndjson = await command(['history', 'export', table, '--store', store]);
      const parquet = await command(['history', 'export', table, '--format', 'parquet', '-o', file, '--store', store]);
      expect([ndjson.status, parquet.status, parquet.err]).toEqual([0, 0, '']);
      const rows = await parquetReadObjects({ file: await asyncBufferFromFile(file) });
      const lines = ndjson.out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as object);
      expect(rows).toEqual(lines);
      expect(rows.length).toBeGreaterThan(0);
    },
  );

  test('writes large tables in row groups', async () => {
    const file = join(folder, 'large.parquet');
    const rows = Array.from({ length: 25_000 }, (_, index) => ({
      day: `d${index}`,
      flows: index,
      port: index % 2 ? null : 1,
    }));
    writeParquet(rows, file);
    expect(
      await parquetReadObjects({ file: await asyncBufferFromFile(file), rowStart: 19_999, rowEnd: 20_001 }),
    ).toEqual(rows.slice(19_999, 20_001));
  });

  test('is not made by looking for it, and is pruned on demand', async () => {
    const missing = join(folder, 'missing.db');
    const list = await command(['history', 'list'], { env: { LANG: 'C', SANSOU_STORE: missing } });
    expect(list.status).toBe(3);
    expect(list.err).toContain('STORE-MISSING');
    expect(existsSync(missing)).toBe(false);
    const prune = await command(['history', 'prune', '--max-age', '3650', '--store', store]);
    expect(prune).toMatchObject({ status: 0, out: expect.stringMatching(/^0 runs dropped/) });
  });
});

describe('notify test', () => {
  test('says per channel what happened', async () => {
    const desk = new Desk();
    const file = desk.put(
      'notify.yaml',
      new TextEncoder().encode(
        'version: 1\nchannels:\n  - { name: ok, type: command, run: [/bin/cat] }\n  - { name: bad, type: command, run: [/bin/false] }\n',
      ),
    );
    const all = await command(['notify', 'test', '--notify', file]);
    expect(all.status).toBe(3);
    expect(all.out).toMatch(/^ok \(command\): sent \[\d+ ms\]\nbad \(command\): the program ended with status 1/);
    expect((await command(['notify', 'test', '--notify', file, '--channel', 'ok'])).status).toBe(0);
    expect((await command(['notify', 'test', '--notify', file, '--channel', 'okk'])).status).toBe(64);
    desk.clear();
  });
});
