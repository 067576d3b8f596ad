import { LIMITS } from '../../base/limits.js';

/** Bytes that all HTTP connections together hold for decompression. */
export class HeldBudget {
  private held = 0;

  /** @returns false when there is no room for `length` more bytes: none are taken */
  take(length: number): boolean {
    if (this.held + length > LIMITS.httpEncodedBytesInAll) return false;
    this.held += length;
    return true;
  }

  giveBack(length: number): void {
    this.held -= length;
  }
}
