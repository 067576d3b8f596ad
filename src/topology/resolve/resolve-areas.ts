import { formatPrefix, type Prefix } from '../../base/address.js';
import { REALMS, ZONES, type Realm, type Zone } from '../../model/place.js';
import type { Segment } from '../../model/topology.js';
import type { FieldPath } from '../read/field-path.js';
import type { ProblemLog } from '../read/problem-log.js';
import { resolvePrefix } from './resolve-address.js';
import { itemsOf, valuesOf, type SegmentEntry, type TopologyFile } from './topology-file.js';

/** A range that a zone, a realm or `otherMembers` declares, with the place where it is written. */
export interface DeclaredRange {
  readonly prefix: Prefix;
  readonly area: Zone | Realm | null;
  readonly segment: Segment | null;
  readonly path: FieldPath;
}

export interface ResolvedAreas {
  readonly segments: readonly Segment[];
  readonly closedZones: readonly Zone[];
  readonly realms: readonly {
    readonly realm: Realm;
    readonly prefixes: readonly Prefix[];
    readonly vlans: readonly number[];
  }[];
  readonly otherMembers: readonly Prefix[];
  readonly ranges: readonly DeclaredRange[];
  /** null: the id is used in two areas */
  readonly areaOfVlan: ReadonlyMap<number, Zone | Realm | null>;
}

/** Zones, realms and the ranges of other bodies. */
export function resolveAreas(file: TopologyFile, log: ProblemLog): ResolvedAreas {
  const segments: Segment[] = [];
  const ranges: DeclaredRange[] = [];
  const areaOfVlan = new Map<number, Zone | Realm | null>();

  const claimVlan = (vlan: number, area: Zone | Realm, path: FieldPath): void => {
    const other = areaOfVlan.get(vlan);
    if (other === undefined) areaOfVlan.set(vlan, area);
    else if (other !== area) {
      areaOfVlan.set(vlan, null);
      log.add({
        path,
        level: 'warning',
        message: { ja: `VLAN ${vlan} が二つの領域にある`, en: `VLAN ${vlan} is in two areas` },
        remedy: {
          ja: '番号が別の装置で重なっているだけなら、この VLAN からは領域を判断しない',
          en: 'if separate switches reuse the id, nothing is concluded from this VLAN',
        },
      });
    }
  };

  for (const zone of ZONES) {
    for (const [index, entry] of itemsOf(file.zones?.[zone]?.segments)) {
      const path = ['zones', zone, 'segments', index];
      const segment = resolveSegment(zone, entry, path, log);
      segments.push(segment);
      if (segment.vlan !== null) claimVlan(segment.vlan, zone, [...path, 'vlan']);
      if (segment.prefix !== null)
        ranges.push({ prefix: segment.prefix, area: zone, segment, path: [...path, 'prefix'] });
      if (segment.ipv6 !== null) ranges.push({ prefix: segment.ipv6, area: zone, segment, path: [...path, 'ipv6'] });
    }
  }

  const realms = REALMS.flatMap((realm) => {
    const entry = file.realms?.[realm];
    if (entry === undefined) return [];
    const prefixes: Prefix[] = [];
    for (const [index, text] of itemsOf(entry.prefixes)) {
      const path = ['realms', realm, 'prefixes', index];
      const prefix = resolvePrefix(text, path, log);
      if (prefix === undefined) continue;
      prefixes.push(prefix);
      ranges.push({ prefix, area: realm, segment: null, path });
    }
    for (const [index, vlan] of itemsOf(entry.vlans)) claimVlan(vlan, realm, ['realms', realm, 'vlans', index]);
    return [{ realm, prefixes, vlans: valuesOf(entry.vlans) }];
  });

  const otherMembers: Prefix[] = [];
  for (const [index, text] of itemsOf(file.otherMembers)) {
    const path = ['otherMembers', index];
    const prefix = resolvePrefix(text, path, log);
    if (prefix === undefined) continue;
    otherMembers.push(prefix);
    ranges.push({ prefix, area: null, segment: null, path });
  }

  refuseTwins(ranges, log);
  const closedZones = ZONES.filter((zone) => file.zones?.[zone]?.inventory === 'closed');
  return { segments, closedZones, realms, otherMembers, ranges, areaOfVlan };
}

function resolveSegment(zone: Zone, entry: SegmentEntry, path: FieldPath, log: ProblemLog): Segment {
  const prefix = resolvePrefix(entry.prefix, [...path, 'prefix'], log) ?? null;
  let ipv6 = resolvePrefix(entry.ipv6, [...path, 'ipv6'], log) ?? null;
  if (ipv6?.address.family === 4) {
    log.add({
      path: [...path, 'ipv6'],
      message: { ja: `「${entry.ipv6}」は IPv6 ではない`, en: `"${entry.ipv6}" is not IPv6` },
      remedy: { ja: 'IPv4 は prefix に書く', en: 'write IPv4 under prefix' },
    });
    ipv6 = null;
  }
  if (entry.prefix === undefined && entry.ipv6 === undefined && entry.vlan === undefined) {
    log.add({
      path,
      message: { ja: 'このセグメントには vlan も prefix もない', en: 'this segment has neither vlan nor prefix' },
      remedy: { ja: 'prefix: 10.10.16.0/22 の形で範囲を書く', en: 'write its range, prefix: 10.10.16.0/22' },
    });
  }
  return {
    zone,
    vlan: entry.vlan ?? null,
    prefix,
    ipv6,
    name: entry.name ?? null,
    egressSegment: entry.egressSegment ?? false,
  };
}

/** The same range declared twice: in one area a slip, in two areas nobody could say where an address belongs. */
function refuseTwins(ranges: readonly DeclaredRange[], log: ProblemLog): void {
  const seen = new Map<string, DeclaredRange>();
  for (const range of ranges) {
    const text = formatPrefix(range.prefix);
    const twin = seen.get(text);
    if (twin === undefined) {
      seen.set(text, range);
      continue;
    }
    const bothZones = twin.segment !== null && range.segment !== null;
    // two zones are CFG-02's business
    if (bothZones && twin.area !== range.area) continue;
    log.add({
      path: range.path,
      level: twin.area === range.area ? 'warning' : 'error',
      message: { ja: `${text} が二度宣言されている`, en: `${text} is declared twice` },
      remedy: { ja: 'どちらか一方にする', en: 'keep one of them' },
    });
  }
}
