/** Reads RFC 4180 text as strictly as it is written: rows end in CRLF, quotes are doubled inside quoted cells. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let position = 0;
  while (position < text.length) {
    let cell = '';
    if (text[position] === '"') {
      for (position++; ; position++) {
        if (position >= text.length) throw new Error('a quoted cell has no end');
        if (text[position] !== '"') cell += text[position];
        else if (text[position + 1] === '"') cell += text[position++];
        else break;
      }
      position++;
    } else {
      while (position < text.length && text[position] !== ',' && text[position] !== '\r') {
        if (text[position] === '"' || text[position] === '\n') throw new Error(`a bare ${text[position]} in a cell`);
        cell += text[position++];
      }
    }
    row.push(cell);
    if (text[position] === ',') {
      position++;
    } else {
      if (text.slice(position, position + 2) !== '\r\n') throw new Error(`no line end at ${position}`);
      position += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
