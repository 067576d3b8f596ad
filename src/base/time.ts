/** Nanoseconds since 1970-01-01T00:00:00Z. Exact; used right of the border (per flow), never per packet. */
export type Nanoseconds = bigint;

const NANOS_PER_SECOND = 1_000_000_000n;

/** `1700000000.070000000`: seconds since 1970 with nine decimals, the form of every machine-readable output. */
export function formatEpoch(time: Nanoseconds): string {
  // one conversion and no division: flow records are written by the million
  const digits = time.toString();
  if (time >= NANOS_PER_SECOND) return `${digits.slice(0, -9)}.${digits.slice(-9)}`;
  const negative = time < 0n;
  const padded = (negative ? digits.slice(1) : digits).padStart(10, '0');
  return `${negative ? '-' : ''}${padded.slice(0, -9)}.${padded.slice(-9)}`;
}

/** The time that `formatEpoch` wrote. @throws SyntaxError for any other text */
export function parseEpoch(text: string): Nanoseconds {
  const parts = /^(-?)(\d+)\.(\d{9})$/.exec(text);
  if (parts === null) throw new SyntaxError(`not seconds since 1970 with nine decimals: ${text.slice(0, 40)}`);
  const [, sign = '', seconds = '', fraction = ''] = parts;
  const time = BigInt(seconds) * NANOS_PER_SECOND + BigInt(fraction);
  return sign === '' ? time : -time;
}

/** Calendar fields of an instant in a named time zone: what validity dates and office hours are compared with. */
export interface LocalTime {
  /** `2026-06-15` */
  readonly date: string;
  /** `10:00:00` */
  readonly clock: string;
  /** minutes since local midnight, 0…1439 */
  readonly minuteOfDay: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** @param timezone an IANA name such as `Asia/Tokyo`; an unknown one throws RangeError (topology loading checks it). */
export function localTime(time: Nanoseconds, timezone: string): LocalTime {
  let formatter = formatters.get(timezone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone: timezone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(timezone, formatter);
  }
  const parts = new Map(
    formatter.formatToParts(clampToCalendar(Number(time / 1_000_000n))).map((part) => [part.type, part.value]),
  );
  const get = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? '00';
  return {
    date: `${get('year')}-${get('month')}-${get('day')}`,
    clock: `${get('hour')}:${get('minute')}:${get('second')}`,
    minuteOfDay: Number(get('hour')) * 60 + Number(get('minute')),
  };
}

/** The instant at which a local day begins. @param date `2026-06-15` */
export function beginningOfDay(date: string, timezone: string): Nanoseconds {
  const asIfUtc = Date.parse(`${date}T00:00:00Z`);
  let guess = asIfUtc;
  // twice: the zone's offset at the guess may differ from that at midnight
  for (let round = 0; round < 2; round++) {
    const local = localTime(BigInt(guess) * 1_000_000n, timezone);
    guess -= Date.parse(`${local.date}T${local.clock}Z`) - asIfUtc;
  }
  return BigInt(guess) * 1_000_000n;
}

/** A packet may claim any time; calendars end at ±8.64e15 ms (ECMA-262 21.4.1.1). */
function clampToCalendar(milliseconds: number): number {
  return Math.max(-8.64e15, Math.min(8.64e15, milliseconds));
}
