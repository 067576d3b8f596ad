/**
 * Reproducible numbers (mulberry32): the same seed and label give the same sequence on every machine. A label of its
 * own for each act of a scene keeps the others unchanged when one is added.
 */
export class Random {
  #state: number;

  constructor(seed: number, label = '') {
    this.#state = hash(`${seed}/${label}`);
  }

  /** 0 … 2³²−1 */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** 0 … limit−1 */
  below(limit: number): number {
    return this.next() % limit;
  }

  /** Looks like encrypted payload. */
  bytes(length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    for (let index = 0; index < length; index++) bytes[index] = this.next();
    return bytes;
  }
}

/** FNV-1a, 32 bits */
function hash(label: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < label.length; index++) {
    value = Math.imul(value ^ label.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
