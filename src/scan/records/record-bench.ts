import { parseAddress, type Address } from '../../base/address.js';
import { LIMITS } from '../../base/limits.js';
import type { Nanoseconds } from '../../base/time.js';
import type { Flow } from '../../model/flow.js';
import type { FlowRecord } from '../../model/flow-record.js';
import type { Observation } from '../../model/observation.js';
import type { Conduit, Topology } from '../../model/topology.js';
import { FindingCollector } from '../../rules/findings/findings.js';
import { SightingBook } from '../../sighting/sighting-book.js';
import { attributeRejection, behindBoundary, isAnswered, isUnproven } from '../judge/attribute-rejection.js';
import { CellSet } from '../tally/cell-set.js';
import { ConduitUsage } from '../tally/conduit-usage.js';
import { DailyTally } from '../tally/daily-tally.js';
import { hostNumber } from '../tally/host-number.js';
import { TranslationRegister } from '../../topology/place/translation-register.js';
import type { SeenFlow } from '../observe/merge-translated.js';
import type { PlacedEnd } from '../observe/observe-flow.js';
import { TranslationView } from '../observe/observe-translated.js';
import { notePassages } from '../observe/passages.js';
import { dailySeriesOf } from '../tally/service-of-flow.js';
import { TimelineCounter, timelineSeries } from '../tally/timeline-counter.js';
import { ZoneMatrix } from '../tally/zone-matrix.js';

interface RecordedPoint {
  packets: number;
  first: Nanoseconds;
  last: Nanoseconds;
  readonly vlans: Set<string>;
}

/** Where records are judged one after the other. */
export class RecordBench {
  readonly collector: FindingCollector;
  readonly usage: ConduitUsage;
  readonly matrix = new ZoneMatrix();
  readonly timeline = new TimelineCounter();
  readonly daily: DailyTally;
  readonly cellsSeen = new CellSet();
  /** capture points that the records name */
  readonly points = new Map<string | null, RecordedPoint>();
  flows = 0;
  packets = 0;
  bytes = 0;
  readonly #topology: Topology;
  readonly #view: TranslationView;
  readonly #book = new SightingBook();
  /** flows of one conversation under different addresses, by its number */
  readonly #twins = new Map<number, SeenFlow[]>();
  readonly #tunnels = new Map<number, Flow>();
  /** flows that are only the mirror's own wrapping */
  readonly #mirrors = new Set<number>();
  /** sightings count their time from here */
  #origin: Nanoseconds | null = null;

  constructor(topology: Topology) {
    this.#topology = topology;
    this.#view = new TranslationView(topology, new TranslationRegister(topology));
    this.collector = new FindingCollector(topology);
    this.usage = new ConduitUsage(topology);
    this.daily = new DailyTally(topology.timezone);
  }

  add(record: FlowRecord): void {
    const ends = [this.#placed(record.flow.a.address), this.#placed(record.flow.b.address)] as const;
    const zones = [ends[0].place.area, ends[1].place.area] as const;
    const stored: Flow = { ...record.flow, zones };
    if (stored.tunnel !== null && !stored.mirrorTransport && this.#tunnels.size < LIMITS.fragmentedDatagrams)
      this.#tunnels.set(stored.id, stored);
    if (stored.mirrorTransport && this.#mirrors.size < LIMITS.fragmentedDatagrams) this.#mirrors.add(stored.id);
    this.#count(stored, ends[0].cell, ends[1].cell);
    const outer = stored.outer === null ? null : (this.#tunnels.get(stored.outer) ?? null);
    const seen = { facts: record.facts, track: record.track };
    const { translation } = stored;
    if (translation !== undefined && (this.#twins.has(translation.group) || this.#twins.size < LIMITS.pendingFlows)) {
      this.#twins.set(translation.group, [...(this.#twins.get(translation.group) ?? []), { flow: stored, seen, ends }]);
      return;
    }
    const tentative = this.#view.observe({ flow: stored, seen, ends }, outer);
    // who turned down a permitted flow makes no difference
    const isOpen = tentative.conduit.permitted === null && zones[0] !== zones[1];
    const flow = isOpen ? this.#attribute(record, stored) : stored;
    this.#judge(flow === stored ? tentative : this.#view.observe({ flow, seen, ends }, outer));
  }

  /** All records were added. */
  finish(): void {
    for (const flows of this.#twins.values()) this.#judge(this.#view.observeMerged(flows, null));
    this.#twins.clear();
  }

  #judge(observation: Observation): void {
    const { flow } = observation;
    const verdict = this.collector.add(observation) ?? 'permitted';
    const packets = flow.packets[0] + flow.packets[1];
    const bytes = flow.bytes[0] + flow.bytes[1];
    this.matrix.cell(observation.from.place.area, observation.to.place.area).add(verdict, packets, bytes);
    const { permitted } = observation.conduit;
    if (permitted !== null) this.#use(permitted, observation, bytes);
    const second = Number(flow.first / 1_000_000_000n);
    this.timeline.count(second, timelineSeries(observation.clause, verdict));
    this.daily.count(second, this.daily.seriesOf(dailySeriesOf(observation, verdict)), packets, bytes);
    const isInTunnel = flow.outer !== null && !this.#mirrors.has(flow.outer);
    const names = { toNanoseconds: (time: number) => this.#toNanoseconds(time) };
    notePassages(observation, this.#topology, this.#book, names, isInTunnel);
  }

  sightings(): ReturnType<SightingBook['finish']> {
    return this.#book.finish({ toNanoseconds: (time) => this.#toNanoseconds(time) });
  }

  #use(conduit: Conduit, { flow, from, to, directionKnown }: Observation, bytes: number): void {
    this.usage.add(conduit, bytes, flow.first, flow.last);
    const reach = this.usage.reachOf(conduit);
    reach?.note(hostNumber(from.address), hostNumber(to.address), directionKnown ? to.port : 0);
  }

  /** Who turned it down is asked anew: the devices may be others. */
  #attribute({ rejection }: FlowRecord, flow: Flow): Flow {
    if (rejection === null || flow.initiator === 'unknown') return flow;
    if (!isUnproven(flow.outcome) && !isAnswered(flow.outcome)) return flow;
    const topology = this.#topology;
    const isFromA = flow.initiator === 'a';
    const [from, to] = isFromA ? [flow.a, flow.b] : [flow.b, flow.a];
    const [initiator, responder] = [topology.place(from.address), topology.place(to.address)];
    const { outcome, reasons } = attributeRejection(
      {
        outcome: flow.outcome,
        initiator,
        responder,
        responderAddress: to.address,
        isIpv6: to.address.includes(':'),
        ...rejection,
        farTtl: rejection.farTtl ?? null,
        seenBehind: behindBoundary(flow, isFromA ? 0 : 1, initiator, responder, topology),
      },
      topology,
    );
    return { ...flow, outcome, outcomeReasons: reasons };
  }

  #toNanoseconds(time: number): Nanoseconds {
    return (this.#origin ?? 0n) + BigInt(Math.floor(time));
  }

  #placed(text: string): PlacedEnd {
    const address = addressOf(text);
    const { w0, w1, w2, w3 } = address;
    const cell = address.family === 4 ? this.#topology.cellOfIpv4(w0) : this.#topology.cellOfIpv6(w0, w1, w2, w3);
    return { cell, place: this.#topology.place(text) };
  }

  #count(flow: Flow, cellA: number, cellB: number): void {
    this.#origin ??= flow.first;
    this.flows++;
    this.packets += flow.packets[0] + flow.packets[1];
    this.bytes += flow.bytes[0] + flow.bytes[1];
    if (flow.packets[0] > 0) this.cellsSeen.add(cellA);
    if (flow.packets[1] > 0) this.cellsSeen.add(cellB);
    const hops = flow.hops.flat();
    for (const name of new Set(hops.map(({ point }) => point))) {
      let point = this.points.get(name);
      if (point === undefined)
        this.points.set(name, (point = { packets: 0, first: flow.first, last: flow.last, vlans: new Set() }));
      point.packets += flow.packets[0] + flow.packets[1];
      if (flow.first < point.first) point.first = flow.first;
      if (flow.last > point.last) point.last = flow.last;
    }
    for (const { point, vlan } of hops) if (vlan !== null) this.points.get(point)?.vlans.add(vlan);
  }
}

function addressOf(text: string): Address {
  const address = parseAddress(text);
  // the shape of the record was checked
  if (address === undefined) throw new Error(`no address: ${text}`);
  return address;
}
