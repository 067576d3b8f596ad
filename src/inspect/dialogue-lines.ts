import { LIMITS } from '../base/limits.js';

const LINE_FEED = 0x0a;

/** Lines of one side of a dialogue, one at a time: what follows a line may be something else. */
export class DialogueLines {
  #held = '';

  /** @returns the line without its end (one character per byte, cut at the limit) and the position behind it, or null */
  take(bytes: Uint8Array, from: number): { line: string; next: number } | null {
    const end = bytes.indexOf(LINE_FEED, from);
    const room = LIMITS.mailLineBytes - this.#held.length;
    const to = Math.min(end < 0 ? bytes.length : end, from + Math.max(room, 0));
    this.#held += Buffer.from(bytes.subarray(from, to)).toString('latin1');
    if (end < 0) return null;
    const line = this.#held.endsWith('\r') ? this.#held.slice(0, -1) : this.#held;
    this.#held = '';
    return { line, next: end + 1 };
  }

  /** the next byte is the first of a line */
  get isAtStart(): boolean {
    return this.#held === '';
  }

  /** Bytes are missing. */
  lose(): void {
    this.#held = '';
  }
}
