import { firstOfPrefix, type Address, type Prefix } from '../../base/address.js';

/**
 * Finds the declared prefixes that hold an address: one table lookup per prefix length in use. For questions that are
 * asked once per cell or per line of a file; packets ask AddressCells.
 */
export class PrefixIndex<T> {
  readonly #tables: Readonly<Record<4 | 6, Map<number, Map<string, T[]>>>> = { 4: new Map(), 6: new Map() };
  readonly #lengths: Record<4 | 6, readonly number[]> = { 4: [], 6: [] };

  add(prefix: Prefix, value: T): void {
    const { family } = prefix.address;
    let table = this.#tables[family].get(prefix.length);
    if (table === undefined) {
      table = new Map();
      this.#tables[family].set(prefix.length, table);
      this.#lengths[family] = [...this.#tables[family].keys()].sort((x, y) => y - x);
    }
    const key = keyOf(firstOfPrefix(prefix));
    const values = table.get(key);
    if (values === undefined) table.set(key, [value]);
    else values.push(value);
  }

  /** Value of the longest prefix that holds the address; of equal ones the first that was added. */
  longest(address: Address): T | undefined {
    for (const length of this.#lengths[address.family]) {
      const values = this.#at(address, length);
      if (values !== undefined) return values[0];
    }
    return undefined;
  }

  /** Values of all prefixes that hold the address, longest first. */
  all(address: Address): T[] {
    return this.#lengths[address.family].flatMap((length) => this.#at(address, length) ?? []);
  }

  #at(address: Address, length: number): readonly T[] | undefined {
    return this.#tables[address.family].get(length)?.get(keyOf(firstOfPrefix({ address, length })));
  }
}

function keyOf(address: Address): string {
  return address.family === 4 ? String(address.w0) : `${address.w0}:${address.w1}:${address.w2}:${address.w3}`;
}
