import { compareAddresses, firstOfPrefix, lastOfPrefix, type Address, type Prefix } from '../../base/address.js';

/** A /16 with more cells than this gets an index of its /24s. */
const DENSE_CELLS = 16;

/**
 * Cuts the address space at the edges of all given prefixes. Within one of the resulting cells no prefix begins or
 * ends, so that all its addresses are in the same prefixes. Cells are numbered in address order, IPv4 first.
 *
 * Looking up costs a binary search over typed arrays and allocates nothing: this is asked per packet.
 */
export class AddressCells {
  /** number of cells */
  readonly count: number;
  readonly #starts4: Uint32Array;
  /** for each value of the upper 16 bits, the last cell that begins at or before its first address */
  readonly #index16 = new Uint32Array(65_537);
  /** for each value of the upper 16 bits, where its part of `#index24` begins; -1 where few cells make it needless */
  readonly #denseAt = new Int32Array(65_536).fill(-1);
  /** for each /24 of a dense /16 (257 entries each), the last cell that begins at or before its first address */
  readonly #index24: Uint32Array;
  /** four words per cell */
  readonly #starts6: Uint32Array;

  constructor(prefixes: Iterable<Prefix>) {
    const starts4: number[] = [0];
    const starts6: Address[] = [{ family: 6, w0: 0, w1: 0, w2: 0, w3: 0 }];
    for (const prefix of prefixes) {
      const first = firstOfPrefix(prefix);
      const after = addressAfter(lastOfPrefix(prefix));
      if (first.family === 4) {
        starts4.push(first.w0);
        if (after !== undefined) starts4.push(after.w0);
      } else {
        starts6.push(first);
        if (after !== undefined) starts6.push(after);
      }
    }
    this.#starts4 = Uint32Array.from(starts4)
      .sort()
      .filter((start, index, all) => index === 0 || start !== all[index - 1]);
    starts6.sort(compareAddresses);
    const distinct6 = starts6.filter((start, index) => {
      const before = starts6[index - 1];
      return before === undefined || compareAddresses(start, before) !== 0;
    });
    this.#starts6 = new Uint32Array(distinct6.length * 4);
    distinct6.forEach((start, index) => this.#starts6.set([start.w0, start.w1, start.w2, start.w3], index * 4));
    this.count = this.#starts4.length + distinct6.length;

    this.#fillIndex(this.#index16, 0, 65_536, 0);
    const dense: number[] = [];
    for (let high = 0; high < 65_536; high++) {
      if ((this.#index16[high + 1] ?? 0) - (this.#index16[high] ?? 0) > DENSE_CELLS) dense.push(high);
    }
    this.#index24 = new Uint32Array(dense.length * 257);
    dense.forEach((high, block) => {
      this.#denseAt[high] = block * 257;
      this.#fillIndex(this.#index24.subarray(block * 257), high * 65_536, 256, this.#index16[high] ?? 0);
    });
  }

  /** @param step addresses per entry @param cell where to begin */
  #fillIndex(index: Uint32Array, from: number, step: number, cell: number): void {
    const entries = step === 256 ? 256 : 65_536;
    for (let entry = 0; entry <= entries; entry++) {
      while (cell + 1 < this.#starts4.length && (this.#starts4[cell + 1] ?? 0) <= from + entry * step) cell++;
      index[entry] = cell;
    }
  }

  /** @param address unsigned or signed 32-bit */
  ofIpv4(address: number): number {
    const starts = this.#starts4;
    const wanted = address >>> 0;
    const high = wanted >>> 16;
    const block = this.#denseAt[high] as number;
    let low: number;
    let end: number;
    if (block < 0) {
      low = this.#index16[high] as number;
      end = this.#index16[high + 1] as number;
    } else {
      const at = block + ((wanted >>> 8) & 255);
      low = this.#index24[at] as number;
      end = this.#index24[at + 1] as number;
    }
    // the last cell in low…end that begins at or before the address
    while (low < end) {
      const middle = (low + end + 1) >>> 1;
      if ((starts[middle] as number) <= wanted) low = middle;
      else end = middle - 1;
    }
    return low;
  }

  /** @param w0 … w3 unsigned or signed 32-bit words, most significant first */
  ofIpv6(w0: number, w1: number, w2: number, w3: number): number {
    const starts = this.#starts6;
    const x0 = w0 >>> 0;
    const x1 = w1 >>> 0;
    const x2 = w2 >>> 0;
    const x3 = w3 >>> 0;
    let low = 0;
    let end = (starts.length >>> 2) - 1;
    while (low < end) {
      const middle = (low + end + 1) >>> 1;
      const at = middle << 2;
      let order = (starts[at] as number) - x0;
      if (order === 0) order = (starts[at + 1] as number) - x1;
      if (order === 0) order = (starts[at + 2] as number) - x2;
      if (order === 0) order = (starts[at + 3] as number) - x3;
      if (order <= 0) low = middle;
      else end = middle - 1;
    }
    return this.#starts4.length + low;
  }

  of(address: Address): number {
    return address.family === 4 ? this.ofIpv4(address.w0) : this.ofIpv6(address.w0, address.w1, address.w2, address.w3);
  }

  /** First address of a cell: stands for all of them. */
  firstOf(cell: number): Address {
    const cells4 = this.#starts4.length;
    if (!Number.isInteger(cell) || cell < 0 || cell >= this.count) throw new RangeError(`no cell ${cell}`);
    if (cell < cells4) return { family: 4, w0: this.#starts4[cell] ?? 0, w1: 0, w2: 0, w3: 0 };
    const at = (cell - cells4) * 4;
    const [w0 = 0, w1 = 0, w2 = 0, w3 = 0] = this.#starts6.subarray(at, at + 4);
    return { family: 6, w0, w1, w2, w3 };
  }
}

/** `undefined` after the last address of the family. */
function addressAfter(address: Address): Address | undefined {
  const words = address.family === 4 ? [address.w0] : [address.w0, address.w1, address.w2, address.w3];
  for (let index = words.length - 1; index >= 0; index--) {
    if (words[index] !== 0xffff_ffff) {
      words[index] = (words[index] ?? 0) + 1;
      const [w0 = 0, w1 = 0, w2 = 0, w3 = 0] = words;
      return { family: address.family, w0, w1, w2, w3 };
    }
    words[index] = 0;
  }
  return undefined;
}
