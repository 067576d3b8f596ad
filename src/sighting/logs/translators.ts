import { LIMITS } from '../../base/limits.js';
import { isGroupMac, isVirtualMac } from '../../base/virtual-mac.js';
import type { FlowRows } from '../../flow/flow-rows.js';
import { OVERFLOW_STATION } from '../../flow/stations.js';
import type { Topology } from '../../model/topology.js';
import type { WirePlaces } from '../wire-places.js';

/**
 * Which cards speak for others behind them: a packet that has passed a router, from an address of the very stretch of wire
 * on which it was sent (domain.md D-NAT).
 */
export class Translators {
  readonly #topology: Topology;
  readonly #places: WirePlaces;
  /** cells and stations that translate no addresses, although packets came by way of a router */
  readonly #none = new Set<number>();

  constructor(topology: Topology, places: WirePlaces) {
    this.#topology = topology;
    this.#places = places;
  }

  /** one that goes on by itself */
  copy(): Translators {
    const copy = new Translators(this.#topology, this.#places);
    for (const key of this.#none) copy.#none.add(key);
    return copy;
  }

  /** Does the station that sent a packet of this TTL translate the addresses of others to that of the cell? */
  has(table: FlowRows, station: number, cell: number, ttl: number): boolean {
    if (!hasPassedRouter(ttl)) return false;
    const key = cell * 2 ** 21 + station;
    if (this.#none.has(key)) return false;
    if (this.#isTranslator(table, station, cell)) return true;
    if (this.#none.size < LIMITS.sightings) this.#none.add(key);
    return false;
  }

  #isTranslator(table: FlowRows, station: number, cell: number): boolean {
    const { vlan } = this.#places.of(table.stations.pointOf(station), table.stations.vlanOf(station));
    const home = this.#topology.placeOfCell(cell);
    const mac = station === OVERFLOW_STATION ? null : table.stations.macOf(station);
    if (vlan === null || home.segment?.vlan !== vlan || home.isBroadcast || mac === null) return false;
    if (isVirtualMac(mac) || isGroupMac(mac)) return false;
    const gateways = this.#topology.gatewaysOfMac(mac);
    // a gateway sends on what others say; only what bears its own address is translated
    if (gateways.length > 0) return home.isGatewayLeg && gateways.some(({ name }) => name === home.host);
    return !home.isGatewayLeg && (home.macs.length === 0 || home.macs.includes(mac));
  }
}

/** One or two below what systems begin with (64, 128, 255): not the sender's own packet any more. */
function hasPassedRouter(ttl: number): boolean {
  return ttl === 63 || ttl === 62 || ttl === 127 || ttl === 126 || ttl === 254 || ttl === 253;
}
