import { formatVlan } from '../../decode/packet-batch.js';
import { addressOf, endText } from '../../flow/border.js';
import type { FlowRows } from '../../flow/flow-rows.js';
import { FLOW_ROW_WORDS, I, KEY, PROTO, TCP_FLAG } from '../../flow/flow-row.js';
import type { Flow } from '../../model/flow.js';
import type { Topology } from '../../model/topology.js';
import type { Ends, Seen } from '../observe/observe-flow.js';
import { attributeRejection, behindBoundary, isAnswered, type RejectedFlow } from './attribute-rejection.js';

/** A flow that was turned down by somebody not known yet; judged when the whole capture has been seen. */
export interface FlowInDoubt {
  readonly flow: Flow;
  readonly seen: Seen;
  readonly ends: Ends;
  readonly rejected: RejectedFlow;
  /** for the question about the host's usual TTL */
  readonly host: number;
  readonly point: number;
  readonly vlan: number;
}

/** @param base of the flow's row @param openerSide side that opened it */
export function doubt(
  table: FlowRows,
  base: number,
  { flow, seen, ends }: Pick<FlowInDoubt, 'flow' | 'seen' | 'ends'>,
  openerSide: 0 | 1,
  topology: Topology,
): FlowInDoubt {
  const [initiatorEnd, responderEnd] = openerSide === 0 ? ends : [ends[1], ends[0]];
  const words = table.words;
  const responder = openerSide === 0 ? 1 : 0;
  const flags = words[base + I.flagsAndTtl] as number;
  const answers = (flags >>> (8 * responder)) & 0xff;
  const isTcp = flow.proto === PROTO.tcp;
  const rejection =
    (words[base + I.key] as number) & KEY.rejected ? table.rejections.get(base / FLOW_ROW_WORDS) : undefined;
  const set = words[base + I.sendersAToB + responder] as number;
  const hop = table.stations.firstOf(set);
  const initiatorPlace = initiatorEnd.place;
  return {
    flow,
    seen,
    ends,
    host: table.hostNumber(
      words[base + I.endA + responder] as number,
      ((words[base + I.key] as number) & KEY.ipv6) !== 0,
    ),
    point: table.stations.pointOf(hop),
    vlan: table.stations.vlanOf(hop),
    rejected: {
      outcome: flow.outcome,
      initiator: initiatorPlace,
      responder: responderEnd.place,
      responderAddress: addressOf(table, base / FLOW_ROW_WORDS, responder),
      isIpv6: ((words[base + I.key] as number) & KEY.ipv6) !== 0,
      icmp:
        rejection === undefined
          ? null
          : { sender: endText(table, rejection.sender, rejection.ipv6), type: rejection.type, code: rejection.code },
      resetTtl:
        isTcp && ((answers & TCP_FLAG.rst) !== 0 || isAnswered(flow.outcome))
          ? (flags >>> (16 + 8 * responder)) & 0xff
          : null,
      usualTtl: null,
      farTtl: null,
      seenBehind: behindBoundary(flow, openerSide, initiatorPlace, responderEnd.place, topology),
    },
  };
}

/** A TCP flow into another area that was answered, but not seen beyond the area of its opener. */
export function mayBeAnsweredFor(flow: Flow, openerSide: 0 | 1, ends: Ends, topology: Topology): boolean {
  if (flow.proto !== PROTO.tcp || flow.tunnel !== null || flow.outer !== null || !isAnswered(flow.outcome))
    return false;
  const [initiator, responder] = openerSide === 0 ? ends : [ends[1], ends[0]];
  if (initiator.place.area === responder.place.area || (responder.place.segment?.vlan ?? null) === null) return false;
  return behindBoundary(flow, openerSide, initiator.place, responder.place, topology) === null;
}

type HostTtls = Pick<RejectedFlow, 'usualTtl' | 'farTtl'>;

/** What all other packets say of the TTL of the host that is said to have turned the flow down. */
export function ttlsOf(
  { host, point, vlan, rejected }: FlowInDoubt,
  { ttls }: FlowRows,
  places: ReturnType<FlowRows['stations']['places']>,
): HostTtls {
  if (isAnswered(rejected.outcome)) {
    // on this stretch of wire the answer itself has taught the TTL that is in doubt
    const homeVlan = `${rejected.responder.segment?.vlan ?? '?'}`;
    const home = places.filter((place) => place.vlan !== vlan && formatVlan(place.vlan)?.split('.').includes(homeVlan));
    return { usualTtl: null, farTtl: ttls.highest(host, home) };
  }
  const usualTtl = ttls.of(host, point, vlan);
  return { usualTtl, farTtl: usualTtl === null ? ttls.highest(host, places) : null };
}

/** The flow with the outcome that all other packets give it. */
export function attribute(doubtful: FlowInDoubt, topology: Topology, ttls: HostTtls | null): Flow {
  const { outcome, reasons } = attributeRejection({ ...doubtful.rejected, ...ttls }, topology);
  return { ...doubtful.flow, outcome, outcomeReasons: reasons };
}
