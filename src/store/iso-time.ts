/** Largest instant of the calendar (ECMA-262 21.4.1.1), milliseconds. */
const LAST_MILLISECOND = 8.64e15;

/** ISO 8601 with offset Z for a time of a report (`1700000000.070000000`); packets may claim any time. */
export function isoTime(epoch: string): string {
  const milliseconds = Math.floor(Number(epoch) * 1000);
  const clamped = Math.max(0, Math.min(LAST_MILLISECOND, Number.isNaN(milliseconds) ? 0 : milliseconds));
  return new Date(clamped).toISOString();
}
