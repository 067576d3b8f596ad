import { isGroupMac, isVirtualMac } from '../../base/virtual-mac.js';
import type { Flow } from '../../model/flow.js';
import type { ObservedEnd } from '../../model/observation.js';
import type { SharedName } from '../names/shared-names.js';

/** How two addresses are known to be one host's. */
export type SameHostBasis = 'host-entry' | 'card' | 'name';

/** TTLs with which systems begin: no router has sent the packet on, so its card is the sender's own */
const FIRST_TTLS: ReadonlySet<number> = new Set([32, 64, 128, 255]);

/** The card of an end, where it is the end's own beyond doubt; else null. @param side of the flow on which it stands */
export function ownCardOf({ ttls }: Flow, end: ObservedEnd, side: 0 | 1): string | null {
  const ttl = ttls?.[side] ?? null;
  if (end.mac === null || ttl === null || !FIRST_TTLS.has(ttl)) return null;
  return isVirtualMac(end.mac) || isGroupMac(end.mac) ? null : end.mac;
}

/**
 * Which addresses belong to one host: those that the register gives to it, those that one card uses, and those of cards
 * that call themselves alike in two zones.
 */
export class OneHost {
  readonly #parents = new Map<string, string>();

  constructor(names: readonly SharedName[]) {
    for (const { cards } of names) {
      const [first, ...others] = cards.flat();
      for (const other of others) this.#join(`card ${first}`, `card ${other}`);
    }
  }

  /** An address was seen. @param card its own, see `ownCardOf` */
  note({ address, place }: ObservedEnd, card: string | null): void {
    const label = `address ${address}`;
    if (place.host !== null) this.#join(`host ${place.host}`, label);
    for (const mac of card === null ? place.macs : [card, ...place.macs]) this.#join(`card ${mac}`, label);
  }

  /** Equal for addresses of one host. */
  of(address: string): string {
    return this.#rootOf(`address ${address}`);
  }

  #join(one: string, other: string): void {
    const [first, second] = [this.#rootOf(one), this.#rootOf(other)];
    if (first !== second) this.#parents.set(second, first);
  }

  #rootOf(label: string): string {
    let root = label;
    for (let next = this.#parents.get(root); next !== undefined; next = this.#parents.get(root)) root = next;
    for (let at = label; at !== root;) {
      const next = this.#parents.get(at) ?? root;
      this.#parents.set(at, root);
      at = next;
    }
    return root;
  }
}
