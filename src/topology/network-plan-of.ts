import { firstOfPrefix, formatAddress, formatPrefix, type Prefix } from '../base/address.js';
import type { NetworkPlan, PlannedConduit, PlannedEnd } from '../model/network-plan.js';
import { AREAS, REALMS, ZONES, type Realm, type Zone } from '../model/place.js';
import type { Conduit, ConduitEnd, Topology } from '../model/topology.js';

/** What a topology promises, as a report shows it: plain values, prefixes as text. */
export function networkPlanOf(topology: Topology): NetworkPlan {
  return {
    zones: ZONES.map((zone) => ({
      zone,
      inventory: topology.closedZones.includes(zone) ? 'closed' : 'open',
      hosts: topology.hosts.filter((host) => host.zone === zone).length,
      segments: topology.segments
        .filter((segment) => segment.zone === zone)
        .map(({ name, vlan, prefix, ipv6 }) => ({ name, vlan, prefix: textOf(prefix), ipv6: textOf(ipv6) })),
    })),
    realms: topology.realms.map(({ realm, prefixes, vlans }) => ({
      realm,
      prefixes: prefixes.map((prefix) => formatPrefix(prefix)),
      vlans,
    })),
    gateways: topology.gateways.map(({ name, roles, legs }) => ({
      name,
      roles,
      legs: legs.map(({ zone, vlan, ip, mac }) => ({ zone, vlan, ip, mac })),
    })),
    conduits: topology.conduits.map((conduit) => plannedConduit(conduit, topology)),
    points: topology.capturePoints.map(({ name, vlans, tagging, mirror }) => ({ name, vlans, tagging, mirror })),
  };
}

function plannedConduit(conduit: Conduit, topology: Topology): PlannedConduit {
  const { id, title, kind, protocol, appProtocol, initiator, via, approval, basis } = conduit;
  const ports = conduit.ports ?? [];
  return {
    id,
    title,
    kind,
    from: plannedEnd(conduit.from, topology),
    to: plannedEnd(conduit.to, topology),
    protocol,
    ports: ports.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)),
    appProtocol,
    initiator,
    via,
    approval,
    basis,
  };
}

/** Hosts stand among the prefixes of an end as addresses: a prefix is told only where no host of the end has it. */
function plannedEnd(end: ConduitEnd, topology: Topology): PlannedEnd {
  const hostAddresses = new Set(end.hosts.flatMap((reference) => addressesOf(reference, topology)));
  const prefixes = end.prefixes.map((prefix) => formatPrefix(prefix));
  const named = [end.zone, end.realm].filter((area): area is Zone | Realm => area !== null);
  const places = end.prefixes.map((prefix) => topology.place(formatAddress(firstOfPrefix(prefix))).area);
  const areas = new Set<string>([...named, ...places]);
  return {
    areas: AREAS.filter((area): area is Zone | Realm => areas.has(area) && isZoneOrRealm(area)),
    members: [...end.hosts, ...prefixes.filter((prefix) => !hostAddresses.has(prefix)), ...named],
    names: end.names,
  };
}

function addressesOf(reference: string, topology: Topology): readonly string[] {
  const [name = '', zone] = reference.split('/');
  const host = topology.hosts.find((candidate) => candidate.name === name);
  const legs = topology.gateways.find((gateway) => gateway.name === name)?.legs ?? [];
  const addresses = host?.ip ?? legs.filter((leg) => zone === undefined || leg.zone === zone).flatMap(ipsOf);
  return addresses.map((address) => `${address}/${address.includes(':') ? 128 : 32}`);
}

function ipsOf({ ip, ipv6 }: Topology['gateways'][number]['legs'][number]): readonly string[] {
  return [ip, ipv6].filter((address) => address !== null);
}

function isZoneOrRealm(area: string): boolean {
  return [...ZONES, ...REALMS].some((name) => name === area);
}

function textOf(prefix: Prefix | null): string | null {
  return prefix === null ? null : formatPrefix(prefix);
}
