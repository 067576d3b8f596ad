import { LIMITS } from '../../base/limits.js';
import { addressOf, toFlow } from '../../flow/border.js';
import type { RowConclusion, RunNames } from '../../flow/border.js';
import { cellOf } from '../../flow/cell-of.js';
import { D, FLOW_ROW_DOUBLES, FLOW_ROW_WORDS, I, KEY, PROTO } from '../../flow/flow-row.js';
import type { FlowRows, FlowSink } from '../../flow/flow-rows.js';
import { findOpener } from '../../flow/opener.js';
import type { Opener } from '../../flow/opener.js';
import { outcomeOf } from '../../flow/outcome.js';
import { ServicePorts } from '../../flow/service-ports.js';
import type { TwinGroup, TwinGroups } from '../../flow/twin-groups.js';
import type { Inspection } from '../../inspect/inspection.js';
import type { TrackLog } from '../../inspect/track/track-log.js';
import type { Flow, Outcome } from '../../model/flow.js';
import type { FlowKeeper } from '../../model/flow-record.js';
import type { Observation } from '../../model/observation.js';
import type { Verdict } from '../../model/report.js';
import type { Topology } from '../../model/topology.js';
import type { FindingCollector } from '../../rules/findings/findings.js';
import type { SearchLog } from '../../sighting/logs/search-log.js';
import type { SenderLog } from '../../sighting/logs/sender-log.js';
import type { SightingBook } from '../../sighting/sighting-book.js';
import { TranslationRegister } from '../../topology/place/translation-register.js';
import type { SeenFlow } from '../observe/merge-translated.js';
import { MirrorFlows } from '../observe/mirror-flows.js';
import { mirrorTransportOf } from '../observe/mirror-transport.js';
import type { Ends, Seen } from '../observe/observe-flow.js';
import { TranslationView } from '../observe/observe-translated.js';
import { notePassages } from '../observe/passages.js';
import type { PointMeter } from '../quality/point-meter.js';
import { CellSet } from '../tally/cell-set.js';
import { noteReach } from '../tally/conduit-reach.js';
import type { ConduitUsage } from '../tally/conduit-usage.js';
import type { DailyTally } from '../tally/daily-tally.js';
import { hostNumber } from '../tally/host-number.js';
import { dailySeriesOf, tellsPortsApart } from '../tally/service-of-flow.js';
import { timelineSeries } from '../tally/timeline-counter.js';
import type { TimelineCounter } from '../tally/timeline-counter.js';
import type { ZoneMatrix } from '../tally/zone-matrix.js';
import { isAnswered, isUnproven } from './attribute-rejection.js';
import type { FactKinds } from './fact-kinds.js';
import { attribute, doubt, mayBeAnsweredFor, ttlsOf, type FlowInDoubt } from './flow-in-doubt.js';
import { KeptFlows } from './kept-flows.js';
import { endOfPoints, learnTtls, meterTcp } from './lessons-of-flow.js';
import { ALL_PORTS, Likeness, likenessOfPort } from './likeness.js';
import { OrdinaryFlows } from './ordinary-flows.js';
import type { Ordinary } from './ordinary-flows.js';

/** The numbers by which an ordinary flow is known again. */
interface Kind {
  readonly cellA: number;
  readonly cellB: number;
  readonly high: number;
  readonly proto: number;
  /** 0: nobody knows */
  readonly responderPort: number;
  /** see FactKinds */
  readonly facts: number;
}

/** How flows are known to be of one kind. */
interface KindMemory {
  readonly ordinary: OrdinaryFlows;
  readonly likeness: Likeness;
  readonly mirrors: MirrorFlows;
  readonly view: TranslationView;
}

export interface JudgedRun {
  readonly topology: Topology;
  readonly collector: FindingCollector;
  readonly matrix: ZoneMatrix;
  readonly timeline: TimelineCounter;
  readonly daily: DailyTally;
  readonly usage: ConduitUsage;
  readonly names: RunNames;
  readonly inspection: Pick<Inspection, 'conclude' | 'settledKind' | 'forget'>;
  /** numbers of `settledKind` */
  readonly factKinds: FactKinds;
  readonly tracks: Pick<TrackLog, 'conclude'>;
  readonly senders: SenderLog;
  readonly searches: SearchLog;
  readonly sightings: SightingBook;
  /** by capture point number */
  readonly meters: readonly PointMeter[];
  /** earliest packet time, nanoseconds since the origin */
  captureStart(): number;
  /** gets every flow: then each one becomes an object, the ordinary ones too */
  readonly keeper?: Pick<FlowKeeper, 'keep'> | undefined;
  /** the origin itself, seconds since 1970 */
  originSecond(): number;
  /** Whether the run before has told all of this flow: a closed connection keeps its place long after its end. */
  wasTold?(table: FlowRows, row: number): boolean;
  /**
   * Only where flows are judged that still live: true for one of which the next packets may prove something else. It is
   * counted and not judged, and no flow teaches anything.
   */
  isOpen?(table: FlowRows, row: number, outcome: Outcome): boolean;
}

/**
 * Flows that leave the table are placed and judged. Most are ordinary: same cells, same port, same outcome as one that
 * was judged before with nothing to say; those are counted by numbers alone and never become objects.
 */
export class FlowJudge implements FlowSink {
  /** cells from which a packet came: which named hosts were seen */
  cellsSeen = new CellSet();
  flows = 0;
  duplicates = 0;
  pendingRefused = 0;
  /** of flows between areas whose content cannot be read (CAP-08) */
  opaqueBytes = 0;
  readonly #run: JudgedRun;
  readonly #services: ServicePorts;
  readonly #ordinary: OrdinaryFlows;
  readonly #tunnels = new Map<number, Flow>();
  readonly #likeness: Likeness;
  readonly #mirrors: MirrorFlows;
  #pending: FlowInDoubt[] = [];
  #answersInDoubt = 0;
  readonly #kept: KeptFlows | null;
  readonly #view: TranslationView;
  /** flows that are one conversation with others, which still live */
  readonly #twins = new Map<TwinGroup, SeenFlow[]>();

  /** kept flows whose reset could not wait for the usual TTL of all hosts */
  get keptUnattributed(): number {
    return this.#kept?.unattributed ?? 0;
  }

  /** @param memory of another judge: the kinds of flows are numbered alike then */
  constructor(
    run: JudgedRun,
    memory: KindMemory = {
      ordinary: new OrdinaryFlows(),
      likeness: new Likeness(run.topology, run.names),
      mirrors: new MirrorFlows(run.topology, run.names),
      view: new TranslationView(run.topology, new TranslationRegister(run.topology)),
    },
  ) {
    this.#run = run;
    this.#ordinary = memory.ordinary;
    this.#services = new ServicePorts(run.topology.servicePorts);
    this.#kept = run.keeper === undefined ? null : new KeptFlows(run.keeper, run.topology);
    this.#likeness = memory.likeness;
    this.#mirrors = memory.mirrors;
    this.#view = memory.view;
  }

  /** One that goes on by itself, in the copies of what it fills. */
  copy(run: JudgedRun): FlowJudge {
    const copy = new FlowJudge(run, {
      ordinary: this.#ordinary.copy(
        (cell) => run.matrix.cell(cell.from, cell.to),
        (conduit) => run.usage.reachOf(conduit),
      ),
      likeness: this.#likeness,
      mirrors: this.#mirrors,
      view: this.#view,
    });
    copy.cellsSeen = this.cellsSeen.copy();
    copy.flows = this.flows;
    copy.duplicates = this.duplicates;
    copy.pendingRefused = this.pendingRefused;
    copy.opaqueBytes = this.opaqueBytes;
    copy.#pending = [...this.#pending];
    copy.#answersInDoubt = this.#answersInDoubt;
    for (const [id, flow] of this.#tunnels) copy.#tunnels.set(id, flow);
    for (const [group, flows] of this.#twins) copy.#twins.set(group, [...flows]);
    return copy;
  }

  /** Not where the exchange was cut off: that is left open until the flow is over (`isOpen`), so nobody has told it yet. */
  #passOver(table: FlowRows, row: number): boolean {
    const { words, doubles } = table;
    const base = row * FLOW_ROW_WORDS;
    const opener = findOpener(words, doubles, row, this.#services, this.#run.captureStart());
    if (outcomeOf(words, doubles, row, opener.side, endOfPoints(table, base, this.#run.meters)) === 'cut') return false;
    if (this.#run.isOpen === undefined) learnTtls(table, base);
    this.#run.inspection.conclude(row);
    this.#run.tracks.conclude(row);
    return true;
  }

  retire(table: FlowRows, row: number): void {
    const { topology } = this.#run;
    const { words, doubles } = table;
    const base = row * FLOW_ROW_WORDS;
    const key = words[base + I.key] as number;
    const cellA = cellOf(table, row, 0, topology);
    const cellB = cellOf(table, row, 1, topology);
    const aToB = words[base + I.packetsAToB] as number;
    const bToA = words[base + I.packetsBToA] as number;
    if (this.#run.wasTold?.(table, row) === true && this.#passOver(table, row)) return;
    this.flows++;
    this.duplicates += words[base + I.duplicates] as number;
    if (aToB !== 0) this.cellsSeen.add(cellA);
    if (bToA !== 0) this.cellsSeen.add(cellB);
    if (this.#run.isOpen === undefined) learnTtls(table, base);
    const isTunnelled = this.#mirrors.isInTunnel(table, row);
    this.#run.senders.see(table, row, cellA, cellB, isTunnelled);
    const opener = findOpener(words, doubles, row, this.#services, this.#run.captureStart());
    const outcome = outcomeOf(words, doubles, row, opener.side, endOfPoints(table, base, this.#run.meters));
    if ((key & KEY.protoMask) === PROTO.tcp) meterTcp(table, row, this.#run.meters);
    if (this.#run.isOpen?.(table, row, outcome) === true) return;
    if (!isTunnelled) this.#run.senders.seeOutside(table, row, opener.side, outcome, cellA, cellB);
    this.#run.searches.see(table, row, opener.side, outcome, cellA, cellB);

    const bytes =
      (doubles[row * FLOW_ROW_DOUBLES + D.bytesAToB] as number) +
      (doubles[row * FLOW_ROW_DOUBLES + D.bytesBToA] as number);
    const track = this.#run.tracks.conclude(row);
    const isSingular = track !== null || this.#run.keeper !== undefined;
    const settled = isSingular ? -1 : this.#run.inspection.settledKind(row);
    const seen: Seen | null = settled >= 0 ? null : { facts: this.#run.inspection.conclude(row), track };
    const facts = seen === null ? settled : isSingular ? -1 : this.#run.factKinds.of(seen.facts);
    const twin = isTunnelled ? undefined : table.translated?.groups.of(row);
    const isPlain = twin === undefined && !this.#isTranslated(table, row, cellA, cellB);
    const high = facts < 0 || !isPlain ? -1 : this.#likeness.of(table, row, opener, outcome);
    const ports = words[base + I.ports] as number;
    const responderPort = opener.side === -1 ? 0 : opener.side === 0 ? ports & 0xffff : ports >>> 16;
    const proto = key & KEY.protoMask;
    if (high >= 0) {
      let kind = this.#ordinary.find(cellA, cellB, high, likenessOfPort(proto, ALL_PORTS), facts);
      if (kind < 0) kind = this.#ordinary.find(cellA, cellB, high, likenessOfPort(proto, responderPort + 1), facts);
      if (kind >= 0) {
        const times = row * FLOW_ROW_DOUBLES;
        const first = doubles[times + D.first] as number;
        this.#ordinary.count(kind, aToB + bToA, bytes, first, doubles[times + D.last] as number);
        const { series, daily, reach } = this.#ordinary.answers[kind] as Ordinary;
        const second = this.#run.originSecond() + Math.floor(first / 1e9);
        this.#run.timeline.count(second, series);
        this.#run.daily.count(second, daily, aToB + bToA, bytes);
        if (reach !== null) noteReach(reach, table, base, opener.side, responderPort);
        if (seen === null) this.#run.inspection.forget(row);
        return;
      }
    }
    const read = seen ?? { facts: this.#run.inspection.conclude(row), track };
    this.#judgeRow(table, row, opener, outcome, read, { cellA, cellB, high, proto, responderPort, facts }, twin);
  }

  /** A flow like no other so far becomes an object, is placed and judged. Apart from the above, which is all that most need. */
  #judgeRow(
    table: FlowRows,
    row: number,
    opener: Opener,
    outcome: Outcome,
    seen: Seen,
    kind: Kind,
    twin: ReturnType<TwinGroups['of']>,
  ): void {
    const { topology } = this.#run;
    const base = row * FLOW_ROW_WORDS;
    const { cellA, cellB, responderPort } = kind;
    const placeA = topology.placeOfCell(cellA);
    const placeB = topology.placeOfCell(cellB);
    const mirrorTransport = mirrorTransportOf(table, base, this.#run.names, topology);
    const zones = [placeA.area, placeB.area] as const;
    const conclusion: RowConclusion = { opener, outcome, reasons: [], mirrorTransport, zones };
    const plain = toFlow(table, row, this.#run.names, conclusion);
    const flow: Flow =
      twin === undefined
        ? plain
        : { ...plain, translation: { group: twin.group.id, rank: twin.twin.rank, reversed: twin.twin.reversed } };
    if (flow.tunnel !== null) this.#mirrors.note(flow.id, mirrorTransport && flow.outer === null);
    if (flow.tunnel !== null && !mirrorTransport && this.#tunnels.size < LIMITS.fragmentedDatagrams)
      this.#tunnels.set(flow.id, flow);

    const ends: Ends = [
      { cell: cellA, place: placeA },
      { cell: cellB, place: placeB },
    ];
    this.#kept?.keep(table, base, { flow, seen, ends }, opener.side);
    if (twin !== undefined) {
      this.#hold(twin.group, { flow, seen, ends });
      return;
    }
    const remember = kind.high < 0 ? null : kind;
    const observation = this.#observe(flow, seen, ends);
    const { permitted } = observation.conduit;
    const reach = permitted === null ? null : this.#run.usage.reachOf(permitted);
    if (reach !== null) noteReach(reach, table, base, opener.side, responderPort);
    // who turned down a permitted flow makes no difference
    const isSettled =
      placeA.area === placeB.area ||
      opener.side === -1 ||
      !(isUnproven(outcome) || mayBeAnsweredFor(flow, opener.side, ends, topology)) ||
      permitted !== null;
    if (isSettled) {
      this.#judge(observation, remember);
      return;
    }
    const pending = doubt(table, base, { flow, seen, ends }, opener.side, topology);
    // its author is told by what all other packets say of the host
    const isReset =
      pending.rejected.resetTtl !== null && pending.rejected.seenBehind === null && pending.rejected.icmp === null;
    if (!isReset || (isAnswered(outcome) && this.#answersInDoubt++ >= LIMITS.answersInDoubt)) {
      this.#judge(this.#observe(attribute(pending, topology, null), seen, ends), remember);
    } else if (this.#pending.length < LIMITS.pendingFlows) {
      this.#pending.push(pending);
    } else {
      this.pendingRefused++;
      this.#judge(this.#observe(attribute(pending, topology, null), seen, ends), null);
    }
  }

  /** May an end of the flow be another host than its address says? */
  #isTranslated(table: FlowRows, row: number, cellA: number, cellB: number): boolean {
    const { topology } = this.#run;
    return (
      this.#view.concerns(cellA, topology.placeOfCell(cellA), () => addressOf(table, row, 0)) ||
      this.#view.concerns(cellB, topology.placeOfCell(cellB), () => addressOf(table, row, 1))
    );
  }

  /** Until all flows of one conversation are over: it is judged once. */
  #hold(group: TwinGroup, flow: SeenFlow): void {
    const held = [...(this.#twins.get(group) ?? []), flow];
    if (held.length < group.twins.length && this.#twins.size < LIMITS.pendingFlows) {
      this.#twins.set(group, held);
      return;
    }
    this.#twins.delete(group);
    this.#judgeTogether(held);
  }

  #judgeTogether(members: readonly SeenFlow[]): void {
    const observation = this.#view.observeMerged(members, null);
    const { from, to, directionKnown, conduit } = observation;
    if (conduit.permitted !== null) {
      const reach = this.#run.usage.reachOf(conduit.permitted);
      reach?.note(hostNumber(from.address), hostNumber(to.address), directionKnown ? to.port : 0);
    }
    this.#judge(observation, null);
  }

  /** The capture is over: flows that waited for the knowledge of all others are judged now. */
  finish(table: FlowRows): void {
    for (const [group, held] of this.#twins) {
      // the other half of a live conversation says who its ends are: without it nothing is proven yet
      if (this.#run.isOpen !== undefined && held.length < group.twins.length) continue;
      this.#judgeTogether(held);
    }
    this.#twins.clear();
    this.#run.senders.finish();
    this.#run.searches.finish();
    const places = table.stations.places();
    for (const pending of this.#pending) {
      const ttls = ttlsOf(pending, table, places);
      this.#judge(this.#observe(attribute(pending, this.#run.topology, ttls), pending.seen, pending.ends), null);
    }
    this.#pending = [];
    this.#kept?.finish(table, places);
    const { usage, names } = this.#run;
    this.#ordinary.forEach(({ cell, conduit, isOpaque: isHidden }, flows, packets, bytes, first, last) => {
      cell.add('permitted', packets, bytes, flows);
      if (isHidden) this.opaqueBytes += bytes;
      if (conduit !== null) usage.add(conduit, bytes, names.toNanoseconds(first), names.toNanoseconds(last), flows);
    });
  }

  #observe(flow: Flow, seen: Seen, ends: Ends): Observation {
    const outer = flow.outer === null ? null : (this.#tunnels.get(flow.outer) ?? null);
    return this.#view.observe({ flow, seen, ends }, outer);
  }

  /** @param remember where to keep the answer, when every flow like this one gets the same */
  #judge(observation: Observation, remember: Kind | null): void {
    const { collector, matrix, timeline, daily, usage } = this.#run;
    const { flow } = observation;
    const isNews = collector.add(observation);
    if (isOpaque(observation)) this.opaqueBytes += flow.bytes[0] + flow.bytes[1];
    const cell = matrix.cell(observation.from.place.area, observation.to.place.area);
    const verdict: Verdict | 'permitted' = isNews ?? 'permitted';
    cell.add(verdict, flow.packets[0] + flow.packets[1], flow.bytes[0] + flow.bytes[1]);
    const second = Number(flow.first / 1_000_000_000n);
    timeline.count(second, timelineSeries(observation.clause, verdict));
    const dailySeries = daily.seriesOf(dailySeriesOf(observation, verdict));
    daily.count(second, dailySeries, flow.packets[0] + flow.packets[1], flow.bytes[0] + flow.bytes[1]);
    const conduit = observation.conduit.permitted;
    if (conduit !== null) usage.add(conduit, flow.bytes[0] + flow.bytes[1], flow.first, flow.last);
    const isInTunnel = flow.outer !== null && !this.#mirrors.isMirror(flow.outer);
    if (notePassages(observation, this.#run.topology, this.#run.sightings, this.#run.names, isInTunnel)) return;
    if (isNews !== null || remember === null || this.#ordinary.isFull) return;
    if (observation.from.place.unlisted || observation.to.place.unlisted || collector.watches(observation)) return;
    // what is summed up later cannot be told apart by days any more
    if (conduit !== null && conduit.limits.maxBytesPerDay !== null) return;
    // where no conduit looks at ports, the answer holds for all of them; without a direction there is no port to ask by
    const holdsForAllPorts = !tellsPortsApart(observation);
    if (!holdsForAllPorts && !observation.directionKnown) return;
    const { cellA, cellB, high, proto, responderPort, facts } = remember;
    const low = likenessOfPort(proto, holdsForAllPorts ? ALL_PORTS : responderPort + 1);
    this.#ordinary.add(cellA, cellB, high, low, facts, {
      cell,
      conduit,
      series: timelineSeries(observation.clause, 'permitted'),
      daily: dailySeries,
      isOpaque: isOpaque(observation),
      reach: conduit === null ? null : usage.reachOf(conduit),
    });
  }
}

/** Crosses from one area to another, and nobody can read what it says. */
function isOpaque({ from, to, facts }: Observation): boolean {
  return facts !== null && from.place.area !== to.place.area && (facts.opaque !== null || facts.unrecognised);
}
