import type { EvidenceBundleNote, QualityEntry, ScanReport } from '../../model/report.js';
import type { Topology } from '../../model/topology.js';
import { resultOf } from '../../rules/result.js';
import { maskPackets } from '../mask-packets.js';

/** A report that was made before its evidence was: with what is known of the bundle now. */
export function reportWithEvidence(
  report: ScanReport,
  topology: Topology,
  known: { readonly note: EvidenceBundleNote | null; readonly quality: readonly QualityEntry[] },
): ScanReport {
  const entries = maskPackets(known.quality);
  const quality = [...report.quality, ...entries];
  return {
    ...report,
    ...(entries.length === 0 ? {} : resultOf(report.findings, quality, report.coverage.boundaries, topology)),
    quality,
    ...(known.note === null ? {} : { evidenceBundle: known.note }),
  };
}
