import type { FlowTable } from '../flow/flow-table.js';
import type { Inspection } from '../inspect/inspection.js';
import type { TrackLog } from '../inspect/track/track-log.js';
import { countsOf, type TableCounts } from './captures/summarize-run.js';

/** What a session counts from its beginning, as far as it belongs to the run that goes on. */
export class RunCounts {
  readonly #table: FlowTable;
  readonly #inspection: Inspection;
  readonly #tracks: TrackLog;
  #tableBefore: TableCounts;
  #refusedBefore: Readonly<Record<string, number>> = {};
  #copiesBefore: readonly (number | undefined)[] = [];

  constructor(table: FlowTable, inspection: Inspection, tracks: TrackLog) {
    this.#table = table;
    this.#inspection = inspection;
    this.#tracks = tracks;
    this.#tableBefore = countsOf(table);
  }

  /** A new run begins: what was counted up to here belongs to the one before. */
  rollOver(): void {
    this.#tableBefore = countsOf(this.#table);
    this.#refusedBefore = this.#refusedEver();
    this.#copiesBefore = [...this.#table.copiesByPoint];
  }

  get table(): TableCounts {
    return since(this.#tableBefore, countsOf(this.#table));
  }

  /** What found no room, by limit. */
  get refused(): Record<string, number> {
    return since(this.#refusedBefore, this.#refusedEver());
  }

  /** @param point its number */
  copiesAt(point: number): number {
    return (this.#table.copiesByPoint[point] ?? 0) - (this.#copiesBefore[point] ?? 0);
  }

  #refusedEver(): Record<string, number> {
    return {
      inspectedFlows: this.#inspection.refused,
      factsPerFlow: this.#inspection.factsRefused,
      trackedFlows: this.#tracks.refused,
      reassemblyBytes: this.#inspection.pool.givenUp,
      announcedConnections: this.#inspection.announced.forgotten,
      translatedFlows: this.#table.translated?.groups.refused ?? 0,
    };
  }
}

function since<Name extends string>(
  before: Readonly<Partial<Record<Name, number>>>,
  now: Readonly<Record<Name, number>>,
): Record<Name, number> {
  const names = Object.keys(now) as Name[];
  return Object.fromEntries(names.map((name) => [name, now[name] - (before[name] ?? 0)])) as Record<Name, number>;
}
