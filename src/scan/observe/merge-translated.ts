import { compareAddresses, parseAddress } from '../../base/address.js';
import {
  OUTCOMES,
  type BothWays,
  type Endpoint,
  type Flow,
  type FlowTranslation,
  type Initiator,
} from '../../model/flow.js';
import type { Facts } from '../../model/facts.js';
import type { Observation } from '../../model/observation.js';
import type { FlowTrack } from '../../model/track.js';
import type { PlacedEnd } from './observe-flow.js';

/** A flow as it was seen under one pair of addresses, with what was taken down of it. */
export interface SeenFlow {
  readonly flow: Flow;
  readonly seen: Pick<Observation, 'facts' | 'track'>;
  /** sides a and b */
  readonly ends: BothWays<PlacedEnd>;
}

/** how certain it is who opened a flow, best first */
const BASES: readonly Flow['initiatorBasis'][] = [
  'syn',
  'syn-ack',
  'icmp-request',
  'service-port',
  'first-seen',
  'none',
];

/**
 * Flows that are one conversation under different addresses, as the one flow that it is: its ends are those nearest to
 * the hosts, its hops are the whole way, and what one stretch did not show the other may.
 * @param members of one group, at least one; the order makes no difference
 */
export function mergeTranslated(members: readonly SeenFlow[]): SeenFlow {
  const ordered = members.map(turned).sort((x, y) => rankOf(x) - rankOf(y) || x.flow.id - y.flow.id);
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('no flow to merge');
  if (ordered.length === 1) return members[0] ?? first;
  const flows = ordered.map(({ flow }) => flow);
  const fullest = [0, 1].map((way) =>
    flows.reduce((most, flow) => (flow.packets[way as 0 | 1] > most.packets[way as 0 | 1] ? flow : most)),
  ) as [Flow, Flow];
  const opened = flows.reduce((best, flow) => (certaintyOf(flow) < certaintyOf(best) ? flow : best));
  const proven = flows.reduce((best, flow) =>
    OUTCOMES.indexOf(flow.outcome) < OUTCOMES.indexOf(best.outcome) ? flow : best,
  );
  const told = ordered.find(({ seen }) => seen.facts !== null) ?? first;
  const tracked = ordered.find(({ seen }) => seen.track !== null) ?? first;
  const merged: Flow = {
    ...proven,
    id: Math.min(...flows.map(({ id }) => id)),
    a: first.flow.a,
    b: last.flow.b,
    packets: [fullest[0].packets[0], fullest[1].packets[1]],
    bytes: [fullest[0].bytes[0], fullest[1].bytes[1]],
    payload: [flows.some(({ payload }) => payload[0]), flows.some(({ payload }) => payload[1])],
    first: flows.reduce((least, flow) => (flow.first < least ? flow.first : least), first.flow.first),
    last: flows.reduce((most, flow) => (flow.last > most ? flow.last : most), first.flow.last),
    initiator: opened.initiator,
    initiatorBasis: opened.initiatorBasis,
    outcomeReasons: [...proven.outcomeReasons, 'address-translated'],
    vlans: [distinct(flows.flatMap(({ vlans }) => vlans[0])), distinct(flows.flatMap(({ vlans }) => vlans[1]))],
    duplicates: flows.reduce((sum, { duplicates }) => sum + duplicates, 0),
    routed: true,
    ttls: [first.flow.ttls?.[0] ?? null, last.flow.ttls?.[1] ?? null],
    hops: [flows.flatMap(({ hops }) => hops[0]), flows.toReversed().flatMap(({ hops }) => hops[1])],
    frames: flows.flatMap(({ frames }) => frames),
    zones: [first.ends[0].place.area, last.ends[1].place.area],
  };
  return canonical({
    flow: merged,
    seen: { facts: told.seen.facts, track: tracked.seen.track },
    ends: [first.ends[0], last.ends[1]],
  });
}

function rankOf({ flow }: SeenFlow): number {
  return flow.translation?.rank ?? 0;
}

function certaintyOf(flow: Flow): number {
  return flow.initiator === 'unknown' ? BASES.length : BASES.indexOf(flow.initiatorBasis);
}

function distinct(vlans: readonly string[]): readonly string[] {
  return [...new Set(vlans)].sort();
}

/** With side a where the direction of the group begins. */
function turned(member: SeenFlow): SeenFlow {
  return member.flow.translation?.reversed === true ? exchanged(member) : member;
}

/** Side a is the lower one by address, then port (contract.md, flow record). */
function canonical(member: SeenFlow): SeenFlow {
  return isLower(member.flow.b, member.flow.a) ? exchanged(member) : member;
}

function isLower(x: Endpoint, y: Endpoint): boolean {
  const [one, other] = [parseAddress(x.address), parseAddress(y.address)];
  if (one === undefined || other === undefined) return false;
  return (compareAddresses(one, other) || x.port - y.port) < 0;
}

function exchanged({ flow, seen, ends }: SeenFlow): SeenFlow {
  const { translation, ttls, zones, tcp } = flow;
  return {
    flow: {
      ...flow,
      a: flow.b,
      b: flow.a,
      packets: swap(flow.packets),
      bytes: swap(flow.bytes),
      payload: swap(flow.payload),
      initiator: otherSide(flow.initiator),
      vlans: swap(flow.vlans),
      hops: swap(flow.hops),
      zones: zones === null ? null : swap(zones),
      tcp: tcp === null ? null : { ...tcp, flags: swap(tcp.flags), retransmitted: swap(tcp.retransmitted) },
      frames: flow.frames.map((frame) => ({ ...frame, role: OTHER_ROLE[frame.role] })),
      ...(ttls === undefined ? {} : { ttls: swap(ttls) }),
      ...(translation === undefined ? {} : { translation: otherWay(translation) }),
    },
    seen: { facts: exchangedFacts(seen.facts), track: exchangedTrack(seen.track) },
    ends: swap(ends),
  };
}

const OTHER_ROLE = {
  'first-a-to-b': 'first-b-to-a',
  'first-b-to-a': 'first-a-to-b',
  deciding: 'deciding',
  content: 'content',
} as const;

function swap<T>([x, y]: BothWays<T>): BothWays<T> {
  return [y, x];
}

function otherSide(side: Initiator): Initiator {
  return side === 'unknown' ? side : side === 'a' ? 'b' : 'a';
}

function otherWay(translation: FlowTranslation): FlowTranslation {
  return { ...translation, reversed: !translation.reversed };
}

function exchangedFacts(facts: Facts | null): Facts | null {
  if (facts === null) return null;
  const client = facts.client === null ? null : facts.client === 'a' ? 'b' : 'a';
  return { ...facts, client, firstBytes: swap(facts.firstBytes) };
}

function exchangedTrack(track: FlowTrack | null): FlowTrack | null {
  return track === null ? null : { ...track, bytes: swap(track.bytes), segments: swap(track.segments) };
}
