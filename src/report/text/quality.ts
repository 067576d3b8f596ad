import type { QualityEffect, QualityEntry, ScanReport } from '../../model/report.js';
import { renderField, renderTable, type Cell } from '../layout/table.js';
import type { Paint } from '../layout/paint.js';
import { formatCount } from '../words/numbers.js';
import { qualityValue } from '../words/quality-value.js';
import { WORDS } from '../words/words.js';
import { renderHeading, type Sheet } from './sheet.js';

const EFFECT_PAINT: Readonly<Record<QualityEffect, Paint>> = { none: 'plain', note: 'warning', undetermined: 'alarm' };

/**
 * Points of which there is nothing to say become one row of their check, and points of which the same is said become
 * one row; whatever makes something undetermined, or concerns the whole run, stands alone.
 */
function groupEntries(sheet: Sheet, entries: readonly QualityEntry[]): QualityEntry[][] {
  const groups = new Map<string, QualityEntry[]>();
  for (const [index, entry] of entries.entries()) {
    const alone = sheet.page.full || entry.point === null || entry.effect === 'undetermined';
    const words = entry.effect === 'none' ? '' : sheet.page.say(entry.message);
    const key = alone ? `#${index}` : `${entry.check} ${entry.effect} ${words}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return [...groups.values()];
}

function row(sheet: Sheet, group: readonly QualityEntry[]): Cell[] {
  const { page, labels } = sheet;
  const [entry] = group;
  if (entry === undefined) return [];
  const title = sheet.word(WORDS.qualityCheck, entry.check);
  const numbers = group.map(({ value }) => value).filter((value) => typeof value === 'number');
  const text = (value: QualityEntry['value']): string => page.say(qualityValue({ ...entry, value }));
  const range = [text(Math.min(...numbers)), text(Math.max(...numbers))];
  const values = new Set(group.map(({ value }) => text(value)));
  const value =
    values.size === 1
      ? [...values].join('')
      : numbers.length === group.length
        ? [...new Set(range)].join(` ${labels.dash} `)
        : [...values].join(labels.listSeparator);
  const messages = new Set(group.map(({ message }) => page.say(message)));
  return [
    { text: page.show(entry.check), paint: 'key' },
    title === page.show(entry.check) ? '' : title,
    group.length > 1
      ? labels.allPoints(formatCount(group.length))
      : entry.point === null
        ? ''
        : sheet.point(entry.point),
    value,
    { text: sheet.word(WORDS.qualityEffect, entry.effect), paint: EFFECT_PAINT[entry.effect] },
    messages.size === 1 ? [...messages].join('') : '',
  ];
}

function formatCounts(sheet: Sheet, counts: Readonly<Record<string, number>>): string {
  const { page, labels } = sheet;
  const entries = Object.entries(counts)
    .filter(([, count]) => count !== 0)
    .sort(([x, xCount], [y, yCount]) => yCount - xCount || (x < y ? -1 : 1));
  if (entries.length === 0) return labels.none;
  return entries.map(([name, count]) => `${page.show(name)} ${formatCount(count)}`).join(labels.listSeparator);
}

/** How good the captures are, and what that does to the verdict (CAP-nn); then what was read and left out. */
export function* renderQuality(sheet: Sheet, report: ScanReport): Generator<string> {
  const { page, labels } = sheet;
  yield* renderHeading(sheet, labels.quality);
  if (report.quality.length > 0) {
    yield* renderTable(
      page,
      [
        { head: labels.check },
        { head: '' },
        { head: labels.point },
        { head: labels.value, flexible: true },
        { head: labels.effect },
        { head: labels.explanation, flexible: true },
      ],
      groupEntries(sheet, report.quality).map((group) => row(sheet, group)),
    );
    yield '';
  }
  const width =
    Math.max(...[labels.nonIp, labels.anomalies, labels.limitsReached, labels.duplicates].map(page.width)) + 2;
  const { statistics } = report;
  yield* renderField(page, labels.nonIp, formatCounts(sheet, statistics.nonIp), 2, width);
  yield* renderField(page, labels.anomalies, formatCounts(sheet, statistics.anomalies), 2, width);
  yield* renderField(page, labels.limitsReached, formatCounts(sheet, statistics.limitsReached), 2, width);
  yield* renderField(page, labels.duplicates, labels.packets(formatCount(statistics.duplicates)), 2, width);
}
