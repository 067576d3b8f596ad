import { parseAddress, parsePrefix, prefixContains, type Prefix } from '../../base/address.js';
import { LIMITS } from '../../base/limits.js';
import type { Topology } from '../../model/topology.js';

/** Hosts, addresses and prefixes as the file lists them (`sensors`, `collectors`), asked by address. */
export class MemberList {
  readonly #members: readonly { readonly entry: string; readonly prefixes: readonly Prefix[] }[];
  readonly #known = new Map<string, string | null>();

  constructor(entries: readonly string[], topology: Topology) {
    this.#members = entries.map((entry) => ({ entry, prefixes: prefixesOf(entry, topology) }));
  }

  get isEmpty(): boolean {
    return this.#members.length === 0;
  }

  get entries(): readonly string[] {
    return this.#members.map(({ entry }) => entry);
  }

  /** The entry that an address belongs to, or `null`. */
  entryOf(address: string): string | null {
    if (this.#members.length === 0) return null;
    let entry = this.#known.get(address);
    if (entry === undefined) {
      const parsed = parseAddress(address);
      const holds = (prefixes: readonly Prefix[]): boolean =>
        parsed !== undefined && prefixes.some((prefix) => prefixContains(prefix, parsed));
      entry = this.#members.find(({ prefixes }) => holds(prefixes))?.entry ?? null;
      if (this.#known.size < LIMITS.placedAddresses) this.#known.set(address, entry);
    }
    return entry;
  }
}

/** An address, a prefix, or all addresses of a host or gateway. */
export function prefixesOf(entry: string, topology: Pick<Topology, 'hosts' | 'gateways'>): readonly Prefix[] {
  const prefix = parsePrefix(entry);
  if (prefix !== undefined) return [prefix];
  const texts =
    parseAddress(entry) === undefined
      ? [
          ...topology.hosts.filter(({ name }) => name === entry).flatMap(({ ip }) => ip),
          ...topology.gateways
            .filter(({ name }) => name === entry)
            .flatMap(({ legs }) => legs.flatMap(({ ip, ipv6 }) => [ip, ipv6])),
        ]
      : [entry];
  return texts.flatMap((text) => {
    const address = text === null ? undefined : parseAddress(text);
    return address === undefined ? [] : [{ address, length: address.family === 4 ? 32 : 128 }];
  });
}
