import Database from 'libsql';
import { explainStoreError } from './store-failure.js';

export type SqlValue = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, string | number | null | ArrayBuffer>>;

/** A column that holds text; what is not there reads as empty. */
export function textOf(value: Row[string] | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** How long a writer waits for another one, milliseconds. */
const BUSY_MILLISECONDS = 10_000;

/**
 * The only place that knows the driver: statements prepared once, plain rows, and faults told as what they mean to the
 * user. Differences of libsql from better-sqlite3 end here: it gives blobs as ArrayBuffer, rows of `get` with a field of
 * its own, and ignores `readonly`.
 */
export class Sql {
  readonly file: string;
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(file: string, options: { readonly readOnly: boolean; readonly busyMilliseconds?: number }) {
    this.file = file;
    this.#database = this.#guard(() => new Database(file, { timeout: options.busyMilliseconds ?? BUSY_MILLISECONDS }));
    if (options.readOnly) this.exec('PRAGMA query_only = ON');
  }

  exec(script: string): void {
    this.#guard(() => this.#database.exec(script));
  }

  run(sql: string, ...values: readonly SqlValue[]): { readonly changes: number; readonly lastId: number } {
    const { changes, lastInsertRowid } = this.#guard(() => this.#prepare(sql).run(...values));
    return { changes, lastId: Number(lastInsertRowid) };
  }

  all(sql: string, ...values: readonly SqlValue[]): readonly Row[] {
    return this.#guard(() => this.#prepare(sql).all(...values)) as readonly Row[];
  }

  /** The same row by row: a table may be larger than the memory. */
  *each(sql: string, ...values: readonly SqlValue[]): Iterable<Row> {
    const rows = this.#guard(() => this.#database.prepare(sql).iterate(...values)) as Iterator<Row, undefined>;
    for (;;) {
      const step = this.#guard(() => rows.next());
      if (step.done === true) return;
      yield step.value;
    }
  }

  get(sql: string, ...values: readonly SqlValue[]): Row | undefined {
    return this.all(sql, ...values)[0];
  }

  /** the first column of the first row as a number; 0 where there is none */
  number(sql: string, ...values: readonly SqlValue[]): number {
    return Number(Object.values(this.get(sql, ...values) ?? {})[0] ?? 0);
  }

  /** Everything or nothing; the write lock is taken at the beginning, so that nothing is read that changes meanwhile. */
  transaction<T>(work: () => T): T {
    this.exec('BEGIN IMMEDIATE');
    try {
      const answer = work();
      this.exec('COMMIT');
      return answer;
    } catch (error) {
      if (this.#database.inTransaction) this.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #prepare(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw explainStoreError(this.file, error);
    }
  }
}
