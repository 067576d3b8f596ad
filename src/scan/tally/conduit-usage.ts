import { localTime } from '../../base/time.js';
import type { Nanoseconds } from '../../base/time.js';
import type { Conduit, Topology } from '../../model/topology.js';
import { ConduitReach } from './conduit-reach.js';

/** How much a conduit was used: for rule 51 (never), rule 41 (more than its limit) and the register in the report. */
class ConduitCounter {
  flows = 0;
  bytes = 0;
  first: Nanoseconds | null = null;
  last: Nanoseconds | null = null;
  /** by local date; only where the conduit has a daily limit */
  readonly bytesByDay = new Map<string, number>();
  readonly conduit: Conduit;
  /** what of it was needed */
  readonly reach = new ConduitReach();

  constructor(conduit: Conduit) {
    this.conduit = conduit;
  }
}

export class ConduitUsage {
  readonly counters = new Map<string, ConduitCounter>();
  readonly #topology: Topology;

  constructor(topology: Topology) {
    this.#topology = topology;
    for (const conduit of topology.conduits) this.counters.set(conduit.id, new ConduitCounter(conduit));
  }

  /** null for a conduit of another topology */
  reachOf(conduit: Conduit): ConduitReach | null {
    return this.counters.get(conduit.id)?.reach ?? null;
  }

  /** one that goes on by itself */
  copy(): ConduitUsage {
    const copy = new ConduitUsage(this.#topology);
    for (const [id, { flows, bytes, first, last, bytesByDay, reach }] of this.counters) {
      const counter = copy.counters.get(id);
      if (counter === undefined) continue;
      Object.assign(counter, { flows, bytes, first, last });
      counter.reach.take(reach);
      for (const [day, sum] of bytesByDay) counter.bytesByDay.set(day, sum);
    }
    return copy;
  }

  add(conduit: Conduit, bytes: number, first: Nanoseconds, last: Nanoseconds, flows = 1): void {
    const counter = this.counters.get(conduit.id);
    if (counter === undefined) return;
    counter.flows += flows;
    counter.bytes += bytes;
    if (counter.first === null || first < counter.first) counter.first = first;
    if (counter.last === null || last > counter.last) counter.last = last;
    if (conduit.limits.maxBytesPerDay === null) return;
    const { date } = localTime(first, this.#topology.timezone);
    counter.bytesByDay.set(date, (counter.bytesByDay.get(date) ?? 0) + bytes);
  }
}
