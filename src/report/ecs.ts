import { isIP } from 'node:net';
import type { EvidenceFrame, Finding, FindingEnd, ScanReport, Severity, Verdict } from '../model/report.js';
import { formatJsonLine } from './json-document.js';
import { utcTime } from './report-time.js';
import type { ReportOptions } from './report-options.js';
import { protocolName } from './words/services.js';

/** The version of the Elastic Common Schema whose fields are used. */
const ECS_VERSION = '9.4.0';

/** `event.severity` is a number that grows with the weight; the words are in `sansou.severity`. */
const SEVERITY_NUMBER: Readonly<Record<Severity, number>> = { critical: 99, high: 73, medium: 47, low: 21, info: 0 };

const ALERTS: ReadonlySet<Verdict> = new Set(['violation', 'suspected']);

const TYPES: Readonly<Record<Verdict, readonly string[]>> = {
  violation: ['connection', 'allowed'],
  suspected: ['connection', 'allowed'],
  attempt: ['connection', 'info'],
  blocked: ['connection', 'denied'],
  observation: ['connection', 'info'],
  undetermined: ['connection', 'info'],
};

/**
 * One JSON object a line in the field names of the Elastic Common Schema, for SIEMs: a document per finding (and per
 * finding of the baseline that is gone), and last one for the run. What ECS has no field for stands under `sansou`.
 */
export function* writeEcs(report: ScanReport, { lang }: ReportOptions): Generator<string> {
  for (const finding of report.findings) yield `${formatJsonLine(findingDocument(report, finding, lang))}\n`;
  for (const finding of report.comparison?.gone ?? [])
    yield `${formatJsonLine(findingDocument(report, finding, lang))}\n`;
  yield `${formatJsonLine(runDocument(report, lang))}\n`;
}

function findingDocument(report: ScanReport, finding: Finding, lang: 'ja' | 'en'): object {
  const { verdict, severity, from, to, service, accepted, status } = finding;
  const isGone = status === 'gone' || status === 'gone-unobserved';
  return {
    '@timestamp': timestamp(finding.first ?? report.statistics.first),
    ecs: { version: ECS_VERSION },
    message: finding.summary[lang],
    event: {
      kind: ALERTS.has(verdict) && !isGone ? 'alert' : 'event',
      category: ['network', ...(ALERTS.has(verdict) ? ['intrusion_detection'] : [])],
      type: TYPES[verdict],
      outcome: verdict === 'blocked' ? 'failure' : verdict === 'violation' ? 'success' : 'unknown',
      action: verdict,
      code: finding.rule,
      id: finding.id,
      module: 'sansou',
      dataset: 'sansou.finding',
      provider: 'sansou',
      severity: SEVERITY_NUMBER[severity],
      start: finding.first === null ? undefined : utcTime(finding.first),
      end: finding.last === null ? undefined : utcTime(finding.last),
      reason: finding.reasons.length === 0 ? undefined : finding.reasons.join(', '),
    },
    rule: {
      id: finding.rule,
      name: finding.title[lang],
      category: finding.clause,
      description: finding.remedy[lang],
      ruleset: 'sansou',
      version: report.tool.rules,
    },
    source: endFields(from),
    destination: { ...endFields(to), port: service === null || service.port === 0 ? undefined : service.port },
    network: networkFields(finding),
    observer: observerFields(report, finding.evidence),
    related: {
      ip: distinct([from.address, to.address].filter((address) => address !== null && isIP(address) !== 0)),
      hosts: distinct([from.host, to.host]),
      hash: distinct(finding.evidence.map(({ sha256 }) => sha256)),
    },
    organization: { name: report.inputs.topology.organization },
    tags: [
      'sansou',
      ...(accepted === undefined ? [] : ['accepted']),
      ...(status === undefined ? [] : [status]),
      ...(report.redacted === true ? ['redacted'] : []),
    ],
    sansou: {
      verdict,
      severity,
      outcome: finding.outcome,
      clause: finding.clause,
      status,
      accepted,
      from: { zone: from.zone },
      to: { zone: to.zone },
      flows: finding.flows,
      conduit: finding.conduit ?? undefined,
      indicators: finding.indicators,
      evidence: finding.evidence.map(({ file, frame, point, time }) => ({ file, frame, point, time })),
      related: finding.related,
    },
  };
}

function runDocument(report: ScanReport, lang: 'ja' | 'en'): object {
  const { statistics, result, tool, inputs } = report;
  return {
    '@timestamp': timestamp(statistics.last),
    ecs: { version: ECS_VERSION },
    message: report.clauses.A.reasons
      .concat(report.clauses.I.reasons, report.clauses.U.reasons)
      .map((reason) => reason[lang])
      .join(' '),
    event: {
      kind: 'state',
      category: ['network'],
      type: ['info'],
      outcome: result === 'none-observed' ? 'success' : result === 'undetermined' ? 'unknown' : 'failure',
      action: result,
      module: 'sansou',
      dataset: 'sansou.run',
      provider: 'sansou',
      start: statistics.first === null ? undefined : utcTime(statistics.first),
      end: statistics.last === null ? undefined : utcTime(statistics.last),
    },
    network: { packets: statistics.packets, bytes: statistics.bytes },
    observer: observerFields(report, []),
    related: { hash: distinct([inputs.topology.sha256, ...inputs.captures.map(({ sha256 }) => sha256)]) },
    organization: { name: inputs.topology.organization },
    tags: ['sansou', ...(report.redacted === true ? ['redacted'] : [])],
    sansou: {
      result,
      clauses: Object.fromEntries(Object.entries(report.clauses).map(([clause, value]) => [clause, value.result])),
      findings: report.findings.length,
      flows: statistics.flows,
      rules: tool.rules,
      interrupted: statistics.interrupted,
      comparison: report.comparison?.counts,
      quality: report.quality
        .filter(({ effect }) => effect !== 'none')
        .map(({ check, point, effect }) => ({ check, point, effect })),
    },
  };
}

/** `address` takes anything, `ip` an address alone: an index refuses a prefix there. */
function endFields({ address, host, mac }: FindingEnd): object {
  return {
    address: address ?? host ?? undefined,
    ip: address !== null && isIP(address) !== 0 ? address : undefined,
    domain: host ?? undefined,
    mac: mac === null ? undefined : ecsMac(mac),
  };
}

function networkFields(finding: Finding): object {
  const { service, evidence, from, to } = finding;
  const address = [from.address, to.address].find((candidate) => candidate !== null && isIP(candidate) !== 0);
  const vlans = distinct(
    evidence.map(({ vlan }) => vlan ?? null).filter((vlan) => vlan !== null && /^\d+$/.test(vlan)),
  );
  return {
    iana_number: service === null ? undefined : String(service.proto),
    transport: service === null ? undefined : protocolName(service.proto),
    type: address === undefined || address === null ? undefined : isIP(address) === 6 ? 'ipv6' : 'ipv4',
    packets: finding.packets,
    bytes: finding.bytes,
    vlan: vlans?.length === 1 ? { id: vlans[0] } : undefined,
  };
}

function observerFields({ tool }: ScanReport, evidence: readonly EvidenceFrame[]): object {
  const points = distinct(evidence.map(({ point }) => point));
  return { vendor: 'sansou', product: 'sansou', type: 'sensor', version: tool.version, name: points?.[0] };
}

/** Upper case and hyphens (RFC 7042 section 2.1), as ECS asks. */
function ecsMac(mac: string): string {
  return /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/i.test(mac) ? mac.replaceAll(':', '-').toUpperCase() : mac;
}

/** Without repeats; `undefined`, and so no field, where there is nothing. */
function distinct(values: readonly (string | null)[]): readonly string[] | undefined {
  const kept = [...new Set(values.filter((value) => value !== null))];
  return kept.length === 0 ? undefined : kept;
}

/** Every document needs one: the beginning of the epoch where no packet gave a time. */
function timestamp(time: string | null): string {
  return time === null ? '1970-01-01T00:00:00.000Z' : utcTime(time);
}
