import type { TrackedFinding } from '../model/history.js';
import type { Finding } from '../model/report.js';
import type { FindingRow, RunAnswer } from './api.js';

/** What a list shows of a finding over all runs. */
export function findingRow(tracked: TrackedFinding): FindingRow {
  const { id, status, worst, firstSeen, lastSeen, runs, finding } = tracked;
  const { rule, clause, verdict, severity, title, from, to, service, flows } = finding;
  return {
    ...{ id, status, rule, clause, verdict, severity, worst, title, from, to },
    ...{ service, flows, firstSeen, lastSeen, runs },
  };
}

/** What a list shows of a finding of one run. */
export function findingOfRun(finding: Finding): RunAnswer['findings'][number] {
  const { id, rule, clause, verdict, severity, title, from, to, service, flows } = finding;
  return { id, rule, clause, verdict, severity, title, from, to, service, flows };
}
