import type { Finding, ScanReport } from '../model/report.js';
import { escapeCsv } from './escape.js';
import { utcTime } from './report-time.js';
import type { ReportOptions } from './report-options.js';
import { reasonText } from './words/reasons.js';
import { serviceName } from './words/services.js';
import { WORDS, wordOf } from './words/words.js';

type Cell = string | number | null | undefined;

/** Header and cell of every column. Codes stay as they are in every language; the words beside them follow `lang`. */
const COLUMNS: Readonly<Record<string, (finding: Finding, lang: 'ja' | 'en') => Cell>> = {
  id: (finding) => finding.id,
  rule: (finding) => finding.rule,
  clause: (finding) => finding.clause,
  verdict: (finding) => finding.verdict,
  verdict_words: (finding, lang) => wordOf(WORDS.verdict, finding.verdict, lang),
  severity: (finding) => finding.severity,
  severity_words: (finding, lang) => wordOf(WORDS.severity, finding.severity, lang),
  outcome: (finding) => finding.outcome,
  outcome_words: (finding, lang) => finding.outcome && wordOf(WORDS.outcome, finding.outcome, lang),
  title: (finding, lang) => finding.title[lang],
  summary: (finding, lang) => finding.summary[lang],
  from_zone: (finding) => finding.from.zone,
  from_zone_words: ({ from }, lang) => from.zone && wordOf(WORDS.area, from.zone, lang),
  from_address: (finding) => finding.from.address,
  from_host: (finding) => finding.from.host,
  from_mac: (finding) => finding.from.mac,
  to_zone: (finding) => finding.to.zone,
  to_zone_words: ({ to }, lang) => to.zone && wordOf(WORDS.area, to.zone, lang),
  to_address: (finding) => finding.to.address,
  to_host: (finding) => finding.to.host,
  to_mac: (finding) => finding.to.mac,
  proto: (finding) => finding.service?.proto,
  port: (finding) => finding.service?.port,
  service: (finding) =>
    finding.service && (finding.service.name ?? serviceName(finding.service.proto, finding.service.port)),
  first: (finding) => finding.first,
  first_utc: (finding) => finding.first && utcTime(finding.first),
  last: (finding) => finding.last,
  last_utc: (finding) => finding.last && utcTime(finding.last),
  flows: (finding) => finding.flows,
  packets: (finding) => finding.packets,
  bytes: (finding) => finding.bytes,
  conduit_nearest: (finding) => finding.conduit?.nearest,
  conduit_failed: (finding) => finding.conduit?.failed,
  conduit_failed_words: ({ conduit }, lang) => conduit?.failed && wordOf(WORDS.conduitField, conduit.failed, lang),
  indicators: (finding) => finding.indicators?.map(({ field, value }) => `${field}=${value}`).join('; '),
  evidence: (finding) => finding.evidence.map((frame) => `${frame.file}#${frame.frame}`).join('; '),
  reasons: (finding) => finding.reasons.join('; '),
  reasons_words: (finding, lang) => finding.reasons.map((code) => reasonText(code)[lang]).join('; '),
  related: (finding) => finding.related.join('; '),
  limits: (finding, lang) => finding.limits.map((limit) => limit[lang]).join(' '),
  remedy: (finding, lang) => finding.remedy[lang],
  status: (finding) => finding.status,
  status_words: ({ status }, lang) => status && wordOf(WORDS.findingStatus, status, lang),
  accepted: (finding) => finding.accepted?.entry,
  accepted_reason: (finding) => finding.accepted?.reason,
  accepted_approver: (finding) => finding.accepted?.approver,
  accepted_ticket: (finding) => finding.accepted?.ticket,
  accepted_until: (finding) => finding.accepted?.until,
  settled_by: (finding) => finding.accepted?.settledBy,
};

function formatCell(cell: Cell): string {
  return typeof cell === 'string' ? escapeCsv(cell) : cell === null || cell === undefined ? '' : String(cell);
}

/** The findings, and those of the baseline that are gone, as a table, RFC 4180; lists inside a cell are separated by `; `. */
export function* writeCsv(report: ScanReport, options: ReportOptions): Generator<string> {
  yield `${options.bom ? '\u{feff}' : ''}${Object.keys(COLUMNS).join(',')}\r\n`;
  const columns = Object.values(COLUMNS);
  for (const finding of [...report.findings, ...(report.comparison?.gone ?? [])]) {
    yield `${columns.map((column) => formatCell(column(finding, options.lang))).join(',')}\r\n`;
  }
}
