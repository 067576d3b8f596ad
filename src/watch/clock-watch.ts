/** milliseconds by which the clock may be corrected without a word (NTP slews, a busy machine) */
const STEP = 2000;

/** Notices that somebody set the clock: wall time against a clock that only runs. */
export class ClockWatch {
  readonly #steady: () => number;
  #offset: number | null = null;

  constructor(steady: () => number = () => performance.now()) {
    this.#steady = steady;
  }

  /** @param now wall clock, milliseconds @returns milliseconds by which it was set, null: it was not */
  look(now: number): number | null {
    const offset = now - this.#steady();
    const before = this.#offset;
    this.#offset = offset;
    const step = before === null ? 0 : offset - before;
    return Math.abs(step) >= STEP ? step : null;
  }
}
