import type { Conduit } from '../../model/topology.js';
import type { ConduitReach } from '../tally/conduit-reach.js';
import type { MatrixCounter } from '../tally/zone-matrix.js';

/** kinds of ordinary flows that are remembered; beyond, flows are simply judged one by one */
const KINDS = 1_000_000;
/** words of a key: cell of a, cell of b, the two words of the likeness, and the kind of the facts */
const KEY_WORDS = 5;
/** sums of a kind: flows, packets, bytes, first and last time */
const SUMS = 5;

/** What every flow of a kind gets: nothing to judge, only to count. */
export interface Ordinary {
  readonly cell: MatrixCounter;
  readonly conduit: Conduit | null;
  /** under which the timeline counts it */
  readonly series: number;
  /** under which the tally by day counts it */
  readonly daily: number;
  readonly reach: ConduitReach | null;
  /** it crosses, and its content cannot be read (CAP-08) */
  readonly isOpaque: boolean;
}

/**
 * Kinds of flows that were judged once with nothing to say, found by numbers alone, and the sums of those that followed.
 * Open addressing over typed arrays: this is asked once for every flow.
 */
export class OrdinaryFlows {
  readonly answers: Ordinary[] = [];
  #index = new Int32Array(8192);
  #mask = 8191;
  #keys = new Int32Array(KEY_WORDS * 1024);
  #sums = new Float64Array(SUMS * 1024);

  /** one that goes on by itself */
  copy(
    cellOf: (cell: MatrixCounter) => MatrixCounter,
    reachOf: (conduit: Conduit) => ConduitReach | null,
  ): OrdinaryFlows {
    const copy = new OrdinaryFlows();
    for (const answer of this.answers) {
      const { cell, conduit } = answer;
      copy.answers.push({ ...answer, cell: cellOf(cell), reach: conduit === null ? null : reachOf(conduit) });
    }
    copy.#index = this.#index.slice();
    copy.#mask = this.#mask;
    copy.#keys = this.#keys.slice();
    copy.#sums = this.#sums.slice();
    return copy;
  }

  get isFull(): boolean {
    return this.answers.length >= KINDS;
  }

  /** number of the kind, or -1 */
  find(cellA: number, cellB: number, high: number, low: number, facts: number): number {
    const keys = this.#keys;
    for (let slot = hash(cellA, cellB, high, low, facts) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const kind = (this.#index[slot] as number) - 1;
      if (kind < 0) return -1;
      const at = kind * KEY_WORDS;
      if (
        keys[at] === cellA &&
        keys[at + 1] === cellB &&
        keys[at + 2] === high &&
        keys[at + 3] === low &&
        keys[at + 4] === facts
      )
        return kind;
    }
  }

  add(cellA: number, cellB: number, high: number, low: number, facts: number, answer: Ordinary): void {
    if (this.isFull || this.find(cellA, cellB, high, low, facts) >= 0) return;
    const kind = this.answers.push(answer) - 1;
    if ((kind + 1) * KEY_WORDS > this.#keys.length) this.#growRows();
    const at = kind * KEY_WORDS;
    this.#keys[at] = cellA;
    this.#keys[at + 1] = cellB;
    this.#keys[at + 2] = high;
    this.#keys[at + 3] = low;
    this.#keys[at + 4] = facts;
    this.#sums[kind * SUMS + 3] = Number.POSITIVE_INFINITY;
    this.#sums[kind * SUMS + 4] = Number.NEGATIVE_INFINITY;
    if ((kind + 1) * 2 > this.#mask) this.#growIndex();
    else this.#insert(kind);
  }

  /** one more flow of a kind; times in nanoseconds since the run's origin */
  count(kind: number, packets: number, bytes: number, first: number, last: number): void {
    const sums = this.#sums;
    const at = kind * SUMS;
    sums[at] = (sums[at] as number) + 1;
    sums[at + 1] = (sums[at + 1] as number) + packets;
    sums[at + 2] = (sums[at + 2] as number) + bytes;
    if (first < (sums[at + 3] as number)) sums[at + 3] = first;
    if (last > (sums[at + 4] as number)) sums[at + 4] = last;
  }

  /** calls `visit` for every kind that was counted at least once */
  forEach(
    visit: (answer: Ordinary, flows: number, packets: number, bytes: number, first: number, last: number) => void,
  ): void {
    this.answers.forEach((answer, kind) => {
      const [flows, packets, bytes, first, last] = this.#sums.subarray(kind * SUMS, (kind + 1) * SUMS);
      if (flows) visit(answer, flows, packets ?? 0, bytes ?? 0, first ?? 0, last ?? 0);
    });
  }

  #insert(kind: number): void {
    const at = kind * KEY_WORDS;
    const keys = this.#keys;
    const [cellA = 0, cellB = 0, high = 0, low = 0, facts = 0] = keys.subarray(at, at + KEY_WORDS);
    let slot = hash(cellA, cellB, high, low, facts) & this.#mask;
    while (this.#index[slot] !== 0) slot = (slot + 1) & this.#mask;
    this.#index[slot] = kind + 1;
  }

  #growIndex(): void {
    this.#mask = this.#mask * 2 + 1;
    this.#index = new Int32Array(this.#mask + 1);
    for (let kind = 0; kind < this.answers.length; kind++) this.#insert(kind);
  }

  #growRows(): void {
    const keys = new Int32Array(this.#keys.length * 2);
    keys.set(this.#keys);
    this.#keys = keys;
    const sums = new Float64Array(this.#sums.length * 2);
    sums.set(this.#sums);
    this.#sums = sums;
  }
}

function hash(cellA: number, cellB: number, high: number, low: number, facts: number): number {
  let h = Math.imul(cellA, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15) ^ cellB, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13) ^ high, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16) ^ low, 0x27d4eb2f);
  h = Math.imul(h ^ (h >>> 14) ^ facts, 0x165667b1);
  return h ^ (h >>> 15);
}
