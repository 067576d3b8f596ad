import { splitCharacters } from './cell-width.js';

/** Characters that Japanese typesetting keeps from the start of a line (JIS X 4051, 行頭禁則). */
const neverFirst = /^[、。，．・：；？！!?,.:;)\]}’”）〕］｝〉》」』】ーぁぃぅぇぉっゃゅょァィゥェォッャュョﾞﾟ々％%…]/u;

/** Characters that it keeps from the end of a line (行末禁則). */
const neverLast = /[([{‘“（〔［｛〈《「『【]$/u;

/** Scripts that are written without spaces and may break between any two characters. */
const breaksAnywhere = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u{3000}-\u{303F}\u{FF00}-\u{FFEF}ー]/u;

/** Pieces that must not be broken: words, single ideographs with the punctuation that sticks to them. */
function unbreakable(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let last = '';
  for (const character of splitCharacters(text)) {
    const mayBreak =
      last !== '' &&
      !neverFirst.test(character) &&
      !neverLast.test(last) &&
      (last === ' '
        ? character !== ' '
        : character !== ' ' && (breaksAnywhere.test(last) || breaksAnywhere.test(character)));
    if (mayBreak) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
    last = character;
  }
  if (piece !== '') pieces.push(piece);
  return pieces;
}

/**
 * Breaks a text into lines of at most `cells` terminal cells: at spaces, between Japanese characters under the usual
 * prohibitions, and in the middle of a word only when the word alone is wider than the line.
 * @param width cells that a text takes
 */
export function wrapText(text: string, cells: number, width: (text: string) => number): string[] {
  const limit = Math.max(2, cells);
  if (width(text) <= limit) return [text];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const flush = (): void => {
    lines.push(line.trimEnd());
    line = '';
    used = 0;
  };
  for (const piece of unbreakable(text)) {
    const needed = width(piece.trimEnd());
    if (used > 0 && used + needed > limit) flush();
    if (needed > limit) {
      for (const character of splitCharacters(piece)) {
        const wide = width(character);
        if (used > 0 && used + wide > limit) flush();
        line += character;
        used += wide;
      }
    } else {
      line += piece;
      used += width(piece);
    }
  }
  if (line.trimEnd() !== '') flush();
  return lines;
}
