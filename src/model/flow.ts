import type { Nanoseconds } from '../base/time.js';
import type { Area } from './place.js';

/** Outcomes of domain.md 2.3: what the packets prove about the attempt to communicate. */
export const OUTCOMES = [
  'data',
  'established',
  'reachable',
  'l7Blocked',
  'blocked',
  'rejectedUnknown',
  'noAnswer',
  'oneWay',
  'midstream',
  'cut',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type Side = 'a' | 'b';
export type Initiator = Side | 'unknown';
export type InitiatorBasis = 'syn' | 'syn-ack' | 'service-port' | 'first-seen' | 'icmp-request' | 'none';

export interface Endpoint {
  /** RFC 5952 / dotted text */
  readonly address: string;
  /** 0 where the protocol has none */
  readonly port: number;
}

/** A pair of values, `[a→b, b→a]`. */
export type BothWays<T> = readonly [aToB: T, bToA: T];

/** One record of one capture file: enough to find the packet again. */
export interface FrameReference {
  /** index into the run's capture files */
  readonly file: number;
  /** 1-based number of the record in its file, as Wireshark counts */
  readonly frame: number;
  /** what the packet shows */
  readonly role: 'first-a-to-b' | 'first-b-to-a' | 'deciding' | 'content';
}

/** One stretch of wire on which a flow was seen in one direction. */
export interface Hop {
  /** name of the capture point; null for the unnamed one */
  readonly point: string | null;
  /** `null` untagged, else the ids outermost first, `"100.200"` */
  readonly vlan: string | null;
  /** lower case, colons; null where the link has no MAC addresses */
  readonly sourceMac: string | null;
  readonly destinationMac: string | null;
}

export interface TcpFacts {
  /** union of the TCP flags seen each way, letters of `FSRPAUEC` */
  readonly flags: BothWays<string>;
  /** segments that carry nothing new, each way; saturates at 65,535 */
  readonly retransmitted: BothWays<number>;
  /** bytes of the stream that were never seen, both ways together */
  readonly gapBytes: number;
}

/** Where a flow stands among those that are one conversation under different addresses (domain.md D-ROUTE). */
export interface FlowTranslation {
  /** number of one of these flows: the same for all */
  readonly group: number;
  /** position on the way of the direction by which all of them are ordered; lower is nearer to its sender */
  readonly rank: number;
  /** that direction is b→a in this flow */
  readonly reversed: boolean;
}

/** One conversation, both directions; the shape of contract.md plus what the judges need. Immutable. */
export interface Flow {
  /** number of the flow in this run, 0-based; stable for the same input */
  readonly id: number;
  /** the flow that carried this one in a tunnel */
  readonly outer: number | null;
  readonly layer: number;
  readonly tunnel: string | null;
  readonly proto: number;
  readonly a: Endpoint;
  readonly b: Endpoint;
  readonly packets: BothWays<number>;
  /** by the IP header */
  readonly bytes: BothWays<number>;
  /** true where payload above the transport header was seen */
  readonly payload: BothWays<boolean>;
  readonly first: Nanoseconds;
  readonly last: Nanoseconds;
  readonly initiator: Initiator;
  readonly initiatorBasis: InitiatorBasis;
  readonly outcome: Outcome;
  /** codes that say what the outcome rests on, e.g. `rst-ttl-equals-host`, `icmp-3/13-by-boundary` */
  readonly outcomeReasons: readonly string[];
  readonly vlans: BothWays<readonly string[]>;
  readonly tcp: TcpFacts | null;
  readonly fragments: number;
  readonly duplicates: number;
  /** at least one of the copies had passed a router */
  readonly routed: boolean;
  /** only ICMP errors about other flows, which were attributed to those (domain.md D-FLOW): not judged by itself */
  readonly errorsOnly: boolean;
  /**
   * TTL or hop limit of the first packet each way, where it was first seen; null: no packet that way. Left out where
   * nobody knows (records of older versions).
   */
  readonly ttls?: BothWays<number | null>;
  /** the same conversation as other flows, whose addresses a device on the way has changed; left out: none is known */
  readonly translation?: FlowTranslation;
  readonly hops: BothWays<readonly Hop[]>;
  readonly frames: readonly FrameReference[];
  /** the mirror's own transport (ERSPAN, a declared VXLAN …): listed, never judged */
  readonly mirrorTransport: boolean;
  /** with a topology only */
  readonly zones: readonly [Area, Area] | null;
}
