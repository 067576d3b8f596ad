import type { Problem } from '../../base/failure.js';
import { readVersion } from '../../base/version.js';
import { compareReferences } from '../../evidence/cite-frames.js';
import { RunClock } from '../../capture/run-clock.js';
import type { Coverage, EvidenceFrame, Finding, ScanReport } from '../../model/report.js';
import type { Topology } from '../../model/topology.js';
import { rulesDigest } from '../../rules/catalogue.js';
import { notCheckedRules, NOT_VERIFIABLE, statementsOf } from '../../rules/quality/coverage-texts.js';
import { resultOf } from '../../rules/result.js';
import { auditIdentificationOf } from '../../topology/audit-identification-of.js';
import { networkPlanOf } from '../../topology/network-plan-of.js';
import { vlansSeen } from '../quality/measure-quality.js';
import { measureCoverage } from '../quality/measure-coverage.js';
import { contentDigest, networkDigest } from '../network-digest.js';
import { RecordBench } from './record-bench.js';
import { PointRegister } from '../captures/read-observation.js';
import { readFlowRecords } from './read-flow-records.js';
import { recordsOfReport } from './records-of-report.js';
import { recordsQuality } from './records-quality.js';
import { runOfRecords, type KnownRun } from './run-of-records.js';
import { topologyInput } from '../topology-input.js';

export interface JudgeOptions {
  /** a file of flows (`check --keep-flows`, `sansou flows`), or a report as JSON */
  readonly records: string;
  readonly topology: Topology;
  readonly topologyWarnings?: readonly Problem[];
}

/**
 * Judges stored flow records by a topology, without the captures. What records do not hold is stated in the quality of the
 * report, which then is never better than undetermined.
 * @throws Failure (exit 3) where the file holds no records
 */
export async function judgeRecords(options: JudgeOptions): Promise<ScanReport> {
  const { topology, records: path } = options;
  const bench = new RecordBench(topology);
  const fromReport = recordsOfReport(path);
  for (const record of fromReport?.records ?? []) bench.add(record);
  const read = fromReport === null ? await readFlowRecords(path, (record) => bench.add(record)) : null;
  bench.finish();
  const run = runOfRecords(fromReport?.report ?? null, read?.run ?? null, bench);
  const kept = read?.run ?? null;
  const isSameNetwork = kept !== null && kept.network === networkDigest(topology);
  const isSameContent = isSameNetwork && kept.content === contentDigest(topology);
  const quality = recordsQuality({
    ...{ path, run, read, isSameNetwork, isSameContent, topology },
    left: fromReport?.left.length ?? null,
    points: [...bench.points.keys()],
  });
  const sighted = [...bench.sightings(), ...(isSameNetwork ? kept.sightings : [])];
  // which conduits were used, a report's findings do not show
  const uses = fromReport === null ? bench.usage.counters.values() : [];
  const vlansByPoint = new Map(run.points.map(({ point, vlans }) => [point, new Set(vlans)]));
  // that a sensor was silent, a report's findings do not show either
  const vlans = fromReport === null ? vlansSeen(vlansByPoint) : new Set<number>();
  const collected = bench.collector.finish(uses, topology, sighted, vlans);
  const coverage = measureCoverage({
    topology,
    ledger: {
      clock: new RunClock(),
      filesNamed: (point) => run.captures.filter((capture) => capture.point === point).length,
    },
    register: registerOf(run),
    usage: bench.usage,
    cellsSeen: bench.cellsSeen,
    vlansByPoint,
  });
  const findings = collected.findings.map(({ frames, ...finding }): Finding => ({
    ...finding,
    evidence: [...frames].sort(compareReferences).map(({ file, frame, role }): EvidenceFrame => ({
      file: run.captures[file]?.file ?? '',
      sha256: run.captures[file]?.sha256 ?? null,
      frame,
      time: null,
      point: null,
      role,
    })),
  }));
  return {
    schema: 'sansou/report/1',
    ...resultOf(findings, quality, coverage.boundaries, topology),
    matrix: bench.matrix.toCells(),
    findings,
    // a report's findings are not all of its flows
    ...(fromReport === null ? { timeline: bench.timeline.toTimeline(), daily: bench.daily.toDaily() } : {}),
    quality,
    coverage: {
      ...coverage,
      ...coveredBefore(coverage, run),
      notVerifiable: NOT_VERIFIABLE,
      notChecked: notCheckedRules(),
    },
    plan: networkPlanOf(topology),
    audit: auditIdentificationOf(topology),
    statements: statementsOf({ findings, topologySha256: topology.sha256 }),
    statistics: {
      ...run.statistics,
      flows: bench.flows,
      limitsReached: {
        ...collected.limitsReached,
        ...(bench.daily.refused > 0 ? { dailyLines: bench.daily.refused } : {}),
      },
    },
    inputs: {
      captures: run.captures,
      topology: topologyInput(topology, options.topologyWarnings ?? []),
    },
    tool: { name: 'sansou', version: readVersion(), rules: rulesDigest() },
  };
}

/** The meters of the run that made the records, as far as coverage looks at them. */
function registerOf({ points }: KnownRun): PointRegister {
  const register = new PointRegister();
  for (const { point, packets } of points) {
    const meter = register.meters[register.numberOf(point)];
    if (meter !== undefined) meter.packets = packets;
  }
  return register;
}

/** What the run says of its points, and a report of the use of conduits and hosts, holds as it did. */
function coveredBefore(
  { points, conduits, zones }: Pick<Coverage, 'points' | 'conduits' | 'zones'>,
  run: KnownRun,
): Pick<Coverage, 'points' | 'conduits' | 'zones'> {
  const { reported } = run;
  return {
    points: points.map((point) => {
      const known = run.points.find((candidate) => candidate.point === point.point);
      return known === undefined ? point : { ...point, first: known.first, last: known.last, files: known.files };
    }),
    conduits: conduits.map((conduit) => {
      const known = reported?.conduits.find((candidate) => candidate.conduit === conduit.conduit);
      return known === undefined ? conduit : { ...known, title: conduit.title };
    }),
    zones: reported?.zones ?? zones,
  };
}
