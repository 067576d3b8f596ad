import type { Outbox, WaitingMessage } from '../model/outbox.js';
import { textOf, type Row, type Sql } from './sql.js';

/** Messages that wait, in the store: a restart loses none. */
export class SqlOutbox implements Outbox {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  put(channel: string, body: string, now: number): void {
    this.#sql.run(
      'INSERT INTO outbox (channel, created_at, due_at, body) VALUES (?, ?, ?, ?)',
      ...[channel, now, now, body],
    );
  }

  due(channel: string, now: number, limit: number): readonly WaitingMessage[] {
    return this.#sql
      .all('SELECT * FROM outbox WHERE channel = ? AND due_at <= ? ORDER BY number LIMIT ?', channel, now, limit)
      .map(toMessage);
  }

  claim(channel: string, now: number, leaseUntil: number): WaitingMessage | null {
    return this.#sql.transaction(() => {
      const [oldest] = this.due(channel, now, 1);
      if (oldest === undefined) return null;
      this.#sql.run('UPDATE outbox SET due_at = ? WHERE number = ?', leaseUntil, oldest.number);
      return oldest;
    });
  }

  nextDue(channel: string): number | null {
    const due = this.#sql.get('SELECT min(due_at) AS due FROM outbox WHERE channel = ?', channel)?.due ?? null;
    return due === null ? null : Number(due);
  }

  count(channel: string): number {
    return this.#sql.number('SELECT count(*) FROM outbox WHERE channel = ?', channel);
  }

  sent(number: number): void {
    this.#sql.run('DELETE FROM outbox WHERE number = ?', number);
  }

  postpone(number: number, dueAt: number, problem: string): void {
    this.#sql.run(
      'UPDATE outbox SET due_at = ?, attempts = attempts + 1, problem = ? WHERE number = ?',
      ...[dueAt, problem, number],
    );
  }

  note(name: string): string | null {
    const value = this.#sql.get('SELECT value FROM note WHERE name = ?', name)?.value ?? null;
    return value === null ? null : textOf(value);
  }

  setNote(name: string, value: string): void {
    this.#sql.run(
      'INSERT INTO note (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      ...[name, value],
    );
  }

  together<T>(work: () => T): T {
    return this.#sql.transaction(work);
  }
}

function toMessage(row: Row): WaitingMessage {
  return {
    number: Number(row.number),
    channel: textOf(row.channel),
    createdAt: Number(row.created_at),
    dueAt: Number(row.due_at),
    attempts: Number(row.attempts),
    problem: row.problem === null ? null : textOf(row.problem),
    body: textOf(row.body),
  };
}
