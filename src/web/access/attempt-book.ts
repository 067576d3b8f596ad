import { LIMITS } from '../../base/limits.js';

const WINDOW_MILLISECONDS = 15 * 60_000;

/** Failed log-ins, by whatever the caller counts them: guessing is slow, and stays slow after a restart of the guesser. */
export class AttemptBook {
  readonly #failures = new Map<string, { count: number; since: number }>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Too many failures lately: not even the right password is looked at. */
  isLocked(key: string): boolean {
    const entry = this.#failures.get(key);
    if (entry === undefined) return false;
    if (this.#now() - entry.since > WINDOW_MILLISECONDS) {
      this.#failures.delete(key);
      return false;
    }
    return entry.count >= LIMITS.loginFailures;
  }

  fail(key: string): void {
    const entry = this.#failures.get(key);
    if (entry !== undefined) {
      entry.count++;
      return;
    }
    if (this.#failures.size >= LIMITS.sessions) {
      const [oldest] = this.#failures.keys();
      if (oldest !== undefined) this.#failures.delete(oldest);
    }
    this.#failures.set(key, { count: 1, since: this.#now() });
  }

  succeed(key: string): void {
    this.#failures.delete(key);
  }
}
