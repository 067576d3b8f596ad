import type { Coverage, ScanReport } from '../../model/report.js';
import { renderField, renderParagraph, renderTable, type Cell, type Column } from '../layout/table.js';
import type { Paint } from '../layout/paint.js';
import { boundaryName } from '../words/boundary-name.js';
import { formatCount } from '../words/numbers.js';
import { WORDS } from '../words/words.js';
import { renderHeading, renderMore, type Sheet } from './sheet.js';

/** Rows of one table that are shown before the rest is folded. */
const ROWS_SHOWN = 30;

const BOUNDARY_PAINT: Readonly<Record<Coverage['boundaries'][number]['result'], Paint>> = {
  observed: 'good',
  'one-side': 'warning',
  'not-observed': 'alarm',
};

function* renderFolded(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Generator<string> {
  const { page } = sheet;
  if (rows.length === 0) return;
  const shown = page.full ? rows : rows.slice(0, ROWS_SHOWN);
  yield* renderTable(page, columns, shown);
  yield* renderMore(sheet, rows.length - shown.length);
  yield '';
}

function renderPoints(sheet: Sheet, points: Coverage['points']): Generator<string> {
  const { page, labels } = sheet;
  return renderFolded(
    sheet,
    [
      { head: labels.point },
      { head: labels.filesHead, align: 'right' },
      { head: labels.packetsHead, align: 'right' },
      { head: labels.periodHead },
      { head: labels.vlans, flexible: true },
    ],
    points.map((point) => [
      sheet.point(point.point) +
        (point.declared || point.point === null ? '' : `${labels.open}${labels.undeclared}${labels.close}`),
      formatCount(point.files),
      { text: formatCount(point.packets), paint: point.packets === 0 ? 'warning' : 'plain' },
      sheet.span(point.first, point.last),
      point.vlans.map(page.show).join(' '),
    ]),
  );
}

function renderZones(sheet: Sheet, zones: Coverage['zones']): Generator<string> {
  const { labels } = sheet;
  return renderFolded(
    sheet,
    [
      { head: labels.zone },
      { head: labels.hostsDeclared, align: 'right' },
      { head: labels.hostsSeen, align: 'right' },
      { head: labels.hostsUnseen, align: 'right' },
    ],
    zones.map((zone) => [
      sheet.word(WORDS.area, zone.zone),
      formatCount(zone.hostsDeclared),
      formatCount(zone.hostsSeen),
      formatCount(zone.hostsUnseen),
    ]),
  );
}

function renderBoundaries(sheet: Sheet, boundaries: Coverage['boundaries']): Generator<string> {
  const { page, labels } = sheet;
  return renderFolded(
    sheet,
    [
      { head: labels.boundary, flexible: true },
      { head: labels.sides, flexible: true },
      { head: labels.boundaryResult },
    ],
    boundaries.map((boundary) => [
      page.say(boundaryName(boundary)),
      boundary.sides.map((side) => ({
        text:
          `${sheet.word(WORDS.shortArea, side.zone)}: ` +
          (side.packets === 0
            ? labels.notCaptured
            : `${side.points.map(page.show).join(' ')} ${formatCount(side.packets)}`),
        paint: side.packets === 0 ? ('warning' as const) : ('plain' as const),
      })),
      { text: sheet.word(WORDS.boundaryResult, boundary.result), paint: BOUNDARY_PAINT[boundary.result] },
    ]),
  );
}

function* renderConduits(sheet: Sheet, conduits: Coverage['conduits']): Generator<string> {
  const { page, labels } = sheet;
  if (conduits.length === 0) return;
  const unused = conduits.filter((conduit) => conduit.flows === 0);
  const used = formatCount(conduits.length - unused.length);
  yield* renderParagraph(page, labels.conduitsUsed(used, formatCount(conduits.length)), 2);
  if (unused.length === 0) return;
  const shown = page.full ? unused : unused.slice(0, ROWS_SHOWN);
  const names = shown
    .map((conduit) => `${page.show(conduit.conduit)} ${page.show(conduit.title)}`.trimEnd())
    .join(labels.listSeparator);
  const more = shown.length < unused.length ? `  ${labels.more(formatCount(unused.length - shown.length))}` : '';
  yield* renderField(page, labels.conduitsUnused, names + more, 2, page.width(labels.conduitsUnused) + 2);
}

/** What the captures could have shown: points, hosts, boundaries, conduits. */
export function* renderCoverage(sheet: Sheet, report: ScanReport): Generator<string> {
  const { points, zones, boundaries, conduits } = report.coverage;
  yield* renderHeading(sheet, sheet.labels.coverage);
  yield* renderPoints(sheet, points);
  yield* renderBoundaries(sheet, boundaries);
  yield* renderZones(sheet, zones);
  yield* renderConduits(sheet, conduits);
}
