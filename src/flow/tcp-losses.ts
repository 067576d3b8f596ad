/**
 * What few flows have: segments sent twice and bytes never seen, by flow row. Columns beside the rows, made when the
 * first of them is met.
 */
export class TcpLosses {
  /** A→B | B→A << 16, both saturating */
  #repeats = new Int32Array(0);
  #gaps = new Uint32Array(0);
  /** bytes that came in later fragments, of which the sequence numbers do not tell: the hole behind the first one is theirs */
  #inFragments = new Uint32Array(0);

  clear(row: number): void {
    if (row >= this.#repeats.length) return;
    this.#repeats[row] = 0;
    this.#gaps[row] = 0;
    this.#inFragments[row] = 0;
  }

  /** A segment came although bytes before it are missing, or came in fragments. */
  addGap(row: number, bytes: number): void {
    this.#makeRoom(row);
    const known = Math.min(this.#inFragments[row] as number, bytes);
    this.#inFragments[row] = (this.#inFragments[row] as number) - known;
    this.#gaps[row] = Math.min((this.#gaps[row] as number) + bytes - known, 0xffff_ffff);
  }

  /** Bytes of a segment came in an IP fragment that is not its first: before the next segment, or late. */
  addFragment(row: number, bytes: number): void {
    this.#makeRoom(row);
    const late = Math.min(this.#gaps[row] as number, bytes);
    this.#gaps[row] = (this.#gaps[row] as number) - late;
    this.#inFragments[row] = Math.min((this.#inFragments[row] as number) + bytes - late, 0xffff_ffff);
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
    const inFragments = new Uint32Array(size);
    inFragments.set(this.#inFragments);
    this.#inFragments = inFragments;
  }
}
