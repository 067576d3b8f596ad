import type { CommittedBundle, EvidenceBundle } from '../evidence/bundle/evidence-bundle.js';
import type { ScanReport } from '../model/report.js';
import type { Topology } from '../model/topology.js';
import { rejudgePackets } from './rejudge-packets.js';

/**
 * Judges each finding of the bundle once more from its packets alone, so that the manifest can say which ones the bundle
 * proves by itself, and gives the bundle its name.
 * @throws Failure (exit 3) where writing fails; nothing half-made stays behind
 */
export async function commitEvidence(
  evidence: EvidenceBundle,
  report: ScanReport,
  { topology, dedup }: { readonly topology: Topology; readonly dedup: boolean },
): Promise<CommittedBundle> {
  const cameOut = new Set<string>();
  for (const { finding, file, path } of evidence.staged) {
    if (file === null || path === null) continue;
    const again = await rejudgePackets(path, { topology, spans: report.coverage.points, dedup });
    if (again.some(({ id, verdict }) => id === finding.id && verdict === finding.verdict)) cameOut.add(file);
  }
  return evidence.commit(report, { dedup }, ({ file }) => file !== null && cameOut.has(file));
}
