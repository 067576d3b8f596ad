import { SEVERITIES, VERDICTS, type Finding } from '../model/report.js';

export type Grade = Pick<Finding, 'verdict' | 'severity'>;

/** By verdict first: a suspicion that is now a violation weighs more, whatever its severity. */
export function isGraver(now: Grade, before: Grade): boolean {
  const byVerdict = weightOf(before.verdict) - weightOf(now.verdict);
  return byVerdict > 0 || (byVerdict === 0 && SEVERITIES.indexOf(now.severity) < SEVERITIES.indexOf(before.severity));
}

/** The order of the result (domain.md 2.7): an undetermined finding weighs more than an attempt, which weighs nothing. */
function weightOf(verdict: Finding['verdict']): number {
  const order: readonly Finding['verdict'][] = ['violation', 'suspected', 'undetermined'];
  const place = order.indexOf(verdict);
  return place < 0 ? VERDICTS.length : place;
}
