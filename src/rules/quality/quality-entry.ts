import type { Text } from '../../base/text.js';
import type { QualityEffect, QualityEntry } from '../../model/report.js';

export function entry(
  check: string,
  point: string | null,
  value: QualityEntry['value'],
  effect: QualityEffect,
  message: Text,
): QualityEntry {
  return { check, point, value, effect, message };
}

/** Above the second threshold nothing can be claimed, above the first it is noted. */
export function byThreshold(share: number, note: number, undetermined: number): QualityEffect {
  if (share > undetermined) return 'undetermined';
  return share > note ? 'note' : 'none';
}

/** 0 where there is nothing to share. */
export function shareOf(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** A share in per cent with at most two decimals, for people. */
export function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
