import { LIMITS } from '../../base/limits.js';
import type { Topology } from '../../model/topology.js';
import { matchesName } from '../../base/name-pattern.js';
import { badListOf } from './bad-list.js';
import { classifyName, isAskedByHabit } from './destination-names.js';
import { isResolver, relayProduct } from './known-destinations.js';

/**
 * Everything that a rule can ask of a name, decided once for each name: two names of one class get the same answers from
 * every rule. A city's hosts ask for tens of thousands of names, and nearly all of them are one class. A rule that asks a
 * name something new asks it here too.
 */
export class NameClasses {
  readonly #topology: Topology;
  /** what conduits register; entries may stand in several */
  readonly #entries: readonly string[];
  readonly #byName = new Map<string, number>();
  readonly #byAnswers = new Map<string, number>();

  constructor(topology: Topology) {
    this.#topology = topology;
    this.#entries = [...new Set(topology.conduits.flatMap(({ from, to }) => [...from.names, ...to.names]))];
  }

  /** @returns number of the class, from 0 */
  of(name: string): number {
    const known = this.#byName.get(name);
    if (known !== undefined) return known;
    const answers = JSON.stringify([
      classifyName(name, this.#topology),
      isAskedByHabit(name),
      isResolver(name),
      relayProduct(name),
      badListOf(this.#topology).entryOf(name),
      this.#entries.flatMap((entry, number) => (matchesName(name, entry) ? number : [])),
    ]);
    let number = this.#byAnswers.get(answers);
    if (number === undefined) this.#byAnswers.set(answers, (number = this.#byAnswers.size));
    if (this.#byName.size >= LIMITS.classedNames) this.#byName.clear();
    this.#byName.set(name, number);
    return number;
  }
}
