import type { QualityEntry } from '../../model/report.js';
import type { Topology } from '../../model/topology.js';
import type { PointQuality, QualityInput } from './quality-input.js';
import { judgePoint } from './quality-of-point.js';
import { judgeRun } from './quality-of-run.js';

export type { PointQuality, QualityInput } from './quality-input.js';

/**
 * CAP-01 … CAP-13 (domain.md 3.5) and what befell the run: in the order of their names, then of the points. A declared
 * point of which no file was given is there too, as one that saw nothing.
 */
export function judgeQuality(input: QualityInput, topology: Topology): QualityEntry[] {
  const seen = new Map(input.points.map((point) => [point.point, point]));
  const points: PointQuality[] = [
    ...topology.capturePoints.map(({ name }) => seen.get(name) ?? emptyPoint(name)),
    ...input.points.filter(({ point }) => point === null || topology.capturePoint(point) === undefined),
  ];
  // a run without any point has seen nothing at all, and says so
  if (points.length === 0) points.push(emptyPoint(null));
  return [...points.flatMap((point) => judgePoint(point, topology, input)), ...judgeRun(input)].sort((x, y) =>
    x.check < y.check ? -1 : x.check > y.check ? 1 : 0,
  );
}

function emptyPoint(point: string | null): PointQuality {
  return {
    point,
    files: 0,
    packets: 0,
    switchFrames: 0,
    ipPackets: 0,
    untaggedIpPackets: 0,
    cutPackets: 0,
    tcpFlowsBothWays: 0,
    tcpFlowsOneWay: 0,
    tcpPayloadBytes: 0,
    tcpGapBytes: 0,
    drops: null,
    duplicates: 0,
    malformed: 0,
    unknownLinkTypePackets: 0,
    backwardSteps: 0,
    gaps: 0,
    longestGapSeconds: 0,
    first: null,
    last: null,
    filters: [],
  };
}
