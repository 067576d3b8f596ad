import type { Clause } from './place.js';
import type { Verdict } from './report.js';

/** When the flows of a run began, in bins of equal width: the drawing of a report, not evidence. */
export interface Timeline {
  readonly binSeconds: number;
  /** in order of time; bins in which no flow began are left out */
  readonly bins: readonly {
    /** seconds since 1970, nine decimals */
    readonly start: string;
    /** flows by clause and verdict; what did not occur is left out */
    readonly clauses: Readonly<Partial<Record<Clause, Readonly<Partial<Record<Verdict | 'permitted', number>>>>>>;
  }[];
}
