import type { Text } from '../../base/text.js';
import type { Comparison, Finding, FindingEnd } from '../../model/report.js';
import { renderField, renderItems, renderParagraph } from '../layout/table.js';
import { formatBytes, formatCount } from '../words/numbers.js';
import { reasonText } from '../words/reasons.js';
import { formatService, serviceName } from '../words/services.js';
import { WORDS } from '../words/words.js';
import { renderEvidence } from './evidence.js';
import { SEVERITY_PAINT, VERDICT_PAINT, type Sheet } from './sheet.js';

const INDENT = 5;
const LABEL_WIDTH = 10;
/** names of one finding that are shown; the machine formats have all */
const INDICATORS_SHOWN = 8;

/** `LGWAN接続系 10.20.4.10（mail-lg）` */
export function formatFindingEnd(sheet: Sheet, end: FindingEnd): string {
  const { page, labels } = sheet;
  const zone = end.zone === null ? '' : `${sheet.word(WORDS.area, end.zone)} `;
  const address =
    end.address === null ? (end.mac === null ? labels.unknown : `MAC ${page.show(end.mac)}`) : page.show(end.address);
  return `${zone}${address}${end.host === null ? '' : `${labels.open}${page.show(end.host)}${labels.close}`}`;
}

/** `tcp/445 SMB` */
export function formatFindingService(sheet: Sheet, service: NonNullable<Finding['service']>): string {
  const name = service.name ?? serviceName(service.proto, service.port);
  return `${formatService(service.proto, service.port)}${name === '' ? '' : ` ${sheet.page.show(name)}`}`;
}

function formatTime(sheet: Sheet, first: string, last: string): string {
  const { labels, clock, page } = sheet;
  const local = sheet.span(first, last);
  if (clock.timezone === 'UTC') return `${local} UTC`;
  return `${local}${labels.open}${labels.utc} ${page.show(clock.utcSpan(first, last, labels.dash))}${labels.close}`;
}

function formatConduit(sheet: Sheet, conduit: NonNullable<Finding['conduit']>): string {
  const { page, labels } = sheet;
  const id = page.show(conduit.nearest);
  return conduit.failed === null
    ? labels.nearestOnly(id)
    : labels.nearest(id, sheet.word(WORDS.conduitField, conduit.failed));
}

/** Under which number a paragraph was printed first: the same advice is not given nine times on one page. */
export type Told = Map<string, number>;

function* renderAdvice(
  sheet: Sheet,
  label: string,
  texts: readonly Text[],
  number: number,
  told: Told,
): Generator<string> {
  const { page, labels } = sheet;
  const paragraphs = texts.map(page.say);
  const key = paragraphs.join('\n');
  const before = page.full ? undefined : told.get(key);
  if (before === undefined) told.set(key, number);
  const shown = before === undefined ? paragraphs : [labels.sameAs(String(before))];
  for (const [index, text] of shown.entries()) {
    if (key !== '') yield* renderField(page, index === 0 ? label : '', text, INDENT, LABEL_WIDTH);
  }
}

/** Why content was not readable is a word of ours; every other value comes from the packets. */
function formatIndicator({ page, word }: Sheet, field: string, value: string): string {
  return field === 'opaque' ? word(WORDS.opaque, value) : page.show(value);
}

/** How it stands to an earlier report, and who answers for it. */
export function standingOf(sheet: Sheet, finding: Finding, comparison?: Comparison): readonly string[] {
  const { page, labels } = sheet;
  const { id, status, accepted } = finding;
  const was = comparison?.worsened.find((earlier) => earlier.id === id);
  return [
    ...(status === undefined ? [] : [sheet.word(WORDS.findingStatus, status)]),
    ...(was === undefined
      ? []
      : [labels.was(sheet.word(WORDS.verdict, was.verdict), sheet.word(WORDS.severity, was.severity))]),
    ...(accepted === undefined
      ? []
      : [labels.acceptedBy(page.show(accepted.entry), page.show(accepted.approver), page.show(accepted.until ?? ''))]),
    ...((accepted?.settledBy ?? null) === null ? [] : [labels.settledBy(page.show(accepted?.settledBy ?? ''))]),
  ];
}

/** One finding, whole: what, who with whom, how much, when, why not permitted, the packets, what to do. */
export function* renderFinding(
  sheet: Sheet,
  finding: Finding,
  number: number,
  told: Told,
  comparison?: Comparison,
): Generator<string> {
  const { page, labels } = sheet;
  const verdict = page.paint(sheet.word(WORDS.verdict, finding.verdict), VERDICT_PAINT[finding.verdict]);
  const severity = page.paint(`[${sheet.word(WORDS.severity, finding.severity)}]`, SEVERITY_PAINT[finding.severity]);
  const lead = `${page.padStart(String(number), 3)}  ${severity} ${verdict}  `;
  const title = page.say(finding.title);
  const rule = page.show(finding.rule);
  if (page.width(lead) + page.width(title) + page.width(rule) + 2 <= page.columns) {
    const gap = ' '.repeat(page.columns - page.width(lead) - page.width(title) - page.width(rule));
    yield `${lead}${page.paint(title, 'strong')}${gap}${page.paint(rule, 'key')}`;
  } else {
    yield lead.trimEnd();
    for (const line of page.wrap(`${title}  ${rule}`, page.columns - INDENT))
      yield ' '.repeat(INDENT) + page.paint(line, 'strong');
  }
  yield* renderParagraph(page, page.say(finding.summary), INDENT);

  const field = (label: string, text: string): Generator<string> => renderField(page, label, text, INDENT, LABEL_WIDTH);
  const standing = standingOf(sheet, finding, comparison);
  if (standing.length > 0) yield* field(labels.standing, standing.join(labels.listSeparator));
  const ends = [
    `${formatFindingEnd(sheet, finding.from)} ${labels.arrow}`,
    formatFindingEnd(sheet, finding.to),
    finding.service === null ? '' : ` ${formatFindingService(sheet, finding.service)}`,
  ];
  yield* renderItems(page, ends, INDENT, { label: labels.traffic, labelWidth: LABEL_WIDTH, gap: ' ' });
  const outcome = finding.outcome === null ? '' : sheet.word(WORDS.outcome, finding.outcome);
  const packets = labels.packets(formatCount(finding.packets));
  // what was seen of cards and paths is packets of no flow
  const isSighting = finding.flows === 0 && finding.packets > 0;
  const counts = isSighting
    ? [packets]
    : [labels.flows(formatCount(finding.flows)), packets, formatBytes(finding.bytes)];
  yield* renderItems(page, [outcome, ...counts], INDENT, { label: labels.outcome, labelWidth: LABEL_WIDTH });
  if (finding.first !== null && finding.last !== null)
    yield* field(labels.time, formatTime(sheet, finding.first, finding.last));
  if (finding.conduit !== null) yield* field(labels.conduit, formatConduit(sheet, finding.conduit));
  if (finding.indicators !== undefined) {
    const shown = finding.indicators.slice(0, INDICATORS_SHOWN);
    const items = shown.map(
      ({ field, value }) => `${sheet.word(WORDS.indicatorField, field)}: ${formatIndicator(sheet, field, value)}`,
    );
    const more = finding.indicators.length - shown.length;
    yield* field(labels.content, [...items, ...(more > 0 ? [`+${more}`] : [])].join(labels.listSeparator));
  }
  yield* renderEvidence(sheet, finding, INDENT, LABEL_WIDTH);
  if (finding.reasons.length > 0)
    yield* field(labels.reasons, finding.reasons.map((code) => page.say(reasonText(code))).join(labels.listSeparator));
  if (finding.related.length > 0) yield* field(labels.related, finding.related.map(page.show).join(', '));
  yield* renderAdvice(sheet, labels.remedy, [finding.remedy], number, told);
  yield* renderAdvice(sheet, labels.limits, finding.limits, number, told);
  yield* field(labels.fingerprint, page.show(finding.id));
}
