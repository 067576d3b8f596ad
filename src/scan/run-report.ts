import type { Problem } from '../base/failure.js';
import { readVersion } from '../base/version.js';
import type { EvidenceBundle } from '../evidence/bundle/evidence-bundle.js';
import type { EvidenceCaptures } from '../evidence/bundle/evidence-captures.js';
import { citeFrames } from '../evidence/cite-frames.js';
import type { FlowTable } from '../flow/flow-table.js';
import type { FlowKeeper } from '../model/flow-record.js';
import type { CaptureSummary, Coverage, QualityEntry, ScanReport, Statistics } from '../model/report.js';
import type { Sighting } from '../model/sighting.js';
import type { Topology } from '../model/topology.js';
import { rulesDigest } from '../rules/catalogue.js';
import type { FindingDraft } from '../rules/findings/finding-draft.js';
import type { CollectedFindings } from '../rules/findings/findings.js';
import { notCheckedRules, NOT_VERIFIABLE, statementsOf } from '../rules/quality/coverage-texts.js';
import { judgeQuality } from '../rules/quality/quality.js';
import { resultOf } from '../rules/result.js';
import { auditIdentificationOf } from '../topology/audit-identification-of.js';
import { networkPlanOf } from '../topology/network-plan-of.js';
import type { CaptureLedger } from './captures/capture-ledger.js';
import type { PointRegister, Reading } from './captures/read-observation.js';
import { summarizeRun } from './captures/summarize-run.js';
import type { CitationMemory } from './evidence/citation-memory.js';
import type { Judgement } from './judge/judgement.js';
import { maskPackets } from './mask-packets.js';
import { contentDigest, networkDigest } from './network-digest.js';
import { evidenceQuality } from './quality/evidence-quality.js';
import { expiredQuality } from './quality/expired-quality.js';
import { gatherPointQuality } from './quality/gather-quality.js';
import { measureCoverage } from './quality/measure-coverage.js';
import { clockOffsetsOf, opaqueShareOf, undeclaredTranslators, vlansSeen } from './quality/measure-quality.js';
import type { RunCounts } from './run-counts.js';
import { topologyInput } from './topology-input.js';

export interface ReportRequest {
  /** `over`: every flow is over. `live`: flows go on; they are judged by what their packets prove, and stay */
  readonly flows: 'over' | 'live';
  /** what the caller knows beyond the packets */
  readonly notes?: readonly QualityEntry[];
  /** asked for what the two readers disagree on, see `check --cross-check` */
  readonly crossCheckDifferences?: number | null;
  /** gets the packets of the findings; whoever opened it commits it */
  readonly evidence?: EvidenceBundle | undefined;
  /** is told what the findings cite, where somebody else makes the bundle: before anything else is read */
  readonly onCited?: ((cited: CitedRun) => void) | undefined;
  /** gives up the second reading for the evidence */
  readonly signal?: AbortSignal | undefined;
}

/** What the findings of a report cite, in the order of the findings, and the captures that hold it. */
export interface CitedRun {
  readonly drafts: readonly FindingDraft[];
  readonly captures: EvidenceCaptures;
}

/** All that a session knows when a report is asked for. */
export interface ReportedRun {
  readonly topology: Topology;
  readonly topologyWarnings: readonly Problem[];
  readonly dedup: boolean;
  readonly endless: boolean;
  readonly keeper: FlowKeeper | undefined;
  readonly ledger: CaptureLedger;
  readonly register: PointRegister;
  /** of every flow that counts for this report */
  readonly judgement: Judgement;
  /** what could not be heard for want of room, by the listener that hears (a judgement's copy hears nothing) */
  readonly lookupClientsRefused: number;
  readonly table: FlowTable;
  readonly counts: RunCounts;
  readonly reading: Reading;
  readonly citations: CitationMemory;
}

/** What was judged becomes the one document that leaves the program. */
export async function reportRun(run: ReportedRun, request: ReportRequest): Promise<ScanReport> {
  const { topology, ledger, judgement } = run;
  judgement.judge.finish(run.table);
  const names = { toNanoseconds: (time: number): bigint => ledger.clock.toNanoseconds(time) };
  const seen = judgement.sightings.finish(names);
  const vlansByPoint = vlansByPointName(run.table, run.register);
  const found = collectFindings(run, request, seen, vlansSeen(vlansByPoint));
  const statistics = statisticsOf(run, found);
  const { usage, judge } = judgement;
  const coverage = measureCoverage({
    topology,
    ledger,
    register: run.register,
    usage,
    cellsSeen: judge.cellsSeen,
    vlansByPoint,
  });
  const drafts = found.findings.map((draft) => ({
    ...draft,
    frames: draft.frames.map((frame) => ledger.locate(frame)),
  }));
  const cited = citedRun(run, request, drafts);
  const captures = maskPackets(cited.listed);
  const judged = qualityOf(run, request, { captures, found, seen, statistics, coverage });
  const findings = maskPackets(run.citations.complete(await citeFrames(drafts, ledger)));
  request.onCited?.(cited);
  const { evidence } = request;
  const collected = await evidence?.collect({ drafts, findings, captures: cited.captures }, request.signal);
  const quality = maskPackets([
    ...judged,
    ...(request.notes ?? []),
    ...inputNotes(ledger.problems),
    ...evidenceQuality(collected),
    ...(run.endless ? expiredQuality(drafts, (file) => ledger.isReadable(file)) : []),
  ]);
  const tool = { name: 'sansou', version: readVersion(), rules: rulesDigest() } as const;
  run.keeper?.finish({
    schema: 'sansou/flows/1',
    tool,
    topology: { file: topology.file, sha256: topology.sha256 },
    network: networkDigest(topology),
    content: contentDigest(topology),
    dedup: run.dedup,
    flows: judge.flows,
    unattributed: judge.keptUnattributed,
    captures,
    statistics,
    quality,
    points: coverage.points,
    // those depend on the conduits, and are told from the flows again
    sightings: seen.filter(({ kind }) => kind !== 'passage'),
  });
  return {
    schema: 'sansou/report/1',
    ...resultOf(findings, quality, coverage.boundaries, topology),
    matrix: judgement.matrix.toCells(),
    findings,
    timeline: judgement.timeline.toTimeline(),
    daily: judgement.daily.toDaily(),
    quality,
    coverage: { ...coverage, notVerifiable: NOT_VERIFIABLE, notChecked: notCheckedRules() },
    plan: networkPlanOf(topology),
    audit: auditIdentificationOf(topology),
    ...(evidence === undefined ? {} : { evidenceBundle: evidence.note }),
    statements: statementsOf({ findings, topologySha256: topology.sha256 }),
    statistics,
    inputs: {
      captures,
      topology: topologyInput(topology, run.topologyWarnings),
    },
    tool,
  };
}

/** That a conduit was never used, or a sensor silent, can be said when the run is over. */
function collectFindings(
  { judgement, topology }: ReportedRun,
  { flows }: ReportRequest,
  seen: readonly Sighting[],
  vlans: ReadonlySet<number>,
): CollectedFindings {
  const uses = [...judgement.usage.counters.values()];
  if (flows === 'over') return judgement.collector.finish(uses, topology, seen, vlans);
  const used = uses.filter((use) => use.flows > 0);
  return judgement.collector.finish(used, topology, seen);
}

function statisticsOf(run: ReportedRun, found: CollectedFindings): Statistics {
  const { counts, judgement } = run;
  return summarizeRun(run.reading, counts.table, run.register, run.ledger.clock, {
    flows: judgement.judge.flows,
    limitsReached: {
      ...found.limitsReached,
      pendingFlows: judgement.judge.pendingRefused,
      ...counts.refused,
      sightings: judgement.sightings.refused,
      dailyLines: judgement.daily.refused,
      lookupClients: run.lookupClientsRefused,
      searchContacts: judgement.searches.refused,
    },
  });
}

function qualityOf(
  { topology, ledger, register, judgement, table, counts, reading }: ReportedRun,
  request: ReportRequest,
  known: {
    readonly captures: readonly CaptureSummary[];
    readonly found: CollectedFindings;
    readonly seen: readonly Sighting[];
    readonly statistics: Statistics;
    readonly coverage: Pick<Coverage, 'zones' | 'boundaries' | 'conduits'>;
  },
): QualityEntry[] {
  const { captures, found, seen, statistics, coverage } = known;
  return judgeQuality(
    {
      points: gatherPointQuality(
        ledger,
        judgement.meters,
        register.meters.map((_, point) => counts.copiesAt(point)),
      ),
      incompleteFiles: captures.filter(({ complete }) => !complete).map(({ file, point }) => ({ file, point })),
      // sums that are less detailed take nothing from the judgement
      limitsReached: { ...statistics.limitsReached, dailyLines: 0 },
      interrupted: reading.interrupted,
      crossCheckDifferences: request.crossCheckDifferences ?? null,
      rulesFailed: found.failures,
      undeclaredNat: undeclaredTranslators(seen, topology),
      opaqueShare: opaqueShareOf(judgement.judge.opaqueBytes, judgement.matrix.toCells()),
      ...clockOffsetsOf(table.clocks.offsets(), register.names),
      coverage,
    },
    topology,
  );
}

/** What the findings cite, and the captures that stand by their own names in the report. */
function citedRun(
  { ledger }: ReportedRun,
  { evidence, onCited }: ReportRequest,
  drafts: readonly FindingDraft[],
): CitedRun & { readonly listed: readonly CaptureSummary[] } {
  const around = ledger.around(drafts);
  const kept = evidence === undefined && onCited === undefined ? [] : around.evidenceFiles().map(({ path }) => path);
  const cited = drafts.flatMap(({ frames }) => frames.map(({ file }) => ledger.file(file)?.path ?? ''));
  const listed = ledger.captures(new Set([...cited, ...kept]));
  return { drafts, captures: listedOf(around, listed), listed };
}

function vlansByPointName(table: FlowTable, register: PointRegister): Map<string | null, Set<string>> {
  const byName = new Map<string | null, Set<string>>();
  for (const [number, vlans] of table.stations.vlansByPoint())
    byName.set(register.names[number] ?? null, new Set([...vlans].filter((vlan) => vlan !== null)));
  return byName;
}

/** Only what stands by its own name in the report: a bundle's manifest and its report name the same captures. */
function listedOf(captures: EvidenceCaptures, listed: readonly CaptureSummary[]): EvidenceCaptures {
  const names = new Set(listed.map(({ file }) => file));
  return {
    clock: captures.clock,
    file: (number) => captures.file(number),
    pointOf: (file, interfaceIndex) => captures.pointOf(file, interfaceIndex),
    lookup: (file, frames) => captures.lookup(file, frames),
    evidenceFiles: () => captures.evidenceFiles().filter(({ path }) => names.has(path)),
  };
}

/** Files that overlap, that were skipped, or that could not be read in the order of time: said, and weighed. */
function inputNotes(problems: readonly Problem[]): QualityEntry[] {
  return problems
    .filter(({ level }) => level !== 'error')
    .map(({ code, level, file, message }) => ({
      check: `RUN-${code}`,
      point: null,
      value: file ?? null,
      effect: code === 'CAPTURE-ORDER' ? 'undetermined' : level === 'note' ? 'none' : 'note',
      message,
    }));
}
