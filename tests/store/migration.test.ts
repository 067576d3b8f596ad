import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ScanReport } from '../../src/model/report.js';
import { openHistory } from '../../src/store/open-history.js';
import { MIGRATIONS, SCHEMA_VERSION } from '../../src/store/schema.js';
import { Sql, type Row } from '../../src/store/sql.js';

const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sansou-migration-'));
  file = join(folder, 'history.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A store as that version wrote it. */
function restore(version: number): void {
  const sql = new Sql(file, { readOnly: false });
  sql.exec(readFileSync(join(fixtures, `version-${version}.sql`), 'utf8'));
  sql.close();
}

/** Tables, columns and indices, without the comments and spaces that ALTER TABLE leaves. */
function shapeOf(path: string): readonly Row[] {
  const sql = new Sql(path, { readOnly: true });
  const rows = sql.all(
    `SELECT m.type, m.name, c.name AS "column", c.type AS kind, c."notnull" AS required, c.pk
      FROM sqlite_master m LEFT JOIN pragma_table_info(m.name) c ORDER BY 1, 2, 3`,
  );
  sql.close();
  return rows;
}

describe('a store of an older version', () => {
  test('is kept for every version before this one', () => {
    const kept = readdirSync(fixtures).sort();
    expect(kept).toEqual(Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => `version-${index + 1}.sql`));
  });

  test.each(MIGRATIONS.slice(1).map((_, index) => index + 1))('version %d becomes a store of today', (version) => {
    restore(version);
    const fresh = join(folder, 'fresh.db');
    openHistory(fresh).close();
    openHistory(file).close();
    expect(shapeOf(file)).toEqual(shapeOf(fresh));
  });

  test('version 1 keeps all that it held, and tells nothing a second time', () => {
    restore(1);
    const history = openHistory(file, { gapsOf: () => [] });
    expect(history.runs().map(({ id, findings }) => [id, findings])).toEqual([
      ['20260616T010000000Z-0002', { suspected: 1 }],
      ['20260615T010000000Z-0001', { violation: 1, suspected: 1 }],
    ]);
    expect(history.finding('1111222233334444')).toMatchObject({
      status: 'gone',
      firstSeen: '2026-06-15T01:00:00.070Z',
      runs: 1,
      worst: 'critical',
    });
    expect(history.conduitDays()).toEqual([{ conduit: 'C-MN-02', day: '2026-06-15', flows: 3, bytes: 3000 }]);
    expect(history.trafficDays()).toMatchObject([{ from: 'mynumber', to: 'lgwan', verdicts: { violation: 2 } }]);
    expect(history.quality()).toMatchObject([{ check: 'CAP-01', value: 0.0004 }]);
    expect(history.report('20260615T010000000Z-0001')).toBeNull();
    expect(history.changes()).toEqual([]);

    // the suspicion was told by version 1: it is no news; the violation was gone, and would be
    const suspicion = history.finding('5555666677778888')!;
    const report = { findings: [suspicion.finding] };
    expect(suspicion.status).toBe('ongoing');
    expect(report.findings).toHaveLength(1);
    history.close();
    const sql = new Sql(file, { readOnly: true });
    expect(sql.all('SELECT id, told_verdict, told_severity FROM finding ORDER BY id')).toEqual([
      { id: '1111222233334444', told_verdict: null, told_severity: null },
      { id: '5555666677778888', told_verdict: 'suspected', told_severity: 'medium' },
    ]);
    sql.close();
  });

  test('of version 2 is asked for a report once, to know where a run looked', () => {
    restore(2);
    const looks = (): readonly Row[] => {
      const sql = new Sql(file, { readOnly: true });
      const rows = sql.all('SELECT look FROM run ORDER BY id');
      sql.close();
      return rows;
    };
    const history = openHistory(file);
    expect(looks()).toEqual([{ look: null }]);
    const before = history.report('20260615T010000000Z-0001') as ScanReport;
    const clean = { result: 'none-observed' as const, reasons: [] };
    const later: ScanReport = {
      ...before,
      ...{ findings: [], quality: [], matrix: [], clauses: { A: clean, I: clean, U: clean } },
      coverage: { ...before.coverage, points: [] },
      statistics: { packets: 9, flows: 1, first: '1781571600.000000000', last: '1781571660.000000000' } as never,
    };
    const run = { kind: 'watch', startedAt: '2026-06-16T01:00:00.000Z', endedAt: '2026-06-16T01:01:00.000Z' } as const;
    const save = (id: string, report: ScanReport): unknown =>
      history.saveRun({ ...run, id, finished: true, evidence: null, report }).map(({ change }) => change);
    // nothing was captured there
    expect(save('20260616T010000000Z-0001', later)).toEqual([]);
    expect(looks()[0]!.look).toBe(
      JSON.stringify({
        organization: '試験市',
        coverage: {
          points: before.coverage.points,
          zones: before.coverage.zones,
          boundaries: before.coverage.boundaries,
        },
      }),
    );
    expect(history.finding('5555666677778888')?.status).toBe('gone-unobserved');
    // and then the same was captured as before
    expect(save('20260616T020000000Z-0001', { ...later, coverage: before.coverage })).toEqual(['gone']);
    history.close();
  });

  test('is not changed by one who may only read', () => {
    restore(1);
    expect(() => openHistory(file, { readOnly: true })).toThrow(/older format 1/);
    openHistory(file).close();
    openHistory(file, { readOnly: true }).close();
  });
});
