import type { Observation } from '../model/observation.js';
import type { Rule, SightingJudgement } from '../model/rule.js';
import type { Sighting } from '../model/sighting.js';
import type { Topology } from '../model/topology.js';
import { judgeObservation, type Rulings } from './judge.js';

/** A rule that threw: a mistake of ours, which makes the result undetermined at best. */
export interface RuleFailure {
  /** check number */
  readonly check: string;
  /** flows on which it threw */
  readonly flows: number;
  /** message of the first error */
  readonly message: string;
}

/** The only place that catches what a rule throws: the report names the rule, and the other rules go on. */
export class RuleRunner {
  readonly #topology: Topology;
  readonly #judge: typeof judgeObservation;
  readonly #failures = new Map<string, { flows: number; readonly message: string }>();

  constructor(topology: Topology, judge: typeof judgeObservation = judgeObservation) {
    this.#topology = topology;
    this.#judge = judge;
  }

  /** one that goes on by itself */
  copy(): RuleRunner {
    const copy = new RuleRunner(this.#topology, this.#judge);
    for (const [check, failure] of this.#failures) copy.#failures.set(check, { ...failure });
    return copy;
  }

  run(observation: Observation): Rulings {
    return this.#judge(observation, this.#topology, this.#noteFailure);
  }

  /** Asks every rule that judges sightings. */
  runSightings(sightings: readonly Sighting[], rules: readonly Rule[]): { rule: Rule; judgement: SightingJudgement }[] {
    return rules.flatMap((rule) => {
      try {
        return (rule.judgeSightings?.(sightings, this.#topology) ?? []).map((judgement) => ({ rule, judgement }));
      } catch (error) {
        this.#noteFailure(rule, error);
        return [];
      }
    });
  }

  /** In the order of check numbers. */
  get failures(): readonly RuleFailure[] {
    return [...this.#failures]
      .map(([check, { flows, message }]) => ({ check, flows, message }))
      .sort((x, y) => (x.check < y.check ? -1 : 1));
  }

  readonly #noteFailure = (rule: Rule, error: unknown): void => {
    const known = this.#failures.get(rule.check);
    if (known === undefined)
      this.#failures.set(rule.check, { flows: 1, message: error instanceof Error ? error.message : String(error) });
    else known.flows++;
  };
}
