import type { Nanoseconds } from '../base/time.js';
import type { Act } from '../craft/act.js';
import type { Area } from '../model/place.js';
import type { ProofReason } from '../model/proof.js';
import type { Verdict } from '../model/report.js';
import type { Conduit } from '../model/topology.js';

/** Traffic, and when it begins. */
export interface Play {
  readonly acts: readonly Act[];
  readonly start: Nanoseconds;
}

/** One planted case: what a rule is to find between two areas, and the nearest thing that it must leave alone. */
export interface Plant {
  readonly from: Area;
  readonly to: Area;
  /** the violation */
  readonly play: Play;
  /** null: nothing like it is permitted in this topology */
  readonly twin: Play | null;
  /** addresses, cards or conduit ids: the finding must name one of them */
  readonly about: readonly string[];
  /** verdicts of the rule that count as found */
  readonly verdicts: readonly Verdict[];
  /** a reason code that the finding must give, where its verdict alone does not tell */
  readonly because?: string;
  /** the conduit beside which it is planted */
  readonly conduit: Conduit | null;
  /** the conduit that permits what was to be forbidden: nothing else could be found between these areas */
  readonly permittedBy: Conduit | null;
}

/** Why there is nothing to plant for a rule between two areas (null: anywhere). */
export interface Bare {
  readonly from: Area | null;
  readonly to: Area | null;
  readonly bare: ProofReason;
}

export type Planted = Plant | Bare;

export function isBare(planted: Planted): planted is Bare {
  return 'bare' in planted;
}
