import { indicatorOf, isGenericName } from '../../base/computer-name.js';
import { LIMITS } from '../../base/limits.js';
import { isGroupMac, isVirtualMac } from '../../base/virtual-mac.js';
import { withRoomFor } from '../../flow/grow-column.js';
import { OVERFLOW_STATION, type StationTable } from '../../flow/stations.js';
import { ZONES, type Area } from '../../model/place.js';
import type { Topology } from '../../model/topology.js';
import type { WirePlaces } from '../wire-places.js';

/** of a station that belongs to no single computer, or to no zone */
const NOBODY = -1;

/**
 * Which stations belong to a computer that stands in two zones at once: one card on wires of both, or two cards that the
 * register gives to one host or that call themselves alike. Asked when a flow begins: what such a computer takes in in
 * one zone may go on in the other (domain.md D-RELAY) without any flow that crosses. What merely looks like one computer
 * here is looked at more closely, and judged by the rules. Computers are numbers in columns: a city has many cards.
 */
export class TwoZoneHosts {
  /** computers that turned out to stand in two zones */
  found = 0;
  readonly #topology: Topology;
  readonly #places: WirePlaces;
  /** by card, as a number */
  readonly #byCard = new Map<number, number>();
  /** by what a computer calls itself, and by the name of its entry in the register */
  readonly #byName = new Map<string, number>();
  /** computer + 1, or NOBODY, by station; 0: not met yet */
  #byStation = new Int32Array(0);
  /** bit of each zone on whose wires a computer was seen */
  #zones = new Int32Array(0);
  /** computer + 1 that turned out to be the same; 0: none */
  #same = new Int32Array(0);
  #computers = 0;

  constructor(topology: Topology, places: WirePlaces) {
    this.#topology = topology;
    this.#places = places;
    for (const { name, mac } of topology.hosts)
      if (mac.length > 0) for (const card of mac) this.#join(this.#atCard(card), this.#named(`host ${name}`));
  }

  /**
   * A frame between two addresses of this area came from, or went to, this station.
   * @returns true when its computer stands in two zones
   */
  see(stations: StationTable, station: number, area: Area): boolean {
    let computer = station < this.#byStation.length ? (this.#byStation[station] as number) : 0;
    if (computer === 0) {
      computer = this.#meet(stations, station, area);
      this.#byStation = withRoomFor(this.#byStation, station);
      this.#byStation[station] = computer;
    }
    return computer !== NOBODY && isTwoZoned(this.#zones[this.#rootOf(computer - 1)] as number);
  }

  /** The card called itself so. @param detail see the sighting `name` */
  hearName(detail: string, card: string, area: Area): void {
    const bit = bitOf(area);
    if (bit === 0 || isGenericName(detail)) return;
    const computer = this.#atCard(card);
    if (computer !== NOBODY) this.#place(this.#rootOf(computer), bit);
    const { kind, value } = indicatorOf(detail);
    this.#join(computer, this.#named(`${kind} ${value}`));
  }

  #meet(stations: StationTable, station: number, area: Area): number {
    const card = station <= OVERFLOW_STATION ? null : stations.macOf(station);
    if (card === null || isVirtualMac(card) || isGroupMac(card)) return NOBODY;
    if (this.#topology.gatewaysOfMac(card).length > 0) return NOBODY;
    const wire = this.#places.of(stations.pointOf(station), stations.vlanOf(station));
    const bit = wire.area === area ? bitOf(area) : 0;
    const computer = bit === 0 ? NOBODY : this.#atCard(card);
    if (computer === NOBODY) return NOBODY;
    this.#place(this.#rootOf(computer), bit);
    return computer + 1;
  }

  #atCard(card: string): number {
    return this.#find(this.#byCard, Number.parseInt(card.replaceAll(':', ''), 16));
  }

  #named(name: string): number {
    return this.#find(this.#byName, name);
  }

  /** NOBODY: there is no room for another one */
  #find<K>(computers: Map<K, number>, key: K): number {
    const known = computers.get(key);
    if (known !== undefined) return known;
    if (this.#computers >= LIMITS.sightings) return NOBODY;
    const computer = this.#computers++;
    this.#zones = withRoomFor(this.#zones, computer);
    this.#same = withRoomFor(this.#same, computer);
    computers.set(key, computer);
    return computer;
  }

  #place(root: number, zones: number): void {
    const before = this.#zones[root] as number;
    this.#zones[root] = before | zones;
    if (!isTwoZoned(before) && isTwoZoned(before | zones)) this.found++;
  }

  #join(one: number, other: number): void {
    if (one === NOBODY || other === NOBODY) return;
    const [first, second] = [this.#rootOf(one), this.#rootOf(other)];
    if (first === second) return;
    this.#same[second] = first + 1;
    this.#place(first, this.#zones[second] as number);
  }

  #rootOf(computer: number): number {
    let root = computer;
    for (let next = this.#same[root] as number; next !== 0; next = this.#same[root] as number) root = next - 1;
    // whoever was on the way is answered in one step from now on
    for (let at = computer; at !== root;) {
      const next = (this.#same[at] as number) - 1;
      this.#same[at] = root + 1;
      at = next;
    }
    return root;
  }
}

function bitOf(area: Area | null): number {
  const index = ZONES.findIndex((zone) => zone === area);
  return index < 0 ? 0 : 1 << index;
}

function isTwoZoned(zones: number): boolean {
  return (zones & (zones - 1)) !== 0;
}
