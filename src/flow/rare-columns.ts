import { withRoomFor } from './grow-column.js';

/** What few flows have: fragments, and a tunnel around them. Columns by flow row, made when the first of them is met. */
export class RareColumns {
  #fragments = new Int32Array(0);
  /** number of the carrying flow + 1 */
  #outers = new Int32Array(0);

  clear(row: number): void {
    if (row < this.#fragments.length) this.#fragments[row] = 0;
    if (row < this.#outers.length) this.#outers[row] = 0;
  }

  addFragments(row: number, count: number): void {
    this.#fragments = withRoomFor(this.#fragments, row);
    this.#fragments[row] = (this.#fragments[row] as number) + count;
  }

  /** Only the first carrier counts. */
  carriedBy(row: number, outer: number): void {
    this.#outers = withRoomFor(this.#outers, row);
    if (this.#outers[row] === 0) this.#outers[row] = outer + 1;
  }

  /** IP fragments counted in a flow */
  fragmentsOf(row: number): number {
    return this.#fragments[row] ?? 0;
  }

  /** number of the flow that carries this one in a tunnel, or -1 */
  outerOf(row: number): number {
    return (this.#outers[row] ?? 0) - 1;
  }
}
