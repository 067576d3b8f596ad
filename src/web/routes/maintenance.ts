import type { FastifyInstance } from 'fastify';
import type { Retention } from '../../model/history.js';
import type { PruneAnswer } from '../api.js';
import type { Dashboard } from '../dashboard.js';

const BODY = {
  type: 'object',
  additionalProperties: false,
  required: ['maxAgeDays', 'maxBytes'],
  properties: {
    maxAgeDays: { type: ['integer', 'null'], minimum: 1, maximum: 36_500 },
    maxBytes: { type: ['integer', 'null'], minimum: 1_000_000 },
  },
};

/** What an operator does to the history. */
export function addMaintenanceRoutes(app: FastifyInstance, { history, log }: Dashboard): void {
  app.post<{ Body: Retention }>(
    '/api/prune',
    { config: { access: 'operator' }, schema: { body: BODY } },
    ({ body, identity }): PruneAnswer => {
      const pruned = history.prune(body);
      log('info', 'history pruned', { user: identity?.name, ...body, ...pruned });
      return pruned;
    },
  );
}
