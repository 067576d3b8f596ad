import { indicatorOf, isGenericName } from '../../base/computer-name.js';
import { LIMITS } from '../../base/limits.js';
import { isGroupMac, isVirtualMac } from '../../base/virtual-mac.js';
import { OVERFLOW_STATION, type StationTable } from '../../flow/stations.js';
import { ZONES, type Realm, type Zone } from '../../model/place.js';
import type { Topology } from '../../model/topology.js';
import type { WirePlaces } from '../wire-places.js';

/** A computer as far as its cards and names tell. */
interface Computer {
  /** bit of each zone on whose wires it was seen */
  zones: number;
  /** the same computer, once that is known */
  same: Computer | null;
}

/**
 * Which stations belong to a computer that stands in two zones at once: one card on wires of both, or two cards that the
 * register gives to one host or that call themselves alike. Asked when a flow begins: what such a computer takes in in
 * one zone may go on in the other (domain.md D-RELAY) without any flow that crosses. What merely looks like one computer
 * here is looked at more closely, and judged by the rules.
 */
export class TwoZoneHosts {
  /** computers that turned out to stand in two zones */
  found = 0;
  readonly #topology: Topology;
  readonly #places: WirePlaces;
  readonly #byCard = new Map<string, Computer>();
  /** names of computers, and of hosts of the register */
  readonly #byName = new Map<string, Computer>();
  /** null: a card that belongs to no single computer, or a wire of no zone */
  readonly #byStation: (Computer | null | undefined)[] = [];

  constructor(topology: Topology, places: WirePlaces) {
    this.#topology = topology;
    this.#places = places;
    for (const { name, mac } of topology.hosts)
      for (const card of mac) this.#join(this.#computerAt(card), this.#named(`host ${name}`));
  }

  /** A frame from, or to, this station. @returns true when its computer stands in two zones */
  see(stations: StationTable, station: number): boolean {
    let computer = this.#byStation[station];
    if (computer === undefined) this.#byStation[station] = computer = this.#meet(stations, station);
    return computer !== null && isTwoZoned(rootOf(computer).zones);
  }

  /** The card called itself so. @param detail see the sighting `name` */
  hearName(detail: string, card: string, area: Zone | Realm): void {
    if (!ZONES.some((zone) => zone === area) || isGenericName(detail)) return;
    const computer = this.#computerAt(card);
    if (computer !== null) this.#place(rootOf(computer), bitOf(area));
    const { kind, value } = indicatorOf(detail);
    this.#join(computer, this.#named(`${kind} ${value}`));
  }

  #meet(stations: StationTable, station: number): Computer | null {
    const card = station <= OVERFLOW_STATION ? null : stations.macOf(station);
    if (card === null || isVirtualMac(card) || isGroupMac(card)) return null;
    if (this.#topology.gatewaysOfMac(card).length > 0) return null;
    const { area } = this.#places.of(stations.pointOf(station), stations.vlanOf(station));
    const bit = bitOf(area);
    const computer = bit === 0 ? null : this.#computerAt(card);
    if (computer !== null) this.#place(rootOf(computer), bit);
    return computer;
  }

  #place(root: Computer, zones: number): void {
    const wasFound = isTwoZoned(root.zones);
    root.zones |= zones;
    if (!wasFound && isTwoZoned(root.zones)) this.found++;
  }

  #computerAt(card: string): Computer | null {
    return find(this.#byCard, card);
  }

  #named(name: string): Computer | null {
    return find(this.#byName, name);
  }

  #join(one: Computer | null, other: Computer | null): void {
    if (one === null || other === null) return;
    const [first, second] = [rootOf(one), rootOf(other)];
    if (first === second) return;
    this.#place(first, second.zones);
    second.same = first;
  }
}

/** `null`: no room for another one */
function find(computers: Map<string, Computer>, key: string): Computer | null {
  let computer = computers.get(key);
  if (computer === undefined) {
    if (computers.size >= LIMITS.sightings) return null;
    computer = { zones: 0, same: null };
    computers.set(key, computer);
  }
  return computer;
}

function rootOf(computer: Computer): Computer {
  let root = computer;
  while (root.same !== null) root = root.same;
  // whoever was on the way is answered in one step from now on
  for (let at = computer; at.same !== null && at !== root;) {
    const next = at.same;
    at.same = root;
    at = next;
  }
  return root;
}

function bitOf(area: Zone | Realm | null): number {
  const index = ZONES.findIndex((zone) => zone === area);
  return index < 0 ? 0 : 1 << index;
}

function isTwoZoned(zones: number): boolean {
  return (zones & (zones - 1)) !== 0;
}
