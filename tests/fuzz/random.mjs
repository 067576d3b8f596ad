/** Numbers that look random and are the same for the same seed text, on every machine. */
export class Random {
  #state;

  /** @param {string} seed any text */
  constructor(seed) {
    // FNV-1a, so that neighbouring seeds begin far apart
    let hash = 0x811c9dc5;
    for (let index = 0; index < seed.length; index++) hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
    this.#state = hash | 0;
    this.next();
  }

  /** 0 … 2^32 - 1 (Vigna's splitmix, in its 32-bit form) */
  next() {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    let z = this.#state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  }

  /** 0 … bound - 1; 0 when the bound is not above 0 */
  below(bound) {
    return bound > 0 ? Math.floor((this.next() / 2 ** 32) * bound) : 0;
  }

  chance(share) {
    return this.next() / 2 ** 32 < share;
  }

  /** small numbers far more often than large ones, below `bound` */
  small(bound) {
    return this.below(Math.min(bound, 1 << this.below(17)) + 1);
  }

  pick(list) {
    return list[this.below(list.length)];
  }
}
