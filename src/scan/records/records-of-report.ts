import { readFileSync, statSync } from 'node:fs';
import { parseAddress } from '../../base/address.js';
import { EXIT, Failure } from '../../base/failure.js';
import { LIMITS } from '../../base/limits.js';
import { parseEpoch } from '../../base/time.js';
import { OUTCOMES, type Flow, type FrameReference, type Hop, type Outcome } from '../../model/flow.js';
import type { FlowRecord } from '../../model/flow-record.js';
import type { EvidenceFrame, Finding, ScanReport } from '../../model/report.js';
import { epoch, fields, listOf, maybe, number, oneOf, text } from './record-shape.js';

/** What of a report is used here; everything else is carried along. */
const END = fields({ zone: maybe(text), address: maybe(text) });
const REPORT = fields({
  schema: oneOf('sansou/report/1'),
  findings: listOf(
    fields({
      id: text,
      rule: text,
      outcome: maybe(oneOf(...OUTCOMES)),
      from: END,
      to: END,
      service: maybe(fields({ proto: number, port: number })),
      first: maybe(epoch),
      last: maybe(epoch),
      flows: number,
      packets: number,
      bytes: number,
      evidence: listOf(fields({ file: text, frame: number, point: maybe(text) })),
      reasons: listOf(text),
    }),
    LIMITS.findings * 2,
  ),
  quality: listOf(
    fields({ check: text, point: maybe(text), effect: oneOf('none', 'note', 'undetermined') }),
    LIMITS.files,
  ),
  coverage: fields({
    zones: listOf(fields({ zone: text, hostsDeclared: number, hostsSeen: number, hostsUnseen: number })),
    conduits: listOf(
      fields({ conduit: text, flows: number, bytes: number, first: maybe(epoch), last: maybe(epoch) }),
      LIMITS.files,
    ),
    points: listOf(fields({ point: maybe(text), first: maybe(epoch), last: maybe(epoch) }), LIMITS.files),
  }),
  statistics: fields({ packets: number, bytes: number, flows: number, first: maybe(epoch), last: maybe(epoch) }),
  inputs: fields({ captures: listOf(fields({ file: text, sha256: maybe(text) }), LIMITS.files) }),
});

export interface ReportRecords {
  readonly report: ScanReport;
  readonly records: readonly FlowRecord[];
  /** findings that stand for no single pair of ends: networks, scans, sightings, silence */
  readonly left: readonly Finding[];
}

/** outcomes of which only one side was seen to speak */
const ONE_WAY: ReadonlySet<Outcome> = new Set(['noAnswer', 'oneWay']);

/** Is the file a report (`check --format json`)? Answers null where it is something else. @throws Failure (exit 3) */
export function recordsOfReport(path: string): ReportRecords | null {
  const report = readReport(path);
  if (report === null) return null;
  const records = new Map<string, FlowRecord>();
  const left: Finding[] = [];
  for (const finding of report.findings) {
    const record = recordOf(finding, report, records.size);
    if (record === null) {
      left.push(finding);
      continue;
    }
    const { a, b, proto, outcome, first } = record.flow;
    const key = `${a.address} ${b.address} ${proto} ${b.port} ${outcome} ${first}`;
    // a flow with several findings is one flow
    if (!records.has(key)) records.set(key, record);
  }
  return { report, records: [...records.values()], left };
}

function recordOf(finding: Finding, { inputs }: ScanReport, id: number): FlowRecord | null {
  const { from, to, service, outcome, first, last, reasons, packets, bytes, evidence } = finding;
  if (from.address === null || to.address === null || service === null || outcome === null) return null;
  if (first === null || last === null || service.name === 'scan') return null;
  if (parseAddress(from.address) === undefined || parseAddress(to.address) === undefined) return null;
  const isOneWay = ONE_WAY.has(outcome);
  const share = (whole: number): readonly [number, number] =>
    isOneWay ? [whole, 0] : [Math.ceil(whole / 2), Math.floor(whole / 2)];
  const hops = [hopsOf(evidence, from.address), hopsOf(evidence, to.address)] as const;
  const flow: Flow = {
    id,
    outer: null,
    layer: 0,
    tunnel: null,
    proto: service.proto,
    a: { address: from.address, port: 0 },
    b: { address: to.address, port: service.port },
    packets: share(packets),
    bytes: share(bytes),
    payload: [outcome === 'data', outcome === 'data'],
    first: parseEpoch(first),
    last: parseEpoch(last),
    initiator: reasons.includes('direction-unknown') ? 'unknown' : 'a',
    initiatorBasis: 'none',
    outcome,
    outcomeReasons: [],
    vlans: [vlansOf(hops[0]), vlansOf(hops[1])],
    tcp: null,
    fragments: 0,
    duplicates: 0,
    routed: false,
    errorsOnly: false,
    hops,
    frames: evidence.map(({ file, frame }, index): FrameReference => ({
      file: Math.max(
        0,
        inputs.captures.findIndex((capture) => capture.file === file),
      ),
      frame,
      role: index === 0 ? 'first-a-to-b' : 'deciding',
    })),
    mirrorTransport: false,
    zones: null,
  };
  return { flow, facts: null, track: null, rejection: null };
}

function hopsOf(evidence: readonly EvidenceFrame[], source: string): readonly Hop[] {
  const hops = new Map<string, Hop>();
  for (const { point, vlan = null, sourceMac = null, destinationMac = null, ...frame } of evidence)
    if (frame.source === source)
      hops.set(JSON.stringify([point, vlan, sourceMac, destinationMac]), { point, vlan, sourceMac, destinationMac });
  return [...hops.values()];
}

function vlansOf(hops: readonly Hop[]): readonly string[] {
  return [...new Set(hops.flatMap(({ vlan }) => (vlan === null ? [] : [vlan])))].sort();
}

function readReport(path: string): ScanReport | null {
  let content: string;
  try {
    const { size } = statSync(path);
    // what is longer is read line by line: a report is not
    if (size > LIMITS.evidenceDocumentBytes) return null;
    content = readFileSync(path, 'utf8');
  } catch {
    // told by the reader of records
    return null;
  }
  // a record of a flow ends with its line; a report goes on
  if (!/^\s*\{\s*"schema":\s*"sansou\/report\/1"/.test(content.slice(0, 200))) return null;
  let value: unknown;
  let wrong: string | null;
  try {
    value = JSON.parse(content);
    wrong = REPORT(value, '');
  } catch {
    wrong = 'not JSON';
  }
  if (wrong === null) return value as ScanReport;
  throw new Failure(EXIT.unusable, [
    {
      code: 'REPORT-UNREADABLE',
      level: 'error',
      file: path,
      message: { ja: `報告を解釈できない（${wrong}）`, en: `the report cannot be understood (${wrong})` },
      remedy: { ja: 'check --format json の出力を指定する', en: 'name what check --format json wrote' },
    },
  ]);
}
