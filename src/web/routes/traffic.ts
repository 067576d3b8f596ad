import type { FastifyInstance } from 'fastify';
import type { TrafficAnswer } from '../api.js';
import type { Dashboard } from '../dashboard.js';
import { completeRange, RANGE_QUERY, type DayRange } from '../day.js';

/** The matrix over time. */
export function addTrafficRoute(app: FastifyInstance, { history, topology }: Dashboard): void {
  app.get<{ Querystring: DayRange }>(
    '/api/traffic',
    { config: { access: 'viewer' }, schema: { querystring: RANGE_QUERY } },
    ({ query }): TrafficAnswer => ({ days: history.trafficDays(completeRange(query, topology.timezone, 31)) }),
  );
}
