import { AREAS, type Area } from '../../model/place.js';
import type { NetworkPlan } from '../../model/network-plan.js';
import type { Finding, ScanReport } from '../../model/report.js';

export type EdgeKind = 'conduit' | 'violation' | 'suspected' | 'stopped';

/** A line of the zone map between two areas. */
export interface MapEdge {
  readonly kind: EdgeKind;
  readonly from: Area;
  readonly to: Area;
  /** conduits, or findings */
  readonly count: number;
  /** conduits of which no flow was seen */
  readonly unused: number;
  /** the first of the findings; null for conduits */
  readonly opens: Finding | null;
}

const KIND_OF_VERDICT: Readonly<Partial<Record<Finding['verdict'], EdgeKind>>> = {
  violation: 'violation',
  suspected: 'suspected',
  attempt: 'stopped',
  blocked: 'stopped',
};

const ORDER: readonly EdgeKind[] = ['conduit', 'violation', 'suspected', 'stopped'];

/** Permitted crossings, one line for each pair of areas, and what was found to cross, one for each direction. */
export function mapEdges(report: Pick<ScanReport, 'plan' | 'findings' | 'coverage'>): readonly MapEdge[] {
  const edges = [...conduitEdges(report.plan, report.coverage), ...findingEdges(report.findings)];
  return edges.sort(
    (x, y) =>
      ORDER.indexOf(x.kind) - ORDER.indexOf(y.kind) ||
      AREAS.indexOf(x.from) - AREAS.indexOf(y.from) ||
      AREAS.indexOf(x.to) - AREAS.indexOf(y.to),
  );
}

function conduitEdges(plan: NetworkPlan, coverage: ScanReport['coverage']): MapEdge[] {
  const used = new Set(coverage.conduits.filter(({ flows }) => flows > 0).map(({ conduit }) => conduit));
  const edges = new Map<string, MapEdge>();
  for (const { id, from, to } of plan.conduits) {
    for (const one of from.areas) {
      for (const other of to.areas) {
        if (one === other) continue;
        const [first, second] = AREAS.indexOf(one) < AREAS.indexOf(other) ? [one, other] : [other, one];
        const key = `${first} ${second}`;
        const known = edges.get(key);
        edges.set(key, {
          kind: 'conduit',
          from: first,
          to: second,
          count: (known?.count ?? 0) + 1,
          unused: (known?.unused ?? 0) + (used.has(id) ? 0 : 1),
          opens: null,
        });
      }
    }
  }
  return [...edges.values()];
}

function findingEdges(findings: readonly Finding[]): MapEdge[] {
  const edges = new Map<string, MapEdge>();
  for (const finding of findings) {
    const kind = KIND_OF_VERDICT[finding.verdict];
    const { from, to } = finding;
    if (kind === undefined || from.zone === null || to.zone === null || from.zone === to.zone) continue;
    const key = `${kind} ${from.zone} ${to.zone}`;
    const known = edges.get(key);
    edges.set(key, {
      kind,
      from: from.zone,
      to: to.zone,
      count: (known?.count ?? 0) + 1,
      unused: 0,
      opens: known?.opens ?? finding,
    });
  }
  return [...edges.values()];
}
