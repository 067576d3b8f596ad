import { EvidenceBundle, type CommittedBundle, type EvidenceRequest } from '../evidence/bundle/evidence-bundle.js';
import type { ScanReport } from '../model/report.js';
import { check, type CheckOptions } from './check.js';
import { rejudgePackets } from './rejudge-packets.js';

export interface EvidenceRun {
  readonly report: ScanReport;
  readonly bundle: CommittedBundle;
}

/**
 * `check`, with an evidence bundle. Each finding is judged once more from its packets alone, so that the manifest can say
 * which ones the bundle proves by itself.
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
    const cameOut = new Set<string>();
    for (const { finding, file, path } of evidence.staged) {
      if (file === null || path === null) continue;
      const setting = { topology: options.topology, spans: report.coverage.points, dedup };
      const again = await rejudgePackets(path, setting);
      if (again.some(({ id, verdict }) => id === finding.id && verdict === finding.verdict)) cameOut.add(file);
    }
    const bundle = evidence.commit(report, { dedup }, ({ file }) => file !== null && cameOut.has(file));
    return { report, bundle };
  } finally {
    evidence.discard();
  }
}
