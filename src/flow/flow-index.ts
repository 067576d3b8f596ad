/**
 * Hash index of the flow table: open addressing, linear probing, two words a slot (hash, row + 1). Removal shifts
 * entries back, so probes stay short and there are no tombstones. Several rows may share one identity (siblings).
 */
export class FlowIndex {
  slots = new Int32Array(2 * 2048);
  mask = 2047;
  #count = 0;

  constructor() {
    // once before any code is hot: the compiler then never bets on slots that stay where they are
    this.#grow();
  }

  insert(hash: number, row: number): void {
    if ((this.#count + 1) * 10 > (this.mask + 1) * 7) this.#grow();
    const slots = this.slots;
    const mask = this.mask;
    let slot = hash & mask;
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = row + 1;
    this.#count++;
  }

  remove(hash: number, row: number): void {
    const slots = this.slots;
    const mask = this.mask;
    let hole = hash & mask;
    while (slots[2 * hole + 1] !== row + 1) {
      if (slots[2 * hole + 1] === 0) return;
      hole = (hole + 1) & mask;
    }
    for (let slot = (hole + 1) & mask; slots[2 * slot + 1] !== 0; slot = (slot + 1) & mask) {
      const home = (slots[2 * slot] as number) & mask;
      // an entry may fill the hole unless its home lies cyclically after the hole
      if (((slot - home) & mask) < ((slot - hole) & mask)) continue;
      slots[2 * hole] = slots[2 * slot] as number;
      slots[2 * hole + 1] = slots[2 * slot + 1] as number;
      hole = slot;
    }
    slots[2 * hole + 1] = 0;
    this.#count--;
  }

  /** all rows with this hash; for the rare questions about siblings */
  rowsOf(hash: number): number[] {
    const rows: number[] = [];
    for (let slot = hash & this.mask; this.slots[2 * slot + 1] !== 0; slot = (slot + 1) & this.mask)
      if (this.slots[2 * slot] === hash) rows.push((this.slots[2 * slot + 1] as number) - 1);
    return rows;
  }

  #grow(): void {
    const old = this.slots;
    const size = (this.mask + 1) * 2;
    const slots = new Int32Array(2 * size);
    const mask = size - 1;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue;
      let slot = (old[from] as number) & mask;
      while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
      slots[2 * slot] = old[from] as number;
      slots[2 * slot + 1] = old[from + 1] as number;
    }
    this.slots = slots;
    this.mask = mask;
  }
}
