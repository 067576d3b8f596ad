import { parseAddress, prefixContains } from '../../base/address.js';
import { LIMITS } from '../../base/limits.js';
import { matchesName } from '../../base/name-pattern.js';
import type { Observation } from '../../model/observation.js';
import type { Indicator } from '../../model/report.js';
import type { Topology } from '../../model/topology.js';
import { indicatorOf } from './destination-names.js';
import { prefixesOf } from './member-list.js';

/** What of a flow stands on the list. */
export interface BadListHit {
  readonly entry: string;
  /** the name that stands there; null: it is the address */
  readonly indicator: Indicator | null;
}

const lists = new WeakMap<Topology, BadList>();

/** The list of a topology; made once. */
export function badListOf(topology: Topology): BadList {
  let list = lists.get(topology);
  if (list === undefined) lists.set(topology, (list = new BadList(topology)));
  return list;
}

/** The addresses, ranges and names that a body was told are bad (`badList`), asked by flow. */
class BadList {
  readonly isEmpty: boolean;
  /** names, and below a `*.` suffixes, each with its entry */
  readonly #names = new Map<string, string>();
  readonly #suffixes = new Map<string, string>();
  readonly #addresses = new Map<string, string>();
  readonly #ranges: readonly { readonly entry: string; readonly prefixes: ReturnType<typeof prefixesOf> }[];
  readonly #known = new Map<string, string | null>();

  constructor({ badList }: Pick<Topology, 'badList'>) {
    this.isEmpty = badList.length === 0;
    const nobody = { hosts: [], gateways: [] };
    const ranges = badList.filter((entry) => entry.includes('/'));
    this.#ranges = ranges.map((entry) => ({ entry, prefixes: prefixesOf(entry, nobody) }));
    for (const entry of badList) {
      if (entry.includes('/')) continue;
      const name = entry.toLowerCase().replace(/\.$/, '');
      if (parseAddress(entry) !== undefined) this.#addresses.set(entry, entry);
      else if (name.startsWith('*.')) this.#suffixes.set(name.slice(2), entry);
      else this.#names.set(name, entry);
    }
  }

  /** Of the other end's address and of every name that was said: to a proxy, to a server, or to a resolver. */
  hit({ to, facts }: Observation): BadListHit | null {
    if (this.isEmpty) return null;
    for (const fact of facts?.names ?? []) {
      const entry = this.entryOf(fact.name);
      if (entry !== null) return { entry, indicator: indicatorOf(fact) };
    }
    for (const { name } of facts?.dns ?? []) {
      const entry = this.entryOf(name);
      if (entry !== null) return { entry, indicator: { field: 'dns-question', value: name } };
    }
    const entry = this.#entryOfAddress(to.address);
    return entry === null ? null : { entry, indicator: null };
  }

  /** @param name of a destination; clients also say addresses in its place. Lower case. */
  entryOf(name: string): string | null {
    return this.isEmpty ? null : (this.#entryOfName(name) ?? this.#entryOfAddress(name));
  }

  #entryOfName(name: string): string | null {
    const own = this.#names.get(name);
    if (own !== undefined) return own;
    for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      const entry = this.#suffixes.get(name.slice(dot + 1));
      if (entry !== undefined && matchesName(name, entry)) return entry;
    }
    return null;
  }

  #entryOfAddress(address: string): string | null {
    const own = this.#addresses.get(address);
    if (own !== undefined || this.#ranges.length === 0) return own ?? null;
    let entry = this.#known.get(address);
    if (entry === undefined) {
      const parsed = parseAddress(address);
      const range = this.#ranges.find(
        ({ prefixes }) => parsed !== undefined && prefixes.some((prefix) => prefixContains(prefix, parsed)),
      );
      entry = range?.entry ?? null;
      if (this.#known.size < LIMITS.placedAddresses) this.#known.set(address, entry);
    }
    return entry;
  }
}
