import { LIMITS } from '../base/limits.js';
import type { DnsFact } from '../model/facts.js';
import type { HeldBudget } from './held-budget.js';

/** The questions of one flow, each with its answer once. Most flows ask one thing: that one needs no index. */
export class QuestionList {
  #first: DnsFact | null = null;
  #others: Map<string, DnsFact> | null = null;

  /** Goes on with what was found before: of that the budget knows. */
  static of(facts: readonly DnsFact[]): QuestionList {
    const list = new QuestionList();
    list.#first = facts[0] ?? null;
    if (facts.length > 1) list.#others = new Map(facts.slice(1).map((fact) => [keyOf(fact), fact]));
    return list;
  }

  /** @returns false when it found no room */
  add(fact: DnsFact, budget: HeldBudget): boolean {
    if (this.#first === null) {
      if (!budget.take(1)) return false;
      this.#first = fact;
      return true;
    }
    if (isSame(this.#first, fact)) {
      this.#first = { ...this.#first, count: this.#first.count + 1 };
      return true;
    }
    const others = (this.#others ??= new Map<string, DnsFact>());
    const key = keyOf(fact);
    const known = others.get(key);
    if (known !== undefined) {
      others.set(key, { ...known, count: known.count + 1 });
      return true;
    }
    if (1 + others.size >= LIMITS.dnsQuestionsPerFlow || !budget.take(1)) return false;
    others.set(key, fact);
    return true;
  }

  toFacts(): readonly DnsFact[] {
    if (this.#first === null) return [];
    return this.#others === null ? [this.#first] : [this.#first, ...this.#others.values()];
  }
}

function isSame(one: DnsFact, other: DnsFact): boolean {
  return one.name === other.name && one.type === other.type && one.rcode === other.rcode;
}

function keyOf({ name, type, rcode }: DnsFact): string {
  return JSON.stringify([name, type, rcode]);
}
