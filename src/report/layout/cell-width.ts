import stringWidth from 'string-width';

const ascii = /^[\x20-\x7e]*$/;
// eslint-disable-next-line no-control-regex -- our own colours take no cells
const graphicRendition = /\u001b\[[\d;]*m/g;

/** A character with the marks on it. Enough here: joiners and other format characters are visible text by now. */
const character = /\P{M}\p{M}*|\p{M}+/gu;

/** Characters remembered; a report uses some thousands at most, and hostile text must not fill the memory. */
const REMEMBERED = 20_000;

/**
 * The characters of a text that was made safe for the terminal. Not `Intl.Segmenter`: in Node 20 each of its segments
 * carries a copy of the whole text, which makes a long text a matter of gigabytes.
 */
export function splitCharacters(text: string): readonly string[] {
  return ascii.test(text) ? text.split('') : (text.match(character) ?? []);
}

/** Makes the function that says how many terminal cells a text takes. Linear in the length of the text. */
export function createCellWidth(ambiguousWide: boolean): (text: string) => number {
  const remembered = new Map<string, number>();
  const measure = { ambiguousIsNarrow: !ambiguousWide };
  const widthOf = (one: string): number => {
    const known = remembered.get(one);
    if (known !== undefined) return known;
    const width = stringWidth(one, measure);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(one, width);
    return width;
  };
  return (text) => {
    if (ascii.test(text)) return text.length;
    let cells = 0;
    for (const one of splitCharacters(text.replace(graphicRendition, ''))) cells += widthOf(one);
    return cells;
  };
}
