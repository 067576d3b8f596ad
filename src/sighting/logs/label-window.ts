import type { HeardFrame } from '../heard-frame.js';

/** One name that carries data, perhaps. */
export interface Label {
  readonly time: number;
  readonly frame: HeardFrame;
  /** bytes of the answer behind its question, where the question was for data; else 0 */
  readonly dataBytes: number;
}

/**
 * The distinct names that one client asked below one domain of late, the oldest first, and what they add up to: so that
 * each costs the same, however many there are.
 */
export class LabelWindow {
  readonly #labels = new Map<string, Label>();
  /** characters of the longest label of each name; of each name as a whole */
  #longest = 0;
  #whole = 0;
  /** names asked for data, and bytes that came back */
  #data = 0;
  #dataBytes = 0;

  get size(): number {
    return this.#labels.size;
  }

  get meanLongest(): number {
    return this.#longest / this.size;
  }

  get meanWhole(): number {
    return this.#whole / this.size;
  }

  get shareOfData(): number {
    return this.#data / this.size;
  }

  get meanAnswer(): number {
    return this.#dataBytes / this.#data;
  }

  values(): Iterable<Label> {
    return this.#labels.values();
  }

  /** The newest stands last. */
  note(name: string, label: Label): void {
    this.#drop(name);
    this.#labels.set(name, label);
    this.#count(name, label, 1);
  }

  /** Forgets what is older than `since`, and of the others the oldest, until `most` are left. */
  trim(since: number, most: number): void {
    for (const [name, { time }] of this.#labels) {
      if (time >= since && this.size <= most) return;
      this.#drop(name);
    }
  }

  #drop(name: string): void {
    const label = this.#labels.get(name);
    if (label === undefined) return;
    this.#labels.delete(name);
    this.#count(name, label, -1);
  }

  #count(name: string, { dataBytes }: Label, sign: 1 | -1): void {
    // of each name, what carries the data
    this.#longest += sign * Math.max(...name.split('.').map(({ length }) => length));
    this.#whole += sign * name.length;
    if (dataBytes > 0) this.#data += sign;
    this.#dataBytes += sign * dataBytes;
  }
}
