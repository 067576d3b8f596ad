import { localTime } from '../base/time.js';
import { SEVERITIES, type Severity } from '../model/report.js';
import type { QuietHours } from './notify-settings.js';

export interface LocalMoment {
  /** `2026-06-15` */
  readonly day: string;
  readonly minuteOfDay: number;
}

export function localMoment(now: number, timezone: string): LocalMoment {
  const { date, minuteOfDay } = localTime(BigInt(Math.floor(now)) * 1_000_000n, timezone);
  return { day: date, minuteOfDay };
}

/** What must wait because people sleep. */
export function isQuiet(quiet: QuietHours | null, severity: Severity, { minuteOfDay }: LocalMoment): boolean {
  if (quiet === null || isAtLeast(severity, quiet.below)) return false;
  const { fromMinute, untilMinute } = quiet;
  // a night goes over midnight
  return fromMinute <= untilMinute
    ? minuteOfDay >= fromMinute && minuteOfDay < untilMinute
    : minuteOfDay >= fromMinute || minuteOfDay < untilMinute;
}

export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}
