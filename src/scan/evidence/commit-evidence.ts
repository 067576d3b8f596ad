import type { CommittedBundle, EvidenceBundle, StagedFinding } from '../../evidence/bundle/evidence-bundle.js';
import type { ScanReport } from '../../model/report.js';
import type { Topology } from '../../model/topology.js';
import { rejudgePackets } from './rejudge-packets.js';

export interface CommitOptions {
  readonly topology: Topology;
  readonly dedup: boolean;
  /**
   * What earlier bundles of the same run found, by finding and digest of its packets: the same packets are not judged
   * twice. What is found now is added, what this bundle does not hold is forgotten.
   */
  readonly judged?: Map<string, boolean>;
  /** findings that are judged at most; the others are left for the next bundle, and the manifest says so */
  readonly atMost?: number;
}

/**
 * Judges each finding of the bundle once more from its packets alone, so that the manifest can say which ones the bundle
 * proves by itself, and gives the bundle its name.
 * @throws Failure (exit 3) where writing fails; nothing half-made stays behind
 */
export async function commitEvidence(
  evidence: EvidenceBundle,
  report: ScanReport,
  { topology, dedup, judged = new Map<string, boolean>(), atMost = Infinity }: CommitOptions,
): Promise<CommittedBundle> {
  let count = 0;
  for (const staged of evidence.staged) {
    const { finding, path } = staged;
    if (path === null || judged.has(keyOf(staged)) || count >= atMost) continue;
    count++;
    const again = await rejudgePackets(path, { topology, spans: report.coverage.points, dedup });
    judged.set(
      keyOf(staged),
      again.some(({ id, verdict }) => id === finding.id && verdict === finding.verdict),
    );
  }
  const held = new Set(evidence.staged.map(keyOf));
  for (const key of judged.keys()) if (!held.has(key)) judged.delete(key);
  return evidence.commit(report, { dedup }, (staged) => judged.get(keyOf(staged)) ?? null);
}

function keyOf({ finding, sha256 }: StagedFinding): string {
  return `${finding.id} ${finding.verdict} ${sha256 ?? ''}`;
}
