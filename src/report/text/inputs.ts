import type { Problem } from '../../base/failure.js';
import type { CaptureSummary, ScanReport } from '../../model/report.js';
import { renderField, renderItems, renderParagraph } from '../layout/table.js';
import { formatBytes, formatCount } from '../words/numbers.js';
import { renderHeading, renderMore, type Sheet } from './sheet.js';

const FILES_SHOWN = 30;
const LABEL_WIDTH = 10;

function* renderProblem(sheet: Sheet, problem: Problem, indent: number): Generator<string> {
  const { page } = sheet;
  const line = problem.line === undefined ? '' : ` ${problem.line}:${problem.column ?? 1}`;
  const field = problem.field === undefined ? '' : ` ${page.show(problem.field)}`;
  yield* renderParagraph(page, `! ${page.show(problem.code)}${line}${field}  ${page.say(problem.message)}`, indent, 2);
  if (problem.remedy !== undefined) yield* renderParagraph(page, page.say(problem.remedy), indent + 2);
}

function* renderCapture(sheet: Sheet, capture: CaptureSummary): Generator<string> {
  const { page, labels } = sheet;
  yield* renderParagraph(page, page.show(capture.file), 2, 2);
  const facts = [
    capture.point === null ? '' : page.show(capture.point),
    page.show(capture.format),
    capture.linkTypes.map(page.show).join(' '),
    capture.files === undefined ? '' : labels.files(formatCount(capture.files)),
    labels.packets(formatCount(capture.packets)),
    formatBytes(capture.bytes),
    sheet.span(capture.first, capture.last),
    capture.complete ? labels.complete : '',
  ];
  yield* renderItems(page, facts, 4);
  yield* renderParagraph(page, `SHA-256 ${capture.sha256 === null ? labels.notHashed : page.show(capture.sha256)}`, 4);
  if (!capture.complete) yield `    ${page.paint(labels.incomplete, 'warning')}`;
  for (const problem of capture.problems) yield* renderProblem(sheet, problem, 4);
}

/** What was judged, file by file, so that the report can be repeated. */
export function* renderInputs(sheet: Sheet, report: ScanReport): Generator<string> {
  const { page, labels } = sheet;
  const { topology, captures } = report.inputs;
  yield* renderHeading(sheet, labels.inputs, labels.files(formatCount(captures.length)));
  // a file with a problem is never folded away
  const shown = page.full
    ? captures
    : captures.filter((capture, index) => index < FILES_SHOWN || capture.problems.length > 0);
  for (const capture of shown) yield* renderCapture(sheet, capture);
  yield* renderMore(sheet, captures.length - shown.length);
  yield '';
  yield* renderField(page, labels.topology, page.show(topology.file), 2, LABEL_WIDTH);
  yield* renderField(page, '', `SHA-256 ${page.show(topology.sha256)}`, 2, LABEL_WIDTH);
  for (const warning of topology.warnings) yield* renderProblem(sheet, warning, 2 + LABEL_WIDTH);
  yield* renderField(page, labels.tool, page.show(`${report.tool.name} ${report.tool.version}`), 2, LABEL_WIDTH);
  yield* renderField(page, labels.ruleSet, `SHA-256 ${page.show(report.tool.rules)}`, 2, LABEL_WIDTH);
  const { evidenceBundle } = report;
  if (evidenceBundle === undefined) return;
  const { directory, files, packets, fullPackets } = evidenceBundle;
  yield* renderField(page, labels.evidenceBundle, page.show(directory), 2, LABEL_WIDTH);
  yield* renderField(page, '', labels.bundleHolds(formatCount(files), formatCount(packets)), 2, LABEL_WIDTH);
  yield* renderField(page, '', fullPackets ? labels.bundleFull : labels.bundleCut, 2, LABEL_WIDTH);
}
