import { EXIT, Failure } from '../base/failure.js';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/**
 * A cron pattern of five fields as OnCalendar of a systemd timer (systemd.time(7)).
 * @throws Failure (exit 64) for what a timer cannot say
 */
export function calendarOfCron(pattern: string, timezone: string): string {
  const fields = pattern.trim().split(/\s+/);
  const [minute, hour, day, month, weekday] = fields;
  if (
    fields.length !== 5 ||
    minute === undefined ||
    hour === undefined ||
    day === undefined ||
    month === undefined ||
    weekday === undefined ||
    !fields.slice(0, 4).every((field) => /^[\d*,/-]+$/.test(field)) ||
    !/^[\w*,-]+$/.test(weekday)
  )
    throw unsayable(pattern);
  // cron joins day and weekday by "or", a timer by "and"
  if (day !== '*' && weekday !== '*') throw unsayable(pattern);
  const days = weekday === '*' ? '' : `${weekday.split(',').map(weekdayOf).join(',')} `;
  return `${days}*-${part(month, 1)}-${part(day, 1)} ${part(hour, 0)}:${part(minute, 0)}:00 ${timezone}`;
}

/** @param first lowest value of the field: where a step over all of them begins */
function part(field: string, first: number): string {
  return field
    .split(',')
    .map((item) => {
      const [range = '*', step] = item.split('/');
      const from = range === '*' && step !== undefined ? `${first}` : range.replace('-', '..');
      return step === undefined ? from : `${from}/${step}`;
    })
    .join(',');
}

function weekdayOf(item: string): string {
  return item
    .split('-')
    .map((word) => WEEKDAYS[Number(word)] ?? word.slice(0, 1).toUpperCase() + word.slice(1, 3).toLowerCase())
    .join('..');
}

function unsayable(pattern: string): Failure {
  return new Failure(EXIT.usage, [
    {
      code: 'USAGE',
      level: 'error',
      message: {
        ja: `「${pattern}」は systemd のタイマーに書き換えられない`,
        en: `"${pattern}" cannot be written as a systemd timer`,
      },
      remedy: {
        ja: '分 時 日 月 曜日 の5項目で書き、日と曜日は一方だけを指定する（例: "0 3 * * 1-5"）',
        en: 'use five fields, minute hour day month weekday, and only one of day and weekday, for example "0 3 * * 1-5"',
      },
    },
  ]);
}
