/** Bytes that many connections together may hold. */
export class HeldBudget {
  readonly #limit: number;
  #held = 0;

  /** @param limit bytes */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @returns false when there is no room for `length` more bytes: none are taken */
  take(length: number): boolean {
    if (this.#held + length > this.#limit) return false;
    this.#held += length;
    return true;
  }

  giveBack(length: number): void {
    this.#held -= length;
  }
}
