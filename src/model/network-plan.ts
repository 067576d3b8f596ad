import type { Realm, Zone } from './place.js';
import type { CapturePoint, ConduitKind } from './topology.js';

/** The topology as a report shows it: what was promised, without the code that answers questions about it. */
export interface NetworkPlan {
  readonly zones: readonly {
    readonly zone: Zone;
    readonly inventory: 'open' | 'closed';
    readonly hosts: number;
    readonly segments: readonly {
      readonly name: string | null;
      readonly vlan: number | null;
      readonly prefix: string | null;
      readonly ipv6: string | null;
    }[];
  }[];
  readonly realms: readonly {
    readonly realm: Realm;
    readonly prefixes: readonly string[];
    readonly vlans: readonly number[];
  }[];
  readonly gateways: readonly {
    readonly name: string;
    readonly roles: readonly string[];
    readonly legs: readonly {
      readonly zone: Zone | Realm;
      readonly vlan: number | null;
      readonly ip: string | null;
      readonly mac: string | null;
    }[];
  }[];
  readonly conduits: readonly PlannedConduit[];
  readonly points: readonly {
    readonly name: string;
    readonly vlans: readonly number[];
    readonly tagging: CapturePoint['tagging'];
    readonly mirror: CapturePoint['mirror'];
  }[];
}

/** An entry of the register of permitted crossings; the ends as the file words them. */
export interface PlannedConduit {
  readonly id: string;
  readonly title: string;
  readonly kind: ConduitKind;
  /** zones and realms that the end covers */
  readonly from: PlannedEnd;
  readonly to: PlannedEnd;
  readonly protocol: 'tcp' | 'udp' | 'icmp' | 'any';
  /** `443`, `8000-8010`; empty: any */
  readonly ports: readonly string[];
  readonly appProtocol: string | null;
  readonly initiator: 'from' | 'to' | 'either';
  readonly via: readonly string[];
  readonly approval: {
    readonly number: string | null;
    readonly by: string | null;
    readonly date: string | null;
    readonly validUntil: string | null;
  } | null;
  readonly basis: string | null;
}

export interface PlannedEnd {
  readonly areas: readonly (Zone | Realm)[];
  /** names of hosts, prefixes, a realm or a zone, as written */
  readonly members: readonly string[];
  readonly names: readonly string[];
}

/** Who audits what, as the topology's `audit` section says; `null`: not stated. */
export interface AuditIdentification {
  readonly purpose: string | null;
  readonly standard: string | null;
  readonly period: { readonly from: string | null; readonly to: string | null } | null;
  readonly testers: readonly string[];
  readonly organization: string | null;
  readonly independence: string | null;
  readonly qualification: string | null;
  readonly approver: string | null;
  readonly exclusions: readonly string[];
  readonly remarks: string | null;
}
