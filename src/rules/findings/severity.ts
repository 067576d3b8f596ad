import type { Outcome } from '../../model/flow.js';
import type { Clause } from '../../model/place.js';
import { SEVERITIES, VERDICTS, type Severity, type Verdict } from '../../model/report.js';

/** Severities of one clause: communication took place / the path was open / an attempt (domain.md 3, "x / y / z"). */
export type SeverityScale = readonly [established: Severity, reachable: Severity, attempt: Severity];

/** domain.md 2.4. */
export const DEFAULT_SCALE: Readonly<Record<Clause, SeverityScale>> = {
  A: ['critical', 'high', 'medium'],
  I: ['critical', 'high', 'medium'],
  U: ['high', 'high', 'low'],
};

const VERDICT_BY_OUTCOME: Readonly<Record<Outcome, Verdict>> = {
  data: 'violation',
  established: 'violation',
  reachable: 'violation',
  l7Blocked: 'attempt',
  rejectedUnknown: 'suspected',
  noAnswer: 'attempt',
  oneWay: 'undetermined',
  midstream: 'undetermined',
  cut: 'undetermined',
  blocked: 'blocked',
};

export function verdictOf(outcome: Outcome): Verdict {
  return VERDICT_BY_OUTCOME[outcome];
}

/** The same severity whatever the packets prove, where domain.md 3 names one alone. */
export function flat(severity: Severity): SeverityScale {
  return [severity, severity, severity];
}

export function milder(x: Severity, y: Severity): Severity {
  return SEVERITIES.indexOf(x) > SEVERITIES.indexOf(y) ? x : y;
}

export function graver(x: Severity, y: Severity): Severity {
  return SEVERITIES.indexOf(x) < SEVERITIES.indexOf(y) ? x : y;
}

const WORST_FIRST: readonly Verdict[] = ['violation', 'suspected', 'undetermined', 'attempt', 'observation', 'blocked'];

/** The verdict that weighs more for the result of a clause. */
export function worse(x: Verdict, y: Verdict): Verdict {
  return WORST_FIRST.indexOf(x) < WORST_FIRST.indexOf(y) ? x : y;
}

/**
 * A block that is proven is `info`, however often it is repeated: the contract of the report outranks the remark
 * "low if one host > 100/day" of domain.md 2.4; the count is in the finding. What cannot be decided never weighs more
 * than the default says.
 */
export function severityOf(outcome: Outcome, clause: Clause, scale: SeverityScale = DEFAULT_SCALE[clause]): Severity {
  switch (outcome) {
    case 'data':
    case 'established':
      return scale[0];
    case 'reachable':
      return scale[1];
    case 'l7Blocked':
    case 'rejectedUnknown':
    case 'noAnswer':
      return scale[2];
    case 'oneWay':
    case 'midstream':
    case 'cut':
      return milder(scale[2], DEFAULT_SCALE[clause][2]);
    case 'blocked':
      return 'info';
  }
}

export const SEVERITY_ORDER: ReadonlyMap<Severity, number> = new Map(
  SEVERITIES.map((severity, order) => [severity, order]),
);
export const VERDICT_ORDER: ReadonlyMap<Verdict, number> = new Map(VERDICTS.map((verdict, order) => [verdict, order]));
