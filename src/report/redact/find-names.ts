/** A stretch of text that is a known name. */
export interface FoundName {
  readonly index: number;
  readonly length: number;
  readonly pseudonym: string;
}

/** A name and what stands for it; in lower case. */
type Entry = readonly [name: string, pseudonym: string];

/**
 * Finds known names in a text, the longest first, whatever their case. An ASCII name is one only where it is not part of
 * a longer word. Names are looked up by their first two characters: there may be a hundred thousand.
 */
export class NameFinder {
  readonly #byStart = new Map<string, Entry[]>();

  /** @param names by their lower-case form; names of one character are no names in a text */
  constructor(names: Iterable<Entry>) {
    for (const entry of names) {
      if (entry[0].length < 2) continue;
      const start = entry[0].slice(0, 2);
      const bucket = this.#byStart.get(start);
      if (bucket === undefined) this.#byStart.set(start, [entry]);
      else bucket.push(entry);
    }
    for (const bucket of this.#byStart.values()) bucket.sort(([x], [y]) => y.length - x.length || (x < y ? -1 : 1));
  }

  *find(text: string): Generator<FoundName> {
    const lower = text.toLowerCase();
    // a few letters grow when they become small: then positions would not fit
    const searched = lower.length === text.length ? lower : text;
    for (let index = 0; index < searched.length - 1; index++) {
      const bucket = this.#byStart.get(searched.slice(index, index + 2));
      const found = bucket?.find(([name]) => searched.startsWith(name, index) && standsAlone(searched, index, name));
      if (found === undefined) continue;
      const [{ length }, pseudonym] = found;
      yield { index, length, pseudonym };
      index += length - 1;
    }
  }
}

const WORD = /[a-z0-9_-]/i;

function standsAlone(text: string, index: number, name: string): boolean {
  const before = text.charAt(index - 1);
  const after = text.charAt(index + name.length);
  const touchesBefore = WORD.test(name.charAt(0)) && WORD.test(before);
  const touchesAfter = WORD.test(name.charAt(name.length - 1)) && WORD.test(after);
  return !touchesBefore && !touchesAfter;
}
