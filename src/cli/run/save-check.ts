import { acceptFindings } from '../../compare/accept-findings.js';
import type { AcceptedFindings } from '../../compare/accepted-entry.js';
import type { ScanReport } from '../../model/report.js';
import type { Topology } from '../../model/topology.js';
import { nextRunId } from '../../store/next-run-id.js';
import { openHistory } from '../../store/open-history.js';

/** `check --store`: the run as it was judged, with what is accepted; pseudonyms and filters are for the page alone. */
export function saveCheck(
  store: string,
  startedAt: string,
  report: ScanReport,
  accepted: AcceptedFindings | null,
  topology: Topology,
  evidence: string | null,
): void {
  const history = openHistory(store);
  try {
    history.saveRun({
      id: nextRunId(Date.parse(startedAt)),
      kind: 'check',
      startedAt,
      endedAt: new Date().toISOString(),
      finished: !report.statistics.interrupted,
      report: accepted === null ? report : acceptFindings(report, accepted, topology),
      evidence,
    });
  } finally {
    history.close();
  }
}
