import type { FlowRows } from '../../flow/flow-rows.js';
import { I } from '../../flow/flow-row.js';
import { formatVlan } from '../../decode/packet-batch.js';
import type { Topology } from '../../model/topology.js';

/** distinct facts about one set of stations that are told apart; beyond, no answer is remembered */
const KINDS = 1024;
/** an answer that says "like no other" */
export const SINGULAR = -1;

/**
 * Which gateways, on which VLANs, a flow's frames show, as one small number: all that a conduit's `via` depends on.
 * Flows with the same number (and the same ends, port …) get the same answer from the conduit register.
 */
export class ViaFacts {
  readonly #topology: Topology;
  readonly #kinds = new Map<string, number>();
  /** kind + 1 by set of stations */
  #kindOfSet = new Int32Array(1 << 16);
  readonly #numbers = new Map<number, number>();
  #latestKey = -1;
  #latest = 0;

  constructor(topology: Topology) {
    this.#topology = topology;
  }

  /** @returns 0…255, or SINGULAR */
  of(table: FlowRows, base: number): number {
    const words = table.words;
    let key = 0;
    for (let column = 0; column < 4; column++) {
      const set = words[base + (column < 2 ? I.sendersAToB + column : I.receiversAToB + column - 2)] as number;
      const kind = this.#kindOf(table, set);
      if (kind >= KINDS) return SINGULAR;
      key = key * KINDS + kind;
    }
    // flows that leave one after the other mostly passed the same way
    if (key === this.#latestKey) return this.#latest;
    let number = this.#numbers.get(key);
    if (number === undefined) this.#numbers.set(key, (number = this.#numbers.size));
    this.#latestKey = key;
    this.#latest = number < 256 ? number : SINGULAR;
    return this.#latest;
  }

  #kindOf(table: FlowRows, set: number): number {
    if (set < this.#kindOfSet.length) {
      const known = this.#kindOfSet[set] as number;
      if (known !== 0) return known - 1;
    } else {
      const grown = new Int32Array(Math.max(this.#kindOfSet.length * 2, set + 1));
      grown.set(this.#kindOfSet);
      this.#kindOfSet = grown;
    }
    const text = this.#describe(table, set);
    let kind = this.#kinds.get(text);
    if (kind === undefined) this.#kinds.set(text, (kind = this.#kinds.size));
    this.#kindOfSet[set] = kind + 1;
    return kind;
  }

  #describe(table: FlowRows, set: number): string {
    const { stations } = table;
    const facts = new Set<string>();
    for (let index = 0; index < stations.sizeOf(set); index++) {
      const station = stations.stationOf(set, index);
      const mac = stations.macOf(station);
      const gateways = mac === null ? [] : this.#topology.gatewaysOfMac(mac).map(({ name }) => name);
      facts.add(
        `${stations.pointOf(station)}/${formatVlan(stations.vlanOf(station)) ?? ''}:${gateways.sort().join(',')}`,
      );
    }
    return [...facts].sort().join('|');
  }
}
