import { LIMITS } from '../base/limits.js';
import type { FindingChange, History, RunRecord } from '../model/history.js';
import { SEVERITIES, type Finding } from '../model/report.js';

/** What is news, where no history is kept: only as long as this process lives. */
export class RunMemory implements Pick<History, 'saveRun'> {
  #known = new Map<string, Finding>();
  /** of the run that goes on */
  #present = new Set<string>();
  #run: string | null = null;

  saveRun({ id, endedAt, finished, report }: RunRecord): readonly FindingChange[] {
    if (id !== this.#run) {
      this.#run = id;
      this.#present = new Set();
    }
    const changes: FindingChange[] = [];
    for (const finding of report.findings) {
      this.#present.add(finding.id);
      const before = this.#known.get(finding.id);
      this.#known.set(finding.id, finding);
      if (before === undefined) changes.push({ change: 'appeared', finding, run: id, at: endedAt });
      else if (rank(finding) < rank(before)) changes.push({ change: 'worsened', finding, run: id, at: endedAt });
    }
    this.#forget(report.findings);
    // only a whole run can say that something is no longer there
    if (!finished) return changes;
    for (const [known, finding] of this.#known) {
      if (this.#present.has(known)) continue;
      this.#known.delete(known);
      changes.push({ change: 'gone', finding, run: id, at: endedAt });
    }
    return changes;
  }

  /** Those that are longest known and not in this report make room: coming back, they appear again. */
  #forget(reported: readonly Finding[]): void {
    if (this.#known.size <= LIMITS.findingsRemembered) return;
    const kept = new Set(reported.map(({ id }) => id));
    for (const id of this.#known.keys()) {
      if (this.#known.size <= LIMITS.findingsRemembered) return;
      if (kept.has(id)) continue;
      this.#known.delete(id);
      this.#present.delete(id);
    }
  }
}

function rank({ severity }: Finding): number {
  return SEVERITIES.indexOf(severity);
}
