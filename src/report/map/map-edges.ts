import { AREAS, type Area } from '../../model/place.js';
import type { NetworkPlan } from '../../model/network-plan.js';
import type { Finding, ScanReport } from '../../model/report.js';

/** As they are drawn: what is permitted first, the gravest over it. */
export const EDGE_KINDS = ['conduit', 'observed', 'violation', 'suspected', 'undetermined', 'stopped'] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

/** A line of the zone map between two areas. */
export interface MapEdge {
  readonly kind: EdgeKind;
  readonly from: Area;
  readonly to: Area;
  /** conduits, or findings; 0 where flows were only observed */
  readonly count: number;
  /** conduits of which no flow was seen; 0 where nothing was looked at */
  readonly unused: number;
  /** flows of both directions: permitted ones of conduits, all of what was only observed; 0 for findings */
  readonly flows: number;
  /** id of the first of the findings; null for conduits and flows */
  readonly opens: string | null;
}

/** What crosses as far as a map tells it; findings may be those of a report or those that are open in a history. */
export interface Crossings {
  readonly plan: NetworkPlan;
  readonly conduits: ScanReport['coverage']['conduits'];
  readonly matrix: ScanReport['matrix'];
  readonly findings: readonly Pick<Finding, 'id' | 'verdict' | 'from' | 'to'>[];
}

const KIND_OF_VERDICT: Readonly<Partial<Record<Finding['verdict'], EdgeKind>>> = {
  violation: 'violation',
  suspected: 'suspected',
  undetermined: 'undetermined',
  attempt: 'stopped',
  blocked: 'stopped',
};

/** Permitted crossings, one line for each pair of areas, and what was found to cross, one for each direction. */
export function mapEdges({ plan, conduits, matrix, findings }: Crossings): readonly MapEdge[] {
  const told = [...conduitEdges(plan, conduits, matrix), ...findingEdges(findings)];
  return [...told, ...observedEdges(matrix, told)].sort(
    (x, y) =>
      EDGE_KINDS.indexOf(x.kind) - EDGE_KINDS.indexOf(y.kind) ||
      AREAS.indexOf(x.from) - AREAS.indexOf(y.from) ||
      AREAS.indexOf(x.to) - AREAS.indexOf(y.to),
  );
}

function inOrder(one: Area, other: Area): readonly [Area, Area] {
  return AREAS.indexOf(one) < AREAS.indexOf(other) ? [one, other] : [other, one];
}

function conduitEdges(
  plan: NetworkPlan,
  conduits: Crossings['conduits'],
  matrix: Crossings['matrix'],
): readonly MapEdge[] {
  const looked = conduits.length > 0;
  const used = new Set(conduits.filter(({ flows }) => flows > 0).map(({ conduit }) => conduit));
  const edges = new Map<string, MapEdge>();
  for (const { id, from, to } of plan.conduits) {
    for (const one of from.areas) {
      for (const other of to.areas) {
        if (one === other) continue;
        const [first, second] = inOrder(one, other);
        const key = `${first} ${second}`;
        const known = edges.get(key);
        edges.set(key, {
          kind: 'conduit',
          from: first,
          to: second,
          count: (known?.count ?? 0) + 1,
          unused: (known?.unused ?? 0) + (looked && !used.has(id) ? 1 : 0),
          flows: known?.flows ?? permittedFlows(matrix, first, second),
          opens: null,
        });
      }
    }
  }
  return [...edges.values()];
}

function permittedFlows(matrix: Crossings['matrix'], one: Area, other: Area): number {
  return matrix
    .filter(({ from, to }) => (from === one && to === other) || (from === other && to === one))
    .reduce((sum, { verdicts }) => sum + (verdicts.permitted ?? 0), 0);
}

function findingEdges(findings: Crossings['findings']): readonly MapEdge[] {
  const edges = new Map<string, MapEdge>();
  for (const { id, verdict, from, to } of findings) {
    const kind = KIND_OF_VERDICT[verdict];
    if (kind === undefined || from.zone === null || to.zone === null || from.zone === to.zone) continue;
    const key = `${kind} ${from.zone} ${to.zone}`;
    const known = edges.get(key);
    edges.set(key, {
      kind,
      from: from.zone,
      to: to.zone,
      count: (known?.count ?? 0) + 1,
      unused: 0,
      flows: 0,
      opens: known?.opens ?? id,
    });
  }
  return [...edges.values()];
}

/** Flows between areas that no other line joins: nothing permits them, and nothing is said against them. */
function observedEdges(matrix: Crossings['matrix'], told: readonly MapEdge[]): readonly MapEdge[] {
  const keyOf = (one: Area, other: Area): string => inOrder(one, other).join(' ');
  const joined = new Set(told.map(({ from, to }) => keyOf(from, to)));
  const edges = new Map<string, MapEdge>();
  for (const { from, to, flows } of matrix) {
    // addresses of special purpose (multicast, link-local) are no place
    if (from === to || flows === 0 || from === 'special' || to === 'special' || joined.has(keyOf(from, to))) continue;
    const [first, second] = inOrder(from, to);
    const known = edges.get(keyOf(from, to));
    edges.set(keyOf(from, to), {
      kind: 'observed',
      from: first,
      to: second,
      count: 0,
      unused: 0,
      flows: (known?.flows ?? 0) + flows,
      opens: null,
    });
  }
  return [...edges.values()];
}
