import type { FastifyInstance } from 'fastify';
import { LIMITS } from '../../base/limits.js';
import type { History, RunKind, TrackedFinding } from '../../model/history.js';
import type { Area } from '../../model/place.js';
import { SEVERITIES, VERDICTS, type ScanReport, type Verdict } from '../../model/report.js';
import { insideZones } from '../../report/map/draw-zone-map.js';
import { mapEdges } from '../../report/map/map-edges.js';
import { networkPlanOf } from '../../topology/network-plan-of.js';
import type { AreaPath, OverviewAnswer } from '../api.js';
import type { Dashboard } from '../dashboard.js';
import { findingRow } from '../finding-row.js';

const SHOWN = 12;

type OpenCounts = Partial<Record<Verdict, number>>;

/** Worst first: verdict, then severity, then the latest. */
function byWeight(x: TrackedFinding, y: TrackedFinding): number {
  const verdicts = VERDICTS.indexOf(x.finding.verdict) - VERDICTS.indexOf(y.finding.verdict);
  const severities = SEVERITIES.indexOf(x.finding.severity) - SEVERITIES.indexOf(y.finding.severity);
  return verdicts || severities || (x.lastSeen < y.lastSeen ? 1 : -1);
}

/** What the table beside the map tells: what the latest run saw between areas, and what is open there. */
function pathsOf(matrix: ScanReport['matrix'], open: readonly TrackedFinding[]): AreaPath[] {
  const paths = new Map<string, Omit<AreaPath, 'open'> & { readonly open: OpenCounts }>();
  const key = (from: Area, to: Area): string => `${from} ${to}`;
  for (const { from, to, flows, bytes, verdicts } of matrix) {
    if (from === to) continue;
    paths.set(key(from, to), { from, to, flows, bytes, permitted: verdicts.permitted ?? 0, open: {} });
  }
  for (const { finding } of open) {
    const from = finding.from.zone;
    const to = finding.to.zone;
    if (from === null || to === null || from === to) continue;
    const path = paths.get(key(from, to)) ?? { from, to, flows: 0, bytes: 0, permitted: 0, open: {} };
    path.open[finding.verdict] = (path.open[finding.verdict] ?? 0) + 1;
    paths.set(key(from, to), path);
  }
  return [...paths.values()];
}

/**
 * Whether a finding is the box's own: an upload may be about anything, so what only uploads have shown is no state of the
 * network.
 * @param latest ids of the findings of the box's latest run
 */
function isOfBox(history: History, latest: ReadonlySet<string>): (tracked: TrackedFinding) => boolean {
  const kinds = new Map<string, RunKind | null>();
  const isUpload = (run: string): boolean => {
    if (!kinds.has(run)) kinds.set(run, history.run(run)?.kind ?? null);
    return kinds.get(run) === 'upload';
  };
  return ({ id, firstRun, lastRun }) => latest.has(id) || !isUpload(firstRun) || !isUpload(lastRun);
}

/** The first page: how it stands now. */
export function addOverviewRoute(app: FastifyInstance, { history, shelf, topology }: Dashboard): void {
  const plan = networkPlanOf(topology);
  app.get('/api/overview', { config: { access: 'viewer' } }, (): OverviewAnswer => {
    // an upload may be about anything: the state of the network is that of the box's own runs, where it has some
    const recent = history.runs({ limit: 200 });
    const latest = recent.find(({ kind }) => kind !== 'upload') ?? recent[0] ?? null;
    const report = latest === null ? null : shelf.find(latest.id);
    const all = history.findings({ status: ['new', 'ongoing'], limit: LIMITS.listedFindings }).toSorted(byWeight);
    const seen = new Set(report?.findings.map(({ id }) => id));
    const open = latest?.kind === 'upload' ? all : all.filter(isOfBox(history, seen));
    const openOnes = open.map(({ finding }) => finding);
    return {
      now: new Date().toISOString(),
      organization: topology.organization,
      timezone: topology.timezone,
      model: topology.model,
      plan,
      latest,
      clauses: report?.clauses ?? null,
      doubts: report?.quality.filter(({ effect }) => effect !== 'none') ?? [],
      boundaries: report?.coverage.boundaries ?? [],
      points: report?.coverage.points ?? [],
      paths: pathsOf(report?.matrix ?? [], open),
      edges: mapEdges({
        plan,
        findings: openOnes,
        matrix: report?.matrix ?? [],
        conduits: report?.coverage.conduits ?? [],
      }),
      inside: insideZones(openOnes),
      openFindings: open.slice(0, SHOWN).map(findingRow),
      openCount: open.length,
      uploadedCount: all.length - open.length,
      storeBytes: history.size(),
    };
  });
}
