import { formatPrefix, type Prefix } from '../base/address.js';
import type { Nanoseconds } from '../base/time.js';
import type { Act, Stretch } from '../craft/act.js';
import { inventMac } from '../craft/address-bytes.js';
import { City } from '../craft/city.js';
import type { CityPlan } from '../craft/register.js';
import type { Area } from '../model/place.js';
import { ZONES, type Zone } from '../model/place.js';
import type { Conduit, Gateway, Topology } from '../model/topology.js';
import { planOf } from './city-plan.js';
import { freeAddressIn, standsOf, type Stand } from './stand.js';
import { startWithin } from './start-within.js';

const PROTO = { tcp: 6, udp: 17, ping: 1 } as const;
export type Transport = keyof typeof PROTO;
/** the cards of devices that nobody registered: documentation range of RFC 9542 */
const FOREIGN_MACS = Array.from({ length: 16 }, (_, index) => `00:00:5e:00:53:${(0xd0 + index).toString(16)}`);

/** Two parties and a port between them, and the conduit that permits it, if any does. */
export interface Passage {
  readonly from: Stand;
  readonly to: Stand;
  readonly transport: Transport;
  readonly port: number;
  readonly permittedBy: Conduit | null;
}

/** The city of a topology as the ground on which cases are planted. */
export class Ground {
  readonly topology: Topology;
  readonly city: City;
  /** VLAN ids that this program made up: their frames have no tag */
  readonly untagged: ReadonlySet<number>;
  /** where no conduit decides about the time */
  readonly start: Nanoseconds;
  readonly #segments: CityPlan['segments'];
  readonly #stands = new Map<Area, readonly Stand[]>();
  readonly #foreignMacs: readonly string[];

  constructor(topology: Topology) {
    this.topology = topology;
    const { plan, untagged } = planOf(topology);
    this.city = new City(plan);
    this.untagged = untagged;
    this.#segments = plan.segments;
    this.start = startWithin(null, topology);
    const registered = new Set([
      ...topology.hosts.flatMap(({ mac }) => mac),
      ...topology.gateways.flatMap(({ legs }) => legs.flatMap(({ mac, virtualMacs }) => [mac, ...virtualMacs])),
    ]);
    this.#foreignMacs = FOREIGN_MACS.filter((mac) => !registered.has(mac));
  }

  stands(area: Area): readonly Stand[] {
    const known = this.#stands.get(area) ?? standsOf(this.topology, area);
    this.#stands.set(area, known);
    return known;
  }

  /** The first stand, and the first that is another one. */
  two(area: Area): readonly [Stand, Stand] | null {
    const [one, other] = this.stands(area);
    return one === undefined || other === undefined ? null : [one, other];
  }

  /** A card that no host and no gateway has. */
  foreignMac(number = 0): string {
    return this.#foreignMacs[number] ?? inventMac(`192.0.2.${number + 1}`);
  }

  /** The conduit that permits it; `near`: one of them names both ends; `far`: none does. */
  permission(
    from: Stand,
    to: Stand,
    transport: Transport,
    port: number,
    time: Nanoseconds = this.start,
  ): Conduit | 'near' | 'far' {
    const match = this.topology.matchConduits({
      initiator: from.address,
      responder: to.address,
      directionKnown: true,
      proto: PROTO[transport],
      responderPort: port,
      initiatorPort: 50_000,
      time,
      macs: [],
      vlans: [],
    });
    if (match.permitted !== null) return match.permitted;
    return match.nearest === null && match.reversedScreen === null ? 'far' : 'near';
  }

  /** The passage between two areas that conduits come least near to; null where an area has nobody. */
  passage(from: Area, to: Area, transport: Transport, ports: readonly number[]): Passage | null {
    let near: Passage | null = null;
    let permitted: Passage | null = null;
    for (const initiator of this.stands(from)) {
      for (const responder of this.stands(to)) {
        if (initiator.address === responder.address || !isOneFamily(initiator, responder)) continue;
        for (const port of ports) {
          const permission = this.permission(initiator, responder, transport, port);
          const found = { from: initiator, to: responder, transport, port, permittedBy: null };
          if (permission === 'far') return found;
          if (permission === 'near') near ??= found;
          else permitted ??= { ...found, permittedBy: permission };
        }
      }
    }
    return near ?? permitted;
  }

  /** Who speaks to whom, and the way that it takes: through the registered gateways, else through a foreign device. */
  act(from: Stand, to: Stand, transport: Transport, port: number, more: Act = {}): Act {
    const line = `${endText(from.address)} -> ${endText(to.address)}${transport === 'ping' ? '' : `:${port}`}`;
    const way = more.inside === undefined && more.way === undefined ? this.wayBetween(from, to) : undefined;
    return { [transport]: line, ...(way === undefined ? {} : { way }), ...more };
  }

  /** `undefined`: the registered gateways know the way. */
  wayBetween(from: Stand, to: Stand): readonly Stretch[] | undefined {
    if (from.area !== 'unassigned' && to.area !== 'unassigned') {
      try {
        this.city.path(from.address, to.address);
        return undefined;
      } catch {
        // no registered gateway leads there: then a foreign device does
      }
    }
    return this.foreignWay(from, to);
  }

  /** Through a device that nobody registered. */
  foreignWay(from: Stand, to: Stand): readonly Stretch[] {
    const [own, theirs] = [this.vlanOf(from), this.vlanOf(to)];
    const first = own === null ? [] : [{ vlan: own, from: this.macOf(from), to: this.foreignMac(0) }];
    const second = theirs === null ? [] : [{ vlan: theirs, from: this.foreignMac(1), to: this.macOf(to) }];
    return [...first, ...second];
  }

  /** As far as the first device on the way, which lets nothing through. */
  firstStretch(from: Stand, to: Stand): readonly Stretch[] {
    const foreign = this.wayBetween(from, to);
    if (foreign !== undefined) return foreign.slice(0, 1);
    return this.city
      .path(from.address, to.address)
      .slice(0, 1)
      .map(({ vlans, sourceMac, destinationMac }) => ({
        vlan: vlans[0] ?? 0,
        from: sourceMac,
        to: destinationMac,
      }));
  }

  /** The first registered gateway on the way that could answer for the responder; null: there is none. */
  gatekeeper(from: Stand, to: Stand): Gateway | null {
    const [first] = this.firstStretch(from, to);
    if (first === undefined) return null;
    const gateways = this.topology.gatewaysOfMac(first.to);
    return (
      gateways.find(({ legs }) =>
        legs.some(({ vlan, ip }) => vlan === first.vlan && ip !== null && ip !== to.address),
      ) ?? null
    );
  }

  /** The VLAN on which an address stands itself; null: it is elsewhere. */
  vlanOf({ area, address }: Stand): number | null {
    if (!ZONES.some((zone) => zone === area) && area !== 'mgmt') return null;
    try {
      return this.city.register.standpoint(address).vlan;
    } catch {
      return null;
    }
  }

  macOf({ area, address }: Stand): string {
    if (area === 'unassigned' || area === 'public') return inventMac(address);
    try {
      return this.city.register.standpoint(address).mac;
    } catch {
      return inventMac(address);
    }
  }

  /** Somebody of another body on the shared line (`otherMembers`): the way there is that to the security cloud. */
  memberStand(range: Prefix): Stand | null {
    const address = freeAddressIn(this.topology, range, 'unassigned');
    return address === null ? null : { area: 'security-cloud', address, name: null };
  }

  /** The default gateway on the stand's VLAN. */
  routerOf(stand: Stand): { readonly address: string; readonly mac: string } | null {
    try {
      return this.city.register.gatewayOf(stand.address);
    } catch {
      return null;
    }
  }

  /** The range of a segment by its VLAN. */
  rangeOf(vlan: number): string {
    const segment = this.#segments.find((candidate) => candidate.vlan === vlan);
    const range = segment?.prefix ?? segment?.ipv6 ?? null;
    return range === null ? `VLAN ${vlan}` : formatPrefix(range);
  }

  /** When a play may begin that rests on a conduit. */
  startFor(conduit: Conduit | null): Nanoseconds {
    return conduit === null ? this.start : startWithin(conduit, this.topology);
  }

  isClosed(zone: Zone): boolean {
    return this.topology.closedZones.includes(zone);
  }
}

export function endText(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}

function isOneFamily(x: Stand, y: Stand): boolean {
  return x.address.includes(':') === y.address.includes(':');
}
