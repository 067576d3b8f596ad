/**
 * What few flows have: segments sent twice and bytes never seen, by flow row. Two columns beside the rows, made when the
 * first of them is met.
 */
export class TcpLosses {
  /** A→B | B→A << 16, both saturating */
  #repeats = new Int32Array(0);
  #gaps = new Uint32Array(0);

  clear(row: number): void {
    if (row >= this.#repeats.length) return;
    this.#repeats[row] = 0;
    this.#gaps[row] = 0;
  }

  /** A segment came although bytes before it are missing. */
  addGap(row: number, bytes: number): void {
    this.#makeRoom(row);
    this.#gaps[row] = Math.min((this.#gaps[row] as number) + bytes, 0xffff_ffff);
  }

  /** A segment that lies wholly behind: late (it fills a gap), or sent a second time. */
  addLate(row: number, direction: number, payload: number): void {
    this.#makeRoom(row);
    const gap = this.#gaps[row] as number;
    if (gap > 0 && payload > 0) {
      this.#gaps[row] = Math.max(gap - payload, 0);
      return;
    }
    const repeats = this.#repeats[row] as number;
    if (((repeats >>> (16 * direction)) & 0xffff) !== 0xffff)
      this.#repeats[row] = (repeats + (1 << (16 * direction))) | 0;
  }

  repeatsOf(row: number, direction: number): number {
    return ((this.#repeats[row] ?? 0) >>> (16 * direction)) & 0xffff;
  }

  gapBytesOf(row: number): number {
    return this.#gaps[row] ?? 0;
  }

  #makeRoom(row: number): void {
    if (row < this.#repeats.length) return;
    const size = Math.max(4096, 1 << (32 - Math.clz32(row)));
    const repeats = new Int32Array(size);
    repeats.set(this.#repeats);
    this.#repeats = repeats;
    const gaps = new Uint32Array(size);
    gaps.set(this.#gaps);
    this.#gaps = gaps;
  }
}
