import type { Language } from '../../base/text.js';

/** ISO 8601, or seconds since 1970 as reports write them. */
function parseTime(text: string): Date | null {
  const milliseconds = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);
  const time = new Date(milliseconds);
  return Number.isNaN(time.getTime()) ? null : time;
}

/** `2026-06-15T01:00:00.000Z`, or nothing where it is no time: what stands in a report need not be one. */
export function isoTime(text: string | null): string {
  return (text === null ? null : parseTime(text))?.toISOString() ?? '';
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatWith(timezone: string, seconds: boolean): Intl.DateTimeFormat {
  const key = `${timezone} ${seconds}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  // the Swedish form is that of ISO 8601, which both languages read
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: seconds ? 'medium' : 'short',
  });
  formats.set(key, made);
  return made;
}

/** `2026-06-15 10:00`, in the municipality's time. */
export function formatTime(text: string | null, timezone: string, seconds = false): string {
  const time = text === null ? null : parseTime(text);
  return time === null ? '–' : formatWith(timezone, seconds).format(time);
}

const AGES = [
  { seconds: 86_400, unit: 'day' },
  { seconds: 3600, unit: 'hour' },
  { seconds: 60, unit: 'minute' },
] as const;

/** `3 分前`; under a minute, seconds. */
export function formatAge(text: string, now: string, language: Language): string {
  const time = parseTime(text);
  const until = parseTime(now);
  if (time === null || until === null) return '–';
  const age = Math.max(0, (until.getTime() - time.getTime()) / 1000);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  const unit = AGES.find(({ seconds }) => age >= seconds);
  return unit === undefined
    ? relative.format(-Math.floor(age), 'second')
    : relative.format(-Math.floor(age / unit.seconds), unit.unit);
}

export function ageSeconds(text: string, now: string): number {
  return ((parseTime(now)?.getTime() ?? 0) - (parseTime(text)?.getTime() ?? 0)) / 1000;
}
