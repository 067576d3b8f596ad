import { LIMITS } from '../../base/limits.js';
import { cellOf } from '../../flow/cell-of.js';
import { FLOW_ROW_WORDS, I, KEY, PROTO, STATE } from '../../flow/flow-row.js';
import type { WatchedRows } from '../../flow/payload-watcher.js';
import type { Place } from '../../model/place.js';
import type { Topology } from '../../model/topology.js';

const IPV6 = 0x1_0000_0000;

const PROTECTED = new Set<string>(['mynumber', 'lgwan']);

/**
 * Which flows are tracked (domain.md D-RELAY): TCP between a protected zone and another area; and of a host that had such
 * a flow before, what goes on from there, since a relay is reached first and speaks on afterwards. What comes in from
 * outside is tracked too: it may be the first half of a way into a protected zone.
 */
export class TrackInterest {
  readonly #topology: Topology;
  /** hosts that had a flow between a protected zone and another area, by address number */
  readonly #crossers = new Set<number>();

  constructor(topology: Topology) {
    this.#topology = topology;
  }

  /** Asked when the flow begins: false for what can be no half of a relay, whoever opened it. */
  in(rows: WatchedRows, row: number): boolean {
    const base = row * FLOW_ROW_WORDS;
    if (((rows.words[base + I.key] as number) & KEY.protoMask) !== PROTO.tcp) return false;
    const { a, b } = this.#placesOf(rows, row);
    if (isNoHost(a) || isNoHost(b)) return false;
    if (a.area === b.area) return this.#isKnown(rows, row);
    if (!PROTECTED.has(a.area) && !PROTECTED.has(b.area)) return true;
    if (this.#crossers.size < LIMITS.trackedHosts) {
      if (!a.isGatewayLeg) this.#crossers.add(hostOf(rows, base, 0));
      if (!b.isGatewayLeg) this.#crossers.add(hostOf(rows, base, 1));
    }
    return true;
  }

  /** Asked with the first payload: false for the many flows that hosts of the Internet zone open outward. */
  stillIn(rows: WatchedRows, row: number): boolean {
    const { a, b } = this.#placesOf(rows, row);
    if (a.area === b.area || PROTECTED.has(a.area) || PROTECTED.has(b.area) || this.#isKnown(rows, row)) return true;
    const state = rows.words[row * FLOW_ROW_WORDS + I.state] as number;
    const isOpenedByA = (state & (STATE.synByA | STATE.synAckByB)) !== 0;
    const isOpenedByB = (state & (STATE.synByB | STATE.synAckByA)) !== 0;
    const opener = isOpenedByA === isOpenedByB ? null : isOpenedByA ? a : b;
    return opener?.area !== 'internet';
  }

  #isKnown(rows: WatchedRows, row: number): boolean {
    const base = row * FLOW_ROW_WORDS;
    return this.#crossers.has(hostOf(rows, base, 0)) || this.#crossers.has(hostOf(rows, base, 1));
  }

  #placesOf(rows: WatchedRows, row: number): { readonly a: Place; readonly b: Place } {
    return {
      a: this.#topology.placeOfCell(cellOf(rows, row, 0, this.#topology)),
      b: this.#topology.placeOfCell(cellOf(rows, row, 1, this.#topology)),
    };
  }
}

function hostOf({ words }: WatchedRows, base: number, side: 0 | 1): number {
  const offset = ((words[base + I.key] as number) & KEY.ipv6) === 0 ? 0 : IPV6;
  return offset + ((words[base + I.endA + side] as number) >>> 0);
}

function isNoHost({ area, isBroadcast }: Place): boolean {
  return area === 'special' || isBroadcast;
}
