import { LIMITS } from '../../base/limits.js';
import type { Nanoseconds } from '../../base/time.js';
import type { Flow } from '../../model/flow.js';
import type { SeenCrossing } from '../../model/suggestion.js';
import type { Topology } from '../../model/topology.js';
import { dispositionOf } from '../../topology/conduits/disposition.js';

/** tunnels that are named one by one */
const TUNNELS = 1000;

interface Growing {
  readonly crossing: SeenCrossing;
  flows: number;
  withData: number;
  first: Nanoseconds;
  last: Nanoseconds;
  bothSides: boolean;
  via: ReadonlySet<string>;
}

/** Adds up the established flows between two areas that no conduit covers. */
export class CrossingTally {
  flows = 0;
  covered = 0;
  notEstablished = 0;
  refused = 0;
  /** what carries other packets between areas: never proposed */
  readonly tunnels: Flow[] = [];
  readonly #topology: Topology;
  readonly #routers: ReadonlySet<string>;
  readonly #crossings = new Map<string, Growing>();

  constructor(topology: Topology) {
    this.#topology = topology;
    this.#routers = new Set(
      topology.gateways.filter(({ roles }) => roles.some((role) => role.endsWith('-router'))).map(({ name }) => name),
    );
  }

  add(flow: Flow): void {
    this.flows++;
    const [a, b] = [this.#topology.place(flow.a.address), this.#topology.place(flow.b.address)];
    if (flow.outcome !== 'data' && flow.outcome !== 'established') {
      this.notEstablished++;
      return;
    }
    const isFromB = flow.initiator === 'b';
    const [opener, other] = isFromB ? [flow.b, flow.a] : [flow.a, flow.b];
    const [from, to] = isFromB ? [b, a] : [a, b];
    const disposition = dispositionOf(from.area, to.area, this.#topology.model);
    if (a.area === b.area || a.isBroadcast || b.isBroadcast || disposition === 'none' || disposition === 'outside') {
      this.covered++;
      return;
    }
    if (flow.tunnel !== null) {
      if (this.tunnels.length < TUNNELS) this.tunnels.push(flow);
      else this.refused++;
      return;
    }
    const hops = flow.hops.flat();
    const macs = [...new Set(hops.flatMap(({ sourceMac, destinationMac }) => [sourceMac, destinationMac]))].filter(
      (mac) => mac !== null,
    );
    const gateways = macs.flatMap((mac) => this.#topology.gatewaysOfMac(mac).map(({ name }) => name));
    const match = this.#topology.matchConduits({
      initiator: opener.address,
      responder: other.address,
      directionKnown: flow.initiator !== 'unknown',
      proto: flow.proto,
      responderPort: other.port,
      initiatorPort: opener.port,
      time: flow.first,
      macs,
      vlans: hops.flatMap(({ vlan }) => (vlan === null ? [] : vlan.split('.').map(Number))),
    });
    const isLinked = disposition === 'ok' && match.nearest === null;
    if (match.permitted !== null || isLinked) {
      this.covered++;
      return;
    }
    const via = gateways.filter((name) => this.#routers.has(name));
    this.#grow(flow, {
      initiator: opener.address,
      responder: other.address,
      from: from.area,
      to: to.area,
      proto: flow.proto,
      port: isPortless(flow.proto) ? 0 : other.port,
      flows: 1,
      first: flow.first,
      last: flow.last,
      withData: flow.outcome === 'data' ? 1 : 0,
      basis: flow.initiator === 'unknown' ? 'none' : flow.initiatorBasis,
      bothSides: flow.routed || new Set(hops.map(({ point }) => point)).size > 1,
      via: [...new Set(via)].sort(),
      match,
    });
  }

  /** In the order of areas, addresses and ports. */
  finish(): readonly SeenCrossing[] {
    return [...this.#crossings.entries()]
      .sort(([x], [y]) => (x < y ? -1 : 1))
      .map(([, { crossing, via, ...sums }]) => ({ ...crossing, ...sums, via: [...via].sort() }));
  }

  #grow(flow: Flow, crossing: SeenCrossing): void {
    const { initiator, responder, proto, port, basis, match } = crossing;
    // what fails differently, or is known differently, is told apart
    const key = [initiator, responder, proto, port, isKnown(basis), match.failed, match.reversedScreen?.id].join(' ');
    const known = this.#crossings.get(key);
    if (known === undefined) {
      if (this.#crossings.size >= LIMITS.suggestedCrossings) {
        this.refused++;
        return;
      }
      const { flows, withData, first, last, bothSides, via } = crossing;
      this.#crossings.set(key, { crossing, flows, withData, first, last, bothSides, via: new Set(via) });
      return;
    }
    known.flows++;
    known.withData += crossing.withData;
    if (flow.first < known.first) known.first = flow.first;
    if (flow.last > known.last) known.last = flow.last;
    known.bothSides ||= crossing.bothSides;
    // a router that did not carry all of them is no condition
    known.via = new Set([...known.via].filter((name) => crossing.via.includes(name)));
  }
}

/** whether the opener was seen, inferred or unknown */
function isKnown(basis: SeenCrossing['basis']): string {
  if (basis === 'none') return 'unknown';
  return basis === 'syn' || basis === 'syn-ack' || basis === 'icmp-request' ? 'seen' : 'inferred';
}

function isPortless(proto: number): boolean {
  return proto !== 6 && proto !== 17 && proto !== 132;
}
