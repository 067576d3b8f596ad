import type { PayloadWatcher, WatchedPacket, WatchedRows } from '../flow/payload-watcher.js';

/** Two watchers as one: each is shown only what it still wants. */
export class Watchers implements PayloadWatcher {
  readonly #first: PayloadWatcher;
  readonly #second: PayloadWatcher;
  /** by row: bit 0 the first wants more, bit 1 the second */
  readonly #wanting: number[] = [];

  constructor(first: PayloadWatcher, second: PayloadWatcher) {
    this.#first = first;
    this.#second = second;
  }

  wants(rows: WatchedRows, row: number): boolean {
    const wanting = (this.#first.wants(rows, row) ? 1 : 0) | (this.#second.wants(rows, row) ? 2 : 0);
    this.#wanting[row] = wanting;
    return wanting !== 0;
  }

  /** Only the second learns anything. */
  takeNews(): boolean {
    return this.#second.takeNews?.() === true;
  }

  wantsAfterAll(rows: WatchedRows, row: number): boolean {
    if (this.#second.wantsAfterAll?.(rows, row) !== true) return false;
    this.#wanting[row] = (this.#wanting[row] ?? 0) | 2;
    return true;
  }

  see(packet: WatchedPacket, rows: WatchedRows): boolean {
    let wanting = this.#wanting[packet.row] ?? 0;
    if ((wanting & 1) !== 0 && !this.#first.see(packet, rows)) wanting &= ~1;
    if ((wanting & 2) !== 0 && !this.#second.see(packet, rows)) wanting &= ~2;
    this.#wanting[packet.row] = wanting;
    return wanting !== 0;
  }

  join(row: number, other: number): void {
    this.#first.join(row, other);
    this.#second.join(row, other);
    this.#wanting[row] = (this.#wanting[row] ?? 0) | (this.#wanting[other] ?? 0);
    this.#wanting[other] = 0;
  }
}
