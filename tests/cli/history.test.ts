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

  test('that could not be kept is refused before anything is read, and before any folder is made', async () => {
    const quiet = desk.put('mn-quiet.pcap', capture([permitted], start));
    const unusable = join(folder, 'not-yet', 'history');
    const { status, out, err } = await command(['check', quiet, '-t', desk.topology, '--store', `${unusable}/`]);
    expect([status, out, err.includes('[STORE-UNREADABLE]')]).toEqual([3, '', true]);
    const missing = ['check', join(folder, 'missing.pcap'), '-t', desk.topology, '--store', unusable];
    expect((await command(missing)).err).toContain('[CAPTURE-MISSING]');
    expect(existsSync(join(folder, 'not-yet'))).toBe(false);
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

  test('takes the beginning of an id, and latest, and names the candidates of an ambiguous one', async () => {
    const show = (run: string) => command(['history', 'show', run, '--format', 'json', '--store', store]);
    const whole = await show(ids[0]!);
    expect((await show('latest')).out).toBe(whole.out);
    const common = [...ids[0]!].findIndex((character, index) => ids[1]![index] !== character);
    expect((await show(ids[0]!.slice(0, common + 1))).out).toBe(whole.out);
    const ambiguous = await show(ids[0]!.slice(0, common));
    expect(ambiguous.status).toBe(64);
    for (const id of ids) expect(ambiguous.err).toContain(id);
  });

  test('never wraps an id, and says of which zone its times are', async () => {
    const runs = await command(['history', 'list', '--columns', '40', '--store', store]);
    for (const id of ids) expect(runs.out).toContain(id);
    expect(runs.out).toMatch(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z/);
    const found = await command(['history', 'list', '--findings', '--columns', '40', '--store', store]);
    expect(found.out).toMatch(/^.*\b[0-9a-f]{32}\b/m);
    expect(found.out).toContain('2026-06-15T01:00Z');
  });

  test('lists what is asked for alone', async () => {
    const list = async (
      ...words: string[]
    ): Promise<{ status: string; finding: { rule: string; severity: string } }[]> => {
      const { out, status } = await command(['history', 'list', '--format', 'json', '--store', store, ...words]);
      expect(status).toBe(0);
      return JSON.parse(out) as { status: string; finding: { rule: string; severity: string } }[];
    };
    const all = await list('--findings');
    const { rule, severity } = all.find(({ finding }) => finding.severity === 'critical')!.finding;
    const ofRule = await list('--findings', '--rule', rule);
    expect(new Set(ofRule.map(({ finding }) => finding.rule))).toEqual(new Set([rule]));
    expect(ofRule.length).toBe(all.filter(({ finding }) => finding.rule === rule).length);
    const grave = await list('--findings', '--severity', severity);
    expect(grave.length).toBe(all.filter(({ finding }) => finding.severity === 'critical').length);
    expect((await list('--findings', '--status', 'gone')).every(({ status }) => status === 'gone')).toBe(true);
    expect((await list('--findings', '--zones', 'lgwan:mynumber')).length).toBeGreaterThan(0);
    expect(await list('--findings', '--zones', 'mynumber:nowhere')).toEqual([]);
    expect(await list('--findings', '--since', '2999-01-01')).toEqual([]);
    expect(await list('--until', '2026-01-01')).toEqual([]);
    expect(await list('--since', '2026-01-01')).toHaveLength(2);
    for (const wrong of [
      ['--rule', rule],
      ['--since', 'yesterday'],
      ['--findings', '--zones', ':'],
      ['--findings', '--status', 'old'],
    ])
      expect((await command(['history', 'list', '--store', store, ...wrong])).status).toBe(64);
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
