import type { Text } from '../base/text.js';
import type { FactFrame } from './facts.js';
import type { Observation } from './observation.js';
import type { Clause } from './place.js';
import type { FindingEnd, Indicator, Severity, Verdict } from './report.js';
import type { Sighting } from './sighting.js';
import type { Topology } from './topology.js';

/** What a rule says of one flow. */
export interface Judgement {
  readonly clause: Clause;
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly summary: Text;
  /** codes of what the judgement rests on and of the false-positive checks made */
  readonly reasons: readonly string[];
  /** what of the content it rests on: named fields, never payload */
  readonly indicators?: readonly Indicator[];
  /** the records that showed it, beside the flow's own */
  readonly frames?: readonly FactFrame[];
}

/** What a rule says of sightings: one finding. */
export interface SightingJudgement extends Judgement {
  /** what the finding is about, for its lasting name: never times or counts */
  readonly subject: readonly (string | number | null)[];
  readonly from: FindingEnd;
  readonly to: FindingEnd;
  /** those that show it; their frames are the evidence */
  readonly sightings: readonly Sighting[];
}

/** Text per clause where a check is named differently in each, e.g. 01. */
export type PerClause<T> = Readonly<Partial<Record<Clause, T>>>;

/** A check `nn` of domain.md section 3; it yields the ids of its clauses (A8-3-A-nn …). */
export interface Rule {
  /** `01` */
  readonly check: string;
  readonly titles: PerClause<Text>;
  /** what on the wire sets it off */
  readonly trigger: Text;
  /** severities as text for the catalogue, e.g. `critical / high / medium` */
  readonly severities: PerClause<string>;
  /** false-positive traps that it minds */
  readonly traps: readonly Text[];
  /** what its silence, or its finding, does not prove */
  readonly limits: readonly Text[];
  readonly remedy: Text;
  /** `flow`: judge() below. `coverage`: made at the end from the whole run. Else what it still waits for. */
  readonly basis: 'flow' | 'coverage' | 'sighting';
  /** set while this version cannot check it: listed in every report as not yet checked */
  readonly awaits?: Text;
  /** `null`: nothing to say. Pure. */
  readonly judge?: (observation: Observation, topology: Topology) => Judgement | null;
  /** asked once, at the end, with everything that was sighted. Pure. */
  readonly judgeSightings?: (sightings: readonly Sighting[], topology: Topology) => readonly SightingJudgement[];
}
