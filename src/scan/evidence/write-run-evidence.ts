import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../base/failure.js';
import { LIMITS } from '../../base/limits.js';
import { EvidenceBundle, type EvidenceRequest } from '../../evidence/bundle/evidence-bundle.js';
import { parseTopology } from '../../topology/load.js';
import { commitEvidence } from './commit-evidence.js';
import { evidenceQuality } from '../quality/evidence-quality.js';
import type { EvidenceOutcome, EvidenceTask } from './evidence-task.js';
import { reportWithEvidence } from './report-with-evidence.js';
import { SnapshotCaptures } from './snapshot-captures.js';

/**
 * Makes the bundle of a run from plain data: reads the captures a second time, judges what is new from its packets alone,
 * and puts the bundle in the place of the one before.
 * @param write for tests
 */
export async function writeRunEvidence(
  task: EvidenceTask,
  signal?: AbortSignal,
  write?: EvidenceRequest['write'],
): Promise<EvidenceOutcome> {
  const { directory, fullPackets, continues, dedup } = task;
  if (bytesIn(task.root) >= task.maximumBytes) return { kind: 'full' };
  let evidence: EvidenceBundle | null = null;
  try {
    const { topology } = parseTopology(task.topology.bytes, task.topology.file);
    evidence = new EvidenceBundle(
      {
        ...{ directory, fullPackets, continues, topologyBytes: task.topology.bytes },
        ...(write === undefined ? {} : { write }),
      },
      task.topology,
    );
    const captures = new SnapshotCaptures(task.captures, existsSync);
    const { findings } = task.report;
    const collected = await evidence.collect({ drafts: task.drafts, findings, captures }, signal);
    // one that expired while it was read has not changed
    const told = collected.captures.filter(({ state, file }) => state !== 'changed' || existsSync(file));
    const quality = evidenceQuality({ ...collected, captures: told });
    const report = reportWithEvidence(task.report, topology, { note: evidence.note, quality });
    const judged = new Map(task.judged);
    const atMost = LIMITS.evidenceJudgedAtOnce;
    const { manifest, sha256, earlier } = await commitEvidence(evidence, report, { topology, dedup, judged, atMost });
    // what it held is in the one that took its name
    if (earlier !== null) rmSync(earlier, { recursive: true, force: true });
    return {
      kind: 'written',
      note: evidence.note,
      manifestSha256: sha256,
      findings: manifest.findings.map(({ id }) => id),
      quality,
      judged,
      notTried: manifest.findings.filter(({ rejudged }) => rejudged === 'not-tried').length,
    };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { kind: 'failed', reason: error.problems[0]?.message.en ?? error.message };
  } finally {
    evidence?.discard();
  }
}

function bytesIn(directory: string): number {
  let sum = 0;
  for (const name of existsSync(directory) ? readdirSync(directory) : []) {
    const path = join(directory, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory() === true) sum += bytesIn(path);
    else sum += stats?.size ?? 0;
  }
  return sum;
}
