import { parseAddress, prefixContains } from '../base/address.js';
import type { CapturePoint, Gateway, Host, Leg, Segment, Topology } from '../model/topology.js';
import { inventMac } from './address-bytes.js';

/** The part of a topology that decides which way packets go. */
export interface CityPlan {
  readonly segments: readonly Pick<Segment, 'vlan' | 'prefix' | 'ipv6'>[];
  readonly hosts: readonly Pick<Host, 'name' | 'ip' | 'mac' | 'roles'>[];
  readonly gateways: readonly (Pick<Gateway, 'name' | 'roles'> & { readonly legs: readonly CityLeg[] })[];
  readonly realms: Topology['realms'];
  readonly capturePoints: readonly Pick<CapturePoint, 'name' | 'vlans'>[];
}

export type CityLeg = Pick<Leg, 'zone' | 'vlan' | 'ip' | 'mac'>;

/** Where frames of an address come from. */
export interface Standpoint {
  readonly vlan: number;
  readonly mac: string;
  /** routers between the address itself and the registered router at which it enters the city */
  readonly routersBeyond: number;
}

/** Which router leads to which realm; anything unknown is the Internet, behind the security cloud. */
const ROUTER_OF_REALM: Readonly<Record<string, string>> = {
  'lgwan-wan': 'lgwan-router',
  'juki-net': 'juki-router',
  govcloud: 'govcloud-router',
};
const ROUTERS_BEYOND = 5;
const TTL = { terminal: 128, server: 64, device: 255 } as const;
const TERMINAL_ROLES: readonly string[] = ['terminal', 'vdi'];

/** Who is who in a city: names, addresses, cards and VLANs. */
export class Register {
  readonly #plan: CityPlan;

  constructor(plan: CityPlan) {
    this.#plan = plan;
  }

  /** `mail-lg`, `san-mail/lgwan`, or an address, which stays as it is. @throws RangeError for an unknown name */
  addressOf(nameOrAddress: string): string {
    if (parseAddress(nameOrAddress) !== undefined) return nameOrAddress;
    const [name = '', zone] = nameOrAddress.split('/');
    const host = this.#plan.hosts.find((candidate) => candidate.name === name);
    const leg = this.#gateway(name)?.legs.find((candidate) => zone === undefined || candidate.zone === zone);
    const address = host?.ip[0] ?? leg?.ip ?? null;
    if (address === null) throw new RangeError(`no host or gateway leg ${nameOrAddress}`);
    return address;
  }

  /** The TTL with which a host of this kind usually begins. */
  ttlOf(address: string): number {
    if (this.#legAt(address) !== undefined) return TTL.device;
    const host = this.#hostAt(address);
    const isTerminal =
      host === undefined
        ? this.#segmentOf(address) !== undefined
        : host.roles.some((role) => TERMINAL_ROLES.includes(role));
    return isTerminal ? TTL.terminal : TTL.server;
  }

  /**
   * VLAN and MAC of an address, or of the router that leads to it.
   * @param peer who talks with it: a zone with a local breakout reaches the Internet there
   * @throws RangeError when nothing leads to it
   */
  standpoint(address: string, peer?: string): Standpoint {
    const leg = this.#legAt(address);
    const vlan = leg?.vlan ?? this.#segmentOf(address)?.vlan ?? null;
    if (vlan === null) return this.#standpointBeyond(address, peer);
    const mac = leg === undefined ? (this.#hostAt(address)?.mac[0] ?? inventMac(address)) : macOfLeg(leg);
    return { vlan, mac, routersBeyond: 0 };
  }

  #standpointBeyond(address: string, peer: string | undefined): Standpoint {
    const parsed = parseAddress(address);
    const realm = this.#plan.realms.find(
      ({ prefixes }) => parsed !== undefined && prefixes.some((prefix) => prefixContains(prefix, parsed)),
    );
    const role = ROUTER_OF_REALM[realm?.realm ?? ''] ?? 'security-cloud-router';
    const isPublic = realm === undefined || realm.realm === 'public';
    const breakout = isPublic && peer !== undefined ? this.#breakoutOf(peer) : undefined;
    const router = breakout ?? this.#plan.gateways.find(({ roles }) => roles.includes(role))?.legs[0];
    if (router === undefined || router.vlan === null)
      throw new RangeError(`no way to ${address}: no gateway with the role ${role}`);
    return { vlan: router.vlan, mac: macOfLeg(router), routersBeyond: ROUTERS_BEYOND };
  }

  /** The way out to designated clouds that stands in the zone of an address (domain.md 1.5, α′). */
  #breakoutOf(address: string): CityLeg | undefined {
    const vlan = this.#legAt(address)?.vlan ?? this.#segmentOf(address)?.vlan;
    const zone = this.#plan.gateways.flatMap(({ legs }) => legs).find((leg) => leg.vlan === vlan)?.zone;
    const legs = this.#plan.gateways.filter(({ roles }) => roles.includes('breakout')).flatMap((one) => one.legs);
    return legs.find((leg) => leg.zone === zone);
  }

  /** The leg that serves as default gateway of an address. @throws RangeError when its VLAN has none */
  gatewayOf(address: string): { readonly address: string; readonly mac: string } {
    const { vlan } = this.standpoint(address);
    const leg = this.#plan.gateways
      .filter(({ roles }) => roles.includes('boundary'))
      .flatMap(({ legs }) => legs)
      .find((candidate) => candidate.vlan === vlan && candidate.ip !== null && candidate.ip !== address);
    if (leg === undefined || leg.ip === null) throw new RangeError(`VLAN ${vlan} has no gateway`);
    return { address: leg.ip, mac: macOfLeg(leg) };
  }

  /** The address of a gateway in a VLAN. */
  legAddress(gatewayName: string, vlan: number): string | undefined {
    return this.#gateway(gatewayName)?.legs.find((leg) => leg.vlan === vlan)?.ip ?? undefined;
  }

  /** All cards of a gateway; empty when there is none of this name. */
  macsOf(gatewayName: string): ReadonlySet<string> {
    return new Set(this.#gateway(gatewayName)?.legs.map(macOfLeg));
  }

  /** All cards of the gateway that has this address; empty for a host. */
  macsBehind(address: string): ReadonlySet<string> {
    const gateway = this.#plan.gateways.find(({ legs }) => legs.some((leg) => leg.ip === address));
    return new Set(gateway?.legs.map(macOfLeg));
  }

  #gateway(name: string): CityPlan['gateways'][number] | undefined {
    return this.#plan.gateways.find((gateway) => gateway.name === name);
  }

  #hostAt(address: string): CityPlan['hosts'][number] | undefined {
    return this.#plan.hosts.find((host) => host.ip.includes(address));
  }

  #legAt(address: string): CityLeg | undefined {
    return this.#plan.gateways.flatMap(({ legs }) => legs).find((leg) => leg.ip === address);
  }

  #segmentOf(address: string): CityPlan['segments'][number] | undefined {
    const parsed = parseAddress(address);
    if (parsed === undefined) throw new RangeError(`not an IP address: ${address}`);
    return this.#plan.segments
      .filter(({ prefix, ipv6 }) => [prefix, ipv6].some((range) => range !== null && prefixContains(range, parsed)))
      .toSorted((x, y) => (y.prefix?.length ?? 0) - (x.prefix?.length ?? 0))[0];
  }
}

export function macOfLeg(leg: CityLeg): string {
  return leg.mac ?? inventMac(leg.ip ?? '0.0.0.0');
}
