import type { FastifyInstance } from 'fastify';
import { LIMITS } from '../../base/limits.js';
import type { TrackedFinding } from '../../model/history.js';
import { FINDING_STATUSES } from '../../model/report.js';
import type { FindingAnswer, FindingsAnswer } from '../api.js';
import type { Dashboard } from '../dashboard.js';
import { evidenceFilesOf, type EvidenceFile } from '../evidence/evidence-files.js';
import { sendFile, sendZip } from '../evidence/send-evidence.js';
import { findingRow } from '../finding-row.js';
import { notFound } from '../refusal.js';

const FINDING_ID = { type: 'string', pattern: '^[0-9a-f]{8,64}$' };
const PARAMS = { type: 'object', required: ['id'], properties: { id: FINDING_ID } };

const LIST_QUERY = {
  type: 'object',
  additionalProperties: false,
  properties: {
    status: { type: 'array', maxItems: 5, items: { enum: [...FINDING_STATUSES, 'accepted'] } },
  },
};

/** Findings over all runs, one finding, and the files that prove it. */
export function addFindingRoutes(app: FastifyInstance, { history }: Dashboard): void {
  const viewer = { config: { access: 'viewer' as const } };

  const find = (id: string): TrackedFinding => {
    const tracked = history.finding(id);
    if (tracked === null) throw notFound({ ja: 'その検出事項はない', en: 'there is no such finding' });
    return tracked;
  };
  /** those of its last run that carry its id, and the manifest that vouches for them */
  const filesOf = (tracked: TrackedFinding): readonly EvidenceFile[] | null => {
    const files = evidenceFilesOf(history.run(tracked.lastRun)?.evidence ?? null);
    return files?.filter(({ name }) => name === 'manifest.json' || name.includes(tracked.id)) ?? null;
  };

  app.get<{ Querystring: { status?: TrackedFinding['status'][] } }>(
    '/api/findings',
    { ...viewer, schema: { querystring: LIST_QUERY } },
    ({ query: { status } }): FindingsAnswer => {
      const filter = status === undefined ? {} : { status };
      const found = history.findings({ ...filter, limit: LIMITS.listedFindings + 1 });
      return {
        findings: found.slice(0, LIMITS.listedFindings).map(findingRow),
        cut: found.length > LIMITS.listedFindings,
      };
    },
  );

  app.get<{ Params: { id: string } }>(
    '/api/findings/:id',
    { ...viewer, schema: { params: PARAMS } },
    ({ params: { id } }): FindingAnswer => {
      const tracked = find(id);
      return { tracked, evidence: filesOf(tracked)?.map(({ name, bytes }) => ({ name, bytes })) ?? null };
    },
  );

  app.get<{ Params: { id: string } }>(
    '/api/findings/:id/evidence.zip',
    { ...viewer, schema: { params: PARAMS } },
    async ({ params: { id } }, reply) => sendZip(reply, filesOf(find(id)), `sansou-evidence-${id}.zip`),
  );

  app.get<{ Params: { id: string; number: number } }>(
    '/api/findings/:id/evidence/:number',
    {
      ...viewer,
      schema: {
        params: {
          type: 'object',
          properties: { id: FINDING_ID, number: { type: 'integer', minimum: 0, maximum: LIMITS.evidenceFiles } },
        },
      },
    },
    async ({ params: { id, number } }, reply) => sendFile(reply, filesOf(find(id)), number),
  );
}
