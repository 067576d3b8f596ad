import { LIMITS } from '../base/limits.js';
import { formatVlan } from '../decode/packet-batch.js';
import type { Hop } from '../model/flow.js';

/** Number 0 is no station; this one stands for all stations beyond the limit. */
export const OVERFLOW_STATION = 1;

/** Words per station: capture point, VLAN code, upper 16 and lower 32 bits of the MAC address (0 0 where there is none). */
const STATION_WORDS = 4;
/** stations kept per set; further ones are dropped and counted */
const SET_STATIONS = 7;
const SET_WORDS = 8;
/** numbers of sets with several stations start here; below, a number is a set of that one station */
export const FIRST_SET = LIMITS.stations + 2;
/** a byte's two digits */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * Interned senders and receivers of frames: a station is (capture point, VLAN, MAC). A flow keeps, each way, one number
 * for the set of stations that sent its frames and one for those that received them; so questions about paths and MAC
 * addresses are answered without a second reading, and the table grows with the hosts, not with the pairs of hosts.
 */
export class StationTable {
  /** stations and sets refused because a table was full */
  overflow = 0;
  /** station s occupies words s * 4 … */
  words = new Int32Array(STATION_WORDS * 1024);
  #index = new Int32Array(2048);
  #mask = 2047;
  #count = 2;
  readonly #seed: number;

  #sets = new Int32Array(SET_WORDS * 256);
  #setCount = 0;
  readonly #transitions = new Map<number, number>();
  /** texts that were asked for, by station */
  readonly #macs: (string | null)[] = [];

  constructor(seed: number) {
    this.#seed = seed | 0;
    // once before any code is hot: the compiler then never bets on arrays that stay where they are
    this.words = this.words.slice();
    this.#growIndex();
  }

  intern(point: number, vlan: number, macHigh: number, macLow: number): number {
    const words = this.words;
    let slot = this.#slotOf(point, vlan, macHigh, macLow);
    for (; this.#index[slot] !== 0; slot = (slot + 1) & this.#mask) {
      const station = this.#index[slot] as number;
      const at = station * STATION_WORDS;
      if (words[at + 3] === macLow && words[at + 2] === macHigh && words[at + 1] === vlan && words[at] === point)
        return station;
    }
    if (this.#count > LIMITS.stations) {
      this.overflow++;
      return OVERFLOW_STATION;
    }
    const station = this.#count++;
    const at = station * STATION_WORDS;
    if (at + STATION_WORDS > this.words.length) {
      const grown = new Int32Array(this.words.length * 2);
      grown.set(this.words);
      this.words = grown;
    }
    this.words[at] = point;
    this.words[at + 1] = vlan;
    this.words[at + 2] = macHigh;
    this.words[at + 3] = macLow;
    this.#index[slot] = station;
    if (station * 2 > this.#mask) this.#growIndex();
    return station;
  }

  #slotOf(point: number, vlan: number, macHigh: number, macLow: number): number {
    let h = Math.imul(macLow ^ this.#seed, 0x9e3779b1);
    h = Math.imul(h ^ (h >>> 15) ^ macHigh, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13) ^ vlan ^ (point << 26), 0xc2b2ae35);
    return (h ^ (h >>> 15)) & this.#mask;
  }

  #growIndex(): void {
    this.#mask = this.#mask * 2 + 1;
    this.#index = new Int32Array(this.#mask + 1);
    const words = this.words;
    for (let station = 2; station < this.#count; station++) {
      const at = station * STATION_WORDS;
      let slot = this.#slotOf(
        words[at] as number,
        words[at + 1] as number,
        words[at + 2] as number,
        words[at + 3] as number,
      );
      while (this.#index[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#index[slot] = station;
    }
  }

  pointOf(station: number): number {
    return this.words[station * STATION_WORDS] as number;
  }

  vlanOf(station: number): number {
    return this.words[station * STATION_WORDS + 1] as number;
  }

  /** first station of a set: where the flow was first seen that way; 0 for the empty set */
  firstOf(set: number): number {
    return set < FIRST_SET ? set : (this.#sets[(set - FIRST_SET) * SET_WORDS + 1] as number);
  }

  sizeOf(set: number): number {
    if (set === 0) return 0;
    return set < FIRST_SET ? 1 : (this.#sets[(set - FIRST_SET) * SET_WORDS] as number);
  }

  /** station number `index` (0-based) of a set */
  stationOf(set: number, index: number): number {
    return set < FIRST_SET ? set : (this.#sets[(set - FIRST_SET) * SET_WORDS + 1 + index] as number);
  }

  has(set: number, station: number): boolean {
    if (set < FIRST_SET) return set === station;
    const size = this.sizeOf(set);
    for (let index = 0; index < size; index++) if (this.stationOf(set, index) === station) return true;
    return false;
  }

  /** the number of the set with one more station */
  with(set: number, station: number): number {
    if (set === 0) return station;
    if (this.has(set, station)) return set;
    const key = set * (LIMITS.stations + 2) + station;
    const known = this.#transitions.get(key);
    if (known !== undefined) return known;
    const size = this.sizeOf(set);
    if (size >= SET_STATIONS || this.#setCount >= LIMITS.stationSets) {
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
    for (let index = 0; index < size; index++) this.#sets[at + 1 + index] = this.stationOf(set, index);
    this.#sets[at + 1 + size] = station;
    const made = FIRST_SET + this.#setCount++;
    this.#transitions.set(key, made);
    return made;
  }

  /** the union of two sets */
  union(set: number, other: number): number {
    let joined = set;
    const size = this.sizeOf(other);
    for (let index = 0; index < size; index++) joined = this.with(joined, this.stationOf(other, index));
    return joined;
  }

  sawPoint(set: number, point: number): boolean {
    const size = this.sizeOf(set);
    for (let index = 0; index < size; index++) if (this.pointOf(this.stationOf(set, index)) === point) return true;
    return false;
  }

  sawVlan(set: number, point: number, vlan: number): boolean {
    const size = this.sizeOf(set);
    for (let index = 0; index < size; index++) {
      const station = this.stationOf(set, index);
      if (this.vlanOf(station) === vlan && this.pointOf(station) === point) return true;
    }
    return false;
  }

  /** true when the set was seen at this capture point on another VLAN, and never on this one */
  isElsewhereAtPoint(set: number, point: number, vlan: number): boolean {
    return this.sawPoint(set, point) && !this.sawVlan(set, point, vlan);
  }

  /** VLANs seen by capture point number; null stands for untagged */
  vlansByPoint(): Map<number, Set<string | null>> {
    const seen = new Map<number, Set<string | null>>();
    for (let station = OVERFLOW_STATION + 1; station < this.#count; station++) {
      const point = this.pointOf(station);
      let vlans = seen.get(point);
      if (vlans === undefined) seen.set(point, (vlans = new Set()));
      vlans.add(formatVlan(this.vlanOf(station)));
    }
    return seen;
  }

  /** capture point and VLAN code of every stretch of wire that was seen */
  places(): readonly { readonly point: number; readonly vlan: number }[] {
    const places = new Map<string, { readonly point: number; readonly vlan: number }>();
    for (let station = OVERFLOW_STATION + 1; station < this.#count; station++) {
      const [point, vlan] = [this.pointOf(station), this.vlanOf(station)];
      places.set(`${point} ${vlan}`, { point, vlan });
    }
    return [...places.values()];
  }

  /** text of a station's MAC address; null where its link has none */
  macOf(station: number): string | null {
    let text = this.#macs[station];
    if (text === undefined) {
      const at = station * STATION_WORDS;
      text = formatMac(this.words[at + 2] as number, this.words[at + 3] as number);
      this.#macs[station] = text;
    }
    return text;
  }

  /**
   * Senders and receivers of one direction as hops. A sender and a receiver of the same capture point and VLAN belong
   * together. @param pointNames name by point number
   */
  describe(senders: number, receivers: number, pointNames: readonly (string | null)[]): Hop[] {
    const hops: Hop[] = [];
    const size = this.sizeOf(senders);
    for (let index = 0; index < size; index++) {
      const sender = this.stationOf(senders, index);
      if (sender === OVERFLOW_STATION) continue;
      hops.push({
        point: pointNames[this.pointOf(sender)] ?? null,
        vlan: formatVlan(this.vlanOf(sender)),
        sourceMac: this.macOf(sender),
        destinationMac: this.macOf(this.#partnerOf(sender, receivers)),
      });
    }
    return hops;
  }

  #partnerOf(sender: number, receivers: number): number {
    const size = this.sizeOf(receivers);
    for (let index = 0; index < size; index++) {
      const receiver = this.stationOf(receivers, index);
      if (this.pointOf(receiver) === this.pointOf(sender) && this.vlanOf(receiver) === this.vlanOf(sender))
        return receiver;
    }
    return 0;
  }
}

/** `00:00:5e:00:53:01` from the upper 16 and the lower 32 bits; null for no MAC (all zero) */
function formatMac(high16: number, low32: number): string | null {
  if (high16 === 0 && low32 === 0) return null;
  const upper = `${HEX[(high16 >>> 8) & 0xff]}:${HEX[high16 & 0xff]}`;
  return `${upper}:${HEX[low32 >>> 24]}:${HEX[(low32 >>> 16) & 0xff]}:${HEX[(low32 >>> 8) & 0xff]}:${HEX[low32 & 0xff]}`;
}
