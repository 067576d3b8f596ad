/** Seconds between two times of a report (`1700000000.070000000`); 0 where one is missing. */
export function spanSeconds(first: string | null, last: string | null): number {
  if (first === null || last === null) return 0;
  const seconds = Number(last) - Number(first);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
}
