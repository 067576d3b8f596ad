import { describeDuration } from '../../base/duration.js';
import type { Text } from '../../base/text.js';
import type { QualityEntry } from '../../model/report.js';
import { formatCount, formatShare } from './numbers.js';

/** Checks whose value is a share 0…1 (domain.md 3.5). */
const SHARES: ReadonlySet<string> = new Set(['CAP-01', 'CAP-02', 'CAP-05', 'CAP-06', 'CAP-07', 'CAP-08', 'CAP-11']);
const SECONDS_PER_DAY = 86_400;

/**
 * The value of a quality check as people read it: a share, a length of time, or a number. Text that came with the
 * packets (a capture filter) is not yet escaped.
 */
export function qualityValue({ check, point, value }: Pick<QualityEntry, 'check' | 'point' | 'value'>): Text {
  const same = (text: string): Text => ({ ja: text, en: text });
  if (value === null) return same('-');
  if (typeof value === 'string') return same(value);
  if (check === 'CAP-09') return describeDuration(value * SECONDS_PER_DAY);
  // at a point: how often the clock went back; between two points: seconds
  if (check === 'CAP-04' && point === null) return describeDuration(value);
  return same(SHARES.has(check) && value >= 0 && value <= 1 ? formatShare(value) : formatCount(value));
}
