/** The three zones of article 8(3). */
export const ZONES = ['mynumber', 'lgwan', 'internet'] as const;
export type Zone = (typeof ZONES)[number];

/** Counterparts outside the three zones (domain.md 2.1). */
export const REALMS = ['lgwan-wan', 'juki-net', 'govcloud', 'security-cloud', 'public', 'mgmt'] as const;
export type Realm = (typeof REALMS)[number];

/**
 * Where an address belongs. `unassigned`: private but declared nowhere. `special`: multicast, broadcast, link-local,
 * unspecified, loopback: no evidence of a crossing by itself (domain.md 2.2).
 */
export const AREAS = [...ZONES, ...REALMS, 'unassigned', 'special'] as const;
export type Area = (typeof AREAS)[number];

/** Clause of article 8(3): A = ア (My Number), I = イ (LGWAN), U = ウ (Internet). */
export const CLAUSES = ['A', 'I', 'U'] as const;
export type Clause = (typeof CLAUSES)[number];

/** Why an address is where it is; domain.md 2.2 gives the order. */
export type PlaceBasis =
  'host' | 'gateway-leg' | 'segment' | 'realm' | 'other-member' | 'special-range' | 'global' | 'undeclared';

/** The answer to "what is this address?". Plain and immutable. */
export interface Place {
  readonly area: Area;
  readonly basis: PlaceBasis;
  /** named host or gateway that has this very address */
  readonly host: string | null;
  /** roles of that host or gateway */
  readonly roles: readonly string[];
  /** MAC addresses registered for this very address, lower case */
  readonly macs: readonly string[];
  readonly isGatewayLeg: boolean;
  /** the declared segment that holds the address */
  readonly segment: { readonly name: string | null; readonly vlan: number | null; readonly prefix: string } | null;
  /** true when the zone's inventory is closed and no host or leg has this address (rule 50) */
  readonly unlisted: boolean;
  /** the range declared in `otherMembers` that holds the address (rule U-42) */
  readonly otherMember: string | null;
  /** directed broadcast of the segment: no host at all */
  readonly isBroadcast: boolean;
}
