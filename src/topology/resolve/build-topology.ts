import { parsePrefix, parseAddress, type Prefix } from '../../base/address.js';
import type { Realm, Zone } from '../../model/place.js';
import type { Conduit, Gateway, Topology } from '../../model/topology.js';
import {
  ConduitRegister,
  type Consideration,
  type ConsiderationQuery,
  type NamedSide,
} from '../conduits/match-conduits.js';
import { Placement } from '../place/place.js';
import type { Draft } from './resolve-topology.js';
import { valuesOf } from './topology-file.js';

/** A topology that can also show how it came to its answers. */
export interface ExplainableTopology extends Topology {
  /** every conduit that names at least one end of the flow, with the field that failed */
  considerConduits(query: ConsiderationQuery): readonly Consideration[];
  /** the conduits that name an address, with the side on which they do */
  conduitsNaming(address: string): readonly NamedSide[];
}

/**
 * A range of ports wider than this names no service: taken as service ports, the dynamic ports of a remote procedure
 * call would make every client look like a server.
 */
const SERVICE_RANGE_PORTS = 256;

/** Builds the tables that answer questions about packets and flows. */
export function buildTopology(
  draft: Draft,
  placement: Placement,
  source: { readonly file: string; readonly sha256: string },
): ExplainableTopology {
  const { areas, model, timezone } = draft;
  const { hosts, gateways } = draft.hosts;
  const conduits = draft.conduits.map(({ conduit }) => conduit);
  const register = new ConduitRegister(conduits, gateways, { placement, model, timezone });
  const gatewaysByMac = indexByMac(gateways);
  const points = new Map(draft.capturePoints.map((point) => [point.name, point]));

  return {
    ...source,
    organization: draft.organization,
    model,
    timezone,
    segments: areas.segments,
    closedZones: areas.closedZones,
    hosts,
    gateways,
    conduits,
    capturePoints: draft.capturePoints,
    realms: areas.realms,
    otherMembers: areas.otherMembers,
    domains: valuesOf(draft.file.domains).map((domain) => domain.toLowerCase()),
    sensors: draft.sensors,
    collectors: draft.collectors,
    badList: draft.badList,
    audit: draft.file.audit ?? {},
    hasHours: conduits.some((conduit) => conduit.limits.hours !== null),
    servicePorts: servicePortsOf(conduits),
    place: (address) => placement.of(address),
    cellOfIpv4: (address) => placement.cells.ofIpv4(address),
    cellOfIpv6: (w0, w1, w2, w3) => placement.cells.ofIpv6(w0, w1, w2, w3),
    placeOfCell: (cell) => placement.ofCell(cell),
    matchConduits: (query) => register.match(query),
    considerConduits: (query) => register.consider(query),
    conduitsNaming: (address) => register.naming(address),
    gatewaysOfMac: (mac) => gatewaysByMac.get(mac) ?? [],
    areaOfVlan: (vlan): Zone | Realm | null => areas.areaOfVlan.get(vlan) ?? null,
    capturePoint: (name) => points.get(name),
  };
}

/** The placement of a draft; cells end wherever any prefix of the file does. */
export function placementOf(draft: Draft): Placement {
  const edges: Prefix[] = draft.conduits.flatMap(({ conduit }) => [...conduit.from.prefixes, ...conduit.to.prefixes]);
  for (const gateway of draft.hosts.gateways) {
    for (const { inside, outside } of gateway.nat) {
      edges.push(...prefixesOf(inside), ...prefixesOf(outside));
    }
  }
  for (const text of [...draft.sensors, ...draft.collectors, ...draft.badList]) edges.push(...prefixesOf(text));
  const { ranges, closedZones } = draft.areas;
  return new Placement({ ranges, closedZones, addresses: draft.hosts.addresses, edges });
}

/** Of an address or a prefix; none of a name, whose addresses have cells of their own. */
function prefixesOf(text: string): readonly Prefix[] {
  const address = parseAddress(text);
  const prefix = address === undefined ? parsePrefix(text) : { address, length: address.family === 4 ? 32 : 128 };
  return prefix === undefined ? [] : [prefix];
}

function servicePortsOf(conduits: readonly Conduit[]): ReadonlySet<number> {
  const ports = new Set<number>();
  for (const range of conduits.flatMap((conduit) => conduit.ports ?? [])) {
    if (range.to - range.from >= SERVICE_RANGE_PORTS) continue;
    for (let port = range.from; port <= range.to; port++) ports.add(port);
  }
  return ports;
}

function indexByMac(gateways: readonly Gateway[]): ReadonlyMap<string, readonly Gateway[]> {
  const index = new Map<string, Gateway[]>();
  for (const gateway of gateways) {
    const macs = gateway.legs.flatMap((leg) => (leg.mac === null ? leg.virtualMacs : [leg.mac, ...leg.virtualMacs]));
    for (const mac of new Set(macs)) index.set(mac, [...(index.get(mac) ?? []), gateway]);
  }
  return index;
}
