import { LIMITS } from '../base/limits.js';

/**
 * IPv6 addresses of live flows as small numbers, so that a flow row keeps two words whatever the family. Counted by
 * reference: an address leaves with its last flow. Open addressing with linear probing, backward-shift deletion.
 */
export class Ipv6Table {
  #words = new Int32Array(4 * 256);
  #references = new Int32Array(256);
  #index = new Int32Array(512);
  #free: number[] = [];
  #count = 0;
  #live = 0;
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed | 0;
    // once before any code is hot: the compiler then never bets on arrays that stay where they are
    this.#growRows();
    this.#growIndex();
  }

  get live(): number {
    return this.#live;
  }

  #hash(w0: number, w1: number, w2: number, w3: number): number {
    let h = Math.imul(w0 ^ this.#seed, 0x9e3779b1);
    h = Math.imul(h ^ (h >>> 15) ^ w1, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13) ^ w2, 0xc2b2ae35);
    h = Math.imul(h ^ (h >>> 16) ^ w3, 0x27d4eb2f);
    return h ^ (h >>> 15);
  }

  /** number of the address, or -1 */
  find(w0: number, w1: number, w2: number, w3: number): number {
    const mask = this.#index.length - 1;
    const words = this.#words;
    for (let slot = this.#hash(w0, w1, w2, w3) & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#index[slot] as number;
      if (entry === 0) return -1;
      const at = (entry - 1) * 4;
      if (words[at] === w0 && words[at + 1] === w1 && words[at + 2] === w2 && words[at + 3] === w3) return entry - 1;
    }
  }

  /** number of the address, made when it is new; -1 when the table is full */
  intern(w0: number, w1: number, w2: number, w3: number): number {
    const known = this.find(w0, w1, w2, w3);
    if (known >= 0) return known;
    if (this.#live >= LIMITS.ipv6Addresses) return -1;
    if ((this.#live + 1) * 2 > this.#index.length) this.#growIndex();
    let id = this.#free.pop();
    if (id === undefined) {
      id = this.#count++;
      if (id * 4 + 4 > this.#words.length) this.#growRows();
    }
    this.#words[id * 4] = w0;
    this.#words[id * 4 + 1] = w1;
    this.#words[id * 4 + 2] = w2;
    this.#words[id * 4 + 3] = w3;
    this.#references[id] = 0;
    this.#live++;
    this.#insert(id);
    return id;
  }

  retain(id: number): void {
    this.#references[id] = (this.#references[id] as number) + 1;
  }

  release(id: number): void {
    const left = (this.#references[id] as number) - 1;
    this.#references[id] = left;
    if (left > 0) return;
    this.#remove(id);
    this.#free.push(id);
    this.#live--;
  }

  /** word `index` (0…3) of an address, signed */
  word(id: number, index: number): number {
    return this.#words[id * 4 + index] as number;
  }

  #hashOf(id: number): number {
    const words = this.#words;
    const at = id * 4;
    return this.#hash(words[at] as number, words[at + 1] as number, words[at + 2] as number, words[at + 3] as number);
  }

  #insert(id: number): void {
    const mask = this.#index.length - 1;
    let slot = this.#hashOf(id) & mask;
    while (this.#index[slot] !== 0) slot = (slot + 1) & mask;
    this.#index[slot] = id + 1;
  }

  #remove(id: number): void {
    const index = this.#index;
    const mask = index.length - 1;
    let hole = this.#hashOf(id) & mask;
    while (index[hole] !== id + 1) hole = (hole + 1) & mask;
    for (let slot = (hole + 1) & mask; index[slot] !== 0; slot = (slot + 1) & mask) {
      const home = this.#hashOf((index[slot] as number) - 1) & mask;
      // an entry may fill the hole unless its home lies cyclically after the hole
      if (((slot - home) & mask) >= ((slot - hole) & mask)) {
        index[hole] = index[slot] as number;
        hole = slot;
      }
    }
    index[hole] = 0;
  }

  #growRows(): void {
    const words = new Int32Array(this.#words.length * 2);
    words.set(this.#words);
    this.#words = words;
    const references = new Int32Array(this.#references.length * 2);
    references.set(this.#references);
    this.#references = references;
  }

  #growIndex(): void {
    const old = this.#index;
    this.#index = new Int32Array(old.length * 2);
    for (const entry of old) if (entry !== 0) this.#insert(entry - 1);
  }
}
