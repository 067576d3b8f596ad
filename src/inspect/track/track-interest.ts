import { LIMITS } from '../../base/limits.js';
import { cellOf } from '../../flow/cell-of.js';
import { FLOW_ROW_WORDS, I, KEY, PROTO } from '../../flow/flow-row.js';
import type { WatchedRows } from '../../flow/payload-watcher.js';
import type { Place } from '../../model/place.js';
import type { Topology } from '../../model/topology.js';

const IPV6 = 0x1_0000_0000;

/**
 * Which flows are tracked: TCP between two areas, and inside an area those of a host that had such a flow before: a
 * relay is reached first and speaks on afterwards (domain.md D-RELAY).
 */
export class TrackInterest {
  readonly #topology: Topology;
  /** hosts that had a flow with another area, by address number */
  readonly #crossers = new Set<number>();

  constructor(topology: Topology) {
    this.#topology = topology;
  }

  in(rows: WatchedRows, row: number): boolean {
    const base = row * FLOW_ROW_WORDS;
    const key = rows.words[base + I.key] as number;
    if ((key & KEY.protoMask) !== PROTO.tcp) return false;
    const a = this.#topology.placeOfCell(cellOf(rows, row, 0, this.#topology));
    const b = this.#topology.placeOfCell(cellOf(rows, row, 1, this.#topology));
    if (isNoHost(a) || isNoHost(b)) return false;
    const offset = (key & KEY.ipv6) === 0 ? 0 : IPV6;
    const hostA = offset + ((rows.words[base + I.endA] as number) >>> 0);
    const hostB = offset + ((rows.words[base + I.endA + 1] as number) >>> 0);
    if (a.area === b.area) return this.#crossers.has(hostA) || this.#crossers.has(hostB);
    if (this.#crossers.size < LIMITS.trackedHosts) {
      if (!a.isGatewayLeg) this.#crossers.add(hostA);
      if (!b.isGatewayLeg) this.#crossers.add(hostB);
    }
    return true;
  }
}

function isNoHost({ area, isBroadcast }: Place): boolean {
  return area === 'special' || isBroadcast;
}
