import { AREAS, ZONES, type Area } from '../../model/place.js';
import { VERDICTS, type MatrixCell, type ScanReport } from '../../model/report.js';
import { renderItems, renderParagraph, renderTable, type Cell, type CellLine, type Column } from '../layout/table.js';
import { watchedAreas } from '../watched-areas.js';
import { formatCount } from '../words/numbers.js';
import { WORDS } from '../words/words.js';
import { renderHeading, VERDICT_PAINT, type Sheet } from './sheet.js';

function cellLines(sheet: Sheet, cell: MatrixCell): CellLine[] {
  const lines: CellLine[] = [];
  for (const verdict of ['permitted', ...VERDICTS] as const) {
    const flows = cell.verdicts[verdict] ?? 0;
    if (flows === 0) continue;
    lines.push({
      text: `${sheet.word(WORDS.cellVerdict, verdict)} ${formatCount(flows)}`,
      paint: verdict === 'permitted' ? 'plain' : VERDICT_PAINT[verdict],
    });
  }
  // flows that no verdict names still happened
  return lines.length === 0 && cell.flows > 0 ? [{ text: formatCount(cell.flows), paint: 'plain' }] : lines;
}

/** Columns in groups that fit the page beside the row heads. */
function groupColumns(sheet: Sheet, areas: readonly Area[], widths: ReadonlyMap<Area, number>, head: number): Area[][] {
  const groups: Area[][] = [];
  let group: Area[] = [];
  let used = head;
  for (const area of areas) {
    const width = (widths.get(area) ?? 0) + 2;
    if (group.length > 0 && used + width > sheet.page.columns - 2) {
      groups.push(group);
      group = [];
      used = head;
    }
    group.push(area);
    used += width;
  }
  return [...groups, group];
}

/** Who opened communication with whom, in flows by verdict. Areas that never occur are left out, the three zones never. Flows with multicast and the like are counted below the table. */
export function* renderMatrix(sheet: Sheet, report: ScanReport): Generator<string> {
  const { page, labels } = sheet;
  const isAside = (cell: MatrixCell): boolean =>
    (cell.from === 'special' || cell.to === 'special') && cell.flows === (cell.verdicts.permitted ?? 0);
  const matrix = report.matrix.filter((cell) => !isAside(cell));
  const aside = report.matrix.filter(isAside).reduce((flows, cell) => flows + cell.flows, 0);
  const cells = new Map(matrix.map((cell) => [`${cell.from} ${cell.to}`, cell]));
  const occurs = (area: Area, side: 'from' | 'to'): boolean =>
    (ZONES as readonly Area[]).includes(area) || matrix.some((cell) => cell[side] === area && cell.flows > 0);
  const rows = AREAS.filter((area) => occurs(area, 'from'));
  const columns = AREAS.filter((area) => occurs(area, 'to'));
  const quiet = page.lang === 'ja' ? '・' : '·';
  const watched = watchedAreas(report);
  const shown = (from: Area, to: Area): readonly CellLine[] => {
    const cell = cells.get(`${from} ${to}`);
    if (cell !== undefined && cell.flows > 0) return cellLines(sheet, cell);
    const seen = cell !== undefined || (from !== to && (watched.has(from) || watched.has(to)));
    return [{ text: seen ? '0' : quiet, paint: 'faint' }];
  };
  const name = (area: Area): string => sheet.word(WORDS.shortArea, area);
  const widths = new Map(
    columns.map((to) => [
      to,
      Math.max(page.width(name(to)), ...rows.flatMap((from) => shown(from, to).map((line) => page.width(line.text)))),
    ]),
  );
  const head = Math.max(page.width(labels.matrixInitiator), ...rows.map((area) => page.width(name(area))));

  yield* renderHeading(sheet, labels.matrix, labels.matrixUnit);
  for (const [index, group] of groupColumns(sheet, columns, widths, head).entries()) {
    if (index > 0) yield '';
    const heads: Column[] = [{ head: labels.matrixInitiator }, ...group.map((area) => ({ head: name(area) }))];
    const body = rows.map((from): Cell[] => [
      { text: name(from), paint: 'strong' },
      ...group.map((to): Cell => shown(from, to)),
    ]);
    yield* renderTable(page, heads, body);
  }
  yield '';
  yield* renderItems(page, [labels.matrixZero, labels.matrixQuiet, labels.matrixOmitted], 2, { gap: '   ' });
  if (aside > 0) yield* renderParagraph(page, labels.matrixSpecial(formatCount(aside)), 2);
  const names = AREAS.filter((area) => rows.includes(area) || columns.includes(area))
    .filter((area) => name(area) !== sheet.word(WORDS.area, area))
    .map((area) => `${name(area)} = ${sheet.word(WORDS.area, area)}`);
  yield* renderItems(page, names, 2, { gap: '   ' });
}
