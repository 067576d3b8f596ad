import type { Flow, Hop } from '../../model/flow.js';
import type { ObservedEnd, Observation } from '../../model/observation.js';
import type { Place } from '../../model/place.js';
import type { Topology } from '../../model/topology.js';
import { clauseOf } from '../../rules/terms/crossing.js';
import { statedNames } from '../../rules/names/destination-names.js';
import { answerOfProxy } from './answer-of-proxy.js';

/** An end of a flow, as numbers and as the topology sees it. */
export interface PlacedEnd {
  readonly cell: number;
  readonly place: Place;
}

/** Sides a and b. */
export type Ends = readonly [PlacedEnd, PlacedEnd];

/** What payload watchers took down of a flow. */
export type Seen = Pick<Observation, 'facts' | 'track'>;

/**
 * A flow, placed: what rules look at.
 * @param ends sides a and b
 */
export function observeFlow(
  measured: Flow,
  topology: Topology,
  outer: Flow | null,
  { facts, track }: Seen,
  ends: Ends,
): Observation {
  const flow = answerOfProxy(measured, facts);
  const directionKnown = flow.initiator !== 'unknown';
  const isForward = flow.initiator !== 'b';
  const [fromEnd, toEnd] = isForward ? [flow.a, flow.b] : [flow.b, flow.a];
  const [initiator, responder] = isForward ? ends : [ends[1], ends[0]];
  const [fromPlace, toPlace] = [initiator.place, responder.place];
  const [forwardHops, backwardHops] = isForward ? flow.hops : [flow.hops[1], flow.hops[0]];
  const from: ObservedEnd = {
    ...fromEnd,
    place: fromPlace,
    mac: macOf(forwardHops, backwardHops, fromPlace, topology),
  };
  const to: ObservedEnd = { ...toEnd, place: toPlace, mac: macOf(backwardHops, forwardHops, toPlace, topology) };
  const [forward, backward] = isForward ? ([0, 1] as const) : ([1, 0] as const);
  return {
    flow,
    clause: clauseOf(fromPlace.area, toPlace.area),
    from,
    to,
    directionKnown,
    conduit: topology.matchConduits({
      initiator: from.address,
      responder: to.address,
      cells: [initiator.cell, responder.cell],
      directionKnown,
      proto: flow.proto,
      responderPort: to.port,
      initiatorPort: from.port,
      time: flow.first,
      macs: macsOf(flow),
      vlans: vlansOf(flow),
      names: namesOf(flow, facts),
    }),
    forward: { packets: flow.packets[forward], bytes: flow.bytes[forward] },
    backward: { packets: flow.packets[backward], bytes: flow.bytes[backward] },
    outer,
    facts,
    track,
  };
}

/**
 * The MAC address of an end: the source of its frames on the hop in its own area, where no router has replaced it;
 * else nobody knows (a frame farther away bears the router's).
 */
function macOf(sent: readonly Hop[], received: readonly Hop[], place: Place, topology: Topology): string | null {
  const isOwn = (hop: Hop): boolean => {
    const vlan = place.segment?.vlan ?? null;
    return vlan !== null && hop.vlan?.split('.').includes(`${vlan}`) === true;
  };
  const home = sent.find(isOwn)?.sourceMac ?? received.find(isOwn)?.destinationMac ?? null;
  if (home === null || place.isGatewayLeg || place.macs.includes(home)) return home;
  // the gateway's own MAC on the segment says nothing about the host behind it
  return topology.gatewaysOfMac(home).length > 0 ? null : home;
}

function macsOf(flow: Flow): string[] {
  const macs = new Set<string>();
  for (const hops of flow.hops)
    for (const hop of hops) {
      if (hop.sourceMac !== null) macs.add(hop.sourceMac);
      if (hop.destinationMac !== null) macs.add(hop.destinationMac);
    }
  return [...macs].sort();
}

/** How the destination was called; `null` while nothing was said. With ECH the name in the clear is not the one meant. */
function namesOf(flow: Flow, facts: Observation['facts']): readonly string[] | null {
  const names = facts === null ? [] : statedNames(facts);
  if (names.length === 0) return flow.outcome === 'data' ? [] : null;
  return names.some(({ ech }) => ech) ? [] : [...new Set(names.map(({ name }) => name))];
}

function vlansOf(flow: Flow): number[] {
  return [...new Set(flow.vlans.flatMap((vlans) => vlans.flatMap((vlan) => vlan.split('.').map(Number))))].sort(
    (x, y) => x - y,
  );
}
