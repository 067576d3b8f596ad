import type { CapturePoint, Conduit, Gateway, Host, Model } from '../../model/topology.js';
import type { Realm, Zone } from '../../model/place.js';

/**
 * A topology file as written. Everything may be missing: a part that failed the structure check was taken out, so that
 * the rest can still be checked and all problems be told at once.
 */
export interface TopologyFile {
  readonly organization?: string;
  readonly model?: Model;
  readonly timezone?: string;
  readonly zones?: Partial<Record<Zone, ZoneEntry>>;
  readonly realms?: Partial<Record<Realm, RealmEntry>>;
  readonly otherMembers?: List<string>;
  readonly domains?: List<string>;
  readonly hosts?: List<HostEntry>;
  readonly gateways?: List<GatewayEntry>;
  readonly conduits?: List<ConduitEntry>;
  readonly capturePoints?: List<CapturePointEntry>;
  readonly sensors?: List<string>;
  readonly collectors?: List<string>;
  readonly badList?: List<string>;
  readonly audit?: Readonly<Record<string, unknown>>;
}

/** `undefined` stands where an item failed the structure check: indices stay those of the file. */
export type List<T> = readonly (T | undefined)[];

export interface ZoneEntry {
  readonly inventory?: 'open' | 'closed';
  readonly segments?: List<SegmentEntry>;
}

export interface SegmentEntry {
  readonly vlan?: number;
  readonly prefix?: string;
  readonly ipv6?: string;
  readonly name?: string;
  readonly egressSegment?: boolean;
}

export interface RealmEntry {
  readonly prefixes?: List<string>;
  readonly vlans?: List<number>;
}

export interface HostEntry {
  readonly name?: string;
  readonly zone?: Zone | Realm;
  readonly ip?: string | List<string>;
  readonly mac?: string | List<string>;
  readonly roles?: List<string>;
  readonly ipv6?: NonNullable<Host['ipv6']>;
}

export interface GatewayEntry {
  readonly name?: string;
  readonly roles?: List<string>;
  readonly legs?: List<LegEntry>;
  readonly mayForward?: 'none' | List<string>;
  readonly nat?: List<{ readonly inside?: string; readonly outside?: string }>;
  readonly hostedIn?: NonNullable<Gateway['hostedIn']>;
}

export interface LegEntry {
  readonly zone?: Zone | Realm;
  readonly vlan?: number;
  readonly ip?: string;
  readonly ipv6?: string;
  readonly mac?: string;
  readonly virtualMacs?: List<string>;
  readonly egressSegment?: boolean;
}

export interface ConduitEndEntry {
  readonly hosts?: List<string>;
  readonly prefixes?: List<string>;
  readonly realm?: Realm;
  readonly zone?: Zone;
  readonly names?: List<string>;
  readonly macs?: List<string>;
}

export interface ConduitEntry {
  readonly id?: string;
  readonly title?: string;
  readonly kind?: Conduit['kind'];
  readonly from?: ConduitEndEntry;
  readonly to?: ConduitEndEntry;
  readonly protocol?: Conduit['protocol'];
  readonly ports?: List<number | string>;
  readonly appProtocol?: string;
  readonly initiator?: Conduit['initiator'];
  readonly via?: List<string>;
  readonly proxyMode?: NonNullable<Conduit['proxyMode']>;
  readonly limits?: { readonly maxBytesPerDay?: number; readonly maxBytesPerSession?: number; readonly hours?: string };
  readonly approval?: {
    readonly number?: string | number;
    readonly by?: string;
    readonly date?: string;
    readonly validUntil?: string;
  };
  readonly basis?: string;
}

export interface CapturePointEntry {
  readonly name?: string;
  readonly vlans?: List<number>;
  readonly tagging?: CapturePoint['tagging'];
  readonly mirror?: CapturePoint['mirror'];
  readonly transport?: CapturePoint['transport'];
  readonly match?: { readonly file?: string; readonly interface?: string };
}

/** The items that are there, with their index in the file. */
export function* itemsOf<T>(list: List<T> | undefined): Generator<readonly [index: number, item: T]> {
  for (const [index, item] of (list ?? []).entries()) if (item !== undefined) yield [index, item];
}

export function valuesOf<T>(list: List<T> | undefined): readonly T[] {
  return (list ?? []).filter((item): item is T & {} => item !== undefined);
}
