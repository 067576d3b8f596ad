import { SEVERITIES, VERDICTS, type Finding, type Severity, type Verdict } from '../model/report.js';

type Grade = Pick<Finding, 'verdict' | 'severity'>;

/** The order of the result (domain.md 2.7): violation, suspected, undetermined; the rest weighs nothing. */
const WEIGHTY: readonly Verdict[] = ['violation', 'suspected', 'undetermined'];

function rankOf(verdict: Verdict): number {
  const place = WEIGHTY.indexOf(verdict);
  return place < 0 ? VERDICTS.length : place;
}

/** By verdict first: a suspicion that is now a violation weighs more, whatever its severity. */
export function isGraver(now: Grade, before: Grade): boolean {
  const byVerdict = rankOf(before.verdict) - rankOf(now.verdict);
  return byVerdict > 0 || (byVerdict === 0 && SEVERITIES.indexOf(now.severity) < SEVERITIES.indexOf(before.severity));
}

export function worseSeverity(x: Severity, y: Severity): Severity {
  return SEVERITIES.indexOf(x) <= SEVERITIES.indexOf(y) ? x : y;
}
