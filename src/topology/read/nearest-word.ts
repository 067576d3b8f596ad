/** Edits (insert, delete, replace, swap of neighbours) that turn one word into the other. */
export function editDistance(from: string, to: string): number {
  const width = to.length + 1;
  const table = new Uint16Array((from.length + 1) * width);
  const at = (row: number, column: number): number => table[row * width + column] ?? 0;
  for (let column = 0; column < width; column++) table[column] = column;
  for (let row = 1; row <= from.length; row++) {
    table[row * width] = row;
    for (let column = 1; column < width; column++) {
      const same = from[row - 1] === to[column - 1];
      let best = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) best = Math.min(best, at(row - 2, column - 2) + 1);
      table[row * width + column] = best;
    }
  }
  return at(from.length, to.length);
}

/** The known word that was probably meant, or `undefined`: at most a third of its letters may differ. */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  if (word.length > 64) return undefined;
  const typed = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > 4) continue;
    const distance = editDistance(typed, candidate.toLowerCase());
    if (distance < bestDistance && distance <= Math.max(1, Math.floor(Math.max(candidate.length, typed.length) / 3))) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
