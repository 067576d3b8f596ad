import type { Paint } from './paint.js';
import type { Page } from './page.js';

/** One cell: its lines, each with a paint of its own. The text is already safe for the terminal. */
export type Cell = string | { readonly text: string; readonly paint: Paint } | readonly CellLine[];
export interface CellLine {
  readonly text: string;
  readonly paint: Paint;
}

export interface Column {
  readonly head: string;
  readonly align?: 'left' | 'right';
  /** takes what the other columns leave, and wraps into it */
  readonly flexible?: boolean;
  /** is never wrapped: something that is copied, such as an id; a table may become wider than its page for it */
  readonly whole?: boolean;
}

const GAP = 2;

function linesOf(cell: Cell): readonly CellLine[] {
  if (typeof cell === 'string') return [{ text: cell, paint: 'plain' }];
  return 'text' in cell ? [cell] : cell;
}

/** Cells that a flexible column keeps, that any column keeps, and the least that a wide character needs. */
const KEPT = { flexible: 16, any: 6, least: 2 } as const;

/** Widths of all columns; when they do not fit, the widest give way: first the flexible ones, then all. */
function fitWidths(columns: readonly Column[], wanted: readonly number[], room: number): number[] {
  const widths = [...wanted];
  let excess = widths.reduce((sum, width) => sum + width, 0) + GAP * (columns.length - 1) - room;
  const shrink = (isCandidate: (column: Column) => boolean, kept: number): void => {
    while (excess > 0) {
      const gives = (index: number): boolean => {
        const column = columns[index] ?? { head: '' };
        return column.whole !== true && isCandidate(column);
      };
      const candidates = widths.filter((width, index) => width > kept && gives(index));
      if (candidates.length === 0) return;
      const widest = Math.max(...candidates);
      const index = widths.findIndex((width, at) => width === widest && gives(at));
      widths[index] = widest - 1;
      excess--;
    }
  };
  shrink((column) => column.flexible === true, KEPT.flexible);
  shrink(() => true, KEPT.any);
  shrink(() => true, KEPT.least);
  return widths;
}

/** Lines of a table: heads, a thin rule, rows; columns aligned by terminal cells, long cells wrapped in their column. */
export function* renderTable(
  page: Page,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  indent = 2,
): Generator<string> {
  const room = page.columns - indent;
  const wanted = columns.map((column, index) =>
    rows.reduce(
      (most, row) => linesOf(row[index] ?? '').reduce((inCell, line) => Math.max(inCell, page.width(line.text)), most),
      page.width(column.head),
    ),
  );
  const widths = fitWidths(columns, wanted, room);
  const margin = ' '.repeat(indent);

  function* renderRow(cells: readonly Cell[]): Generator<string> {
    const wrapped = columns.map((_, index) =>
      linesOf(cells[index] ?? '').flatMap((line) =>
        page.wrap(line.text, widths[index] ?? 0).map((text) => ({ text, paint: line.paint })),
      ),
    );
    const height = Math.max(1, ...wrapped.map((lines) => lines.length));
    for (let row = 0; row < height; row++) {
      const parts = columns.map((column, index) => {
        const line = wrapped[index]?.[row];
        const width = widths[index] ?? 0;
        if (line === undefined) return ' '.repeat(width);
        const painted = page.paint(line.text, line.paint);
        return column.align === 'right' ? page.padStart(painted, width) : page.padEnd(painted, width);
      });
      yield `${margin}${parts.join(' '.repeat(GAP))}`.trimEnd();
    }
  }

  if (columns.some((column) => column.head !== '')) {
    yield* renderRow(columns.map((column) => ({ text: column.head, paint: 'faint' as const })));
    const whole = widths.reduce((sum, width) => sum + width, 0) + GAP * (columns.length - 1);
    yield margin + page.paint(page.rule('─', Math.min(whole, room)), 'faint');
  }
  for (const row of rows) yield* renderRow(row);
}

/**
 * A label and a text beside it: the text wraps under itself, never under the label. A label that fills its column has a
 * line of its own.
 */
export function* renderField(
  page: Page,
  label: string,
  text: string,
  indent: number,
  labelWidth: number,
): Generator<string> {
  const inner = Math.max(8, page.columns - indent - labelWidth);
  let first = page.width(label) < labelWidth;
  if (!first) yield `${' '.repeat(indent)}${page.paint(label, 'faint')}`;
  for (const line of page.wrap(text, inner)) {
    const head = first ? page.padEnd(page.paint(label, 'faint'), labelWidth) : ' '.repeat(labelWidth);
    yield `${' '.repeat(indent)}${head}${line}`.trimEnd();
    first = false;
  }
}

/** A paragraph, indented as a whole. @param hang further indentation of the second and later lines */
export function* renderParagraph(page: Page, text: string, indent: number, hang = 0): Generator<string> {
  const lines = page.wrap(text, page.columns - indent - hang);
  for (const [index, line] of lines.entries()) yield `${' '.repeat(indent + (index === 0 ? 0 : hang))}${line}`;
}

/** Short items one after another, as many to a line as fit; an item is broken only when it alone is too wide. */
export function* renderItems(
  page: Page,
  items: readonly string[],
  indent: number,
  options: { readonly label?: string; readonly labelWidth?: number; readonly gap?: string } = {},
): Generator<string> {
  const { label = '', labelWidth = 0, gap = '  ' } = options;
  const room = page.columns - indent - labelWidth;
  const lines: string[] = [];
  for (const item of items.filter((text) => text !== '')) {
    const longer = `${lines.at(-1) ?? ''}${gap}${item}`;
    if (lines.length > 0 && page.width(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(...page.wrap(item.trimStart(), room));
  }
  for (const [index, line] of lines.entries()) {
    const head = index === 0 ? page.padEnd(page.paint(label, 'faint'), labelWidth) : ' '.repeat(labelWidth);
    yield `${' '.repeat(indent)}${head}${line}`;
  }
}
