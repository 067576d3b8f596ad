import { LIMITS } from '../base/limits.js';
import type { Hop } from '../model/flow.js';
import { formatVlan } from '../decode/packet-batch.js';

/** Hop 0 of the table: none; this one stands for all hops beyond the limit. */
export const OVERFLOW_HOP = 1;

/** Words per hop: capture point, VLAN code, and the twelve MAC bytes (destination, source) as three words. */
export const HOP_WORDS = 5;
/** hops kept per set; further ones are dropped and counted */
const SET_HOPS = 7;
const SET_WORDS = 8;
/** numbers of sets with several hops start here; below, a number is a set of that one hop */
export const FIRST_SET = LIMITS.hops + 2;

/**
 * Interned stretches of wire. A flow keeps, each way, one number for the set of hops on which it was seen; a hop is
 * (capture point, VLAN, source MAC, destination MAC), so path and MAC questions are answered without a second reading.
 */
export class HopTable {
  /** hops and sets refused because the table was full */
  overflow = 0;
  /** hop h occupies words h * 5 … */
  words = new Int32Array(HOP_WORDS * 1024);
  #index = new Int32Array(2048);
  #mask = 2047;
  readonly #seed: number;
  #hops = 2;

  #sets = new Int32Array(SET_WORDS * 256);
  #setCount = 0;
  readonly #transitions = new Map<number, number>();

  constructor(seed: number) {
    this.#seed = seed | 0;
    // once before any code is hot: the compiler then never bets on arrays that stay where they are
    this.words = this.words.slice();
    this.#growIndex();
  }

  /** Number of a hop; `mac0…mac2` are destination and source MAC as three big-endian words, all 0 where there are none. */
  intern(point: number, vlan: number, mac0: number, mac1: number, mac2: number): number {
    let slot = this.#slotOf(point, vlan, mac0, mac1, mac2);
    for (; this.#index[slot] !== 0; slot = (slot + 1) & this.#mask) {
      const hop = this.#index[slot] as number;
      if (this.is(hop, point, vlan, mac0, mac1, mac2)) return hop;
    }
    if (this.#hops > LIMITS.hops) {
      this.overflow++;
      return OVERFLOW_HOP;
    }
    const hop = this.#hops++;
    const at = hop * HOP_WORDS;
    if (at + HOP_WORDS > this.words.length) {
      const grown = new Int32Array(this.words.length * 2);
      grown.set(this.words);
      this.words = grown;
    }
    this.words[at] = point;
    this.words[at + 1] = vlan;
    this.words[at + 2] = mac0;
    this.words[at + 3] = mac1;
    this.words[at + 4] = mac2;
    this.#index[slot] = hop;
    if (hop * 2 > this.#mask) this.#growIndex();
    return hop;
  }

  #slotOf(point: number, vlan: number, mac0: number, mac1: number, mac2: number): number {
    let h = Math.imul(mac0 ^ this.#seed, 0x9e3779b1);
    h = Math.imul(h ^ (h >>> 15) ^ mac1, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13) ^ mac2, 0xc2b2ae35);
    h = Math.imul(h ^ (h >>> 16) ^ vlan ^ (point << 26), 0x27d4eb2f);
    return (h ^ (h >>> 15)) & this.#mask;
  }

  #growIndex(): void {
    this.#mask = this.#mask * 2 + 1;
    this.#index = new Int32Array(this.#mask + 1);
    for (let hop = 2; hop < this.#hops; hop++) {
      const at = hop * HOP_WORDS;
      const words = this.words;
      let slot = this.#slotOf(words[at] as number, words[at + 1] as number, words[at + 2] as number, words[at + 3] as number, words[at + 4] as number);
      while (this.#index[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#index[slot] = hop;
    }
  }

  /** true when the hop is exactly this stretch of wire */
  is(hop: number, point: number, vlan: number, mac0: number, mac1: number, mac2: number): boolean {
    const at = hop * HOP_WORDS;
    const words = this.words;
    return (
      words[at + 2] === mac0 &&
      words[at + 3] === mac1 &&
      words[at + 4] === mac2 &&
      words[at + 1] === vlan &&
      words[at] === point
    );
  }

  pointOf(hop: number): number {
    return this.words[hop * HOP_WORDS] as number;
  }

  vlanOf(hop: number): number {
    return this.words[hop * HOP_WORDS + 1] as number;
  }

  /** first hop of a set: where the flow was first seen that way */
  firstOf(set: number): number {
    return set < FIRST_SET ? set : (this.#sets[(set - FIRST_SET) * SET_WORDS + 1] as number);
  }

  sizeOf(set: number): number {
    if (set === 0) return 0;
    return set < FIRST_SET ? 1 : (this.#sets[(set - FIRST_SET) * SET_WORDS] as number);
  }

  /** hop number `index` (0-based) of a set */
  hopOf(set: number, index: number): number {
    return set < FIRST_SET ? set : (this.#sets[(set - FIRST_SET) * SET_WORDS + 1 + index] as number);
  }

  has(set: number, hop: number): boolean {
    const size = this.sizeOf(set);
    for (let index = 0; index < size; index++) if (this.hopOf(set, index) === hop) return true;
    return false;
  }

  sawPoint(set: number, point: number): boolean {
    const size = this.sizeOf(set);
    for (let index = 0; index < size; index++) if (this.pointOf(this.hopOf(set, index)) === point) return true;
    return false;
  }

  /** the number of the set with one more hop */
  with(set: number, hop: number): number {
    if (set === 0) return hop;
    if (this.has(set, hop)) return set;
    const key = set * (LIMITS.hops + 2) + hop;
    const known = this.#transitions.get(key);
    if (known !== undefined) return known;
    const size = this.sizeOf(set);
    if (size >= SET_HOPS || this.#setCount >= LIMITS.hopSets) {
      this.overflow++;
      return set;
    }
    const at = this.#setCount * SET_WORDS;
    if (at + SET_WORDS > this.#sets.length) {
      const grown = new Int32Array(this.#sets.length * 2);
      grown.set(this.#sets);
      this.#sets = grown;
    }
    this.#sets[at] = size + 1;
    for (let index = 0; index < size; index++) this.#sets[at + 1 + index] = this.hopOf(set, index);
    this.#sets[at + 1 + size] = hop;
    const made = FIRST_SET + this.#setCount++;
    this.#transitions.set(key, made);
    return made;
  }

  /** the union of two sets */
  union(set: number, other: number): number {
    let joined = set;
    const size = this.sizeOf(other);
    for (let index = 0; index < size; index++) joined = this.with(joined, this.hopOf(other, index));
    return joined;
  }

  /** true when the set was seen at this capture point on another VLAN, and never on this one */
  isElsewhereAtPoint(set: number, point: number, vlan: number): boolean {
    let elsewhere = false;
    const size = this.sizeOf(set);
    for (let index = 0; index < size; index++) {
      const hop = this.hopOf(set, index);
      if (this.pointOf(hop) !== point) continue;
      if (this.vlanOf(hop) === vlan) return false;
      elsewhere = true;
    }
    return elsewhere;
  }

  /** VLANs seen by capture point number; null stands for untagged */
  vlansByPoint(): Map<number, Set<string | null>> {
    const seen = new Map<number, Set<string | null>>();
    for (let hop = OVERFLOW_HOP + 1; hop < this.#hops; hop++) {
      const point = this.pointOf(hop);
      let vlans = seen.get(point);
      if (vlans === undefined) seen.set(point, (vlans = new Set()));
      vlans.add(formatVlan(this.vlanOf(hop)));
    }
    return seen;
  }

  /** The hops of a set as plain values. @param pointNames name by point number */
  describe(set: number, pointNames: readonly (string | null)[]): Hop[] {
    const hops: Hop[] = [];
    const size = this.sizeOf(set);
    for (let index = 0; index < size; index++) {
      const hop = this.hopOf(set, index);
      if (hop === OVERFLOW_HOP) continue;
      const at = hop * HOP_WORDS;
      const mac0 = this.words[at + 2] as number;
      const mac1 = this.words[at + 3] as number;
      const mac2 = this.words[at + 4] as number;
      const hasMacs = (mac0 | mac1 | mac2) !== 0;
      hops.push({
        point: pointNames[this.pointOf(hop)] ?? null,
        vlan: formatVlan(this.vlanOf(hop)),
        sourceMac: hasMacs ? formatMac(mac1 & 0xffff, mac2) : null,
        destinationMac: hasMacs ? formatMac(mac0 >>> 16, ((mac0 & 0xffff) << 16) | (mac1 >>> 16)) : null,
      });
    }
    return hops;
  }
}

/** `00:00:5e:00:53:01` from the upper 16 and the lower 32 bits; null for no MAC (all zero) */
function formatMac(high16: number, low32: number): string | null {
  if (high16 === 0 && low32 === 0) return null;
  const hex = (high16 & 0xffff).toString(16).padStart(4, '0') + (low32 >>> 0).toString(16).padStart(8, '0');
  return hex.replace(/(..)(?=.)/g, '$1:');
}
