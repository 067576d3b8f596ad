import type { Problem } from '../base/failure.js';
import { readVersion } from '../base/version.js';
import { FlowTable } from '../flow/flow-table.js';
import { citeFrames } from '../evidence/cite-frames.js';
import type { QualityEntry, ScanReport } from '../model/report.js';
import type { Topology } from '../model/topology.js';
import { rulesDigest } from '../rules/catalogue.js';
import { notCheckedRules, NOT_VERIFIABLE, statementsOf } from '../rules/coverage-texts.js';
import { FindingCollector } from '../rules/findings.js';
import { judgeQuality } from '../rules/quality.js';
import { resultOf } from '../rules/result.js';
import { Inspection } from '../inspect/inspection.js';
import { Interest } from '../inspect/interest.js';
import { recogniseDatagram } from '../inspect/recognise-datagram.js';
import { DATAGRAM_INSPECTORS, STREAM_INSPECTORS } from '../inspect/registry.js';
import { TrackInterest } from '../inspect/track/track-interest.js';
import { TrackLog } from '../inspect/track/track-log.js';
import { Watchers } from '../inspect/watchers.js';
import { FrameListener } from '../sighting/frame-listener.js';
import { SenderLog } from '../sighting/sender-log.js';
import { SightingBook } from '../sighting/sighting-book.js';
import { WirePlaces } from '../sighting/wire-places.js';
import { auditIdentificationOf } from '../topology/audit-identification-of.js';
import { networkPlanOf } from '../topology/network-plan-of.js';
import { ConduitUsage } from './conduit-usage.js';
import { crossCheckCaptures } from './cross-check-captures.js';
import { gatherPointQuality } from './gather-quality.js';
import { FlowJudge } from './judge-flows.js';
import { maskPackets } from './mask-packets.js';
import { measureCoverage } from './measure-coverage.js';
import { openCaptures } from './open-captures.js';
import type { ScanOptions } from './options.js';
import { captureStart } from './read-flows.js';
import { PointRegister, readObservation } from './read-observation.js';
import { summarizeCaptures } from './summarize-captures.js';
import { summarizeRun } from './summarize-run.js';
import { ZoneMatrix } from './zone-matrix.js';

export interface CheckOptions extends ScanOptions {
  readonly topology: Topology;
  /** what loading the topology warned about; goes into the report */
  readonly topologyWarnings?: readonly Problem[];
}

/**
 * The main job: captures → flows → places → judgements → one report.
 * @throws Failure (exit 3) when no capture can be read
 */
export async function check(options: CheckOptions): Promise<ScanReport> {
  const { topology } = options;
  const observation = await openCaptures(options);
  try {
    const register = new PointRegister();
    const collector = new FindingCollector(topology);
    const matrix = new ZoneMatrix();
    const usage = new ConduitUsage(topology);
    const names = { points: register.names, toNanoseconds: (time: number) => observation.clock.toNanoseconds(time) };
    const sightings = new SightingBook();
    const wires = new WirePlaces(topology, register.names);
    const listener = new FrameListener(topology, sightings, wires);
    const interest = new Interest(topology);
    const inspection = new Inspection({
      streams: STREAM_INSPECTORS,
      datagrams: DATAGRAM_INSPECTORS,
      recogniseDatagram,
      interestIn: (rows, row) => interest.of(rows, row),
    });
    const tracking = new TrackInterest(topology);
    const tracks = new TrackLog((rows, row) => tracking.in(rows, row));
    const watcher = new Watchers(inspection, tracks);
    const judge = new FlowJudge({
      topology,
      collector,
      matrix,
      usage,
      names,
      inspection,
      tracks,
      senders: new SenderLog(topology, sightings, wires),
      sightings,
      meters: register.meters,
      captureStart: () => captureStart(register),
    });
    const table = new FlowTable({ dedup: options.dedup ?? true, sink: judge, watcher });

    const reading = await readObservation(observation, table, register, options, listener);
    judge.finish(table);

    const collected = collector.finish(usage.counters.values(), topology, sightings.finish(names));
    const statistics = summarizeRun(reading, table, register, observation.clock, {
      flows: judge.flows,
      limitsReached: {
        ...collected.limitsReached,
        pendingFlows: judge.pendingRefused,
        inspectedFlows: inspection.refused,
        factsPerFlow: inspection.factsRefused,
        trackedFlows: tracks.refused,
        reassemblyBytes: inspection.pool.givenUp,
        sightings: sightings.refused,
      },
    });
    const vlansByPoint = vlansByPointName(table, register);
    const coverage = measureCoverage({
      topology,
      observation,
      register,
      usage,
      cellsSeen: judge.cellsSeen,
      vlansByPoint,
    });
    const captures = maskPackets(summarizeCaptures(observation));
    const judged = judgeQuality(
      {
        points: gatherPointQuality(observation, register, table),
        incompleteFiles: captures.filter(({ complete }) => !complete).map(({ file, point }) => ({ file, point })),
        limitsReached: statistics.limitsReached,
        interrupted: reading.interrupted,
        crossCheckDifferences: options.crossCheck === true ? await crossCheckCaptures(observation) : null,
        rulesFailed: collected.failures,
        undeclaredNat: null,
        opaqueShare: null,
        clockOffsetSeconds: null,
        coverage,
      },
      topology,
    );
    const quality = maskPackets([...judged, ...inputNotes(observation.problems)]);
    const findings = maskPackets(await citeFrames(collected.findings, observation));
    return {
      schema: 'sansou/report/1',
      ...resultOf(findings, quality, coverage.boundaries, topology),
      matrix: matrix.toCells(),
      findings,
      quality,
      coverage: { ...coverage, notVerifiable: NOT_VERIFIABLE, notChecked: notCheckedRules() },
      plan: networkPlanOf(topology),
      audit: auditIdentificationOf(topology),
      statements: statementsOf({ findings, topologySha256: topology.sha256 }),
      statistics,
      inputs: {
        captures,
        topology: {
          file: topology.file,
          sha256: topology.sha256,
          organization: topology.organization,
          model: topology.model,
          timezone: topology.timezone,
          warnings: options.topologyWarnings ?? [],
        },
      },
      tool: { name: 'sansou', version: readVersion(), rules: rulesDigest() },
    };
  } finally {
    observation.close();
  }
}

function vlansByPointName(table: FlowTable, register: PointRegister): Map<string | null, Set<string>> {
  const byName = new Map<string | null, Set<string>>();
  for (const [number, vlans] of table.stations.vlansByPoint())
    byName.set(register.names[number] ?? null, new Set([...vlans].filter((vlan) => vlan !== null)));
  return byName;
}

/** Files that overlap, that were skipped, or that could not be read in the order of time: said, and weighed. */
function inputNotes(problems: readonly Problem[]): QualityEntry[] {
  return problems
    .filter(({ level }) => level === 'warning')
    .map(({ code, file, message }) => ({
      check: `RUN-${code}`,
      point: null,
      value: file ?? null,
      effect: code === 'CAPTURE-ORDER' ? 'undetermined' : 'note',
      message,
    }));
}
