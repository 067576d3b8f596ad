import { LIMITS } from '../../base/limits.js';
import type { PayloadWatcher, WatchedPacket, WatchedRows } from '../../flow/payload-watcher.js';
import type { FlowTrack } from '../../model/track.js';
import type { TrackBudget } from './flow-tracker.js';
import { FlowTracker } from './flow-tracker.js';

/** Which flows are taken down: asked when a flow begins, and again with its first payload. */
export interface TrackChoice {
  in(rows: WatchedRows, row: number): boolean;
  stillIn(rows: WatchedRows, row: number): boolean;
  /** see PayloadWatcher */
  takeNews?(): boolean;
  inAfterAll?(rows: WatchedRows, row: number): boolean;
}

/** Takes down how the flows went that may be legs of a relay, or screen sessions. */
export class TrackLog implements PayloadWatcher {
  /** flows that found no room */
  refused = 0;
  readonly #interest: TrackChoice;
  /** by row of the flow table; null: wanted, no payload yet */
  readonly #trackers: (FlowTracker | null | undefined)[] = [];
  readonly #budget: TrackBudget = { left: LIMITS.trackedUnits };
  #live = 0;

  constructor(interest: TrackChoice) {
    this.#interest = interest;
  }

  wants(rows: WatchedRows, row: number): boolean {
    const isWanted = this.#interest.in(rows, row);
    this.#trackers[row] = isWanted ? null : undefined;
    return isWanted;
  }

  takeNews(): boolean {
    return this.#interest.takeNews?.() === true;
  }

  wantsAfterAll(rows: WatchedRows, row: number): boolean {
    if (this.#trackers[row] !== undefined || this.#interest.inAfterAll?.(rows, row) !== true) return false;
    this.#trackers[row] = null;
    return true;
  }

  see({ row, direction, length, time, bytes, at, captured }: WatchedPacket, rows: WatchedRows): boolean {
    if (length === 0) return true;
    let tracker = this.#trackers[row];
    if (tracker === undefined) return false;
    if (tracker === null) {
      if (!this.#interest.stillIn(rows, row)) {
        this.#trackers[row] = undefined;
        return false;
      }
      if (this.#live >= LIMITS.trackedFlows) {
        this.refused++;
        this.#trackers[row] = undefined;
        return false;
      }
      this.#live++;
      tracker = new FlowTracker(this.#budget);
      this.#trackers[row] = tracker;
    }
    return tracker.add(direction === 0 ? 0 : 1, time, bytes, at, captured, length);
  }

  join(_row: number, other: number): void {
    this.conclude(other);
  }

  /** How a flow went that goes on; `null` as for `conclude`. */
  trackSoFar(row: number): FlowTrack | null {
    return this.#trackers[row]?.toTrack() ?? null;
  }

  /** The flow of this row leaves. @returns null: nobody looked, or there was no payload */
  conclude(row: number): FlowTrack | null {
    const tracker = this.#trackers[row];
    this.#trackers[row] = undefined;
    if (tracker === undefined || tracker === null) return null;
    this.#live--;
    this.#budget.left += tracker.units;
    return tracker.toTrack();
  }
}
