import { randomBytes } from 'node:crypto';

let lastMillisecond = 0;

/**
 * `20260615T010000123Z-9f3c`: ascending with time, also within a millisecond and over a clock that is set back while this
 * process lives; the end tells processes apart that ask at the same moment.
 */
export function nextRunId(now: number = Date.now()): string {
  lastMillisecond = Math.max(now, lastMillisecond + 1);
  const time = new Date(lastMillisecond).toISOString().replace(/[-:.]/g, '');
  return `${time}-${randomBytes(2).toString('hex')}`;
}
