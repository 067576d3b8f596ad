import type { Text } from '../base/text.js';
import type { Nanoseconds } from '../base/time.js';
import type { Area, Realm, Zone } from './place.js';
import type { ConduitField, ConduitKind, ConduitMatch } from './topology.js';
import type { InitiatorBasis } from './flow.js';

/** Established flows of one opener to one service of one responder, added up. */
export interface SeenCrossing {
  readonly initiator: string;
  readonly responder: string;
  readonly from: Area;
  readonly to: Area;
  readonly proto: number;
  /** the responder's; 0 where the protocol has none */
  readonly port: number;
  readonly flows: number;
  readonly first: Nanoseconds;
  readonly last: Nanoseconds;
  /** flows with data both ways; the others were established without */
  readonly withData: number;
  readonly basis: InitiatorBasis;
  /** seen on VLANs of both its areas, or at two capture points */
  readonly bothSides: boolean;
  /** routers to a realm that carried it, by their MAC addresses */
  readonly via: readonly string[];
  readonly match: ConduitMatch;
}

/** An address that lies in no zone and no realm. */
export interface Stranger {
  readonly address: string;
  readonly flows: number;
  readonly first: Nanoseconds;
  readonly last: Nanoseconds;
  /** VLANs on which it sent from a card of its own, most frames first */
  readonly vlans: readonly string[];
  readonly points: readonly string[];
  /** it said so itself in ARP, on these VLANs */
  readonly arpVlans: readonly number[];
  /** registered gateways that took frames from it, as `name/zone` */
  readonly gateways: readonly string[];
}

/** `high`: the opener was seen and data went both ways, repeatedly. `medium`: once, or without data. `low`: who opened is inferred. */
export type SuggestionGrade = 'high' | 'medium' | 'low';

/** A conduit that would cover what was seen, and nothing else unless `widened` says so. */
export interface SuggestedConduit {
  readonly id: string;
  readonly title: string;
  readonly kind: ConduitKind;
  readonly from: SuggestedEnd;
  readonly to: SuggestedEnd;
  readonly protocol: 'tcp' | 'udp' | 'icmp';
  readonly ports: readonly number[];
  readonly via: readonly string[];
  readonly areas: readonly [Area, Area];
  readonly flows: number;
  readonly first: string;
  readonly last: string;
  readonly grade: SuggestionGrade;
  readonly basis: Text;
  /** a registered conduit whose ends it has: perhaps that one is to be changed instead */
  readonly nearest: { readonly conduit: string; readonly failed: ConduitField } | null;
}

export interface SuggestedEnd {
  /** names of hosts, or `gateway/zone` */
  readonly hosts: readonly string[];
  readonly prefixes: readonly string[];
  /** addresses of the range that were really seen, where the range says more; else null */
  readonly widened: number | null;
}

/** What was seen and must not become a conduit, or cannot without a person. */
export interface UnsuggestedCrossing {
  readonly why:
    'forbidden' | 'needs-decision' | 'outside-terms' | 'opener-unknown' | 'protocol' | 'many-ports' | 'tunnel';
  readonly text: Text;
  readonly areas: readonly [Area, Area];
  readonly initiator: string;
  readonly responder: string;
  readonly proto: number;
  readonly ports: readonly number[];
  readonly flows: number;
  readonly first: string;
  readonly last: string;
}

export interface SuggestedHome {
  /** a /24 (IPv4) or /64 with strangers in it */
  readonly prefix: string;
  readonly addresses: readonly string[];
  readonly area: Zone | Realm | null;
  readonly vlan: number | null;
  /** the declared segment whose range would have to grow */
  readonly segment: string | null;
  readonly basis: 'vlan' | 'arp' | 'gateway' | 'same-24' | 'none';
  readonly text: Text;
  readonly flows: number;
  readonly first: string;
  readonly last: string;
}

/** What `sansou topology suggest` proposes; a person reviews it. */
export interface Suggestion {
  readonly schema: 'sansou/suggestion/1';
  readonly conduits: readonly SuggestedConduit[];
  readonly notSuggested: readonly UnsuggestedCrossing[];
  readonly homes: readonly SuggestedHome[];
  readonly counts: {
    readonly flows: number;
    /** flows that need no conduit, or have one */
    readonly covered: number;
    /** flows that were not established: no ground for a conduit */
    readonly notEstablished: number;
    /** kinds of flows, and addresses, that found no room (base/limits.ts) */
    readonly refused: number;
  };
  readonly period: { readonly first: string | null; readonly last: string | null };
  readonly notes: readonly Text[];
}
