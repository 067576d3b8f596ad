import {
  parseAddress,
  parsePrefix,
  prefixContains,
  formatAddress,
  type Address,
  type Prefix,
} from '../../base/address.js';
import type { Area } from '../../model/place.js';
import type { Gateway, Topology } from '../../model/topology.js';

/** What a declared translation (`nat` of a gateway) says of an address on its outer side. */
export interface DeclaredOrigin {
  readonly gateway: string;
  /** the addresses that may stand behind it */
  readonly inside: Prefix;
  /** the only one, where the translation is one to one; null: one of many */
  readonly address: string | null;
}

interface Entry extends Pick<DeclaredOrigin, 'gateway' | 'inside'> {
  readonly outside: Prefix;
}

/** The declared address translations of a topology, asked from their outer side (domain.md D-NAT). */
export class TranslationRegister {
  readonly #topology: Pick<Topology, 'segments' | 'realms' | 'place'>;
  readonly #entries: readonly Entry[];
  /** by cell: is it an outer address? Cells end where declared translations do */
  readonly #outer = new Map<number, boolean>();

  constructor(topology: Pick<Topology, 'segments' | 'realms' | 'place' | 'gateways'>) {
    this.#topology = topology;
    this.#entries = topology.gateways.flatMap(entriesOf);
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /** `isOuter` by the number of the address's cell: asked for every flow. @param address one of that cell */
  isOuterCell(cell: number, address: () => string): boolean {
    if (this.#entries.length === 0) return false;
    let known = this.#outer.get(cell);
    if (known === undefined) {
      known = this.originOf(address()) !== null;
      this.#outer.set(cell, known);
    }
    return known;
  }

  /** @returns null where the address is on the outer side of no declared translation, or several contradict each other */
  originOf(text: string): DeclaredOrigin | null {
    const address = parseAddress(text);
    if (address === undefined) return null;
    const entries = this.#entries.filter(({ outside }) => prefixContains(outside, address));
    const [entry] = entries;
    if (entry === undefined) return null;
    const { gateway, inside, outside } = entry;
    // many to one, said in several lines
    if (entries.length > 1) return { gateway, inside: hullOf(entries.map((each) => each.inside)), address: null };
    return { gateway, inside, address: innerOf(address, inside, outside) };
  }

  /** Areas in which the addresses of a prefix may lie, by the declared segments and realms; else by its first address. */
  areasOf(inside: Prefix): readonly Area[] {
    const overlaps = (prefix: Prefix): boolean =>
      prefixContains(prefix, inside.address) || prefixContains(inside, prefix.address);
    const { segments, realms } = this.#topology;
    const areas = new Set<Area>([
      ...segments
        .filter(({ prefix, ipv6 }) => [prefix, ipv6].some((range) => range !== null && overlaps(range)))
        .map(({ zone }) => zone),
      ...realms.filter(({ prefixes }) => prefixes.some(overlaps)).map(({ realm }) => realm),
    ]);
    if (areas.size === 0) areas.add(this.#topology.place(formatAddress(inside.address)).area);
    return [...areas].sort();
  }
}

function entriesOf({ name, nat }: Gateway): readonly Entry[] {
  return nat.flatMap(({ inside, outside }) => {
    const [from, to] = [rangeOf(inside), rangeOf(outside)];
    return from === null || to === null ? [] : [{ gateway: name, inside: from, outside: to }];
  });
}

function rangeOf(text: string): Prefix | null {
  const address = parseAddress(text);
  if (address !== undefined) return { address, length: bitsOf(address) };
  return parsePrefix(text) ?? null;
}

function bitsOf({ family }: Address): number {
  return family === 4 ? 32 : 128;
}

/** One to one where both ranges are of one size: then the host bits stay. A single inner host has all outer addresses. */
function innerOf(outer: Address, inside: Prefix, outside: Prefix): string | null {
  if (inside.address.family !== outer.family) return null;
  const bits = bitsOf(outer);
  if (inside.length === bits) return formatAddress(inside.address);
  if (inside.length !== outside.length) return null;
  const word = (index: number, from: number, to: number): number => {
    const kept = Math.min(32, Math.max(0, inside.length - index * 32));
    const mask = kept === 0 ? 0 : (0xffff_ffff << (32 - kept)) >>> 0;
    return ((from & mask) | (to & ~mask)) >>> 0;
  };
  const { family, w0, w1, w2, w3 } = inside.address;
  if (family === 4) return formatAddress({ family, w0: word(0, w0, outer.w0), w1: 0, w2: 0, w3: 0 });
  return formatAddress({
    family,
    w0: word(0, w0, outer.w0),
    w1: word(1, w1, outer.w1),
    w2: word(2, w2, outer.w2),
    w3: word(3, w3, outer.w3),
  });
}

/** The smallest prefix that holds all of them; `0.0.0.0/0` (`::/0`) at the widest. */
function hullOf(prefixes: readonly Prefix[]): Prefix {
  const [first] = prefixes;
  if (first === undefined) throw new RangeError('no prefix');
  let length = Math.min(...prefixes.map((prefix) => prefix.length));
  const holdsAll = (candidate: Prefix): boolean =>
    prefixes.every(({ address }) => address.family === candidate.address.family && prefixContains(candidate, address));
  while (length > 0 && !holdsAll({ address: first.address, length })) length--;
  return { address: first.address, length };
}
