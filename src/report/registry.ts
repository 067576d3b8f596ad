import type { ScanReport } from '../model/report.js';
import { writeCsvMatrix } from './csv-matrix.js';
import { writeCsv } from './csv.js';
import { writeEcs } from './ecs.js';
import type { REPORT_FORMAT_NAMES } from './format-names.js';
import { writeHtml } from './html.js';
import { writeJson } from './json.js';
import { writeJunit } from './junit.js';
import { writeNdjson } from './ndjson.js';
import { DEFAULT_REPORT_OPTIONS, type ReportOptions } from './report-options.js';
import { writeSarif } from './sarif.js';
import { writeText } from './text.js';

/** A format of the report: a pure function of the report and the options, in pieces that need not fit one string. */
export interface Reporter {
  readonly mime: string;
  /** `color` means something to it */
  readonly colored: boolean;
  readonly write: (report: ScanReport, options: ReportOptions) => Iterable<string>;
}

export const REPORTERS = {
  text: { mime: 'text/plain; charset=utf-8', colored: true, write: writeText },
  json: { mime: 'application/json', colored: false, write: writeJson },
  ndjson: { mime: 'application/x-ndjson', colored: false, write: writeNdjson },
  csv: { mime: 'text/csv; charset=utf-8; header=present', colored: false, write: writeCsv },
  'csv-matrix': { mime: 'text/csv; charset=utf-8; header=present', colored: false, write: writeCsvMatrix },
  sarif: { mime: 'application/sarif+json', colored: false, write: writeSarif },
  junit: { mime: 'application/xml', colored: false, write: writeJunit },
  ecs: { mime: 'application/x-ndjson', colored: false, write: writeEcs },
  html: { mime: 'text/html; charset=utf-8', colored: false, write: writeHtml },
} as const satisfies Readonly<Record<(typeof REPORT_FORMAT_NAMES)[number], Reporter>>;

export type ReportFormat = keyof typeof REPORTERS;
export const REPORT_FORMATS = Object.keys(REPORTERS) as readonly ReportFormat[];

/** The whole report as one string. For large ones take the pieces of `REPORTERS[format].write` one by one. */
export function renderReport(report: ScanReport, format: ReportFormat, options: Partial<ReportOptions> = {}): string {
  return [...REPORTERS[format].write(report, { ...DEFAULT_REPORT_OPTIONS, ...options })].join('');
}
