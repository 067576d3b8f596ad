import { LIMITS } from '../../base/limits.js';

interface Piece {
  readonly offset: number;
  readonly data: Buffer;
}

/** Puts CRYPTO frames in order: clients shuffle them on purpose (RFC 9000 section 19.6). */
export class CryptoStream {
  readonly #take: (bytes: Uint8Array) => void;
  readonly #full: () => void;
  #next = 0;
  #waiting: Piece[] = [];

  constructor(take: (bytes: Uint8Array) => void, full: () => void) {
    this.#take = take;
    this.#full = full;
  }

  add(offset: number, data: Uint8Array): void {
    if (offset + data.length > LIMITS.quicCryptoBytes || this.#waiting.length >= LIMITS.quicCryptoPieces) {
      this.#full();
      return;
    }
    if (offset + data.length <= this.#next) return;
    this.#waiting.push({ offset, data: Buffer.from(data) });
    this.#waiting.sort((x, y) => x.offset - y.offset);
    let used = 0;
    for (const piece of this.#waiting) {
      if (piece.offset > this.#next) break;
      used++;
      const fresh = piece.data.subarray(this.#next - piece.offset);
      if (fresh.length === 0) continue;
      this.#next += fresh.length;
      this.#take(fresh);
    }
    if (used > 0) this.#waiting = this.#waiting.slice(used);
  }
}
