import type { ObservedEnd, Observation } from '../../model/observation.js';
import type { Area, Clause } from '../../model/place.js';
import type { Topology } from '../../model/topology.js';
import { tunnelOf } from './services.js';
import { vlanOfHop } from './vlan-of-hop.js';

/**
 * What lies on the outer side of a crossing, seen from the more protected end (rows and columns of domain.md 1.5):
 * `public` the Internet itself; `open` a network on the Internet's side of the split, or for the My Number zone any
 * other network; `closed` another closed network (LGWAN, 住基ネット, ガバメントクラウド) seen from the LGWAN zone;
 * `wan` the LGWAN joined to the Internet side, no host of the three zones' protected ends between.
 */
export type Relation = 'public' | 'open' | 'closed' | 'wan';

/** A flow between two areas that the rules keep apart. */
export interface Crossing {
  readonly clause: Clause;
  readonly relation: Relation;
  /** the more protected end */
  readonly inside: ObservedEnd;
  readonly outside: ObservedEnd;
  /** opened from inside; meaningless while the direction is unknown */
  readonly outward: boolean;
  /** a registered conduit covers it, of a kind that counts between these areas */
  readonly permitted: boolean;
}

const CLOSED_NETWORKS: ReadonlySet<Area> = new Set(['lgwan-wan', 'juki-net', 'govcloud']);

/** More protected first. The zones come first; among the rest, what stands inside the body's own walls. */
const INSIDE_FIRST: readonly Area[] = [
  'mynumber',
  'lgwan',
  'internet',
  'unassigned',
  'mgmt',
  'juki-net',
  'govcloud',
  'lgwan-wan',
  'security-cloud',
  'public',
];

/** domain.md 2.7: a mynumber end makes it ア, else an lgwan end イ, else ウ. */
export function clauseOf(x: Area, y: Area): Clause {
  if (x === 'mynumber' || y === 'mynumber') return 'A';
  return x === 'lgwan' || y === 'lgwan' ? 'I' : 'U';
}

/** The answer for the flow that is being judged: every rule asks for it. */
const latest: { observation: Observation | null; topology: Topology | null; crossing: Crossing | null } = {
  observation: null,
  topology: null,
  crossing: null,
};

/** `null`: no crossing. Inside one area, not a host at all, or a pair of which the city's wires are only the carrier. */
export function crossingOf(observation: Observation, topology: Topology): Crossing | null {
  if (latest.observation !== observation || latest.topology !== topology) {
    latest.crossing = findCrossing(observation, topology);
    latest.observation = observation;
    latest.topology = topology;
  }
  return latest.crossing;
}

function findCrossing(observation: Observation, topology: Topology): Crossing | null {
  const { flow, from, to } = observation;
  if (flow.mirrorTransport || flow.errorsOnly) return null;
  const x = from.place.area;
  const y = to.place.area;
  if (x === y || x === 'special' || y === 'special' || from.place.isBroadcast || to.place.isBroadcast) return null;
  const outward = INSIDE_FIRST.indexOf(x) < INSIDE_FIRST.indexOf(y);
  const inside = outward ? from : to;
  const outside = outward ? to : from;
  if (inside.place.area === 'security-cloud') return null; // its own affair with the Internet: "n/a" in the matrix
  if (isCloudLine(observation, inside, outside) || isToOwnGateway(observation, topology)) return null;
  const ends = { inside, outside, outward };
  const relation = relationOf(inside.place.area, outside.place.area);
  const clause = relation === 'wan' || relation === 'closed' ? 'I' : clauseOf(x, y);
  const permitted = observation.conduit.permitted !== null;
  if (!permitted && isMyNumberByLink(observation, topology)) return null;
  return { clause, relation, ...ends, permitted };
}

/** A crossing that no registered conduit permits: what most rules are about. */
export function unpermittedCrossing(observation: Observation, topology: Topology): Crossing | null {
  const crossing = crossingOf(observation, topology);
  return crossing === null || crossing.permitted ? null : crossing;
}

function relationOf(inside: Area, outside: Area): Relation {
  if (inside === 'mynumber') return outside === 'public' ? 'public' : 'open';
  if (CLOSED_NETWORKS.has(outside) && (inside === 'lgwan' || CLOSED_NETWORKS.has(inside))) return 'closed';
  if (inside === 'lgwan-wan' || outside === 'lgwan-wan') return isInternetSide(inside, outside) ? 'wan' : 'open';
  return outside === 'public' ? 'public' : 'open';
}

function isInternetSide(inside: Area, outside: Area): boolean {
  return inside === 'internet' || outside === 'public';
}

/**
 * ガバメントクラウド joined by the dedicated line is treated as the My Number zone itself (domain.md 1.3 G-MN-6): such a
 * flow is no crossing when it is seen on the registered link. A registered conduit between the same ends is stricter:
 * then a flow outside its terms stays a crossing (check 04).
 */
function isMyNumberByLink(observation: Observation, topology: Topology): boolean {
  const { from, to } = observation;
  if (from.place.area !== 'govcloud' && to.place.area !== 'govcloud') return false;
  if (from.place.area !== 'mynumber' && to.place.area !== 'mynumber') return false;
  if (deviatesFromConduit(observation)) return false;
  return observation.flow.hops
    .flat()
    .some((hop) =>
      [hop.sourceMac, hop.destinationMac].some(
        (mac) =>
          mac !== null && topology.gatewaysOfMac(mac).some((gateway) => gateway.roles.includes('govcloud-router')),
      ),
    );
}

/**
 * The line to the security cloud itself (domain.md 1.3 G-IN-5, an IP-VPN): the registered router's own talk with the
 * cloud, or its tunnel to wherever the line ends. What a tunnel carries is judged by itself.
 */
function isCloudLine(observation: Observation, inside: ObservedEnd, outside: ObservedEnd): boolean {
  const { area, isGatewayLeg, roles } = inside.place;
  if (area !== 'internet' || !isGatewayLeg || !roles.includes('security-cloud-router')) return false;
  return outside.place.area === 'security-cloud' || (outside.place.area === 'public' && tunnelOf(observation) !== null);
}

/**
 * Packets to another leg of a boundary device that stands in the sender's area as well are a flow with that device, not
 * with the area behind it (domain.md 2.6 D-FLOW), unless they were seen there.
 */
function isToOwnGateway(observation: Observation, topology: Topology): boolean {
  const { flow, from, to } = observation;
  if (!observation.directionKnown || !to.place.isGatewayLeg || !to.place.roles.includes('boundary')) return false;
  const gateway = topology.gateways.find(({ name }) => name === to.place.host);
  if (gateway?.legs.some(({ zone }) => zone === from.place.area) !== true) return false;
  if (deviatesFromConduit(observation) || observation.conduit.permitted !== null) return false;
  const vlans = flow.hops.flat().map((hop) => vlanOfHop(hop, topology));
  return !vlans.some((vlan) => vlan !== null && topology.areaOfVlan(vlan) === to.place.area);
}

/** Both ends are those of a registered conduit, and one of its other terms is not kept. */
export function deviatesFromConduit(observation: Observation): boolean {
  const { nearest, failed } = observation.conduit;
  return nearest !== null && failed !== null && failed !== 'from' && failed !== 'to';
}

/** A registered conduit fits in every term, but the zone matrix lets no such conduit permit anything here (CFG-01, 07, 08). */
export function matchesForbiddenConduit(observation: Observation): boolean {
  return observation.conduit.nearest !== null && observation.conduit.failed === null;
}
