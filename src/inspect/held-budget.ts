/** What many connections together may hold: bytes, or facts. */
export class HeldBudget {
  readonly #limit: number;
  #held = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @returns false when there is no room for `length` more: none are taken */
  take(length: number): boolean {
    if (this.#held + length > this.#limit) return false;
    this.#held += length;
    return true;
  }

  giveBack(length: number): void {
    this.#held -= length;
  }
}
