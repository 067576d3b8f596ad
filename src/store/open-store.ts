import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION } from './schema.js';
import { Sql } from './sql.js';
import { explainStoreError, foreignStore, missingStore, newerStore, storeFailure } from './store-failure.js';

export interface StoreOptions {
  /** nothing is written, and a store that is not there is not made */
  readonly readOnly?: boolean;
  /** how long to wait for another writer, milliseconds */
  readonly busyMilliseconds?: number;
}

/**
 * Opens the file, makes it where it is missing, and brings an older one to today's form.
 * @throws Failure (exit 3): missing (read-only), locked, damaged, of another program, or of a newer sansou
 */
export function openStore(file: string, options: StoreOptions = {}): Sql {
  const readOnly = options.readOnly === true;
  if (readOnly && !existsSync(file)) throw missingStore(file);
  if (!readOnly) touch(file);
  const sql = new Sql(file, { ...options, readOnly });
  try {
    requireOwn(sql);
    if (readOnly) requireReadable(sql);
    else prepare(sql);
    return sql;
  } catch (error) {
    sql.close();
    throw error;
  }
}

/**
 * Refuses at once what could not be opened at the end of a long run. A store that is not there is not made.
 * @throws Failure (exit 3)
 */
export function requireStorePlace(file: string): void {
  if (existsSync(file)) openStore(file).close();
  else requireRoomFor(file);
}

/** @throws Failure for a name that only a folder can have, and for a folder in which nothing can be made */
function requireRoomFor(file: string): void {
  if (/[\\/]$/.test(file)) throw explainFileError(file, { code: 'EISDIR' });
  let folder = dirname(resolve(file));
  while (!existsSync(folder)) folder = dirname(folder);
  try {
    accessSync(`${folder}/`, constants.W_OK);
  } catch (error) {
    throw explainFileError(file, error);
  }
}

/** The history tells who talks to whom: nobody but its owner reads it (SQLite gives the files beside it the same mode). */
function touch(file: string): void {
  if (existsSync(file)) return;
  requireRoomFor(file);
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    closeSync(openSync(file, 'a', 0o600));
  } catch (error) {
    throw explainFileError(file, error);
  }
}

function explainFileError(file: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const primary = { EACCES: 8, EPERM: 8, EROFS: 8, ENOSPC: 13, EIO: 10 }[code] ?? 14;
  return explainStoreError(file, Object.assign(new Error(code), { rawCode: primary }));
}

function versionOf(sql: Sql): number {
  return sql.number('PRAGMA user_version');
}

function requireOwn(sql: Sql): void {
  const isEmpty = sql.number('SELECT count(*) FROM sqlite_master') === 0;
  if (!isEmpty && sql.number('PRAGMA application_id') !== APPLICATION_ID) throw foreignStore(sql.file);
  const version = versionOf(sql);
  if (version > SCHEMA_VERSION) throw newerStore(sql.file, version, SCHEMA_VERSION);
}

function requireReadable(sql: Sql): void {
  const version = versionOf(sql);
  if (version === SCHEMA_VERSION) return;
  if (version === 0) throw missingStore(sql.file);
  throw storeFailure(sql.file, {
    code: 'STORE-OLDER',
    message: {
      ja: `履歴ファイルの形式（第${version}版）が古く、読むだけでは更新できない`,
      en: `the store has the older format ${version}, and it is opened for reading only`,
    },
    remedy: {
      ja: 'sansou history prune --store FILE を一度実行すると、今の形式になる',
      en: 'run sansou history prune --store FILE once: that brings it to the current format',
    },
  });
}

function prepare(sql: Sql): void {
  // only an empty file can be told to give pages back in steps (sqlite.org/pragma.html#pragma_auto_vacuum)
  if (versionOf(sql) === 0) sql.exec('PRAGMA auto_vacuum = INCREMENTAL');
  // readers and the writer do not wait for each other; a commit is on the disk before it is acknowledged
  sql.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
  if (versionOf(sql) === SCHEMA_VERSION) return;
  sql.transaction(() => {
    // another process may have done it while this one waited
    const version = versionOf(sql);
    if (version > SCHEMA_VERSION) throw newerStore(sql.file, version, SCHEMA_VERSION);
    for (const step of MIGRATIONS.slice(version)) sql.exec(step);
    sql.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}`);
  });
}
