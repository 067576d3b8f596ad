/** Something with a place in time; the number decides between equal times. */
export interface Timed {
  key: number;
  readonly order: number;
}

export function isBefore(x: Timed, y: Timed): boolean {
  return x.key < y.key || (x.key === y.key && x.order < y.order);
}

/** A binary heap: the earliest is at the top. */
export class MergeHeap<T extends Timed> {
  private readonly items: T[] = [];

  get size(): number {
    return this.items.length;
  }

  get first(): T | undefined {
    return this.items[0];
  }

  /** the earliest of the others */
  get second(): T | undefined {
    const [, left, right] = this.items;
    return left !== undefined && right !== undefined && isBefore(right, left) ? right : left;
  }

  push(item: T): void {
    this.items.push(item);
    let at = this.items.length - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const upper = this.items[above];
      if (upper === undefined || !isBefore(item, upper)) break;
      this.items[at] = upper;
      at = above;
    }
    this.items[at] = item;
  }

  /** Takes the top away. */
  pop(): void {
    const last = this.items.pop();
    if (last === undefined || this.items.length === 0) return;
    this.items[0] = last;
    this.settleFirst();
  }

  /** Call it after the key of the top has grown. */
  settleFirst(): void {
    const { items } = this;
    const item = items[0];
    if (item === undefined) return;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      let lower = items[below];
      const right = items[below + 1];
      if (lower !== undefined && right !== undefined && isBefore(right, lower)) {
        lower = right;
        below++;
      }
      if (lower === undefined || !isBefore(lower, item)) break;
      items[at] = lower;
      at = below;
    }
    items[at] = item;
  }
}
