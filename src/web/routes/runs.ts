import type { FastifyInstance } from 'fastify';
import { LIMITS } from '../../base/limits.js';
import type { RunSummary } from '../../model/history.js';
import { formatJson } from '../../report/json-document.js';
import type { RunAnswer, RunsAnswer } from '../api.js';
import type { Dashboard } from '../dashboard.js';
import { evidenceFilesOf, isThere } from '../evidence/evidence-files.js';
import { attachment, sendFile, sendZip } from '../evidence/send-evidence.js';
import { findingOfRun } from '../finding-row.js';
import { notFound } from '../refusal.js';

/** Run ids are made by src/store; anything else is no id. */
export const RUN_ID = { type: 'string', pattern: '^[0-9A-Za-z][0-9A-Za-z._:-]{0,79}$' };
const PARAMS = { type: 'object', required: ['id'], properties: { id: RUN_ID } };

const LIST_QUERY = {
  type: 'object',
  additionalProperties: false,
  properties: { before: RUN_ID, limit: { type: 'integer', minimum: 1, maximum: 500 } },
};

const SHOWN = 200;

/** Scans: the list, one with its quality, its report and evidence as files. */
export function addRunRoutes(app: FastifyInstance, { history, shelf }: Dashboard): void {
  const viewer = { config: { access: 'viewer' as const } };

  const find = (id: string): RunSummary => {
    const run = history.run(id);
    if (run === null) throw notFound({ ja: 'その実行はない', en: 'there is no such run' });
    return run;
  };

  app.get<{ Querystring: { before?: string; limit?: number } }>(
    '/api/runs',
    { ...viewer, schema: { querystring: LIST_QUERY } },
    ({ query: { before, limit } }): RunsAnswer => ({
      runs: history
        .runs({ limit: limit ?? 100, ...(before === undefined ? {} : { before }) })
        .map((run) => (run.evidence === null || isThere(run.evidence) ? run : { ...run, evidence: null })),
    }),
  );

  app.get<{ Params: { id: string } }>(
    '/api/runs/:id',
    { ...viewer, schema: { params: PARAMS } },
    ({ params: { id } }): RunAnswer => {
      const run = find(id);
      const report = shelf.find(id);
      const evidence = evidenceFilesOf(run.evidence)?.map(({ name, bytes }) => ({ name, bytes })) ?? null;
      if (report === null) return { run, report: null, findings: [], findingsCut: false, evidence };
      const { result, clauses, matrix, quality, coverage, statements, statistics, inputs, tool } = report;
      return {
        run,
        report: {
          ...{ result, clauses, matrix, quality, coverage, statements, statistics, inputs, tool },
          findingCount: report.findings.length,
        },
        findings: report.findings.slice(0, SHOWN).map(findingOfRun),
        findingsCut: report.findings.length > SHOWN,
        evidence,
      };
    },
  );

  app.get<{ Params: { id: string } }>(
    '/api/runs/:id/report.json',
    { ...viewer, schema: { params: PARAMS } },
    ({ params: { id } }, reply) => {
      find(id);
      const report = shelf.find(id);
      if (report === null) throw notFound({ ja: '報告は整理されて残っていない', en: 'the report was pruned' });
      return reply
        .header('content-disposition', attachment(`sansou-${id}.json`))
        .type('application/json; charset=utf-8')
        .send(`${formatJson(report)}\n`);
    },
  );

  app.get<{ Params: { id: string } }>(
    '/api/runs/:id/evidence.zip',
    { ...viewer, schema: { params: PARAMS } },
    async ({ params: { id } }, reply) =>
      sendZip(reply, evidenceFilesOf(find(id).evidence), `sansou-evidence-${id}.zip`),
  );

  app.get<{ Params: { id: string; number: number } }>(
    '/api/runs/:id/evidence/:number',
    {
      ...viewer,
      schema: {
        params: {
          type: 'object',
          properties: { id: RUN_ID, number: { type: 'integer', minimum: 0, maximum: LIMITS.evidenceFiles } },
        },
      },
    },
    async ({ params: { id, number } }, reply) => sendFile(reply, evidenceFilesOf(find(id).evidence), number),
  );
}
