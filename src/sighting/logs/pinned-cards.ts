import { LIMITS } from '../../base/limits.js';
import { isGroupMac, isVirtualMac } from '../../base/virtual-mac.js';
import { addressOf } from '../../flow/border.js';
import type { FlowRows } from '../../flow/flow-rows.js';
import { D, FLOW_ROW_DOUBLES } from '../../flow/flow-row.js';
import { OVERFLOW_STATION } from '../../flow/stations.js';
import type { Topology } from '../../model/topology.js';
import type { Seen, SightingBook } from '../sighting-book.js';
import type { WirePlace, WirePlaces } from '../wire-places.js';
import { frameOf } from './frame-of.js';

interface Pin {
  readonly seen: Seen;
  first: number;
  last: number;
  frame: { readonly file: number; readonly frame: number } | null;
}

/** With which cards registered addresses sent on their own VLAN, and from when to when (check 05). */
export class PinnedCards {
  readonly #topology: Topology;
  readonly #book: SightingBook;
  readonly #places: WirePlaces;
  /** by cell and station; null where the wire is not the host's own */
  readonly #pins = new Map<number, Pin | null>();

  constructor(topology: Topology, book: SightingBook, places: WirePlaces) {
    this.#topology = topology;
    this.#book = book;
    this.#places = places;
  }

  /** One that goes on by itself, in the copy of the book. */
  copy(book: SightingBook): PinnedCards {
    const copy = new PinnedCards(this.#topology, book, this.#places);
    for (const [key, pin] of this.#pins) copy.#pins.set(key, pin === null ? null : { ...pin });
    return copy;
  }

  /** @param cell of a registered address */
  see(table: FlowRows, row: number, side: 0 | 1, station: number, cell: number): void {
    const key = cell * 2 ** 21 + station;
    const times = row * FLOW_ROW_DOUBLES;
    const first = table.doubles[times + D.first] as number;
    const last = table.doubles[times + D.last] as number;
    const pin = this.#pins.get(key);
    if (pin === undefined) {
      if (this.#pins.size >= LIMITS.sightings) {
        this.#book.refused++;
        return;
      }
      const place = this.#placeOf(table, station, cell);
      const seen: Seen | null =
        place === null
          ? null
          : { kind: 'pinned', place, mac: table.stations.macOf(station), address: addressOf(table, row, side) };
      this.#pins.set(key, seen === null ? null : { seen, first, last, frame: frameOf(table, row, side) });
      return;
    }
    if (pin === null) return;
    if (first < pin.first) {
      pin.first = first;
      pin.frame = frameOf(table, row, side);
    }
    if (last > pin.last) pin.last = last;
  }

  /** The capture is over: they stand in the book. */
  finish(): void {
    for (const pin of this.#pins.values()) if (pin !== null) this.#book.add(pin.seen, pin.first, pin.frame, pin.last);
  }

  #placeOf(table: FlowRows, station: number, cell: number): WirePlace | null {
    const mac = table.stations.macOf(station);
    if (mac === null || station === OVERFLOW_STATION || isVirtualMac(mac) || isGroupMac(mac)) return null;
    const place = this.#places.of(table.stations.pointOf(station), table.stations.vlanOf(station));
    const { macs, segment } = this.#topology.placeOfCell(cell);
    const home = segment?.vlan ?? null;
    if (place.vlan === null || place.vlan !== home) return null;
    // what a gateway sends in the name of a host it answers for
    return macs.includes(mac) || this.#topology.gatewaysOfMac(mac).length === 0 ? place : null;
  }
}
