/** What is remembered of one key, and when it was last asked for. */
interface Entry<V> {
  value: V;
  last: number;
}

/**
 * A bounded map of what happened of late: once it is full, a new key takes the place of the one that was asked for least
 * recently, if that is longer ago than the window; else there is no room. The work is the same for each key.
 */
export class LiveMap<V> {
  readonly #most: number;
  readonly #window: number;
  readonly #dropped: (value: V) => void;
  /** the one asked for least recently stands first */
  readonly #entries = new Map<string, Entry<V>>();

  /** @param window nanoseconds after which an entry is worth nothing @param dropped is told what had to go */
  constructor(most: number, window: number, dropped: (value: V) => void = () => undefined) {
    this.#most = most;
    this.#window = window;
    this.#dropped = dropped;
  }

  /** @param time nanoseconds since the run's origin */
  get(key: string, time: number): V | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    entry.last = time;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** @returns false when there is no room for this key */
  set(key: string, value: V, time: number): boolean {
    const entry = this.#entries.get(key);
    if (entry !== undefined) {
      entry.value = value;
      return true;
    }
    if (this.#entries.size >= this.#most && !this.#dropIdle(time)) return false;
    this.#entries.set(key, { value, last: time });
    return true;
  }

  *values(): Iterable<V> {
    for (const { value } of this.#entries.values()) yield value;
  }

  #dropIdle(time: number): boolean {
    for (const [key, { value, last }] of this.#entries) {
      if (time - last <= this.#window) return false;
      this.#entries.delete(key);
      this.#dropped(value);
      return true;
    }
    return false;
  }
}
