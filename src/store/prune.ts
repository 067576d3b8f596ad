import type { Retention } from '../model/history.js';
import type { Sql } from './sql.js';

const DAY_MILLISECONDS = 86_400_000;

/** Runs dropped at a time while the store is too large. */
const RUNS_AT_A_TIME = 16;

/**
 * Drops what is older than `maxAgeDays`, then the oldest runs until the store is small enough; the newest run stays.
 * Findings over all runs stay while they are there: only those gone for longer than the age are forgotten. The report of
 * the last run that had an open finding stays while its age is the only reason to drop it: without it, nobody could tell
 * whether the finding is gone.
 */
export function prune(sql: Sql, retention: Retention, now: number): { readonly runs: number } {
  const { maxAgeDays, maxBytes } = retention;
  let runs = 0;
  if (maxAgeDays !== null) {
    const oldest = new Date(now - maxAgeDays * DAY_MILLISECONDS).toISOString();
    runs += sql.transaction(() => dropOlder(sql, oldest));
  }
  if (maxBytes !== null) {
    while (usedBytes(sql) > maxBytes) {
      const dropped = sql.transaction(() => dropOldest(sql, RUNS_AT_A_TIME));
      if (dropped === 0) break;
      runs += dropped;
    }
  }
  sql.all('PRAGMA incremental_vacuum');
  sql.all('PRAGMA wal_checkpoint(TRUNCATE)');
  return { runs };
}

function dropOlder(sql: Sql, oldest: string): number {
  const { changes } = sql.run(
    `DELETE FROM run WHERE ended_at < ? AND id <> (SELECT max(id) FROM run)
      AND id NOT IN (SELECT last_run FROM finding WHERE status <> 'gone')`,
    oldest,
  );
  sql.run(
    `DELETE FROM finding WHERE status = 'gone' AND last_seen < ?
    AND id NOT IN (SELECT finding FROM run_finding)`,
    oldest,
  );
  sql.run('DELETE FROM change WHERE at < ?', oldest);
  return changes;
}

function dropOldest(sql: Sql, most: number): number {
  const { changes } = sql.run(
    `DELETE FROM run WHERE id IN (SELECT id FROM run WHERE id <> (SELECT max(id) FROM run) ORDER BY id LIMIT ?)`,
    most,
  );
  return changes;
}

/** bytes of the pages that hold something */
function usedBytes(sql: Sql): number {
  const pages = sql.number('PRAGMA page_count') - sql.number('PRAGMA freelist_count');
  return pages * sql.number('PRAGMA page_size');
}
