import type { FastifyInstance } from 'fastify';
import type { RunSummary } from '../../model/history.js';
import type { MatrixCell, ScanReport } from '../../model/report.js';
import type { CompareAnswer } from '../api.js';
import { compareRuns } from '../compare-runs.js';
import type { Dashboard } from '../dashboard.js';
import { findingOfRun } from '../finding-row.js';
import { notFound } from '../refusal.js';
import { RUN_ID } from './runs.js';

const QUERY = {
  type: 'object',
  additionalProperties: false,
  required: ['earlier', 'later'],
  properties: { earlier: RUN_ID, later: RUN_ID },
};

const SHOWN = 1000;

function matrixPairs(before: readonly MatrixCell[], after: readonly MatrixCell[]): CompareAnswer['matrix'] {
  const key = ({ from, to }: MatrixCell): string => `${from} ${to}`;
  const old = new Map(before.map((cell) => [key(cell), cell]));
  const pairs = after.map((cell) => ({ before: old.get(key(cell)) ?? null, after: cell }));
  const seen = new Set(after.map(key));
  return [...pairs, ...before.filter((cell) => !seen.has(key(cell))).map((cell) => ({ before: cell, after: null }))];
}

/** Two runs side by side. */
export function addCompareRoute(app: FastifyInstance, { history, shelf }: Dashboard): void {
  const find = (id: string): { readonly run: RunSummary; readonly report: ScanReport } => {
    const run = history.run(id);
    const report = shelf.find(id);
    if (run !== null && report !== null) return { run, report };
    throw notFound({ ja: `実行 ${id} の報告はない`, en: `there is no report of run ${id}` });
  };

  app.get<{ Querystring: { earlier: string; later: string } }>(
    '/api/compare',
    { config: { access: 'viewer' }, schema: { querystring: QUERY } },
    ({ query }): CompareAnswer => {
      const earlier = find(query.earlier);
      const later = find(query.later);
      const { counts, findings, coverageChanges } = compareRuns(earlier.report, later.report, query.earlier);
      const rows = findings.map(({ status, finding, before }) => ({ status, finding: findingOfRun(finding), before }));
      return {
        earlier: earlier.run,
        later: later.run,
        counts,
        findings: rows.slice(0, SHOWN),
        cut: rows.length > SHOWN,
        coverageChanges,
        matrix: matrixPairs(earlier.report.matrix, later.report.matrix),
      };
    },
  );
}
