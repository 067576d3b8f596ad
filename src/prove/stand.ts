import {
  firstOfPrefix,
  formatAddress,
  lastOfPrefix,
  parseAddress,
  prefixContains,
  type Prefix,
} from '../base/address.js';
import { LIMITS } from '../base/limits.js';
import type { Area } from '../model/place.js';
import type { Conduit, ConduitEnd, Topology } from '../model/topology.js';

/** Somebody who may speak: an address of an area, with its name where the topology gives it one. */
export interface Stand {
  readonly area: Area;
  readonly address: string;
  readonly name: string | null;
}

/** Numbers of hosts within a prefix that are tried: far from the edges, where routers and broadcasts are. */
const HOST_NUMBERS = [77, 78, 79, 133, 134, 201, 41, 9, 10, 5, 3, 2, 1, 0];
/** addresses of the Internet at large, where the topology declares none that stands for it */
const OF_THE_INTERNET = ['192.88.98.9', '45.0.0.9', '101.0.0.9', '133.0.0.9', '150.0.0.9', '198.20.0.9', '2400::9'];

/** Stands of an area, best first: named terminals, other named hosts, then addresses that nobody has. */
export function standsOf(topology: Topology, area: Area): readonly Stand[] {
  if (area === 'unassigned') return undeclaredStands(topology);
  const isTerminal = ({ roles }: { readonly roles: readonly string[] }): boolean => roles.includes('terminal');
  const hosts = topology.hosts
    .filter(({ zone, ip }) => zone === area && ip.length > 0)
    .toSorted((x, y) => Number(isTerminal(y)) - Number(isTerminal(x)));
  const named = hosts
    .slice(0, LIMITS.proveStands)
    .map(({ name, ip }): Stand => ({ area, address: ip[0] ?? '', name }))
    .filter(({ address }) => topology.place(address).area === area);
  return [...named, ...unnamedStands(topology, area)].slice(0, 2 * LIMITS.proveStands);
}

/** Addresses of an area that no host has. */
export function unnamedStands(topology: Topology, area: Area): readonly Stand[] {
  const segments = topology.segments.filter(({ zone }) => zone === area);
  const ranges = [
    ...segments.flatMap(({ prefix, ipv6 }) => [prefix, ipv6].filter((range) => range !== null)),
    ...topology.realms.filter(({ realm }) => realm === area).flatMap(({ prefixes }) => prefixes),
  ].toSorted((x, y) => x.address.family - y.address.family || x.length - y.length);
  const inside = ranges.slice(0, LIMITS.proveStands).flatMap((range) => {
    const found = freeAddressIn(topology, range, area);
    return found === null ? [] : [{ area, address: found, name: null }];
  });
  if (area !== 'public') return inside;
  const atLarge = OF_THE_INTERNET.filter((address) => isFree(topology, address, area));
  return [...inside, ...atLarge.map((address) => ({ area, address, name: null }))];
}

/** An address of a range that nobody has; null: there is none of this area. */
export function freeAddressIn(topology: Topology, range: Prefix, area: Area): string | null {
  return addressesOf(range).find((address) => isFree(topology, address, area)) ?? null;
}

/** Private addresses (RFC 1918) that nothing declares. */
function undeclaredStands(topology: Topology): readonly Stand[] {
  const numbers = Array.from({ length: 256 }, (_, index) => 255 - index);
  const addresses = [
    ...numbers.map((number) => `10.${number}.250.9`),
    ...numbers.filter((number) => number >= 16 && number < 32).map((number) => `172.${number}.250.9`),
    ...numbers.map((number) => `192.168.${number}.9`),
  ];
  return addresses
    .filter((address) => {
      const place = topology.place(address);
      return place.area === 'unassigned' && place.otherMember === null;
    })
    .slice(0, 3)
    .map((address) => ({ area: 'unassigned', address, name: null }));
}

/** Who may stand at a side of a conduit. */
export function standsAt(topology: Topology, end: ConduitEnd): readonly Stand[] {
  const named = end.hosts.slice(0, LIMITS.proveStands).flatMap((text): readonly Stand[] => {
    const [name = '', zone] = text.split('/');
    const host = topology.hosts.find((candidate) => candidate.name === name);
    if (host !== undefined) return host.ip.map((address) => ({ area: topology.place(address).area, address, name }));
    const legs = topology.gateways.find((gateway) => gateway.name === name)?.legs ?? [];
    return legs
      .filter((leg) => zone === undefined || leg.zone === zone)
      .flatMap(({ ip }) => (ip === null ? [] : [{ area: topology.place(ip).area, address: ip, name }]));
  });
  const area = end.zone ?? end.realm;
  const ranged =
    end.hosts.length > 0
      ? []
      : end.prefixes.slice(0, LIMITS.proveStands).flatMap((range): readonly Stand[] => {
          const listed = topology.hosts.find(({ ip: [first] }) => first !== undefined && isWithin(first, range));
          const address = listed?.ip[0] ?? addressesOf(range).find((text) => isHost(topology, text));
          return address === undefined
            ? []
            : [{ area: topology.place(address).area, address, name: listed?.name ?? null }];
        });
  const stated = area === null ? [] : standsOf(topology, area);
  const byName = end.names.length > 0 && end.prefixes.length === 0 ? standsOf(topology, 'public') : [];
  const all = [...named, ...ranged, ...(end.prefixes.length > 0 || named.length > 0 ? [] : stated), ...byName];
  return all.filter((stand) => (area === null || stand.area === area) && stand.area !== 'special');
}

/** The areas that a conduit joins, the opener's first; null where a side has nobody. */
export function areasOf(topology: Topology, conduit: Conduit): readonly [Area, Area] | null {
  const [from, to] = [standsAt(topology, conduit.from)[0], standsAt(topology, conduit.to)[0]];
  if (from === undefined || to === undefined) return null;
  return conduit.initiator === 'to' ? [to.area, from.area] : [from.area, to.area];
}

/** Some addresses of a prefix. */
function addressesOf(prefix: Prefix): readonly string[] {
  const [first, last] = [firstOfPrefix(prefix), lastOfPrefix(prefix)];
  const isIpv4 = first.family === 4;
  const span = isIpv4 ? last.w0 - first.w0 : first.w2 === last.w2 ? last.w3 - first.w3 : 0xffff_ffff;
  return HOST_NUMBERS.filter((number) => number <= span).map((number) =>
    formatAddress(isIpv4 ? { ...first, w0: first.w0 + number } : { ...first, w3: first.w3 + number }),
  );
}

function isWithin(text: string, prefix: Prefix): boolean {
  const address = parseAddress(text);
  return address !== undefined && prefixContains(prefix, address);
}

function isFree(topology: Topology, address: string, area: Area): boolean {
  const place = topology.place(address);
  return place.area === area && place.host === null && !place.isBroadcast && isHostNumber(topology, address);
}

function isHost(topology: Topology, address: string): boolean {
  const { area, isBroadcast } = topology.place(address);
  return area !== 'special' && !isBroadcast;
}

/** The first address of a segment names the segment itself. */
function isHostNumber(topology: Topology, address: string): boolean {
  return topology.place(address).segment?.prefix.split('/')[0] !== address;
}
