/** One record of a CSV file with the line on which it begins (1-based). */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
  /** a quote was left open until the end of the file */
  readonly unclosed: boolean;
}

/** Reads RFC 4180 text: quoted fields may hold commas, doubled quotes and line breaks. Empty lines are left out. */
export function readCsv(text: string): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  let line = 1;
  let startLine = 1;
  const endRecord = (unclosed: boolean): void => {
    fields.push(field);
    if (fields.some((value) => value.trim() !== '')) records.push({ line: startLine, fields, unclosed });
    fields = [];
    field = '';
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (letter === '\n') line++;
    if (quoted) {
      if (letter !== '"') field += letter;
      else if (text[at + 1] === '"') {
        field += '"';
        at++;
      } else quoted = false;
    } else if (letter === '"' && field.trim() === '') {
      field = '';
      quoted = true;
    } else if (letter === ',') {
      fields.push(field);
      field = '';
    } else if (letter === '\n') {
      endRecord(false);
      startLine = line;
    } else if (letter !== '\r') field += letter;
  }
  endRecord(quoted);
  return records;
}
