import {
  chmodSync,
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Failure } from '../../src/base/failure.js';
import type { RunRecord } from '../../src/model/history.js';
import { openHistory } from '../../src/store/open-history.js';
import { requireStorePlace } from '../../src/store/open-store.js';
import { Sql } from '../../src/store/sql.js';
import { SAMPLE_REPORT } from '../support/report.js';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sansou-bad-store-'));
  file = join(folder, 'history.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The code of the failure, which must speak both languages and name the file. */
function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const [problem] = error.problems;
    expect(error.exit).toBe(3);
    expect(problem).toMatchObject({ file: expect.stringContaining(folder), level: 'error' });
    expect(problem!.message.ja).toMatch(/[ぁ-ん]/);
    expect(problem!.remedy?.ja).toMatch(/[ぁ-ん]/);
    return problem!.code;
  }
  return 'no failure';
}

const startedAt = '2026-06-15T00:00:00.000Z';
const run = (id: string): RunRecord => ({
  ...{ id, kind: 'check', startedAt, endedAt: startedAt, finished: true, report: SAMPLE_REPORT, evidence: null },
});

describe('a store that cannot be used says why:', () => {
  test('there is none to read', () => {
    expect(codeOf(() => openHistory(file, { readOnly: true }))).toBe('STORE-MISSING');
  });

  test('it is of a newer sansou, and is left as it was', () => {
    openHistory(file).close();
    const sql = new Sql(file, { readOnly: false });
    sql.exec('PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)');
    sql.close();
    const before = readFileSync(file);
    expect(codeOf(() => openHistory(file))).toBe('STORE-NEWER');
    expect(codeOf(() => openHistory(file, { readOnly: true }))).toBe('STORE-NEWER');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('it is the database of another program', () => {
    const sql = new Sql(file, { readOnly: false });
    sql.exec('CREATE TABLE moz_places (id INTEGER)');
    sql.close();
    expect(codeOf(() => openHistory(file))).toBe('STORE-FOREIGN');
  });

  test.each([
    ['it has the name of a folder', () => join(folder, 'new', 'history.db', '/')],
    ['a file stands where its folder should be', () => join(file, 'below', 'history.db')],
  ])('%s, and nothing is made on the way', (_what, place) => {
    writeFileSync(file, '');
    for (const look of [requireStorePlace, openHistory]) expect(codeOf(() => look(place()))).toBe('STORE-UNREADABLE');
    expect(readdirSync(folder)).toEqual(['history.db']);
  });

  test('it can be made, but is not made by looking', () => {
    requireStorePlace(join(folder, 'new', 'history.db'));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('it is no database', () => {
    writeFileSync(file, 'organization: みどり野市\n'.repeat(100));
    expect(codeOf(() => openHistory(file))).toBe('STORE-DAMAGED');
  });

  test('its pages are damaged', () => {
    const history = openHistory(file);
    for (let number = 0; number < 20; number++) history.saveRun(run(`r${number}`));
    history.prune({ maxAgeDays: null, maxBytes: null });
    history.close();
    const length = readFileSync(file).length;
    const handle = openSync(file, 'r+');
    for (let at = 4096; at < length; at += 512) writeSync(handle, Buffer.alloc(512, 0xa5), 0, 512, at);
    closeSync(handle);
    expect(codeOf(() => openHistory(file).runs())).toBe('STORE-DAMAGED');
  });

  test('another process holds it', () => {
    const history = openHistory(file, { busyMilliseconds: 50 });
    const other = new Sql(file, { readOnly: false });
    other.exec('BEGIN IMMEDIATE');
    expect(codeOf(() => history.saveRun(run('r1')))).toBe('STORE-LOCKED');
    other.exec('COMMIT');
    other.close();
    expect(history.saveRun(run('r1')).length).toBeGreaterThan(0);
    history.close();
  });

  test('its folder cannot be made', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(codeOf(() => openHistory(join(folder, 'file', 'history.db')))).toBe('STORE-UNREADABLE');
  });

  (process.getuid?.() === 0 ? test.skip : test)('it must not be written (not as root, who may all)', () => {
    chmodSync(folder, 0o500);
    expect(codeOf(() => openHistory(file))).toBe('STORE-UNWRITABLE');
    chmodSync(folder, 0o700);
  });

  test('it is opened for reading and asked to write', () => {
    openHistory(file).close();
    const history = openHistory(file, { readOnly: true });
    expect(codeOf(() => history.saveRun(run('r1')))).toBe('STORE-UNWRITABLE');
    history.close();
  });
});
