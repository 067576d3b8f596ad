import { EvidenceBundle, type CommittedBundle, type EvidenceRequest } from '../../evidence/bundle/evidence-bundle.js';
import type { ScanReport } from '../../model/report.js';
import { check, type CheckOptions } from '../check.js';
import { commitEvidence } from './commit-evidence.js';

export interface EvidenceRun {
  readonly report: ScanReport;
  readonly bundle: CommittedBundle;
}

/**
 * `check`, with an evidence bundle.
 * @param finish what is done to the report before it is kept (comparison, acceptances); left out: nothing
 * @throws Failure (exit 3) where captures, directory or chain cannot be used; nothing half-made stays behind
 */
export async function writeEvidenceBundle(
  options: Omit<CheckOptions, 'evidence'>,
  request: EvidenceRequest,
  finish: (report: ScanReport) => ScanReport | Promise<ScanReport> = (report) => report,
): Promise<EvidenceRun> {
  const evidence = new EvidenceBundle(request, options.topology);
  try {
    const report = await finish(await check({ ...options, hash: true, evidence }));
    const dedup = options.dedup ?? true;
    return { report, bundle: await commitEvidence(evidence, report, { topology: options.topology, dedup }) };
  } finally {
    evidence.discard();
  }
}
