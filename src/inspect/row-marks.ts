import { withRoomFor } from '../flow/grow-column.js';
import type { Depth } from './inspection.js';

const NAMES = 1;
const CONTENT = 2;
const DEPTH = NAMES | CONTENT;
/** a SYN of side a, of side b was seen */
const OPENED = [4, 8] as const;

/**
 * What inspection knows of each row of the flow table before the first payload, in columns of numbers: how closely its
 * flow is looked at, and where its two streams begin. Most rows never need more, so most flows make no object.
 */
export class RowMarks {
  #marks = new Int32Array(0);
  /** by 2 · row + side */
  #firstSeqs = new Int32Array(0);

  /** A new flow takes the row. */
  begin(row: number, depth: Depth): void {
    this.#marks = withRoomFor(this.#marks, row);
    this.#marks[row] = depth === null ? 0 : depth === 'names' ? NAMES : CONTENT;
  }

  /** The row is given up. */
  clear(row: number): void {
    if (row < this.#marks.length) this.#marks[row] = 0;
  }

  isWanted(row: number): boolean {
    return ((this.#marks[row] ?? 0) & DEPTH) !== 0;
  }

  /** of a row that is wanted */
  depthOf(row: number): 'names' | 'content' {
    return (this.#marks[row] ?? 0) & CONTENT ? 'content' : 'names';
  }

  /** @param seq of the first byte behind the SYN */
  open(row: number, side: 0 | 1, seq: number): void {
    this.#firstSeqs = withRoomFor(this.#firstSeqs, 2 * row + 1);
    this.#firstSeqs[2 * row + side] = seq;
    this.#marks[row] = (this.#marks[row] ?? 0) | OPENED[side];
  }

  /** where the stream of a side begins; undefined: no SYN was seen */
  openedAt(row: number, side: 0 | 1): number | undefined {
    return (this.#marks[row] ?? 0) & OPENED[side] ? this.#firstSeqs[2 * row + side] : undefined;
  }
}
