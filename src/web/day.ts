/** Local days as the history counts them: `2026-06-15`. */

export const DAY = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' };

export const RANGE_QUERY = {
  type: 'object',
  additionalProperties: false,
  properties: { from: DAY, to: DAY },
};

export interface DayRange {
  readonly from?: string;
  readonly to?: string;
}

/** Today where the municipality is. */
export function localDay(timezone: string, at: Date = new Date()): string {
  // the Swedish form of a date is that of ISO 8601
  return new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short' }).format(at);
}

const DAY_MILLISECONDS = 86_400_000;

/** The range that was asked for, else the `days` until today. */
export function completeRange(range: DayRange, timezone: string, days: number): { from: string; to: string } {
  const to = range.to ?? localDay(timezone);
  const start = new Date(Date.parse(`${to}T00:00:00Z`) - (days - 1) * DAY_MILLISECONDS);
  return { from: range.from ?? start.toISOString().slice(0, 10), to };
}
