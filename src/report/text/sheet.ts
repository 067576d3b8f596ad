import type { Text } from '../../base/text.js';
import type { Result, ScanReport, Severity, Verdict } from '../../model/report.js';
import type { Page } from '../layout/page.js';
import { createPage } from '../layout/page.js';
import type { Paint } from '../layout/paint.js';
import type { ReportOptions } from '../report-options.js';
import { createReportClock, type ReportClock } from '../report-time.js';
import { LABELS, type Labels } from '../words/labels.js';
import { formatCount } from '../words/numbers.js';
import { wordOf } from '../words/words.js';

/** What every section of the text report is written with. */
export interface Sheet {
  readonly page: Page;
  readonly labels: Labels;
  readonly clock: ReportClock;
  /** the word of a vocabulary, safe for the terminal */
  readonly word: (words: Readonly<Record<string, Text>>, key: string) => string;
  /** name of a capture point; the unnamed one has a label */
  readonly point: (name: string | null) => string;
  /** first and last in local time; a label when there is none */
  readonly span: (first: string | null, last: string | null) => string;
}

export function createSheet(report: ScanReport, options: ReportOptions): Sheet {
  const page = createPage(options);
  const labels = LABELS[options.lang];
  const clock = createReportClock(report.inputs.topology.timezone);
  return {
    page,
    labels,
    clock,
    word: (words, key) => page.show(wordOf(words, key, options.lang)),
    point: (name) => (name === null ? labels.unnamedPoint : page.show(name)),
    span: (first, last) =>
      first === null || last === null ? labels.noPackets : page.show(clock.span(first, last, labels.dash)),
  };
}

/** A section's heading, with a blank line before and after. */
export function* renderHeading(sheet: Sheet, title: string, aside = ''): Generator<string> {
  const { page } = sheet;
  const fits = page.width(title) + page.width(aside) + 4 <= page.columns;
  const tail = fits && aside !== '' ? `  ${aside}` : '';
  const room = page.columns - page.width(title) - page.width(tail) - 1;
  yield '';
  yield `${page.paint(title, 'strong')}${page.paint(tail, 'faint')} ${page.paint(page.rule('─', room), 'faint')}`.trimEnd();
  if (!fits) for (const line of page.wrap(aside, page.columns)) yield page.paint(line, 'faint');
  yield '';
}

/** How many entries of a list are folded away; nothing when none are. */
export function* renderMore(sheet: Sheet, folded: number, indent = 2): Generator<string> {
  const { page, labels } = sheet;
  if (folded <= 0) return;
  for (const line of page.wrap(labels.more(formatCount(folded)), page.columns - indent)) {
    yield ' '.repeat(indent) + page.paint(line, 'faint');
  }
}

export const RESULT_PAINT: Readonly<Record<Result, Paint>> = {
  violation: 'alarm',
  suspected: 'doubt',
  undetermined: 'warning',
  'none-observed': 'good',
};

export const VERDICT_PAINT: Readonly<Record<Verdict, Paint>> = {
  violation: 'alarm',
  suspected: 'doubt',
  attempt: 'warning',
  blocked: 'good',
  observation: 'plain',
  undetermined: 'warning',
};

export const SEVERITY_PAINT: Readonly<Record<Severity, Paint>> = {
  critical: 'alarm',
  high: 'alarm',
  medium: 'warning',
  low: 'plain',
  info: 'faint',
};
