import { localTime, type LocalTime } from '../base/time.js';

/** Largest instant of the calendar (ECMA-262, time values), milliseconds. */
const LAST_MILLISECOND = 8_640_000_000_000_000n;

/** Nanoseconds of `1700000000.070000000`; undefined for anything else, or for a time outside the calendar. */
function parseEpoch(text: string): bigint | undefined {
  const match = /^(-?)(\d{1,14})\.(\d{9})$/.exec(text);
  if (match === null) return undefined;
  const absolute = BigInt(`${match[2] ?? ''}${match[3] ?? ''}`);
  return absolute / 1_000_000n > LAST_MILLISECOND ? undefined : match[1] === '-' ? -absolute : absolute;
}

/** Calendar fields and milliseconds of a report's time in a zone; undefined when it has none. */
function calendar(text: string, timezone: string): (LocalTime & { readonly milliseconds: string }) | undefined {
  const time = parseEpoch(text);
  if (time === undefined) return undefined;
  // floor, so that times before 1970 keep a positive fraction
  const fraction = ((time % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n;
  const whole = localTime(time - fraction, timezone);
  return { ...whole, milliseconds: (fraction / 1_000_000n).toString().padStart(3, '0') };
}

/** `2026-06-15T01:00:00.070Z`, or the text itself when it is no time of the calendar. */
export function utcTime(text: string): string {
  const fields = calendar(text, 'UTC');
  return fields === undefined ? text : `${fields.date}T${fields.clock}.${fields.milliseconds}Z`;
}

/** The clock that a report is written in: times of the topology's zone, with UTC beside them where it counts. */
export interface ReportClock {
  /** the zone that is really used: UTC when the topology's is unknown */
  readonly timezone: string;
  /** `2026-06-15 10:00:00` */
  readonly dateTime: (text: string) => string;
  /** `10:00:00.070` */
  readonly clock: (text: string) => string;
  /** `2026-06-15 10:00:00 – 10:00:02` with the given dash; the second date only when it differs */
  readonly span: (first: string, last: string, dash: string) => string;
  /** the same in UTC; the date only where it is not the local one */
  readonly utcSpan: (first: string, last: string, dash: string) => string;
}

function isKnownTimezone(timezone: string): boolean {
  try {
    localTime(0n, timezone);
    return true;
  } catch {
    return false;
  }
}

function formatDateTime(text: string, timezone: string): string {
  const fields = calendar(text, timezone);
  return fields === undefined ? text : `${fields.date} ${fields.clock}`;
}

function formatSpan(first: string, last: string, dash: string, timezone: string): string {
  const start = formatDateTime(first, timezone);
  const end = formatDateTime(last, timezone);
  if (start === end) return start;
  const [date = '', clock = ''] = end.split(' ');
  return `${start} ${dash} ${start.startsWith(`${date} `) ? clock : end}`;
}

export function createReportClock(wanted: string): ReportClock {
  const timezone = isKnownTimezone(wanted) ? wanted : 'UTC';
  return {
    timezone,
    dateTime: (text) => formatDateTime(text, timezone),
    clock: (text) => {
      const fields = calendar(text, timezone);
      return fields === undefined ? text : `${fields.clock}.${fields.milliseconds}`;
    },
    span: (first, last, dash) => formatSpan(first, last, dash, timezone),
    utcSpan: (first, last, dash) => {
      const span = formatSpan(first, last, dash, 'UTC');
      const date = `${formatDateTime(first, timezone).split(' ')[0] ?? ''} `;
      return span.startsWith(date) ? span.slice(date.length) : span;
    },
  };
}
