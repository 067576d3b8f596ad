import { randomInt } from 'node:crypto';

/** captures are hostile input: nobody outside may choose colliding pairs */
const SEED = randomInt(2 ** 31);
/** words of an entry: the pair, and its value + 1 (0: the slot is free) */
const WORDS = 3;

/**
 * Numbers of at least 0 by pairs of 32-bit integers. Asked for every flow: a `Map` would need one key of more than 31
 * bits, which it can only find as an object with a hash.
 */
export class PairTable {
  #entries = new Int32Array(WORDS * 64);
  #mask = 63;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** @returns -1: the pair has no number */
  get(one: number, other: number): number {
    const entries = this.#entries;
    for (let slot = hash(one, other) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const at = slot * WORDS;
      const value = entries[at + 2] as number;
      if (value === 0) return -1;
      if (entries[at] === one && entries[at + 1] === other) return value - 1;
    }
  }

  /** The pair has no number yet. */
  add(one: number, other: number, value: number): void {
    if (++this.#size * 2 > this.#mask) this.#grow();
    this.#put(one, other, value + 1);
  }

  clear(): void {
    this.#entries.fill(0);
    this.#size = 0;
  }

  #put(one: number, other: number, stored: number): void {
    const entries = this.#entries;
    let at = (hash(one, other) & this.#mask) * WORDS;
    while (entries[at + 2] !== 0) at = at + WORDS < entries.length ? at + WORDS : 0;
    entries[at] = one;
    entries[at + 1] = other;
    entries[at + 2] = stored;
  }

  #grow(): void {
    const old = this.#entries;
    this.#mask = this.#mask * 2 + 1;
    this.#entries = new Int32Array((this.#mask + 1) * WORDS);
    for (let at = 0; at < old.length; at += WORDS)
      if (old[at + 2] !== 0) this.#put(old[at] as number, old[at + 1] as number, old[at + 2] as number);
  }
}

function hash(one: number, other: number): number {
  let h = Math.imul(one ^ SEED, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15) ^ other, 0x85ebca6b);
  return h ^ (h >>> 13);
}
