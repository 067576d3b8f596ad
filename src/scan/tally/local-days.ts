import { localTime } from '../../base/time.js';

/** every offset of a time zone in use is a whole number of quarters of an hour, so no quarter has two days */
const QUARTER = 900;
const DAY_MILLISECONDS = 86_400_000;
/** quarters that are remembered: a year of them, and no more for packets that claim any time */
const QUARTERS = 40_000;
/** a packet may claim any time; dates are written with four digits */
const EARLIEST = Date.UTC(1000, 0, 2) / 1000;
const LATEST = Date.UTC(9999, 11, 30) / 1000;

/** The local day of a time, asked for every flow: a calendar is asked once for a quarter of an hour. */
export class LocalDays {
  readonly timezone: string;
  readonly #days = new Map<number, number>();
  #quarter = Number.NaN;
  #day = 0;

  constructor(timezone: string) {
    this.timezone = timezone;
  }

  /** `2026-06-15` */
  static dateOf(day: number): string {
    return new Date(day * DAY_MILLISECONDS).toISOString().slice(0, 10);
  }

  /** @returns days since 1970-01-01 of the local date; @param second since 1970 */
  of(second: number): number {
    const quarter = Math.floor(Math.min(Math.max(second, EARLIEST), LATEST) / QUARTER);
    if (quarter === this.#quarter) return this.#day;
    let day = this.#days.get(quarter);
    if (day === undefined) {
      const { date } = localTime(BigInt(quarter * QUARTER) * 1_000_000_000n, this.timezone);
      day = Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MILLISECONDS);
      if (this.#days.size >= QUARTERS) this.#days.clear();
      this.#days.set(quarter, day);
    }
    this.#quarter = quarter;
    this.#day = day;
    return day;
  }
}
