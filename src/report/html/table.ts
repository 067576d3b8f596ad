import type { Text } from '../../base/text.js';
import { markup, type Markup } from './markup.js';
import type { Paper } from './paper.js';

export interface Column {
  readonly head: Text;
  /** `number`: to the right; `code`: digits under digits; `time`: on one line; `wide`: takes what room is left */
  readonly style?: 'number' | 'code' | 'time' | 'wide' | 'narrow';
}

export interface Table {
  readonly caption: Text;
  readonly columns: readonly Column[];
  /** the first cell heads its row */
  readonly rows: readonly (readonly (Markup | string)[])[];
  readonly style?: string;
}

/** A real table: a caption, heads with a scope, and a row's first cell as its head. Nothing for no rows. */
export function table(paper: Paper, { caption, columns, rows, style = '' }: Table): Markup {
  if (rows.length === 0) return markup``;
  const classOf = (column: Column | undefined): Markup =>
    column?.style === undefined ? markup`` : markup` class="${column.style}"`;
  const heads = columns.map((column) => {
    const { mark, inner } = paper.put(column.head);
    return markup`<th scope="col"${classOf(column)}${mark}>${inner}</th>`;
  });
  const body = rows.map(
    (cells) =>
      markup`<tr>${cells.map((cell, index) =>
        index === 0
          ? markup`<th scope="row"${classOf(columns[index])}>${cell}</th>`
          : markup`<td${classOf(columns[index])}>${cell}</td>`,
      )}</tr>
`,
  );
  const title = paper.put(caption);
  return markup`<div class="scroll">
<table class="${style}"><caption${title.mark}>${title.inner}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${body}</tbody></table></div>
`;
}
