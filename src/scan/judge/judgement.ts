import type { RunNames } from '../../flow/border.js';
import { D, FLOW_ROW_DOUBLES, FLOW_ROW_WORDS, I, KEY, PROTO, TCP_FLAG } from '../../flow/flow-row.js';
import type { FlowRows } from '../../flow/flow-rows.js';
import type { Inspection } from '../../inspect/inspection.js';
import type { TrackLog } from '../../inspect/track/track-log.js';
import type { Outcome } from '../../model/flow.js';
import type { FlowKeeper } from '../../model/flow-record.js';
import type { Topology } from '../../model/topology.js';
import { FindingCollector } from '../../rules/findings/findings.js';
import { FrameListener } from '../../sighting/frame-listener.js';
import { SearchLog } from '../../sighting/logs/search-log.js';
import { SenderLog } from '../../sighting/logs/sender-log.js';
import { SightingBook } from '../../sighting/sighting-book.js';
import type { TwoZoneHosts } from '../../sighting/logs/two-zone-hosts.js';
import type { WirePlaces } from '../../sighting/wire-places.js';
import { ConduitUsage } from '../tally/conduit-usage.js';
import { DailyTally } from '../tally/daily-tally.js';
import type { FactKinds } from './fact-kinds.js';
import { FlowJudge, type JudgedRun } from './flow-judge.js';
import type { PointMeter } from '../quality/point-meter.js';
import { TimelineCounter } from '../tally/timeline-counter.js';
import { ZoneMatrix } from '../tally/zone-matrix.js';

/** nanoseconds of silence after which a short exchange is taken as it stands: an answer, or a reset, comes sooner */
const SETTLED = 0.5e9;
/** nanoseconds after which a flow is taken as it stands although it is never silent: a stream that nobody answers */
const PATIENCE = 30e9;
/** packets one way above which no later packet makes it less (flow/outcome.ts, isCutOffByOther) */
const EXCHANGE_PACKETS = 6;

/** What all judgements of a session share. */
export interface JudgementSetting {
  readonly topology: Topology;
  readonly names: RunNames;
  readonly wires: WirePlaces;
  readonly computers: TwoZoneHosts;
  readonly inspection: Inspection;
  readonly factKinds: FactKinds;
  readonly tracks: TrackLog;
  /** gets every flow that is over */
  readonly keeper: FlowKeeper | undefined;
  captureStart(): number;
  /** the moment up to which the run before has told everything that was settled; null: there was none */
  told(): ToldBefore | null;
  /** zero of packet times, seconds since 1970 */
  originSecond(): number;
}

/** How far the run before came. */
export interface ToldBefore {
  /** nanoseconds since the origin: flows that were silent since then were settled */
  readonly until: number;
  /** flows that had come until then */
  readonly flows: number;
}

interface JudgementParts {
  readonly collector: FindingCollector;
  readonly matrix: ZoneMatrix;
  readonly timeline: TimelineCounter;
  readonly daily: DailyTally;
  readonly usage: ConduitUsage;
  readonly sightings: SightingBook;
}

/** All that one run has found so far: filled by the flows that leave the table. */
export class Judgement {
  readonly collector: FindingCollector;
  readonly matrix: ZoneMatrix;
  readonly timeline: TimelineCounter;
  readonly daily: DailyTally;
  readonly usage: ConduitUsage;
  readonly sightings: SightingBook;
  readonly senders: SenderLog;
  readonly searches: SearchLog;
  readonly listener: FrameListener;
  readonly judge: FlowJudge;
  readonly meters: readonly PointMeter[];
  readonly #setting: JudgementSetting;

  /** @param meters by capture point number; may grow */
  constructor(
    setting: JudgementSetting,
    meters: readonly PointMeter[],
    parts: JudgementParts = emptyParts(setting),
    model?: Judgement,
  ) {
    const { topology, names, wires } = setting;
    this.#setting = setting;
    this.meters = meters;
    this.collector = parts.collector;
    this.matrix = parts.matrix;
    this.timeline = parts.timeline;
    this.daily = parts.daily;
    this.usage = parts.usage;
    this.sightings = parts.sightings;
    this.senders = model?.senders.copy(this.sightings) ?? new SenderLog(topology, this.sightings, wires);
    this.searches = model?.searches.copy(this.sightings) ?? new SearchLog(topology, this.sightings);
    this.listener = new FrameListener(topology, this.sightings, wires, setting.computers);
    const run: JudgedRun = {
      topology,
      collector: this.collector,
      matrix: this.matrix,
      timeline: this.timeline,
      daily: this.daily,
      usage: this.usage,
      names,
      inspection: setting.inspection,
      factKinds: setting.factKinds,
      tracks: setting.tracks,
      senders: this.senders,
      searches: this.searches,
      sightings: this.sightings,
      meters,
      captureStart: () => setting.captureStart(),
      keeper: setting.keeper,
      originSecond: () => setting.originSecond(),
      wasTold: (table, row) => wasTold(table, row, setting.told()),
    };
    this.judge = model === undefined ? new FlowJudge(run) : model.judge.copy(tentative(run, setting));
  }

  /** The same with the flows that still live, as far as their packets prove anything; nothing of it comes back here. */
  withLiveFlows(table: FlowRows): Judgement {
    const { collector, matrix, timeline, daily, usage, sightings } = this;
    const copy = new Judgement(
      this.#setting,
      this.meters.map((meter) => meter.copy()),
      {
        collector: collector.copy(),
        matrix: matrix.copy(),
        timeline: timeline.copy(),
        daily: daily.copy(),
        usage: usage.copy(),
        sightings: sightings.copy(),
      },
      this,
    );
    table.forEachLive((row) => {
      if (!isHalf(table, row)) copy.judge.retire(table, row);
    });
    return copy;
  }

  /** Live flows with a packet since `since` alone, in a judgement that is not used for anything else. */
  glance(table: FlowRows, since: number): Judgement {
    const empty = new Judgement(this.#setting, this.meters);
    const glance = new Judgement(
      this.#setting,
      this.meters.map((meter) => meter.copy()),
      empty,
      empty,
    );
    table.forEachLive((row) => {
      if ((table.doubles[row * FLOW_ROW_DOUBLES + D.last] as number) < since || isHalf(table, row)) return;
      glance.judge.retire(table, row);
    });
    return glance;
  }
}

function emptyParts({ topology }: JudgementSetting): JudgementParts {
  return {
    collector: new FindingCollector(topology),
    matrix: new ZoneMatrix(),
    timeline: new TimelineCounter(),
    daily: new DailyTally(topology.timezone),
    usage: new ConduitUsage(topology),
    sightings: new SightingBook(),
  };
}

/** Facts are read and not concluded; what may still become something else is left open. */
function tentative(run: JudgedRun, { inspection, tracks }: JudgementSetting): JudgedRun {
  return {
    ...run,
    keeper: undefined,
    inspection: {
      conclude: (row) => inspection.factsSoFar(row),
      settledKind: (row) => inspection.settledKind(row),
      forget: () => undefined,
    },
    tracks: { conclude: (row) => tracks.trackSoFar(row) },
    isOpen,
  };
}

/**
 * A request that waits for its answer may become anything. A handshake becomes data within a moment, under another
 * name; and a short exchange may turn out to be cut off by a device in between. None of it takes longer than PATIENCE.
 */
function isOpen(table: FlowRows, row: number, outcome: Outcome): boolean {
  const first = table.doubles[row * FLOW_ROW_DOUBLES + D.first] as number;
  if (table.now - first >= PATIENCE) return false;
  if (outcome === 'cut') return true;
  const base = row * FLOW_ROW_WORDS;
  if (
    outcome === 'data' &&
    ((table.words[base + I.packetsAToB] as number) > EXCHANGE_PACKETS ||
      (table.words[base + I.packetsBToA] as number) > EXCHANGE_PACKETS)
  )
    return false;
  return table.now - (table.doubles[row * FLOW_ROW_DOUBLES + D.last] as number) < SETTLED;
}

/**
 * A connection that was closed (FIN both ways, or RST) before the run began: it stays an hour for stragglers, and would
 * else be found again by a run that saw no packet of it.
 */
function wasTold(table: FlowRows, row: number, told: ToldBefore | null): boolean {
  if (told === null || (table.doubles[row * FLOW_ROW_DOUBLES + D.last] as number) >= told.until) return false;
  // an older capture may come late: its flows are new all the same. Numbers wrap
  if (((told.flows - (table.numbers[row] as number)) & 0x7fff_ffff) > 0x3fff_ffff) return false;
  return isClosedConnection(table, row);
}

function isClosedConnection(table: FlowRows, row: number): boolean {
  const base = row * FLOW_ROW_WORDS;
  if (((table.words[base + I.key] as number) & KEY.protoMask) !== PROTO.tcp) return false;
  const flags = table.words[base + I.flagsAndTtl] as number;
  const either = (flags | (flags >>> 8)) & 0xff;
  return (either & TCP_FLAG.rst) !== 0 || (flags & (flags >>> 8) & TCP_FLAG.fin) !== 0;
}

/** One half of a datagram flow on another VLAN: the halves are joined when it is over (FlowRows.joinSiblings). */
function isHalf(table: FlowRows, row: number): boolean {
  const key = table.words[row * FLOW_ROW_WORDS + I.key] as number;
  return (key & KEY.sibling) !== 0 && (key & KEY.protoMask) !== PROTO.tcp;
}

/** How far back a glance must go to meet again what was open at the last one, nanoseconds. */
export const OPEN_AT_MOST = SETTLED;
