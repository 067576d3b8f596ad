import { LIMITS } from '../../base/limits.js';
import type { ActiveContent } from '../../model/facts.js';

/** What the layers of one file may still cost, and what they hold. Shared by all files inside one file. */
export class Analysis {
  readonly active = new Set<ActiveContent>();
  /** every layer that was met could be opened */
  isComplete = true;
  #inflatable: number = LIMITS.contentInflatedBytes;
  #entries: number = LIMITS.contentEntries;

  /** bytes that the next layer may have */
  get inflatable(): number {
    return this.#inflatable;
  }

  add(...active: readonly ActiveContent[]): void {
    for (const one of active) this.active.add(one);
  }

  /** Something could not be opened, or was too much. */
  leaveOut(): void {
    this.isComplete = false;
  }

  countInflated(bytes: number): void {
    this.#inflatable = Math.max(0, this.#inflatable - bytes);
  }

  /** @returns false when so many bytes are too much: nothing is spent */
  spend(bytes: number): boolean {
    if (bytes > this.#inflatable) return false;
    this.#inflatable -= bytes;
    return true;
  }

  /** @returns false when there are too many: no more are looked at */
  countEntry(): boolean {
    if (this.#entries-- > 0) return true;
    this.leaveOut();
    return false;
  }
}

/** A file, or a file inside one. */
export interface Piece {
  readonly bytes: Buffer;
  /** null: it has none */
  readonly name: string | null;
  /** 0: what was transferred itself */
  readonly depth: number;
}

/** Looks into a piece that is inside another one. */
export type Descend = (piece: Piece) => void;
