import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LIMITS } from '../base/limits.js';
import type { Text } from '../base/text.js';
import { readVersion } from '../base/version.js';
import { PROOF_OUTCOMES, type Proof, type ProofOfConduit, type ProofReason, type ProofRow } from '../model/proof.js';
import type { Topology } from '../model/topology.js';
import { catalogueEntries, rulesDigest, type CatalogueEntry } from '../rules/catalogue.js';
import { Bench } from './bench.js';
import { Ground } from './ground.js';
import { hasRegisteredWay, isNominal, nominalAct, nominalOf } from './nominal.js';
import { isBare, type Planted } from './plant.js';
import { noRegisteredWay, notBuilt } from './reasons.js';
import { PLANTERS } from './registry.js';
import { tryPlant, tryTwin } from './try-plant.js';

export interface ProveOptions {
  readonly topology: Topology;
  /** ids of rules to plant for (default: every rule of the catalogue) */
  readonly rules?: readonly string[];
  /** an abort ends the planting early; the proof says so */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  /** where the folder of the captures is made (default: the system's folder for temporary files) */
  readonly temporary?: string;
}

interface Case {
  readonly entry: CatalogueEntry;
  readonly planted: Planted;
}

/**
 * The positive control of the analysis: for every rule of the catalogue and every pair of areas, a case built from the
 * topology's own addresses is written into capture files and judged by the real `check`, and so is its permitted
 * neighbour. Each is judged alone: what is found is about it, and nothing masks it.
 */
export async function prove(options: ProveOptions): Promise<Proof> {
  const { topology, signal, onProgress } = options;
  const folder = mkdtempSync(join(options.temporary ?? tmpdir(), 'sansou-prove-'));
  try {
    const bench = new Bench(new Ground(topology), folder);
    const entries = catalogueEntries().filter(({ rule }) => options.rules?.includes(rule) ?? true);
    const cases = entries.flatMap((entry) => casesOf(bench.ground, entry));
    const conduits = topology.conduits.slice(0, LIMITS.proveConduits);
    const total = cases.length + conduits.length;
    const rows: ProofRow[] = [];
    const played: ProofOfConduit[] = [];
    const isOver = (): boolean => signal?.aborted === true;
    for (const one of cases) {
      if (isOver()) break;
      rows.push(await rowOf(bench, one));
      onProgress?.(rows.length, total);
    }
    for (const conduit of conduits) {
      if (isOver()) break;
      played.push(await playConduit(bench, conduit));
      onProgress?.(rows.length + played.length, total);
    }
    return conclude(topology, rows, played, rows.length + played.length < total);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function casesOf(ground: Ground, entry: CatalogueEntry): readonly Case[] {
  const planter = PLANTERS[entry.check];
  if (planter === undefined || entry.awaits !== null) {
    const awaits = entry.awaits ?? {
      ja: 'この規則の例を作る方法がまだない。',
      en: 'There is no way yet to plant a case for this rule.',
    };
    return [{ entry, planted: { from: null, to: null, bare: notBuilt(awaits) } }];
  }
  return planter(ground, entry.clause).map((planted) => ({ entry, planted }));
}

async function rowOf(bench: Bench, { entry, planted }: Case): Promise<ProofRow> {
  const { rule, title } = entry;
  const place = { rule, title, from: planted.from, to: planted.to };
  if (isBare(planted)) return { ...place, conduit: null, ...bareRow(planted.bare) };
  const trial = await tryPlant(bench, rule, planted);
  const alarms = planted.twin === null ? [] : await tryTwin(bench, planted.twin, { ...planted, rule });
  return {
    ...place,
    conduit: planted.conduit?.id ?? null,
    ...trial,
    twin: planted.twin === null ? 'none' : alarms.length > 0 ? 'alarm' : 'quiet',
    falseAlarms: alarms,
  };
}

/** A range so broad that nothing can be planted is a gap; nothing registered is none. */
function bareRow(reason: ProofReason): Pick<ProofRow, 'outcome' | 'caughtAs' | 'reason' | 'twin' | 'falseAlarms'> {
  const outcome = reason.code === 'prefix-too-broad' ? 'missed' : 'not-applicable';
  return { outcome, caughtAs: null, reason, twin: 'none', falseAlarms: [] };
}

async function playConduit(bench: Bench, conduit: Topology['conduits'][number]): Promise<ProofOfConduit> {
  const named = { conduit: conduit.id, title: conduit.title };
  const nominal = nominalOf(bench.ground, conduit);
  if (!isNominal(nominal)) return { ...named, twin: 'none', reason: nominal, falseAlarms: [] };
  if (!hasRegisteredWay(bench.ground, nominal))
    return { ...named, twin: 'none', reason: noRegisteredWay(conduit), falseAlarms: [] };
  const play = { acts: [nominalAct(bench.ground, nominal)], start: bench.ground.startFor(conduit) };
  const falseAlarms = await tryTwin(bench, play, { rule: null, about: [], verdicts: [] });
  return { ...named, twin: falseAlarms.length > 0 ? 'alarm' : 'quiet', reason: null, falseAlarms };
}

function conclude(
  topology: Topology,
  rows: readonly ProofRow[],
  conduits: readonly ProofOfConduit[],
  interrupted: boolean,
): Proof {
  const { file, sha256, organization, model } = topology;
  const counts = Object.fromEntries(
    PROOF_OUTCOMES.map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length]),
  ) as Record<(typeof PROOF_OUTCOMES)[number], number>;
  const falseAlarms = [...rows, ...conduits].filter(({ twin }) => twin === 'alarm').length;
  const blindVlans = blindVlansOf(topology);
  const isForbidden = conduits.some(({ reason }) => reason?.code === 'forbidden-conduit');
  const isWhole = !isForbidden && counts.missed === 0 && falseAlarms === 0 && blindVlans.length === 0 && !interrupted;
  return {
    schema: 'sansou/proof/1',
    result: isWhole ? 'proven' : 'gaps',
    counts: { ...counts, falseAlarms },
    rows,
    conduits,
    blindVlans,
    silentRules: silentRulesOf(rows),
    notes: notesOf(topology),
    interrupted,
    topology: { file, sha256, organization, model },
    tool: { name: 'sansou', version: readVersion(), rules: rulesDigest() },
  };
}

/** Without declared points a capture may carry every VLAN. */
function blindVlansOf({ capturePoints, segments }: Topology): Proof['blindVlans'] {
  if (capturePoints.length === 0) return [];
  return segments.flatMap(({ vlan, zone, name }) =>
    vlan === null || capturePoints.some(({ vlans }) => vlans.includes(vlan)) ? [] : [{ vlan, area: zone, name }],
  );
}

function silentRulesOf(rows: readonly ProofRow[]): readonly string[] {
  const planted = rows.filter(({ outcome }) => outcome !== 'not-applicable');
  return [...new Set(planted.map(({ rule }) => rule))].filter((rule) =>
    planted.every((row) => row.rule !== rule || row.outcome === 'missed'),
  );
}

function notesOf({ conduits }: Topology): readonly Text[] {
  const left = conduits.length - LIMITS.proveConduits;
  if (left <= 0) return [];
  return [
    {
      ja: `許可通信が多いため、うち${left}件は登録どおりの通信を試していない。`,
      en: `There are many conduits: ${left} of them were not played within their terms.`,
    },
  ];
}
