import { LIMITS } from '../../base/limits.js';
import type { FlowTrack, TrackedSegment } from '../../model/track.js';
import { digestSegment } from './digest-segment.js';

const NANOSECONDS = 1e9;

/** What all trackers together may still take down: seconds and segments. */
export interface TrackBudget {
  left: number;
}

/** Takes down one flow. */
export class FlowTracker {
  readonly #seconds: number[] = [];
  readonly #bytes: [number[], number[]] = [[], []];
  readonly #segments: [TrackedSegment[], TrackedSegment[]] = [[], []];
  readonly #known: [Set<number>, Set<number>] = [new Set(), new Set()];
  readonly #budget: TrackBudget;
  #isCut = false;

  constructor(budget: TrackBudget) {
    this.#budget = budget;
  }

  /** what it took of the budget */
  get units(): number {
    return this.#seconds.length + this.#segments[0].length + this.#segments[1].length;
  }

  /** @returns false when nothing more is taken down */
  add(direction: 0 | 1, time: number, bytes: Uint8Array, at: number, captured: number, length: number): boolean {
    const second = Math.floor(time / NANOSECONDS);
    let last = this.#seconds.length - 1;
    // Files of several points come in order of time up to the reordering that the reader could not undo.
    if (last < 0 || (this.#seconds[last] as number) < second) {
      if (last + 1 >= LIMITS.trackedSeconds || this.#budget.left <= 0) {
        this.#isCut = true;
        return false;
      }
      this.#budget.left--;
      last = this.#seconds.push(second) - 1;
      this.#bytes[0].push(0);
      this.#bytes[1].push(0);
    }
    const row = this.#bytes[direction];
    row[last] = (row[last] as number) + length;
    this.#note(direction, time, bytes, at, captured, length);
    return true;
  }

  toTrack(): FlowTrack {
    return { seconds: this.#seconds, bytes: this.#bytes, segments: this.#segments, isCut: this.#isCut };
  }

  #note(direction: 0 | 1, time: number, bytes: Uint8Array, at: number, captured: number, length: number): void {
    const segments = this.#segments[direction];
    if (segments.length >= LIMITS.trackedSegments || this.#budget.left <= 0) return;
    const digest = digestSegment(bytes, at, captured, length);
    if (digest < 0 || this.#known[direction].has(digest)) return;
    this.#known[direction].add(digest);
    this.#budget.left--;
    segments.push({ digest, time });
  }
}
