import { LIMITS } from '../base/limits.js';

/** One of several flows that are one conversation under different addresses. */
export interface Twin {
  /** number of the flow in this run */
  readonly number: number;
  /** position on the way, in the direction that all twins of a group are compared by; lower is nearer to its sender */
  readonly rank: number;
  /** that direction is b→a in this flow */
  readonly reversed: boolean;
}

/** Grows while its flows live. */
export interface TwinGroup {
  /** number of its first flow */
  readonly id: number;
  readonly twins: Twin[];
}

/** Which live rows are one conversation. */
export class TwinGroups {
  /** pairs that found no room */
  refused = 0;
  readonly #groups = new Map<number, { readonly group: TwinGroup; readonly twin: Twin }>();

  /** the group of a live row */
  of(row: number): { readonly group: TwinGroup; readonly twin: Twin } | undefined {
    return this.#groups.size === 0 ? undefined : this.#groups.get(row);
  }

  /** The row is given up. */
  forget(row: number): void {
    if (this.#groups.size !== 0) this.#groups.delete(row);
  }

  /** A packet went from the first row's stretch to the second's. @param numbers of the flows, by row */
  join(near: number, nearBackward: boolean, far: number, farBackward: boolean, numbers: Int32Array): void {
    const known = this.#groups.get(near);
    const other = this.#groups.get(far);
    if (known !== undefined && other !== undefined) return;
    if (this.#groups.size >= LIMITS.translatedFlows) {
      this.refused++;
      return;
    }
    const numberOf = (row: number): number => numbers[row] as number;
    if (known === undefined && other === undefined) {
      const group: TwinGroup = { id: Math.min(numberOf(near), numberOf(far)), twins: [] };
      this.#add(near, group, { number: numberOf(near), rank: 0, reversed: nearBackward });
      this.#add(far, group, { number: numberOf(far), rank: 1, reversed: farBackward });
    } else if (known !== undefined) {
      // does the packet go the way by which this group is ordered?
      const isAlong = known.twin.reversed === nearBackward;
      const rank = known.twin.rank + (isAlong ? 1 : -1);
      this.#add(far, known.group, { number: numberOf(far), rank, reversed: isAlong === farBackward });
    } else if (other !== undefined) {
      const isAlong = other.twin.reversed === farBackward;
      const rank = other.twin.rank + (isAlong ? -1 : 1);
      this.#add(near, other.group, { number: numberOf(near), rank, reversed: isAlong === nearBackward });
    }
  }

  #add(row: number, group: TwinGroup, twin: Twin): void {
    group.twins.push(twin);
    this.#groups.set(row, { group, twin });
  }
}
