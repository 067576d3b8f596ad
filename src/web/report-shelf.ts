import type { History } from '../model/history.js';
import type { ScanReport } from '../model/report.js';

const PLACES = 6;

/** Reports that were asked for lately: reading one from the store means parsing megabytes. */
export class ReportShelf {
  readonly #history: History;
  readonly #reports = new Map<string, ScanReport>();

  constructor(history: History) {
    this.#history = history;
  }

  /** A run that still grows is another report after each save: `endedAt` tells them apart. */
  find(id: string): ScanReport | null {
    const run = this.#history.run(id);
    if (run === null) return null;
    const key = `${id} ${run.endedAt}`;
    const held = this.#reports.get(key);
    const report = held ?? this.#history.report(id);
    if (report === null) return null;
    this.#reports.delete(key);
    this.#reports.set(key, report);
    const [oldest] = this.#reports.keys();
    if (this.#reports.size > PLACES && oldest !== undefined) this.#reports.delete(oldest);
    return report;
  }
}
