import type { HopTable } from '../flow/hops.js';
import type { RunNames } from '../flow/border.js';
import type { Topology } from '../model/topology.js';

/**
 * Which gateways a set of hops shows, as one small number: all that a conduit's `via` depends on. Flows with the same
 * number (and the same ends, port …) get the same answer from the conduit register.
 */
export class ViaFacts {
  readonly #topology: Topology;
  readonly #gatewayNumbers = new Map<string, number>();
  readonly #ofHop = new Map<number, string>();
  readonly #numbers = new Map<string, number>();
  readonly #ofSets = new Map<number, number>();

  constructor(topology: Topology) {
    this.#topology = topology;
    topology.gateways.forEach((gateway, index) => this.#gatewayNumbers.set(gateway.name, index));
  }

  /** @returns 0… ; hop sets of both directions */
  of(hops: HopTable, names: RunNames, aToB: number, bToA: number): number {
    const pair = aToB * 2 ** 26 + bToA;
    const known = this.#ofSets.get(pair);
    if (known !== undefined) return known;
    const facts = new Set<string>();
    for (const set of [aToB, bToA])
      for (let index = 0; index < hops.sizeOf(set); index++) facts.add(this.#describe(hops, names, hops.hopOf(set, index)));
    const text = [...facts].sort().join('|');
    let number = this.#numbers.get(text);
    if (number === undefined) this.#numbers.set(text, (number = this.#numbers.size));
    if (this.#ofSets.size < 1_000_000) this.#ofSets.set(pair, number);
    return number;
  }

  #describe(hops: HopTable, names: RunNames, hop: number): string {
    const known = this.#ofHop.get(hop);
    if (known !== undefined) return known;
    const [plain] = hops.describe(hop, names.points);
    const gateways = new Set<number>();
    for (const mac of [plain?.sourceMac, plain?.destinationMac])
      if (mac) for (const gateway of this.#topology.gatewaysOfMac(mac)) gateways.add(this.#gatewayNumbers.get(gateway.name) ?? -1);
    const text = `${plain?.vlan ?? ''}:${[...gateways].sort().join(',')}`;
    this.#ofHop.set(hop, text);
    return text;
  }
}
