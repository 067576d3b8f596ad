import { createHash } from 'node:crypto';
import { parsePrefix, type Prefix } from '../../src/base/address.js';
import type { Facts } from '../../src/model/facts.js';
import type { FlowTrack } from '../../src/model/track.js';
import type { Flow } from '../../src/model/flow.js';
import type { ObservedEnd, Observation } from '../../src/model/observation.js';
import type { Area, Place, Realm, Zone } from '../../src/model/place.js';
import type { CapturePoint, Conduit, ConduitEnd, ConduitMatch, Gateway, Topology } from '../../src/model/topology.js';
import { clauseOf } from '../../src/rules/terms/crossing.js';
import { makeFlow } from './flow.js';

const ADDRESSES: Readonly<Record<Area, string>> = {
  mynumber: '10.10.16.55',
  lgwan: '10.20.4.10',
  internet: '10.30.16.8',
  'lgwan-wan': '198.18.1.1',
  'juki-net': '198.19.0.10',
  govcloud: '10.64.16.5',
  'security-cloud': '10.200.0.10',
  public: '203.0.113.9',
  mgmt: '10.90.0.5',
  unassigned: '172.31.5.5',
  special: '224.0.0.251',
};

export interface EndFields {
  readonly address?: string;
  readonly port?: number;
  readonly mac?: string | null;
  readonly place?: Partial<Place>;
}

/** An end in an area; its address is that of the sample city unless given. */
export function makeEnd(area: Area, fields: EndFields = {}): ObservedEnd {
  const place: Place = {
    area,
    basis: area === 'public' ? 'global' : area === 'unassigned' ? 'undeclared' : 'segment',
    host: null,
    roles: [],
    macs: [],
    isGatewayLeg: false,
    segment: null,
    unlisted: false,
    otherMember: null,
    isBroadcast: false,
    ...fields.place,
  };
  return { address: fields.address ?? ADDRESSES[area], port: fields.port ?? 50_000, place, mac: fields.mac ?? null };
}

export interface ObservationFields {
  readonly from: ObservedEnd;
  readonly to: ObservedEnd;
  readonly flow?: Partial<Flow>;
  readonly conduit?: Partial<ConduitMatch>;
  readonly directionKnown?: boolean;
  readonly outer?: Flow | null;
  readonly facts?: Facts | null;
  readonly track?: FlowTrack | null;
}

/** `from` opened it and is side a of the flow; data both ways over TCP unless the fields say otherwise. */
export function makeObservation(fields: ObservationFields): Observation {
  const { from, to } = fields;
  const directionKnown = fields.directionKnown ?? true;
  const flow = makeFlow({
    a: { address: from.address, port: from.port },
    b: { address: to.address, port: to.port },
    initiator: directionKnown ? 'a' : 'unknown',
    outcome: 'data',
    outcomeReasons: [],
    packets: [6, 6],
    bytes: [1000, 2000],
    ...fields.flow,
  });
  return {
    flow,
    clause: clauseOf(from.place.area, to.place.area),
    from,
    to,
    directionKnown,
    conduit: {
      permitted: null,
      isNameUnseen: false,
      nearest: null,
      failed: null,
      reversedScreen: null,
      ...fields.conduit,
    },
    forward: { packets: flow.packets[0], bytes: flow.bytes[0] },
    backward: { packets: flow.packets[1], bytes: flow.bytes[1] },
    outer: fields.outer ?? null,
    facts: fields.facts ?? null,
    track: fields.track ?? null,
  };
}

export function prefixOf(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`not a prefix: ${text}`);
  return prefix;
}

export function makeConduitEnd(fields: Partial<ConduitEnd> = {}): ConduitEnd {
  return { prefixes: [], zone: null, realm: null, hosts: [], names: [], macs: [], ...fields };
}

export function makeConduit(fields: Partial<Conduit> = {}): Conduit {
  return {
    id: 'C-XX-01',
    title: '試験',
    kind: 'specified',
    from: makeConduitEnd(),
    to: makeConduitEnd(),
    protocol: 'tcp',
    ports: [{ from: 443, to: 443 }],
    appProtocol: null,
    initiator: 'from',
    via: [],
    proxyMode: null,
    limits: { maxBytesPerDay: null, maxBytesPerSession: null, hours: null },
    approval: null,
    basis: null,
    ...fields,
  };
}

/** LGWAN terminals to virtual browsers, RDP: the screen transfer of the sample city (model α). */
export const SCREEN = makeConduit({
  id: 'C-LG-01',
  title: '画面転送',
  kind: 'screenTransfer',
  from: makeConduitEnd({ prefixes: [prefixOf('10.20.16.0/21')] }),
  to: makeConduitEnd({ prefixes: [prefixOf('10.30.4.0/24')] }),
  ports: [{ from: 3389, to: 3389 }],
});

/** Terminals of the Internet zone to the proxy of the security cloud. */
export const PROXY = makeConduit({
  id: 'C-IN-01',
  title: '閲覧',
  kind: 'egress',
  from: makeConduitEnd({ prefixes: [prefixOf('10.30.16.0/25')] }),
  to: makeConduitEnd({ prefixes: [prefixOf('10.200.0.10/32')] }),
  ports: [{ from: 8080, to: 8080 }],
  appProtocol: 'http',
});

export function makeGateway(fields: Partial<Gateway> & Pick<Gateway, 'name'>): Gateway {
  return { roles: [], legs: [], mayForward: null, nat: [], natStated: true, hostedIn: null, ...fields };
}

export interface TopologyFields {
  readonly model?: Topology['model'];
  readonly conduits?: readonly Conduit[];
  readonly gateways?: readonly Gateway[];
  readonly capturePoints?: readonly (Partial<CapturePoint> & Pick<CapturePoint, 'name'>)[];
  readonly vlans?: Readonly<Record<number, Zone | Realm>>;
  readonly realms?: Topology['realms'];
  readonly badList?: readonly string[];
}

/** A topology that answers what the rules ask of one; places come from the observations themselves. */
export function makeTopology(fields: TopologyFields = {}): Topology {
  const capturePoints = (fields.capturePoints ?? []).map<CapturePoint>((point) => ({
    vlans: [],
    tagging: 'tagged',
    mirror: 'both',
    transport: 'none',
    match: null,
    ...point,
  }));
  const gateways = fields.gateways ?? [];
  const unasked = (): never => {
    throw new Error('rules do not ask this of a topology');
  };
  return {
    file: 'test.yaml',
    sha256: createHash('sha256').update('test').digest('hex'),
    organization: '試験市',
    model: fields.model ?? 'alpha',
    timezone: 'Asia/Tokyo',
    segments: [],
    closedZones: [],
    hosts: [],
    gateways,
    conduits: fields.conduits ?? [],
    capturePoints,
    realms: fields.realms ?? [],
    otherMembers: [],
    domains: [],
    sensors: [],
    collectors: [],
    badList: fields.badList ?? [],
    audit: {},
    place: (address) => {
      const area = (Object.keys(ADDRESSES) as Area[]).find(
        (name) => ADDRESSES[name].split('.')[1] === address.split('.')[1],
      );
      return makeEnd(area ?? 'unassigned').place;
    },
    cellOfIpv4: unasked,
    cellOfIpv6: unasked,
    placeOfCell: unasked,
    matchConduits: unasked,
    hasHours: false,
    servicePorts: new Set(),
    gatewaysOfMac: (mac) => gateways.filter(({ legs }) => legs.some((leg) => leg.mac === mac)),
    areaOfVlan: (vlan) => fields.vlans?.[vlan] ?? null,
    capturePoint: (name) => capturePoints.find((point) => point.name === name),
  };
}
