import { parseAddress, prefixContains, firstOfPrefix, formatAddress, type Prefix } from '../../base/address.js';
import type { BothWays, Flow } from '../../model/flow.js';
import type { Observation, UnknownOrigin } from '../../model/observation.js';
import { ZONES, type Area, type Place } from '../../model/place.js';
import type { Conduit, ConduitEnd, Topology } from '../../model/topology.js';
import { vlanOfHop } from '../../rules/terms/vlan-of-hop.js';
import type { TranslationRegister } from '../../topology/place/translation-register.js';
import { mergeTranslated, type SeenFlow } from './merge-translated.js';
import { behindBoundary, isUnproven } from '../judge/attribute-rejection.js';
import { observeFlow, type PlacedEnd } from './observe-flow.js';

/** What an end of a flow is when a device speaks for others. */
type Origin = { readonly address: string } | UnknownOrigin;

/** TTLs with which systems begin: the packet is its sender's own */
const FIRST_TTLS: ReadonlySet<number> = new Set([32, 64, 128, 255]);
/** one or two routers after that */
const PASSED_TTLS: ReadonlySet<number> = new Set([62, 63, 126, 127, 253, 254]);

/** More protected first: of several possible origins the gravest is asked about. */
const GRAVEST_FIRST: readonly Area[] = [...ZONES, 'unassigned', 'mgmt', 'juki-net', 'govcloud', 'lgwan-wan'];

/** Looks through translated addresses, as far as the topology and the packets allow (domain.md D-NAT). */
export class TranslationView {
  readonly #topology: Topology;
  readonly #register: TranslationRegister;
  /** by name: gateways that stand in more than one area */
  readonly #joining: ReadonlySet<string>;

  constructor(topology: Topology, register: TranslationRegister) {
    this.#topology = topology;
    this.#register = register;
    this.#joining = new Set(
      topology.gateways.filter(({ legs }) => new Set(legs.map(({ zone }) => zone)).size > 1).map(({ name }) => name),
    );
  }

  /** May an end in this cell be somebody else? Then flows to and from it are looked at one by one. */
  concerns(cell: number, place: Place, address: () => string): boolean {
    if (place.isGatewayLeg && place.host !== null && this.#joining.has(place.host)) return true;
    return this.#register.isOuterCell(cell, address);
  }

  /**
   * A flow, placed: by the hosts behind translated addresses where there is no doubt who they are. Where there is, the
   * observation says so (`origin`), and rules make nothing of it but a question.
   */
  observe(seenFlow: SeenFlow, outer: Flow | null): Observation {
    const { flow, seen, ends } = seenFlow;
    const raw = observeFlow(flow, this.#topology, outer, seen, ends);
    if (!ends.some(({ cell, place }, side) => this.concerns(cell, place, () => (side === 0 ? flow.a : flow.b).address)))
      return raw;
    const origins = [this.#originOf(flow, 0, ends[0]), this.#originOf(flow, 1, ends[1])] as const;
    const inner = this.#withInnerEnds(seenFlow, origins);
    const observation = inner === null ? raw : observeFlow(inner.flow, this.#topology, outer, seen, inner.ends);
    const known = inner === null ? raw : preferRegistered({ ...observation, asSeen: [raw] }, [raw]);
    const sender = flow.initiator === 'b' ? 1 : 0;
    const unknown = [origins[sender], flow.initiator === 'unknown' ? origins[1 - sender] : null].find(
      (origin): origin is UnknownOrigin => origin !== null && origin !== undefined && 'gateway' in origin,
    );
    return unknown === undefined ? known : this.#inDoubt(known, unknown);
  }

  /** Flows that are one conversation under different addresses: judged once, by the ends nearest to the hosts. */
  observeMerged(members: readonly SeenFlow[], outer: Flow | null): Observation {
    const [only] = members;
    if (only !== undefined && members.length === 1) return this.observe(only, outer);
    const asSeen = members.map(({ flow, seen, ends }) => observeFlow(flow, this.#topology, outer, seen, ends));
    const merged = this.observe(this.#reached(mergeTranslated(members)), outer);
    return preferRegistered({ ...merged, asSeen }, asSeen);
  }

  /** Nobody answered, or not the host itself; but the datagram was seen behind the boundary (domain.md 2.3). */
  #reached(member: SeenFlow): SeenFlow {
    const { flow, ends } = member;
    if (flow.initiator === 'unknown' || !isUnproven(flow.outcome)) return member;
    const side = flow.initiator === 'a' ? 0 : 1;
    const behind = behindBoundary(flow, side, ends[side].place, ends[side === 0 ? 1 : 0].place, this.#topology);
    if (behind === null) return member;
    const outcomeReasons = [...flow.outcomeReasons, `seen-behind-boundary:${behind}`];
    return { ...member, flow: { ...flow, outcome: 'reachable', outcomeReasons } };
  }

  #originOf(flow: Flow, side: 0 | 1, { place }: PlacedEnd): Origin | null {
    const { address } = side === 0 ? flow.a : flow.b;
    const ttl = flow.ttls?.[side] ?? null;
    const isHome = this.#isAtHome(flow, side, place);
    const declared = this.#register.originOf(address);
    if (declared !== null) {
      // what the device itself sends bears the same address
      if (isHome && ttl !== null && FIRST_TTLS.has(ttl)) return null;
      if (declared.address !== null) return { address: declared.address };
      return { gateway: declared.gateway, inside: declared.inside, areas: this.#register.areasOf(declared.inside) };
    }
    if (!place.isGatewayLeg || place.host === null || !isHome || ttl === null || !PASSED_TTLS.has(ttl)) return null;
    const gateway = this.#topology.gateways.find(({ name }) => name === place.host);
    const areas = [...new Set(gateway?.legs.map(({ zone }) => zone) ?? [])].sort();
    return { gateway: place.host, inside: null, areas };
  }

  /** Its packets were first seen on the address's own stretch of wire. */
  #isAtHome(flow: Flow, side: 0 | 1, place: Place): boolean {
    const [hop] = flow.hops[side];
    const home = place.segment?.vlan ?? null;
    return hop !== undefined && home !== null && vlanOfHop(hop, this.#topology) === home;
  }

  #withInnerEnds({ flow, ends }: SeenFlow, origins: BothWays<Origin | null>) {
    const [a, b] = origins.map((origin) => (origin !== null && 'address' in origin ? origin.address : null));
    if ((a ?? null) === null && (b ?? null) === null) return null;
    return {
      flow: {
        ...flow,
        a: { ...flow.a, address: a ?? flow.a.address },
        b: { ...flow.b, address: b ?? flow.b.address },
      },
      ends: [
        typeof a === 'string' ? this.#placed(a) : ends[0],
        typeof b === 'string' ? this.#placed(b) : ends[1],
      ] as const,
    };
  }

  #inDoubt(observation: Observation, origin: UnknownOrigin): Observation {
    const { from, to, conduit } = observation;
    // registered under the translated address, or for all that may stand behind it
    if (conduit.permitted !== null && origin.inside !== null) return observation;
    const covering = origin.inside === null ? null : this.#conduitForAll(observation, origin.inside);
    if (covering !== null) return { ...observation, conduit: { ...conduit, permitted: covering } };
    // the device itself and all behind it are of one area, and no conduit could permit any of them: no doubt is left
    const isOneArea = origin.areas.every((area) => area === from.place.area);
    if (isOneArea && origin.inside !== null && !this.#mayBePermitted(to, origin.inside)) return observation;
    const possible = origin.areas.filter((area) => area !== to.place.area);
    const area = GRAVEST_FIRST.find((candidate) => possible.includes(candidate)) ?? possible[0];
    // whoever it is, it crosses nothing
    if (area === undefined) return observation;
    return { ...observation, from: { ...from, place: { ...from.place, area } }, origin };
  }

  /** A conduit that permits this flow to every address of the prefix. */
  #conduitForAll({ flow, from, to, directionKnown }: Observation, inside: Prefix): Conduit | null {
    const [low, high] = [formatAddress(firstOfPrefix(inside)), to.address];
    const macs = flow.hops.flat().flatMap(({ sourceMac, destinationMac }) => [sourceMac, destinationMac]);
    const { permitted } = this.#topology.matchConduits({
      initiator: low,
      responder: high,
      directionKnown,
      proto: flow.proto,
      responderPort: to.port,
      initiatorPort: from.port,
      time: flow.first,
      macs: [...new Set(macs.filter((mac) => mac !== null))].sort(),
      vlans: flow.hops.flat().flatMap((hop) => vlanOfHop(hop, this.#topology) ?? []),
    });
    if (permitted === null) return null;
    return [permitted.from, permitted.to].some((end) => holdsAll(end, inside, this.#register)) ? permitted : null;
  }

  /** Does a conduit join any of these addresses with this end? Its other terms do not matter here. */
  #mayBePermitted({ address, place }: Observation['to'], inside: Prefix): boolean {
    const areas = this.#register.areasOf(inside);
    const other = parseAddress(address);
    const namesInside = (end: ConduitEnd): boolean =>
      areas.some((area) => area === (end.zone ?? end.realm)) || end.prefixes.some((prefix) => overlap(prefix, inside));
    const namesOther = (end: ConduitEnd): boolean =>
      place.area === (end.zone ?? end.realm) ||
      end.names.length > 0 ||
      (other !== undefined && end.prefixes.some((prefix) => prefixContains(prefix, other)));
    return this.#topology.conduits.some(
      ({ from, to }) => (namesInside(from) && namesOther(to)) || (namesInside(to) && namesOther(from)),
    );
  }

  #placed(text: string): PlacedEnd {
    const address = parseAddress(text);
    if (address === undefined) throw new Error(`no address: ${text}`);
    const { family, w0, w1, w2, w3 } = address;
    const cell = family === 4 ? this.#topology.cellOfIpv4(w0) : this.#topology.cellOfIpv6(w0, w1, w2, w3);
    return { cell, place: this.#topology.placeOfCell(cell) };
  }
}

function overlap(x: Prefix, y: Prefix): boolean {
  return prefixContains(x, y.address) || prefixContains(y, x.address);
}

function holdsAll(end: ConduitEnd, inside: Prefix, register: TranslationRegister): boolean {
  if (end.prefixes.some((prefix) => prefix.length <= inside.length && prefixContains(prefix, inside.address)))
    return true;
  const areas = register.areasOf(inside);
  return areas.length === 1 && (end.zone ?? end.realm) === areas[0];
}

/**
 * A register may name the translated addresses instead of the hosts behind them: a flow that it permits under those, and
 * that crosses from the same area to the same, is permitted.
 */
function preferRegistered(observation: Observation, asSeen: readonly Observation[]): Observation {
  if (observation.conduit.permitted !== null) return observation;
  const registered = asSeen.find(
    ({ conduit, from, to }) =>
      conduit.permitted !== null &&
      from.place.area === observation.from.place.area &&
      to.place.area === observation.to.place.area,
  );
  return registered === undefined ? observation : { ...observation, conduit: registered.conduit };
}
