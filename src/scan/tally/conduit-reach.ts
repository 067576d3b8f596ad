import { LIMITS } from '../../base/limits.js';
import type { FlowRows } from '../../flow/flow-rows.js';
import { I, KEY } from '../../flow/flow-row.js';
import type { ConduitUse } from '../../model/report.js';

/** How many different ends and ports used a conduit: whether it permits more than is needed. */
export class ConduitReach {
  readonly #initiators = new Set<number>();
  readonly #responders = new Set<number>();
  readonly #ports = new Set<number>();
  #capped = false;

  /** @param initiator number of the host, as FlowRows.hostNumber gives it; port 0: there is none */
  note(initiator: number, responder: number, port: number): void {
    this.#add(this.#initiators, initiator, LIMITS.conduitHosts);
    this.#add(this.#responders, responder, LIMITS.conduitHosts);
    if (port !== 0) this.#add(this.#ports, port, LIMITS.conduitPorts);
  }

  /** takes over what another one has seen */
  take(other: ConduitReach): void {
    for (const host of other.#initiators) this.#initiators.add(host);
    for (const host of other.#responders) this.#responders.add(host);
    for (const port of other.#ports) this.#ports.add(port);
    this.#capped ||= other.#capped;
  }

  /** null: it was never used */
  toUse(): ConduitUse | null {
    if (this.#initiators.size === 0) return null;
    return {
      initiators: this.#initiators.size,
      responders: this.#responders.size,
      ports: [...this.#ports].sort((x, y) => x - y),
      capped: this.#capped,
    };
  }

  #add(seen: Set<number>, value: number, limit: number): void {
    if (seen.size < limit) seen.add(value);
    else if (!seen.has(value)) this.#capped = true;
  }
}

/** Which hosts and port used a conduit; side `a` opened it where nobody knows who did. */
export function noteReach(reach: ConduitReach, table: FlowRows, base: number, opener: -1 | 0 | 1, port: number): void {
  const isIpv6 = ((table.words[base + I.key] as number) & KEY.ipv6) !== 0;
  const a = table.hostNumber(table.words[base + I.endA] as number, isIpv6);
  const b = table.hostNumber(table.words[base + I.endB] as number, isIpv6);
  if (opener === 1) reach.note(b, a, port);
  else reach.note(a, b, port);
}
