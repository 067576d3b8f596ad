import { parseAddress, prefixContains } from '../../base/address.js';
import { LIMITS } from '../../base/limits.js';
import { cellOf } from '../../flow/cell-of.js';
import { FLOW_ROW_WORDS, I, KEY, PROTO, STATE } from '../../flow/flow-row.js';
import type { WatchedRows } from '../../flow/payload-watcher.js';
import type { StationTable } from '../../flow/stations.js';
import type { Area, Place } from '../../model/place.js';
import type { Host, Topology } from '../../model/topology.js';

const IPV6 = 0x1_0000_0000;

/** Knows computers that stand in two zones at once, by the frames that they send and get. */
export interface TwoZoneComputers {
  /** @returns true when the computer of this station is one */
  see(stations: StationTable, station: number, area: Area): boolean;
  /** how many of them are known */
  readonly found: number;
}

const PROTECTED = new Set<string>(['mynumber', 'lgwan']);

/**
 * Which flows are tracked (domain.md D-RELAY): TCP between a protected zone and another area; and of a host that had such
 * a flow before, what goes on from there, since a relay is reached first and speaks on afterwards; and all of a computer
 * that stands in two zones, since nothing crosses on its way but inside it. What comes in from outside is tracked too: it
 * may be the first half of a way into a protected zone.
 */
export class TrackInterest {
  readonly #topology: Topology;
  readonly #computers: TwoZoneComputers;
  /** hosts that had a flow between a protected zone and another area, by address number */
  readonly #crossers = new Set<number>();
  /** hosts to which the register gives addresses in two zones, by name */
  readonly #registered: ReadonlySet<string>;
  /** computers in two zones that were known at the last news */
  #told = 0;

  constructor(topology: Topology, computers: TwoZoneComputers) {
    this.#topology = topology;
    this.#computers = computers;
    this.#registered = new Set(topology.hosts.filter((host) => isInTwoZones(host, topology)).map(({ name }) => name));
  }

  /** Asked when the flow begins: false for what can be no half of a relay, whoever opened it. */
  in(rows: WatchedRows, row: number): boolean {
    const base = row * FLOW_ROW_WORDS;
    if (((rows.words[base + I.key] as number) & KEY.protoMask) !== PROTO.tcp) return false;
    const { a, b } = this.#placesOf(rows, row);
    if (isNoHost(a) || isNoHost(b)) return false;
    if (a.area === b.area) {
      // both frames teach where a computer stands; the second is not left out by the answer to the first
      const isSent = this.#computers.see(rows.stations, rows.openingSender, a.area);
      const isReceived = this.#computers.see(rows.stations, rows.openingReceiver, a.area);
      return isSent || isReceived || this.#isRegistered(a) || this.#isRegistered(b) || this.#isKnown(rows, row);
    }
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

  /** A computer in two zones was found: what it took in a moment ago may be what it passes on now. */
  takeNews(): boolean {
    const isNew = this.#computers.found > this.#told && this.#told < LIMITS.lookBacks;
    this.#told = this.#computers.found;
    return isNew;
  }

  /** What `in` asks of a flow that has begun, by the computers at its ends. */
  inAfterAll(rows: WatchedRows, row: number): boolean {
    const base = row * FLOW_ROW_WORDS;
    if (((rows.words[base + I.key] as number) & KEY.protoMask) !== PROTO.tcp) return false;
    const { a, b } = this.#placesOf(rows, row);
    if (isNoHost(a) || isNoHost(b) || a.area !== b.area) return false;
    const { stations } = rows;
    return [I.sendersAToB, I.sendersBToA, I.receiversAToB, I.receiversBToA].some((set) =>
      this.#computers.see(stations, stations.firstOf(rows.words[base + set] as number), a.area),
    );
  }

  #isRegistered({ host }: Place): boolean {
    return host !== null && this.#registered.has(host);
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

/** The zone of the host is what its entry says; where its addresses lie is what the segments say. */
function isInTwoZones({ ip }: Host, { segments }: Topology): boolean {
  const zones = new Set<string>();
  for (const text of ip) {
    const address = parseAddress(text);
    if (address === undefined) continue;
    for (const { zone, prefix, ipv6 } of segments)
      if ([prefix, ipv6].some((range) => range !== null && prefixContains(range, address))) zones.add(zone);
  }
  return zones.size > 1;
}

function hostOf({ words }: WatchedRows, base: number, side: 0 | 1): number {
  const offset = ((words[base + I.key] as number) & KEY.ipv6) === 0 ? 0 : IPV6;
  return offset + ((words[base + I.endA + side] as number) >>> 0);
}

function isNoHost({ area, isBroadcast }: Place): boolean {
  return area === 'special' || isBroadcast;
}
