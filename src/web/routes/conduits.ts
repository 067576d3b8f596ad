import type { FastifyInstance } from 'fastify';
import type { ConduitDay } from '../../model/history.js';
import { networkPlanOf } from '../../topology/network-plan-of.js';
import type { ConduitsAnswer } from '../api.js';
import type { Dashboard } from '../dashboard.js';
import { completeRange, localDay, RANGE_QUERY, type DayRange } from '../day.js';

interface Usage {
  readonly days: ConduitDay[];
  flows: number;
  bytes: number;
}

function usageByConduit(days: readonly ConduitDay[]): Map<string, Usage> {
  const usage = new Map<string, Usage>();
  for (const day of days) {
    const entry = usage.get(day.conduit) ?? { days: [], flows: 0, bytes: 0 };
    entry.flows += day.flows;
    entry.bytes += day.bytes;
    entry.days.push(day);
    usage.set(day.conduit, entry);
  }
  return usage;
}

/** The register of permitted crossings, with how much each was used. */
export function addConduitRoutes(app: FastifyInstance, { history, topology }: Dashboard): void {
  const { conduits } = networkPlanOf(topology);
  app.get<{ Querystring: DayRange }>(
    '/api/conduits',
    { config: { access: 'viewer' }, schema: { querystring: RANGE_QUERY } },
    ({ query }): ConduitsAnswer => {
      const range = completeRange(query, topology.timezone, 31);
      const usage = usageByConduit(history.conduitDays(range));
      const today = localDay(topology.timezone);
      const rows = conduits.map((conduit) => {
        const { days = [], flows = 0, bytes = 0 } = usage.get(conduit.id) ?? {};
        const used = days.filter((day) => day.flows > 0).map(({ day }) => day);
        const until = conduit.approval?.validUntil ?? null;
        return {
          ...{ conduit, flows, bytes, days },
          firstDay: used.reduce<string | null>((first, day) => (first === null || day < first ? day : first), null),
          lastDay: used.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null),
          expired: until !== null && until < today,
        };
      });
      const known = new Set(conduits.map(({ id }) => id));
      const unknown = [...usage]
        .filter(([conduit]) => !known.has(conduit))
        .map(([conduit, { flows, bytes }]) => ({ conduit, flows, bytes }));
      const looked = usage.size > 0 || history.trafficDays(range).length > 0;
      return { ...range, looked, conduits: rows, unknown };
    },
  );
}
