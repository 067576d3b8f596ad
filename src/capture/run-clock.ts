import type { Nanoseconds } from '../base/time.js';

const NANOS_PER_SECOND = 1_000_000_000n;

/**
 * Zero of `RecordBatch.time`: an integer second since 1970. The distance to it is kept in a float64, which is exact for
 * 2^53 ns (104 days), where nanoseconds since 1970 would be rounded to 256 ns.
 */
export class RunClock {
  private second: number | null = null;

  /** seconds since 1970; 0 until a first time is known */
  get origin(): number {
    return this.second ?? 0;
  }

  get started(): boolean {
    return this.second !== null;
  }

  /** The first caller decides; later calls change nothing. */
  start(second: number): void {
    this.second ??= second;
  }

  /** @param time nanoseconds since the origin, as in `RecordBatch.time` */
  toNanoseconds(time: number): Nanoseconds {
    return BigInt(this.origin) * NANOS_PER_SECOND + BigInt(Math.floor(time));
  }
}
