import {
  formatAddress,
  formatPrefix,
  lastOfPrefix,
  parseAddress,
  type Address,
  type Prefix,
} from '../../base/address.js';
import { LIMITS } from '../../base/limits.js';
import type { Place, Zone } from '../../model/place.js';
import { AddressCells } from './address-cells.js';
import { PrefixIndex } from './prefix-index.js';
import type { DeclaredRange } from '../resolve/resolve-areas.js';
import type { RegisteredAddress } from './address-register.js';
import { specialPrefixes, specialRangeOf } from './special-ranges.js';

/** All that decides where an address belongs. */
export interface PlacementFacts {
  readonly ranges: readonly DeclaredRange[];
  /** by formatted address */
  readonly addresses: ReadonlyMap<string, RegisteredAddress>;
  readonly closedZones: readonly Zone[];
  /** further prefixes at whose edges cells must end: those of conduits and address translation */
  readonly edges: Iterable<Prefix>;
}

const NOWHERE: Place = {
  area: 'unassigned',
  basis: 'undeclared',
  host: null,
  roles: [],
  macs: [],
  isGatewayLeg: false,
  segment: null,
  unlisted: false,
  otherMember: null,
  isBroadcast: false,
};

/**
 * Says where an address belongs (domain catalogue 2.2), in this order: never-unicast ranges; an exactly registered
 * address; the longest declared prefix; what the special-purpose registries say; global unicast is public; the rest is
 * unassigned.
 */
export class Placement {
  readonly cells: AddressCells;
  readonly #facts: PlacementFacts;
  readonly #ranges = new PrefixIndex<DeclaredRange>();
  readonly #places: (Place | undefined)[];
  readonly #remembered = new Map<string, Place>();

  constructor(facts: PlacementFacts) {
    this.#facts = facts;
    const edges: Prefix[] = [...specialPrefixes, ...facts.edges];
    for (const range of facts.ranges) {
      this.#ranges.add(range.prefix, range);
      edges.push(range.prefix);
      const broadcast = broadcastOf(range);
      if (broadcast !== undefined) edges.push({ address: broadcast, length: 32 });
    }
    for (const { address } of facts.addresses.values())
      edges.push({ address, length: address.family === 4 ? 32 : 128 });
    this.cells = new AddressCells(edges);
    this.#places = new Array<Place | undefined>(this.cells.count);
  }

  /** Made when first asked, then kept: a run meets few of the cells that a large register has. */
  ofCell(cell: number): Place {
    const known = this.#places[cell];
    if (known !== undefined) return known;
    const place = Object.freeze(this.#placeOf(this.cells.firstOf(cell)));
    this.#places[cell] = place;
    return place;
  }

  /** @throws Error when the text is no address: packets and checked input give none such. */
  of(text: string): Place {
    const known = this.#remembered.get(text);
    if (known !== undefined) return known;
    const address = parseAddress(text);
    if (address === undefined) throw new Error(`not an address: ${text}`);
    const place = this.ofCell(this.cells.of(address));
    if (this.#remembered.size >= LIMITS.placedAddresses) this.#remembered.clear();
    this.#remembered.set(text, place);
    return place;
  }

  #placeOf(address: Address): Place {
    const special = specialRangeOf(address);
    if (special.area === 'special') {
      return {
        ...NOWHERE,
        area: 'special',
        basis: 'special-range',
        isBroadcast: address.family === 4 && address.w0 === 0xffff_ffff,
      };
    }
    const range = this.#ranges.longest(address);
    const registered = this.#facts.addresses.get(formatAddress(address));
    if (registered !== undefined) {
      return {
        ...NOWHERE,
        area: registered.area,
        basis: registered.isGatewayLeg ? 'gateway-leg' : 'host',
        host: registered.name,
        roles: Object.freeze([...registered.roles]),
        macs: Object.freeze([...registered.macs]),
        isGatewayLeg: registered.isGatewayLeg,
        segment: range?.area === registered.area ? segmentOf(range) : null,
      };
    }
    if (range !== undefined) return this.#placeInRange(address, range);
    if (special.area === 'public') {
      return { ...NOWHERE, area: 'public', basis: special.isGlobalUnicast ? 'global' : 'special-range' };
    }
    return NOWHERE;
  }

  #placeInRange(address: Address, range: DeclaredRange): Place {
    // no zone of this municipality: a conduit to a realm must not take other bodies along
    if (range.area === null) return { ...NOWHERE, basis: 'other-member', otherMember: formatPrefix(range.prefix) };
    if (range.segment === null) return { ...NOWHERE, area: range.area, basis: 'realm' };
    const isBroadcast = address.w0 === broadcastOf(range)?.w0;
    return {
      ...NOWHERE,
      area: range.area,
      basis: 'segment',
      segment: segmentOf(range),
      isBroadcast,
      unlisted: !isBroadcast && this.#facts.closedZones.some((zone) => zone === range.area),
    };
  }
}

function segmentOf(range: DeclaredRange): Place['segment'] {
  const { segment, prefix } = range;
  if (segment === null) return null;
  return Object.freeze({ name: segment.name, vlan: segment.vlan, prefix: formatPrefix(prefix) });
}

/** Directed broadcast address of an IPv4 segment; none on /31 and /32 (RFC 3021). */
function broadcastOf(range: DeclaredRange): Address | undefined {
  const { prefix, segment } = range;
  if (segment === null || prefix.address.family !== 4 || prefix.length > 30) return undefined;
  return lastOfPrefix(prefix);
}
