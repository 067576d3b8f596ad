import type { Flow, Hop, Outcome } from '../../model/flow.js';
import type { Topology } from '../../model/topology.js';
import { ZONES, type Place } from '../../model/place.js';

/** A flow that was turned down, or not answered, with all that may tell by whom. */
export interface RejectedFlow {
  readonly outcome: Outcome;
  readonly initiator: Place;
  readonly responder: Place;
  readonly responderAddress: string;
  readonly isIpv6: boolean;
  /** an ICMP error about the flow; sender as text */
  readonly icmp: { readonly sender: string; readonly type: number; readonly code: number } | null;
  /** TTL of the reset, or of the responder's answers where the outcome says that it answered; null when there was none */
  readonly resetTtl: number | null;
  /** TTL of the responder's other packets on the same stretch of wire, null when none was seen */
  readonly usualTtl: number | null;
  /** where that is null: TTL of the responder's packets where they were seen nearest to it */
  readonly farTtl: number | null;
  /** the area of a stretch of wire beyond the initiator's own on which the initiator's packets were seen */
  readonly seenBehind: string | null;
}

export interface Attribution {
  readonly outcome: Outcome;
  readonly reasons: readonly string[];
}

/** codes by which a device says that it forbids: RFC 1812 5.2.7.1; RFC 4443 3.1 */
const PROHIBITED_V4 = new Set([9, 10, 13]);
const PROHIBITED_V6 = new Set([1, 5, 6]);

/** an ICMP error of a router of the destination's zone; its address follows */
const FROM_BEYOND = '-from-destination-zone:';

/**
 * Who turned the flow down (domain.md 2.3, RST attribution): the boundary (`blocked`: the control worked), the
 * destination itself (`reachable`: the path is open), or nobody knows.
 */
export function attributeRejection(flow: RejectedFlow, topology: Topology): Attribution {
  if (isAnswered(flow.outcome)) return attributeAnswer(flow, topology);
  if (flow.seenBehind !== null) return { outcome: 'reachable', reasons: [`seen-behind-boundary:${flow.seenBehind}`] };
  if (flow.icmp !== null) return attributeIcmp(flow, flow.icmp, topology);
  if (flow.resetTtl === null) return { outcome: flow.outcome, reasons: ['far-side-not-seen'] };
  if (flow.usualTtl === null) return attributeFromAfar(flow, flow.resetTtl, topology);
  const difference = Math.abs(flow.resetTtl - flow.usualTtl);
  if (difference === 0) return { outcome: 'reachable', reasons: ['rst-ttl-equals-host'] };
  if (difference >= 2 && hasBoundary(topology))
    return { outcome: 'blocked', reasons: [`rst-ttl-differs-by-${difference}`] };
  return { outcome: 'rejectedUnknown', reasons: [`rst-ttl-differs-by-${difference}`] };
}

/** TTLs that senders start with, and how many routers may lie between at the most */
const FIRST_TTLS = [64, 128, 255];
const ROUTERS = 24;

/**
 * Nothing else of the host was seen on this stretch of wire. How many routers lie between is then unknown, but what it
 * starts with is not: a reset that started with another TTL is another machine's.
 */
function attributeFromAfar(flow: RejectedFlow, resetTtl: number, topology: Topology): Attribution {
  if (flow.farTtl === null)
    return { outcome: 'rejectedUnknown', reasons: ['rst-author-unknown:no-other-packet-of-host'] };
  const [ofReset, ofHost] = [firstTtlOf(resetTtl), firstTtlOf(flow.farTtl)];
  if (ofReset !== null && ofHost !== null && ofReset !== ofHost && hasBoundary(topology))
    return { outcome: 'blocked', reasons: [`rst-starts-with-ttl-${ofReset}-host-with-${ofHost}`] };
  return { outcome: 'rejectedUnknown', reasons: ['rst-author-unknown:host-seen-elsewhere-only'] };
}

/** outcomes that rest on a SYN/ACK, which a boundary device may have said in the responder's name */
export function isAnswered(outcome: Outcome): boolean {
  return outcome === 'data' || outcome === 'established' || outcome === 'reachable';
}

/**
 * SYN proxies, transparent proxies and block pages answer for the destination (domain.md 2.3): what started with another
 * TTL than the host's packets on its own wire, and was never seen beyond the boundary, went no further than the boundary.
 */
function attributeAnswer({ outcome, ...flow }: RejectedFlow, topology: Topology): Attribution {
  const [ofAnswer, ofHost] = [firstTtlOf(flow.resetTtl ?? 0), firstTtlOf(flow.farTtl ?? 0)];
  if (flow.seenBehind !== null || flow.resetTtl === null || flow.farTtl === null) return { outcome, reasons: [] };
  if (ofAnswer === null || ofHost === null || ofAnswer === ofHost || !hasBoundary(topology))
    return { outcome, reasons: [] };
  return {
    outcome: 'l7Blocked',
    reasons: [`answer-starts-with-ttl-${ofAnswer}-host-with-${ofHost}`, 'far-side-not-seen'],
  };
}

function firstTtlOf(ttl: number): number | null {
  return FIRST_TTLS.find((first) => ttl <= first && ttl >= first - ROUTERS) ?? null;
}

function hasBoundary(topology: Topology): boolean {
  return topology.gateways.some((gateway) => gateway.roles.includes('boundary'));
}

function attributeIcmp(
  flow: RejectedFlow,
  icmp: { readonly sender: string; readonly type: number; readonly code: number },
  topology: Topology,
): Attribution {
  const says = `icmp-${icmp.type}/${icmp.code}`;
  const isUnreachable = icmp.type === (flow.isIpv6 ? 1 : 3);
  const isTimeExceeded = icmp.type === (flow.isIpv6 ? 3 : 11);
  const isPortUnreachable = isUnreachable && icmp.code === (flow.isIpv6 ? 4 : 3);
  if (icmp.sender === flow.responderAddress && (isPortUnreachable || !isUnreachable))
    return { outcome: 'reachable', reasons: [`${says}-by-destination`] };
  const sender = topology.place(icmp.sender);
  if (isUnreachable && (flow.isIpv6 ? PROHIBITED_V6 : PROHIBITED_V4).has(icmp.code)) {
    if (sender.isGatewayLeg)
      return { outcome: 'blocked', reasons: [`${says}-by-registered-gateway:${sender.host ?? icmp.sender}`] };
    return { outcome: 'rejectedUnknown', reasons: [`${says}-by-unregistered:${icmp.sender}`] };
  }
  if (isPortUnreachable && sender.isGatewayLeg)
    return { outcome: 'blocked', reasons: [`${says}-by-registered-gateway:${sender.host ?? icmp.sender}`] };
  if (isTimeExceeded && isRouterBeyond(flow, icmp.sender, topology))
    return { outcome: 'reachable', reasons: [`${says}${FROM_BEYOND}${icmp.sender}`] };
  return { outcome: 'rejectedUnknown', reasons: [`${says}-by:${icmp.sender}`] };
}

/**
 * A router in the responder's area had the packet in its hands. A boundary device with a leg on either side says nothing
 * of the kind: it may bear the address of its outer leg and yet let nothing through.
 */
function isRouterBeyond({ initiator, responder }: RejectedFlow, router: string, topology: Topology): boolean {
  const place = topology.place(router);
  if (place.area !== responder.area || place.area === initiator.area) return false;
  return !topology.gateways.some(
    ({ legs }) => legs.some(({ ip }) => ip === router) && legs.some(({ zone }) => zone === initiator.area),
  );
}

/** Address of the router that spoke from beyond the boundary; null where the outcome rests on something else. */
export function routerBeyond({ outcomeReasons }: Flow): string | null {
  const said = outcomeReasons.find((reason) => reason.includes(FROM_BEYOND));
  return said === undefined ? null : said.slice(said.indexOf(FROM_BEYOND) + FROM_BEYOND.length);
}

/** outcomes that other packets may still prove to be more, or less */
export function isUnproven(outcome: Outcome): boolean {
  return outcome === 'rejectedUnknown' || outcome === 'noAnswer' || outcome === 'cut' || outcome === 'oneWay';
}

/**
 * The capture point outside the initiator's area at which its packets were seen: the boundary let them through. What
 * comes from a realm without a wire of its own (the Internet, LGWAN) enters on the wire of its router, which is part of a
 * zone and still in front of that zone's firewall: seen there alone, it has reached only what stands on that very wire.
 */
export function behindBoundary(
  flow: Flow,
  openerSide: 0 | 1,
  initiator: Place,
  responder: Place,
  topology: Topology,
): string | null {
  let behind: { readonly vlan: number; readonly name: string } | null = null;
  let isPassed = isZone(initiator);
  for (const hop of flow.hops[openerSide]) {
    const vlan = declaredVlanOf(hop, topology);
    if (vlan === null) continue;
    if (topology.areaOfVlan(vlan) === initiator.area) {
      isPassed = true;
      continue;
    }
    const here = { vlan, name: hop.point ?? `VLAN ${vlan}` };
    if (!isPassed && (vlan === responder.segment?.vlan || (behind !== null && behind.vlan !== vlan))) {
      isPassed = true;
      behind = here;
    }
    behind ??= here;
  }
  return isPassed ? (behind?.name ?? null) : null;
}

function isZone({ area }: Place): boolean {
  return ZONES.some((zone) => zone === area);
}

/** The outermost tag that belongs to an area; of an untagged frame, the only VLAN of its point. */
function declaredVlanOf({ vlan, point }: Hop, topology: Topology): number | null {
  const vlans = vlan === null ? onlyVlanOf(topology, point) : vlan.split('.').map(Number);
  return vlans.find((id) => topology.areaOfVlan(id) !== null) ?? null;
}

function onlyVlanOf(topology: Topology, point: string | null): readonly number[] {
  const vlans = point === null ? undefined : topology.capturePoint(point)?.vlans;
  return vlans?.length === 1 ? vlans : [];
}
