import { LIMITS } from '../../base/limits.js';
import type { Nanoseconds } from '../../base/time.js';
import type { Flow, Hop } from '../../model/flow.js';
import type { Sighting } from '../../model/sighting.js';
import type { Stranger } from '../../model/suggestion.js';
import type { Topology } from '../../model/topology.js';

interface Growing {
  flows: number;
  first: Nanoseconds;
  last: Nanoseconds;
  /** hops by VLAN and card, `110 00:00:5e:00:53:01` */
  readonly vlans: Map<string, number>;
  readonly points: Set<string>;
  readonly arpVlans: Set<number>;
  readonly gateways: Set<string>;
}

/** Private addresses that no zone and no realm holds, and what tells where they belong. */
export class StrangerTally {
  refused = 0;
  readonly #topology: Topology;
  readonly #strangers = new Map<string, Growing>();
  /** by card, the neighbourhood for which it spoke; null: for several, as routers do */
  readonly #cards = new Map<string, string | null>();

  constructor(topology: Topology) {
    this.#topology = topology;
  }

  add(flow: Flow): void {
    // an address inside a tunnel stands behind the tunnel
    if (flow.layer > 0) return;
    for (const [index, end] of [flow.a, flow.b].entries()) {
      if (!this.#isStranger(end.address)) continue;
      const stranger = this.#of(end.address, flow.first, flow.last);
      if (stranger === null) continue;
      stranger.flows++;
      for (const hop of flow.hops[index] ?? []) this.#learn(stranger, end.address, hop);
    }
  }

  addSightings(sightings: readonly Sighting[]): void {
    for (const { kind, address, vlan, mac, first, last } of sightings) {
      if ((kind !== 'arp-request' && kind !== 'arp-reply') || address === null || vlan === null) continue;
      // a gateway answers in proxy for others
      if (!this.#isStranger(address) || (mac !== null && this.#topology.gatewaysOfMac(mac).length > 0)) continue;
      this.#of(address, first, last)?.arpVlans.add(vlan);
    }
  }

  finish(): readonly Stranger[] {
    return [...this.#strangers].map(([address, { vlans, points, arpVlans, gateways, ...sums }]) => ({
      address,
      ...sums,
      vlans: this.#ownVlans(vlans),
      points: [...points].sort(),
      arpVlans: [...arpVlans].sort((x, y) => x - y),
      gateways: [...gateways].sort(),
    }));
  }

  /** A frame that a registered gateway sent came from elsewhere; one that it took came from here. */
  #learn(stranger: Growing, address: string, { vlan, point, sourceMac, destinationMac }: Hop): void {
    if (sourceMac === null || this.#topology.gatewaysOfMac(sourceMac).length > 0) return;
    this.#remember(sourceMac, neighbourhoodOf(address));
    const wire = `${vlan ?? ''} ${sourceMac}`;
    if (vlan !== null) stranger.vlans.set(wire, (stranger.vlans.get(wire) ?? 0) + 1);
    if (point !== null) stranger.points.add(point);
    if (destinationMac === null) return;
    for (const { name, legs } of this.#topology.gatewaysOfMac(destinationMac)) {
      const leg = legs.find(
        ({ mac, vlan: own }) => mac === destinationMac && (own === null || vlan === null || vlan === String(own)),
      );
      if (leg !== undefined) stranger.gateways.add(`${name}/${leg.zone}`);
    }
  }

  /** A card that speaks for several networks is a router that nobody registered: its VLAN is not the address's. */
  #ownVlans(wires: ReadonlyMap<string, number>): readonly string[] {
    const own = [...wires].filter(([wire]) => this.#cards.get(wire.split(' ')[1] ?? '') !== null);
    return [
      ...new Set(own.sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).map(([wire]) => wire.split(' ')[0] ?? '')),
    ];
  }

  #remember(card: string, neighbourhood: string): void {
    const known = this.#cards.get(card);
    if (known === undefined && this.#cards.size < LIMITS.unlistedHosts) this.#cards.set(card, neighbourhood);
    else if (known !== undefined && known !== neighbourhood) this.#cards.set(card, null);
  }

  #isStranger(address: string): boolean {
    const place = this.#topology.place(address);
    return place.area === 'unassigned' && place.otherMember === null;
  }

  #of(address: string, first: Nanoseconds, last: Nanoseconds): Growing | null {
    let stranger = this.#strangers.get(address);
    if (stranger === undefined) {
      if (this.#strangers.size >= LIMITS.unlistedHosts) {
        this.refused++;
        return null;
      }
      const sets = { points: new Set<string>(), arpVlans: new Set<number>(), gateways: new Set<string>() };
      stranger = { flows: 0, first, last, vlans: new Map<string, number>(), ...sets };
      this.#strangers.set(address, stranger);
    }
    if (first < stranger.first) stranger.first = first;
    if (last > stranger.last) stranger.last = last;
    return stranger;
  }
}

/** the /24 of an IPv4 address; of an IPv6 address its first four groups, which is near enough to its first 64 bits */
function neighbourhoodOf(address: string): string {
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address.slice(0, address.lastIndexOf('.'));
}
