import type { AuditIdentification } from '../model/network-plan.js';
import type { Topology } from '../model/topology.js';

/** Who audits what: the topology's `audit` section, whose structure the schema has checked. */
export function auditIdentificationOf({ audit }: Pick<Topology, 'audit'>): AuditIdentification {
  const text = (key: string): string | null => (typeof audit[key] === 'string' ? audit[key] : null);
  const list = (key: string): readonly string[] =>
    [audit[key] ?? []].flat().filter((item): item is string => typeof item === 'string');
  return {
    purpose: text('purpose'),
    standard: text('standard'),
    period: periodOf(audit.period),
    testers: list('tester'),
    organization: text('organization'),
    independence: text('independence'),
    qualification: text('qualification'),
    approver: text('approver'),
    exclusions: list('exclusions'),
    remarks: text('remarks'),
  };
}

function periodOf(period: unknown): AuditIdentification['period'] {
  if (typeof period === 'string') return { from: period, to: null };
  if (typeof period !== 'object' || period === null) return null;
  const { from, to } = period as { readonly from?: unknown; readonly to?: unknown };
  return { from: typeof from === 'string' ? from : null, to: typeof to === 'string' ? to : null };
}
