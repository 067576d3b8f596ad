import { withRoomFor } from '../flow/grow-column.js';

const NAMES = 1;
const CONTENT = 2;
const DEPTH = NAMES | CONTENT;
/** a SYN of side a, of side b was seen */
const OPENED = [4, 8] as const;

const WEIGHT_BITS = 9;
/** heavier facts are not settled */
export const HEAVIEST = (1 << WEIGHT_BITS) - 1;

/**
 * What inspection knows of each row of the flow table before the first payload, in columns of numbers: how closely its
 * flow is looked at, and where its two streams begin; most rows never need more, so most flows make no object. And what
 * kind of facts a conversation came to: told while its objects are at hand, so that a flow that leaves minutes later
 * among half a million others needs none of them, and misses no cache.
 */
export class RowMarks {
  #marks = new Int32Array(0);
  /** by 2 · row + side */
  #firstSeqs = new Int32Array(0);
  /** what is settled of the row's facts, see `settle`; 0: nothing */
  #settled = new Int32Array(0);
  /** where its facts are kept, see `store`; 0: nowhere */
  #stored = new Int32Array(0);

  /** A new flow takes the row. */
  begin(row: number, depth: 'names' | 'content' | null): void {
    this.#marks = withRoomFor(this.#marks, row);
    this.#marks[row] = depth === null ? 0 : depth === 'names' ? NAMES : CONTENT;
    this.#giveUp(row);
  }

  /** The row is given up. */
  clear(row: number): void {
    if (row < this.#marks.length) this.#marks[row] = 0;
    this.#giveUp(row);
  }

  #giveUp(row: number): void {
    this.unsettle(row);
    if (row < this.#stored.length) this.#stored[row] = 0;
  }

  /** The row's facts are in the store. @param isDone nothing more can be learnt of the flow */
  store(row: number, handle: number, isDone: boolean): void {
    this.#stored = withRoomFor(this.#stored, row);
    this.#stored[row] = handle * 2 + (isDone ? 1 : 0);
  }

  /** 0: they are not in the store */
  storedAt(row: number): number {
    return (this.#stored[row] ?? 0) >>> 1;
  }

  isDone(row: number): boolean {
    return ((this.#stored[row] ?? 0) & 1) !== 0;
  }

  /** The facts are taken out of the store. */
  takeOut(row: number): void {
    this.#stored[row] = 0;
  }

  /**
   * As long as no further packet comes, the row's facts are of this kind.
   * @param kind 1…65,536 @param weight of the facts, below 512 @param isLive the conversation still counts as one
   */
  settle(row: number, kind: number, weight: number, isLive: boolean): void {
    this.#settled = withRoomFor(this.#settled, row);
    this.#settled[row] = ((kind << WEIGHT_BITS) | weight) * 2 + (isLive ? 1 : 0);
  }

  unsettle(row: number): void {
    if (row < this.#settled.length) this.#settled[row] = 0;
  }

  unsettleAll(): void {
    this.#settled.fill(0);
  }

  /** 0: it is not settled */
  kindOf(row: number): number {
    return (this.#settled[row] ?? 0) >>> (WEIGHT_BITS + 1);
  }

  weightOf(row: number): number {
    return ((this.#settled[row] ?? 0) >>> 1) & HEAVIEST;
  }

  isLive(row: number): boolean {
    return ((this.#settled[row] ?? 0) & 1) !== 0;
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
