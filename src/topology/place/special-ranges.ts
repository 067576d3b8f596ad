import { parsePrefix, type Address, type Prefix } from '../../base/address.js';
import type { Area } from '../../model/place.js';
import { PrefixIndex } from './prefix-index.js';

/**
 * Ranges that mean something before anyone declares anything (RFC 6890, IANA special-purpose registries).
 * `special` is no evidence of a crossing by itself (domain catalogue 2.2) and no declaration changes it; the others
 * apply only where nothing is declared. Transition mechanisms and translated addresses lead to the Internet.
 */
const SPECIAL_RANGES: readonly (readonly [prefix: string, area: Extract<Area, 'special' | 'unassigned' | 'public'>])[] =
  [
    ['0.0.0.0/32', 'special'],
    ['127.0.0.0/8', 'special'],
    ['169.254.0.0/16', 'special'],
    ['224.0.0.0/4', 'special'],
    ['255.255.255.255/32', 'special'],
    ['0.0.0.0/8', 'unassigned'],
    ['10.0.0.0/8', 'unassigned'],
    ['100.64.0.0/10', 'unassigned'],
    ['172.16.0.0/12', 'unassigned'],
    ['192.0.0.0/24', 'unassigned'],
    ['192.0.2.0/24', 'unassigned'],
    ['192.168.0.0/16', 'unassigned'],
    ['198.18.0.0/15', 'unassigned'],
    ['198.51.100.0/24', 'unassigned'],
    ['203.0.113.0/24', 'unassigned'],
    ['240.0.0.0/4', 'unassigned'],
    ['0.0.0.0/0', 'public'],
    ['::/128', 'special'],
    ['::1/128', 'special'],
    ['fe80::/10', 'special'],
    ['ff00::/8', 'special'],
    ['2001::/32', 'public'],
    ['2002::/16', 'public'],
    ['64:ff9b::/96', 'public'],
    ['2001:db8::/32', 'unassigned'],
    ['3fff::/20', 'unassigned'],
    ['2000::/3', 'public'],
    // outside 2000::/3 nothing is global unicast: unique local fc00::/7, and what IANA has not handed out
    ['::/0', 'unassigned'],
  ];

export interface SpecialRange {
  readonly prefix: Prefix;
  readonly area: 'special' | 'unassigned' | 'public';
  /** true for the two ranges of plain global unicast */
  readonly isGlobalUnicast: boolean;
}

const ranges: readonly SpecialRange[] = SPECIAL_RANGES.map(([text, area]) => {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`not a prefix: ${text}`);
  return { prefix, area, isGlobalUnicast: text === '0.0.0.0/0' || text === '2000::/3' };
});
const index = new PrefixIndex<SpecialRange>();
for (const range of ranges) index.add(range.prefix, range);

export const specialPrefixes: readonly Prefix[] = ranges.map((range) => range.prefix);

/** What an address is as long as nobody declares it. */
export function specialRangeOf(address: Address): SpecialRange {
  const range = index.longest(address);
  if (range === undefined) throw new Error('the special ranges cover every address');
  return range;
}

/** Multicast, broadcast, link-local, loopback, unspecified: never a host that belongs to a zone. */
export function isNeverUnicast(address: Address): boolean {
  return specialRangeOf(address).area === 'special';
}
