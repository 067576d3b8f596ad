import type { Problem } from '../base/failure.js';
import type { Observation as CaptureObservation } from '../capture/open.js';
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
import type { ScanReport } from '../model/report.js';
import type { Topology } from '../model/topology.js';
import { TwoZoneHosts } from '../sighting/logs/two-zone-hosts.js';
import { WirePlaces } from '../sighting/wire-places.js';
import { CaptureLedger } from './captures/capture-ledger.js';
import { CitationMemory } from './evidence/citation-memory.js';
import { coverSpan } from './quality/cover-span.js';
import { FactKinds } from './judge/fact-kinds.js';
import { Judgement, OPEN_AT_MOST, type ToldBefore } from './judge/judgement.js';
import type { ObservedSpans } from './options.js';
import { captureStart } from './read-flows.js';
import { reportRun, type ReportRequest } from './run-report.js';
import { RunCounts } from './run-counts.js';
import { createDecodeStage, PointRegister, readObservation, type ReadingOptions } from './captures/read-observation.js';

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
  readonly #counts: RunCounts;
  readonly #newJudgement: () => Judgement;
  readonly #citations = new CitationMemory();
  #judgement: Judgement;
  #stage = createDecodeStage();
  #packets = 0;
  #interrupted = false;
  /** of the runs before this one */
  #earlierStart = Number.POSITIVE_INFINITY;
  #glancedUntil = Number.NEGATIVE_INFINITY;
  #told: ToldBefore | null = null;

  constructor(options: SessionOptions) {
    const { topology } = options;
    this.#options = options;
    this.ledger = new CaptureLedger({ endless: options.endless ?? false });
    this.#register = new PointRegister((meter) => {
      meter.transport = (meter.name === null ? undefined : topology.capturePoint(meter.name))?.transport ?? 'none';
      coverSpan(meter, options.spans, this.ledger.clock);
    });
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
    this.#counts = new RunCounts(this.#table, this.#inspection, this.#tracks);
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

  report(request: ReportRequest): Promise<ScanReport> {
    if (request.flows === 'over') this.#table.finish();
    const { topology, topologyWarnings = [], dedup = true, endless = false, keeper } = this.#options;
    return reportRun(
      {
        topology,
        topologyWarnings,
        dedup,
        endless,
        keeper,
        ledger: this.ledger,
        register: this.#register,
        judgement: request.flows === 'over' ? this.#judgement : this.#judgement.withLiveFlows(this.#table),
        lookupClientsRefused: this.#judgement.listener.refused,
        table: this.#table,
        counts: this.#counts,
        reading: { packets: this.#packets, interrupted: this.#interrupted, decoder: this.#stage.decoder },
        citations: this.#citations,
      },
      request,
    );
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
    this.#counts.rollOver();
    this.#glancedUntil = Number.NEGATIVE_INFINITY;
    this.#told = { until: this.#table.now - OPEN_AT_MOST, flows: this.#table.numbered };
    this.ledger.rollOver();
  }

  #names(): { toNanoseconds(time: number): bigint } {
    return { toNanoseconds: (time) => this.ledger.clock.toNanoseconds(time) };
  }
}
