import { beginningOfDay } from '../../base/time.js';
import type { Topology } from '../../model/topology.js';

/**
 * The periods between the days on which an approval begins or ends: within one of them, no answer of the conduit
 * register depends on the date.
 */
export class ValidityPeriods {
  /** nanoseconds since the run's origin, ascending */
  readonly #edges: readonly number[];

  /** @param origin nanoseconds since 1970 of the run's origin */
  constructor(topology: Topology, origin: bigint) {
    const days = new Set<string>();
    const edges = new Set<number>();
    for (const { approval } of topology.conduits) {
      if (approval?.date) days.add(approval.date);
      // valid through its last day: the edge is the beginning of the next
      if (approval?.validUntil) days.add(nextDay(approval.validUntil));
    }
    for (const day of days) edges.add(Number(beginningOfDay(day, topology.timezone) - origin));
    this.#edges = [...edges].sort((x, y) => x - y);
  }

  /** number of the period in which a time lies */
  of(time: number): number {
    let period = 0;
    while (period < this.#edges.length && (this.#edges[period] as number) <= time) period++;
    return period;
  }
}

function nextDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
