import type { Problem } from '../base/failure.js';
import { readVersion } from '../base/version.js';
import type { Observation as CaptureObservation } from '../capture/open.js';
import type { EvidenceBundle } from '../evidence/bundle/evidence-bundle.js';
import type { EvidenceCaptures } from '../evidence/bundle/evidence-captures.js';
import { citeFrames } from '../evidence/cite-frames.js';
import { FlowTable } from '../flow/flow-table.js';
import type { FlowRows } from '../flow/flow-rows.js';
import { Inspection } from '../inspect/inspection.js';
import { Interest } from '../inspect/interest.js';
import { recogniseDatagram } from '../inspect/recognise-datagram.js';
import { DATAGRAM_INSPECTORS, inspectTransfer, STREAM_INSPECTORS } from '../inspect/registry.js';
import { TrackInterest } from '../inspect/track/track-interest.js';
import { TrackLog } from '../inspect/track/track-log.js';
import { Watchers } from '../inspect/watchers.js';
import type { FlowKeeper } from '../model/flow-record.js';
import type { CaptureSummary, QualityEntry, ScanReport } from '../model/report.js';
import type { Sighting } from '../model/sighting.js';
import type { Topology } from '../model/topology.js';
import { rulesDigest } from '../rules/catalogue.js';
import { notCheckedRules, NOT_VERIFIABLE, statementsOf } from '../rules/coverage-texts.js';
import type { FindingDraft } from '../rules/finding-draft.js';
import type { CollectedFindings } from '../rules/findings.js';
import { judgeQuality } from '../rules/quality.js';
import { resultOf } from '../rules/result.js';
import { TwoZoneHosts } from '../sighting/two-zone-hosts.js';
import { WirePlaces } from '../sighting/wire-places.js';
import { auditIdentificationOf } from '../topology/audit-identification-of.js';
import { networkPlanOf } from '../topology/network-plan-of.js';
import { CaptureLedger } from './capture-ledger.js';
import { CitationMemory } from './citation-memory.js';
import { coverSpan } from './cover-span.js';
import { evidenceQuality } from './evidence-quality.js';
import { expiredQuality } from './expired-quality.js';
import { FactKinds } from './fact-kinds.js';
import { gatherPointQuality } from './gather-quality.js';
import { Judgement, OPEN_AT_MOST, type ToldBefore } from './judgement.js';
import { maskPackets } from './mask-packets.js';
import { clockOffsetsOf, opaqueShareOf, undeclaredTranslators, vlansSeen } from './measure-quality.js';
import { measureCoverage } from './measure-coverage.js';
import { contentDigest, networkDigest } from './network-digest.js';
import type { ObservedSpans } from './options.js';
import { captureStart } from './read-flows.js';
import { createDecodeStage, PointRegister, readObservation, type ReadingOptions } from './read-observation.js';
import { countsOf, countsSince, summarizeRun, type TableCounts } from './summarize-run.js';

export interface SessionOptions {
  readonly topology: Topology;
  /** what loading the topology warned about; goes into the reports */
  readonly topologyWarnings?: readonly Problem[];
  /** take copies of one datagram out of the counts (default true) */
  readonly dedup?: boolean;
  /** the captures have no end: what is remembered of them is bounded, and losses are told by `noteLosses` */
  readonly endless?: boolean;
  /** the time that each capture point covered, where the captures hold only a part of what it saw */
  readonly spans?: ObservedSpans;
  /** gets every flow that is over, and at the end what else is known */
  readonly keeper?: FlowKeeper;
}

export interface ReportRequest {
  /** `over`: every flow is over. `live`: flows go on; they are judged by what their packets prove, and stay */
  readonly flows: 'over' | 'live';
  /** what the caller knows beyond the packets */
  readonly notes?: readonly QualityEntry[];
  /** asked for what the two readers disagree on, see `check --cross-check` */
  readonly crossCheckDifferences?: number | null;
  /** gets the packets of the findings; whoever opened it commits it */
  readonly evidence?: EvidenceBundle | undefined;
  /** is told what the findings cite, where somebody else makes the bundle: before anything else is read */
  readonly onCited?: ((cited: CitedRun) => void) | undefined;
  /** gives up the second reading for the evidence */
  readonly signal?: AbortSignal | undefined;
}

/** What the findings of a report cite, in the order of the findings, and the captures that hold it. */
export interface CitedRun {
  readonly drafts: readonly FindingDraft[];
  readonly captures: EvidenceCaptures;
}

/** A violation, or a suspicion, that packets prove while their flow goes on. */
export interface LiveFinding {
  readonly id: string;
  readonly rule: string;
}

/**
 * The main job: captures → flows → places → judgements → report. Fed with one observation it is `sansou check`; fed
 * with file after file, flows are carried across them, and a report can be asked for at any time.
 */
export class ScanSession {
  readonly ledger: CaptureLedger;
  readonly #options: SessionOptions;
  readonly #register: PointRegister;
  readonly #inspection: Inspection;
  readonly #factKinds: FactKinds;
  readonly #tracks: TrackLog;
  readonly #table: FlowTable;
  readonly #newJudgement: () => Judgement;
  readonly #citations = new CitationMemory();
  #judgement: Judgement;
  #stage = createDecodeStage();
  #packets = 0;
  #interrupted = false;
  /** of the runs before this one */
  #earlierStart = Number.POSITIVE_INFINITY;
  #counted: TableCounts;
  #copiesCounted: readonly (number | undefined)[] = [];
  #refusedBefore: Readonly<Record<string, number>> = {};
  #glancedUntil = Number.NEGATIVE_INFINITY;
  #told: ToldBefore | null = null;

  constructor(options: SessionOptions) {
    const { topology } = options;
    this.#options = options;
    this.ledger = new CaptureLedger({ endless: options.endless ?? false });
    this.#register = new PointRegister((meter) => coverSpan(meter, options.spans, this.ledger.clock));
    const interest = new Interest(topology);
    this.#factKinds = new FactKinds(topology);
    this.#inspection = new Inspection({
      streams: STREAM_INSPECTORS,
      datagrams: DATAGRAM_INSPECTORS,
      recogniseDatagram,
      inspectTransfer,
      interestIn: (rows, row) => interest.of(rows, row),
      kindOf: (facts) => this.#factKinds.of(facts),
    });
    const { names } = this.#register;
    const wires = new WirePlaces(topology, names);
    const computers = new TwoZoneHosts(topology, wires);
    this.#tracks = new TrackLog(new TrackInterest(topology, computers));
    const setting = {
      topology,
      names: { points: names, toNanoseconds: (time: number) => this.ledger.clock.toNanoseconds(time) },
      wires,
      computers,
      inspection: this.#inspection,
      factKinds: this.#factKinds,
      tracks: this.#tracks,
      keeper: options.keeper,
      originSecond: () => this.ledger.clock.origin,
      told: () => this.#told,
      captureStart: () => Math.min(this.#earlierStart, captureStart(this.#register)),
    };
    this.#newJudgement = () => new Judgement(setting, this.#register.meters);
    this.#judgement = this.#newJudgement();
    this.#table = new FlowTable({
      dedup: options.dedup ?? true,
      joinTranslated: true,
      sink: {
        retire: (table: FlowRows, row: number) => {
          this.#judgement.judge.retire(table, row);
        },
      },
      watcher: new Watchers(this.#inspection, this.#tracks),
    });
    this.#counted = countsOf(this.#table);
  }

  /** live flows */
  get live(): number {
    return this.#table.live;
  }

  /** flows of the whole session, live ones too, and rows that were given up early */
  get flows(): number {
    return this.#table.created;
  }

  get evictions(): number {
    return this.#table.evicted;
  }

  get packets(): number {
    return this.#packets;
  }

  /** Latest packet time, nanoseconds since 1970; null before the first packet. */
  get now(): bigint | null {
    return Number.isFinite(this.#table.now) ? this.ledger.clock.toNanoseconds(this.#table.now) : null;
  }

  /** Reads an observation to its end; the caller opens it with the clock of `ledger` and closes it. */
  async read(
    observation: CaptureObservation,
    options: Pick<ReadingOptions, 'signal' | 'onProgress'> = {},
  ): Promise<{ readonly packets: number }> {
    const { packets, interrupted } = await readObservation(
      observation,
      this.#table,
      this.#register,
      {
        signal: options.signal,
        onProgress: options.onProgress,
        stage: this.#stage,
        referenceOf: (fileIndex) => this.ledger.referenceOf(fileIndex),
      },
      this.#judgement.listener,
    );
    this.#packets += packets;
    this.#interrupted ||= interrupted;
    this.ledger.add(observation);
    return { packets };
  }

  /** It is at least so late: what is silent until then is silent. @param time nanoseconds since 1970 */
  advance(time: bigint): void {
    const { clock } = this.ledger;
    if (clock.started) this.#table.advance(Number(time - clock.toNanoseconds(0)));
  }

  /** Flows whose idle time is over leave: for captures without end, now and then. */
  sweep(): void {
    this.#table.sweep();
  }

  /** What the live flows prove that had packets since the last glance: cheap, asked after every file. */
  glance(): readonly LiveFinding[] {
    const { topology } = this.#options;
    const glance = this.#judgement.glance(this.#table, this.#glancedUntil);
    this.#glancedUntil = this.#table.now - OPEN_AT_MOST;
    glance.judge.finish(this.#table);
    const { findings } = glance.collector.finish([], topology, glance.sightings.finish(this.#names()));
    return findings
      .filter(({ verdict }) => verdict === 'violation' || verdict === 'suspected')
      .map(({ id, rule }) => ({ id, rule }));
  }

  async report(request: ReportRequest): Promise<ScanReport> {
    const { topology, topologyWarnings = [] } = this.#options;
    const isLive = request.flows === 'live';
    const register = this.#register;
    const ledger = this.ledger;
    if (!isLive) this.#table.finish();
    const judgement = isLive ? this.#judgement.withLiveFlows(this.#table) : this.#judgement;
    const { judge, usage, sightings } = judgement;
    judge.finish(this.#table);
    const seen = sightings.finish(this.#names());
    const vlansByPoint = vlansByPointName(this.#table, register);
    const found = this.#collect(judgement, isLive, seen, vlansSeen(vlansByPoint));
    const counts = countsSince(this.#counted, countsOf(this.#table));
    const statistics = summarizeRun(
      { packets: this.#packets, interrupted: this.#interrupted, decoder: this.#stage.decoder },
      counts,
      register,
      ledger.clock,
      {
        flows: judge.flows,
        limitsReached: {
          ...found.limitsReached,
          pendingFlows: judge.pendingRefused,
          ...differences(this.#refusedBefore, this.#refused()),
          sightings: sightings.refused,
          dailyLines: judgement.daily.refused,
          lookupClients: this.#judgement.listener.refused,
          searchContacts: judgement.searches.refused,
        },
      },
    );
    const coverage = measureCoverage({
      topology,
      ledger,
      register,
      usage,
      cellsSeen: judge.cellsSeen,
      vlansByPoint,
    });
    const drafts = found.findings.map((draft) => ({
      ...draft,
      frames: draft.frames.map((frame) => ledger.locate(frame)),
    }));
    const { evidence, onCited } = request;
    const around = ledger.around(drafts);
    const kept = evidence === undefined && onCited === undefined ? [] : around.evidenceFiles().map(({ path }) => path);
    const cited = drafts.flatMap(({ frames }) => frames.map(({ file }) => ledger.file(file)?.path ?? ''));
    const listed = ledger.captures(new Set([...cited, ...kept]));
    const all = maskPackets(listed);
    const judged = judgeQuality(
      {
        points: gatherPointQuality(ledger, judgement.meters, this.#copiesByPoint()),
        incompleteFiles: all.filter(({ complete }) => !complete).map(({ file, point }) => ({ file, point })),
        // sums that are less detailed take nothing from the judgement
        limitsReached: { ...statistics.limitsReached, dailyLines: 0 },
        interrupted: this.#interrupted,
        crossCheckDifferences: request.crossCheckDifferences ?? null,
        rulesFailed: found.failures,
        undeclaredNat: undeclaredTranslators(seen, topology),
        opaqueShare: opaqueShareOf(judge.opaqueBytes, judgement.matrix.toCells()),
        ...clockOffsetsOf(this.#table.clocks.offsets(), register.names),
        coverage,
      },
      topology,
    );
    const findings = maskPackets(this.#citations.complete(await citeFrames(drafts, ledger)));
    onCited?.({ drafts, captures: listedOf(around, listed) });
    const collected = await evidence?.collect({ drafts, findings, captures: listedOf(around, listed) }, request.signal);
    const notes = [
      ...(request.notes ?? []),
      ...inputNotes(ledger.problems),
      ...evidenceQuality(collected),
      ...(this.#options.endless === true ? expiredQuality(drafts, (file) => ledger.isReadable(file)) : []),
    ];
    const quality = maskPackets([...judged, ...notes]);
    const tool = { name: 'sansou', version: readVersion(), rules: rulesDigest() } as const;
    this.#options.keeper?.finish({
      schema: 'sansou/flows/1',
      tool,
      topology: { file: topology.file, sha256: topology.sha256 },
      network: networkDigest(topology),
      content: contentDigest(topology),
      dedup: this.#options.dedup ?? true,
      flows: judge.flows,
      unattributed: judge.keptUnattributed,
      captures: all,
      statistics,
      quality,
      points: coverage.points,
      // those depend on the conduits, and are told from the flows again
      sightings: sightings.finish(this.#names()).filter(({ kind }) => kind !== 'passage'),
    });
    return {
      schema: 'sansou/report/1',
      ...resultOf(findings, quality, coverage.boundaries, topology),
      matrix: judgement.matrix.toCells(),
      findings,
      timeline: judgement.timeline.toTimeline(),
      daily: judgement.daily.toDaily(),
      quality,
      coverage: { ...coverage, notVerifiable: NOT_VERIFIABLE, notChecked: notCheckedRules() },
      plan: networkPlanOf(topology),
      audit: auditIdentificationOf(topology),
      ...(evidence === undefined ? {} : { evidenceBundle: evidence.note }),
      statements: statementsOf({ findings, topologySha256: topology.sha256 }),
      statistics,
      inputs: {
        captures: all,
        topology: {
          file: topology.file,
          sha256: topology.sha256,
          organization: topology.organization,
          model: topology.model,
          timezone: topology.timezone,
          warnings: topologyWarnings,
        },
      },
      tool,
    };
  }

  /** A new run begins with the flows that go on; what was found before is in the report that was made before. */
  rollOver(): void {
    const { meters } = this.#register;
    this.#earlierStart = Math.min(this.#earlierStart, captureStart(this.#register));
    meters.forEach((meter, number) => (meters[number] = meter.next()));
    this.#factKinds.reset();
    this.#inspection.forgetKinds();
    this.#judgement = this.#newJudgement();
    this.#stage = createDecodeStage();
    this.#packets = 0;
    this.#interrupted = false;
    this.#counted = countsOf(this.#table);
    this.#copiesCounted = [...this.#table.copiesByPoint];
    this.#refusedBefore = this.#refused();
    this.#glancedUntil = Number.NEGATIVE_INFINITY;
    this.#told = { until: this.#table.now - OPEN_AT_MOST, flows: this.#table.numbered };
    this.ledger.rollOver();
  }

  #names(): { toNanoseconds(time: number): bigint } {
    return { toNanoseconds: (time) => this.ledger.clock.toNanoseconds(time) };
  }

  #collect(
    { collector, usage }: Judgement,
    isLive: boolean,
    seen: readonly Sighting[],
    vlans: ReadonlySet<number>,
  ): CollectedFindings {
    const uses = [...usage.counters.values()];
    // that a conduit was never used, or a sensor silent, can be said when the run is over
    return isLive
      ? collector.finish(
          uses.filter(({ flows }) => flows > 0),
          this.#options.topology,
          seen,
        )
      : collector.finish(uses, this.#options.topology, seen, vlans);
  }

  #refused(): Record<string, number> {
    return {
      inspectedFlows: this.#inspection.refused,
      factsPerFlow: this.#inspection.factsRefused,
      trackedFlows: this.#tracks.refused,
      reassemblyBytes: this.#inspection.pool.givenUp,
      announcedConnections: this.#inspection.announced.forgotten,
      translatedFlows: this.#table.translated?.groups.refused ?? 0,
    };
  }

  #copiesByPoint(): number[] {
    return this.#register.meters.map(
      (_, number) => (this.#table.copiesByPoint[number] ?? 0) - (this.#copiesCounted[number] ?? 0),
    );
  }
}

function differences(
  before: Readonly<Record<string, number>>,
  now: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries(Object.entries(now).map(([name, count]) => [name, count - (before[name] ?? 0)]));
}

function vlansByPointName(table: FlowTable, register: PointRegister): Map<string | null, Set<string>> {
  const byName = new Map<string | null, Set<string>>();
  for (const [number, vlans] of table.stations.vlansByPoint())
    byName.set(register.names[number] ?? null, new Set([...vlans].filter((vlan) => vlan !== null)));
  return byName;
}

/** Only what stands by its own name in the report: a bundle's manifest and its report name the same captures. */
function listedOf(captures: EvidenceCaptures, listed: readonly CaptureSummary[]): EvidenceCaptures {
  const names = new Set(listed.map(({ file }) => file));
  return {
    clock: captures.clock,
    file: (number) => captures.file(number),
    pointOf: (file, interfaceIndex) => captures.pointOf(file, interfaceIndex),
    lookup: (file, frames) => captures.lookup(file, frames),
    evidenceFiles: () => captures.evidenceFiles().filter(({ path }) => names.has(path)),
  };
}

/** Files that overlap, that were skipped, or that could not be read in the order of time: said, and weighed. */
function inputNotes(problems: readonly Problem[]): QualityEntry[] {
  return problems
    .filter(({ level }) => level !== 'error')
    .map(({ code, level, file, message }) => ({
      check: `RUN-${code}`,
      point: null,
      value: file ?? null,
      effect: code === 'CAPTURE-ORDER' ? 'undetermined' : level === 'note' ? 'none' : 'note',
      message,
    }));
}
