/** A set of cell numbers that costs one byte a cell. */
export class CellSet {
  #marks = new Uint8Array(1024);

  /** one that goes on by itself */
  copy(): CellSet {
    const copy = new CellSet();
    copy.#marks = this.#marks.slice();
    return copy;
  }

  add(cell: number): void {
    if (cell >= this.#marks.length) {
      const grown = new Uint8Array(Math.max(this.#marks.length * 2, cell + 1));
      grown.set(this.#marks);
      this.#marks = grown;
    }
    this.#marks[cell] = 1;
  }

  has(cell: number): boolean {
    return this.#marks[cell] === 1;
  }
}
