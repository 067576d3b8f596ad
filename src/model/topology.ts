import type { Prefix } from '../base/address.js';
import type { Zone, Realm, Place } from './place.js';
import type { Nanoseconds } from '../base/time.js';

export const MODELS = ['alpha', 'alpha-dash', 'beta', 'beta-dash'] as const;
/** α, α′, β, β′: where the business terminals stand (domain.md 1.5). */
export type Model = (typeof MODELS)[number];

export const CONDUIT_KINDS = [
  'specified',
  'screenTransfer',
  'mailText',
  'mailSanitized',
  'fileRebuild',
  'fileVerify',
  'dataExport',
  'designatedCloud',
  'counterpart',
  'egress',
  'log',
  'preLeg',
] as const;
export type ConduitKind = (typeof CONDUIT_KINDS)[number];

export interface Segment {
  readonly zone: Zone;
  readonly vlan: number | null;
  readonly prefix: Prefix | null;
  readonly ipv6: Prefix | null;
  readonly name: string | null;
  /** the segment on which the registered way out to the security cloud stands */
  readonly egressSegment: boolean;
}

export interface Host {
  readonly name: string;
  readonly zone: Zone | Realm;
  readonly ip: readonly string[];
  readonly mac: readonly string[];
  readonly roles: readonly string[];
  /** how IPv6 is used there; null: not stated */
  readonly ipv6: 'none' | 'linkLocalOnly' | 'managed' | null;
}

export interface Leg {
  readonly zone: Zone | Realm;
  readonly vlan: number | null;
  /** RFC 5952 / dotted text */
  readonly ip: string | null;
  /** a second, IPv6 address of the same interface */
  readonly ipv6: string | null;
  /** lower case, colons */
  readonly mac: string | null;
  /** further MAC addresses of the interface: VRRP, HSRP, cluster */
  readonly virtualMacs: readonly string[];
  /** stands on the segment of the registered way out */
  readonly egressSegment: boolean;
}

export interface Gateway {
  readonly name: string;
  readonly roles: readonly string[];
  readonly legs: readonly Leg[];
  /** conduit ids; `null`: any conduit whose via or legs fit; empty: none */
  readonly mayForward: readonly string[] | null;
  readonly nat: readonly { readonly inside: string; readonly outside: string }[];
  /** false where the file says nothing of address translation (CFG-10); an empty list states that there is none */
  readonly natStated: boolean;
  /** a sanitizer inside the security cloud has no second leg here (CFG-05) */
  readonly hostedIn: 'security-cloud' | null;
}

/** One side of a conduit as the user wrote it, resolved to prefixes. */
export interface ConduitEnd {
  readonly prefixes: readonly Prefix[];
  readonly zone: Zone | null;
  readonly realm: Realm | null;
  readonly hosts: readonly string[];
  readonly names: readonly string[];
  readonly macs: readonly string[];
}

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** A permitted crossing: 特定通信, 無害化通信 or 出口. */
export interface Conduit {
  readonly id: string;
  readonly title: string;
  readonly kind: ConduitKind;
  readonly from: ConduitEnd;
  readonly to: ConduitEnd;
  readonly protocol: 'tcp' | 'udp' | 'icmp' | 'any';
  /** responder's ports; `null`: any */
  readonly ports: readonly PortRange[] | null;
  readonly appProtocol: string | null;
  readonly initiator: 'from' | 'to' | 'either';
  readonly via: readonly string[];
  readonly proxyMode: 'explicit' | 'transparent' | null;
  readonly limits: {
    readonly maxBytesPerDay: number | null;
    readonly maxBytesPerSession: number | null;
    /** minutes of the local day, `from` inclusive, `to` exclusive; `from > to` passes midnight */
    readonly hours: { readonly from: number; readonly to: number } | null;
  };
  readonly approval: {
    readonly number: string | null;
    readonly by: string | null;
    /** `2026-04-01`, local, inclusive */
    readonly date: string | null;
    /** local, inclusive */
    readonly validUntil: string | null;
  } | null;
  readonly basis: string | null;
}

export interface CapturePoint {
  readonly name: string;
  readonly vlans: readonly number[];
  readonly tagging: 'tagged' | 'untagged' | 'mixed';
  readonly mirror: 'rx' | 'tx' | 'both';
  readonly transport: 'none' | 'erspan' | 'vxlan' | 'gre' | 'vlan';
  readonly match: { readonly file: string | null; readonly interface: string | null } | null;
}

/** The result of holding a flow against the conduit register. */
export interface ConduitMatch {
  /** the conduit that permits the flow, if any */
  readonly permitted: Conduit | null;
  /** it permits some destinations by name, and no name could be read */
  readonly isNameUnseen: boolean;
  /**
   * When none permits it: of the conduits whose two ends are the flow's (in either direction), the one that failed
   * latest, and its first field that failed. A nearest conduit with `failed` null fits in every term, but stands in a
   * cell of the matrix in which no such conduit may permit anything (CFG-01, 07, 08).
   */
  readonly nearest: Conduit | null;
  readonly failed: ConduitField | null;
  /** endpoints equal a screenTransfer conduit with the sides exchanged (rule 30) */
  readonly reversedScreen: Conduit | null;
}

/** In the order in which they are compared: a later failure is a nearer miss. */
export const CONDUIT_FIELDS = [
  'from',
  'to',
  'protocol',
  'initiator',
  'ports',
  'via',
  'validity',
  'hours',
  'names',
] as const;
export type ConduitField = (typeof CONDUIT_FIELDS)[number];

/** What a conduit is held against: numbers and names only, so that answers can be remembered. */
export interface ConduitQuery {
  /** addresses as text */
  readonly initiator: string;
  readonly responder: string;
  /** their cells, where they are known: then no text is read */
  readonly cells?: readonly [initiator: number, responder: number];
  /** false when nobody knows who opened it: then either direction satisfies `initiator`, and callers say undetermined */
  readonly directionKnown: boolean;
  readonly proto: number;
  readonly responderPort: number;
  readonly initiatorPort: number;
  readonly time: Nanoseconds;
  /** MAC addresses seen on the flow's frames, lower case; empty: none visible */
  readonly macs: readonly string[];
  /** VLAN ids on which the flow was seen */
  readonly vlans: readonly number[];
  /**
   * how the opener called the destination (lower case): held against the names of conduits, all of them; empty: none
   * could be read; left out or null: nothing was said yet, and names are not compared
   */
  readonly names?: readonly string[] | null;
}

/** A topology, loaded, resolved and ready to be asked. Built by `src/topology/load.ts`. */
export interface Topology {
  readonly file: string;
  readonly sha256: string;
  readonly organization: string;
  readonly model: Model;
  readonly timezone: string;
  readonly segments: readonly Segment[];
  /** zones whose inventory is closed (rule 50) */
  readonly closedZones: readonly Zone[];
  readonly hosts: readonly Host[];
  readonly gateways: readonly Gateway[];
  readonly conduits: readonly Conduit[];
  readonly capturePoints: readonly CapturePoint[];
  readonly realms: readonly {
    readonly realm: Realm;
    readonly prefixes: readonly Prefix[];
    readonly vlans: readonly number[];
  }[];
  readonly otherMembers: readonly Prefix[];
  /** domain names of the inside networks, lower case: names below them are no names of the Internet */
  readonly domains: readonly string[];
  /** host names, addresses or prefixes of devices that send monitoring data (rule U-68) */
  readonly sensors: readonly string[];
  /** host names, addresses or prefixes of those that receive it */
  readonly collectors: readonly string[];
  /** addresses, prefixes and names (`*.suffix` too) that the body was told are bad (rule U-67) */
  readonly badList: readonly string[];
  /** free-form, for the report */
  readonly audit: Readonly<Record<string, unknown>>;

  /** where a text address belongs; remembers its answers */
  place(address: string): Place;
  /**
   * Numeric twin of `place` for the border: the number of the elementary cell of an IPv4 address. Two addresses of the
   * same cell have the same area, are inside the same prefixes of every conduit, and neither is a named host (a named
   * host or leg has a cell of its own).
   * @param address unsigned or signed 32-bit
   */
  cellOfIpv4(address: number): number;
  cellOfIpv6(w0: number, w1: number, w2: number, w3: number): number;
  /** what all addresses of a cell have in common; `host` is set for one-address cells only */
  placeOfCell(cell: number): Place;
  /** holds a flow against every conduit */
  matchConduits(query: ConduitQuery): ConduitMatch;
  /** true when some conduit has office hours: then an answer holds for a minute, else for a day */
  readonly hasHours: boolean;
  /** well-known responder ports: those of the conduits; decides who opened a mid-stream flow */
  readonly servicePorts: ReadonlySet<number>;
  /** names of gateways by MAC (all legs), lower case */
  gatewaysOfMac(mac: string): readonly Gateway[];
  /** the zone or realm to which a VLAN id belongs */
  areaOfVlan(vlan: number): Zone | Realm | null;
  capturePoint(name: string): CapturePoint | undefined;
}
