import { LIMITS } from '../../base/limits.js';
import { isImpossibleIpv4Source, isImpossibleIpv6Source } from '../../base/impossible-source.js';
import { isGroupMac, isVirtualMac } from '../../base/virtual-mac.js';
import { addressOf } from '../../flow/border.js';
import type { FlowRows } from '../../flow/flow-rows.js';
import { D, FLOW_ROW_DOUBLES, FLOW_ROW_WORDS, I, KEY } from '../../flow/flow-row.js';
import { FIRST_SET, OVERFLOW_STATION } from '../../flow/stations.js';
import type { Outcome } from '../../model/flow.js';
import { AREAS, ZONES, type Area } from '../../model/place.js';
import type { Host, Topology } from '../../model/topology.js';
import { frameOf } from './frame-of.js';
import { PinnedCards } from './pinned-cards.js';
import { Translators } from './translators.js';
import type { SightingBook } from '../sighting-book.js';
import type { WirePlace, WirePlaces } from '../wire-places.js';

/** bit of `#facts`: the station was looked at */
const LOOKED_AT = 1 << 30;
/** what it sends says nothing: a gateway's card, a shared address, a wire that nobody can name */
const IGNORED = 1 << 29;
/** it belongs to a host for which no IPv6, or none but link-local, is registered; was told */
const NO_IPV6 = 1 << 28;
const LINK_LOCAL_ONLY = 1 << 27;
const UNWANTED_TOLD = 1 << 26;
/** its use of link-local IPv6 was told, or needs no telling */
const LINK_LOCAL_TOLD = 1 << 25;
/** that it sends from an address from which nothing can come was told */
const IMPOSSIBLE_TOLD = 1 << 24;
/** outcomes that prove that packets reached the other end */
const REACHED: ReadonlySet<Outcome> = new Set(['data', 'established', 'reachable']);
/** areas from here on hold no declared address */
const UNDECLARED = AREAS.indexOf('unassigned');
/** bits of a cell: its area (number + 1), and whether an address in it has a registered card */
const CELL_AREA = 0xff;
const CELL_PINNED = 0x100;

/**
 * Which card sent for addresses of which area on which wire, from the flows that leave the table: per station a mask of
 * areas, so that a flow that says nothing new costs two comparisons. Beside it, the cards that sent for registered
 * addresses, and frames that were seen unchanged in two areas.
 */
export class SenderLog {
  readonly #topology: Topology;
  readonly #book: SightingBook;
  readonly #places: WirePlaces;
  /** by station: areas seen (1 << number), LOOKED_AT, IGNORED */
  #facts = new Int32Array(4096);
  /** by cell: CELL_AREA, CELL_PINNED; 0 = not asked yet */
  #cells = new Int32Array(4096);
  /** by set of stations: true where the same card stands on wires of two areas */
  readonly #copies = new Map<number, boolean>();
  #pins: PinnedCards;
  #translators: Translators;
  /** stations that talked with the Internet over IPv6 */
  readonly #outside = new Set<number>();
  /** by card: how its host is registered to use IPv6 */
  readonly #ipv6Use: ReadonlyMap<string, Host['ipv6']>;

  constructor(topology: Topology, book: SightingBook, places: WirePlaces) {
    this.#topology = topology;
    this.#book = book;
    this.#places = places;
    this.#pins = new PinnedCards(topology, book, places);
    this.#translators = new Translators(topology, places);
    const stated = topology.hosts.filter(({ ipv6 }) => ipv6 !== null);
    this.#ipv6Use = new Map(stated.flatMap(({ mac: macs, ipv6 }) => macs.map((mac) => [mac, ipv6] as const)));
  }

  /** One that goes on by itself, in the copy of the book. */
  copy(book: SightingBook): SenderLog {
    const copy = new SenderLog(this.#topology, book, this.#places);
    copy.#facts = this.#facts.slice();
    copy.#cells = this.#cells.slice();
    for (const [set, isCopy] of this.#copies) copy.#copies.set(set, isCopy);
    for (const station of this.#outside) copy.#outside.add(station);
    copy.#pins = this.#pins.copy(book);
    copy.#translators = this.#translators.copy();
    return copy;
  }

  /**
   * @param cellA cell of the address of side A
   * @param isInTunnel carried by a tunnel that is not the mirror's own: its cards are those of the tunnel's ends
   */
  see(table: FlowRows, row: number, cellA: number, cellB: number, isInTunnel: boolean): void {
    const base = row * FLOW_ROW_WORDS;
    if (isInTunnel) return;
    this.#seeSide(table, row, base, 0, cellA);
    this.#seeSide(table, row, base, 1, cellB);
  }

  /**
   * An end bears an IPv6 address of the Internet, the other one too or one that is declared nowhere, and yet one of them
   * stands on a wire of a zone: a host that somebody gave an address. No register places it, so that its flows cross no
   * areas that the other rules know (check 21).
   */
  seeOutside(table: FlowRows, row: number, opener: -1 | 0 | 1, outcome: Outcome, cellA: number, cellB: number): void {
    const base = row * FLOW_ROW_WORDS;
    if (((table.words[base + I.key] as number) & KEY.ipv6) === 0 || opener === -1 || !REACHED.has(outcome)) return;
    const [isNowhereA, isNowhereB] = [isNowhere(this.#topology, cellA), isNowhere(this.#topology, cellB)];
    if (isNowhereA === null || isNowhereB === null || (isNowhereA && isNowhereB)) return;
    const cards = [0, 1].map((side) => table.stations.firstOf(table.words[base + I.sendersAToB + side] as number));
    const [opening, answering] = [cards[opener] as number, cards[1 - opener] as number];
    // opened from the Internet, it is the called one that stands here: the one with an address that is nobody's
    const isInbound =
      isNowhereA || isNowhereB
        ? isNowhereA === (opener === 1)
        : !this.#isHost(table, opening) && this.#isHost(table, answering);
    const [inside, router] = isInbound ? [answering, opening] : [opening, answering];
    const facts = (inside < this.#facts.length ? (this.#facts[inside] as number) : 0) || this.#lookAt(table, inside);
    if ((facts & IGNORED) !== 0 || this.#outside.has(inside)) return;
    if (this.#outside.size >= LIMITS.sightings) {
      this.#book.refused++;
      return;
    }
    this.#outside.add(inside);
    const side = isInbound === (opener === 0) ? 1 : 0;
    const times = row * FLOW_ROW_DOUBLES;
    this.#book.add(
      {
        kind: 'beside-register',
        place: this.#placeOf(table, inside),
        mac: table.stations.macOf(inside),
        address: addressOf(table, row, side),
        peer: addressOf(table, row, side === 0 ? 1 : 0),
        detail: router === OVERFLOW_STATION ? null : table.stations.macOf(router),
      },
      table.doubles[times + D.first] as number,
      frameOf(table, row, side),
      table.doubles[times + D.last],
    );
  }

  #isHost(table: FlowRows, station: number): boolean {
    const mac = station === OVERFLOW_STATION ? null : table.stations.macOf(station);
    return mac !== null && this.#topology.hosts.some(({ mac: macs }) => macs.includes(mac));
  }

  #seeSide(table: FlowRows, row: number, base: number, side: 0 | 1, cell: number): void {
    const set = table.words[base + I.sendersAToB + side] as number;
    if (set === 0) return;
    const facts = (cell < this.#cells.length ? (this.#cells[cell] as number) : 0) || this.#lookAtCell(cell);
    const area = (facts & CELL_AREA) - 1;
    const { stations } = table;
    const isPinned = (facts & CELL_PINNED) !== 0;
    if (set < FIRST_SET) {
      this.#seeStation(table, row, side, set, area);
      const ttl = ((table.words[base + I.flagsAndTtl] as number) >>> (16 + 8 * side)) & 0xff;
      if (this.#translators.has(table, set, cell, ttl)) this.#tell('translated', table, row, side, set, null);
      if (isPinned) this.#pins.see(table, row, side, set, cell);
      return;
    }
    const size = stations.sizeOf(set);
    for (let index = 0; index < size; index++) {
      const station = stations.stationOf(set, index);
      this.#seeStation(table, row, side, station, area);
      if (isPinned) this.#pins.see(table, row, side, station, cell);
    }
    if ((table.words[base + I.duplicates] as number) !== 0) this.#seeCopies(table, row, side, set);
  }

  #seeStation(table: FlowRows, row: number, side: 0 | 1, station: number, area: number): void {
    let facts = (station < this.#facts.length ? (this.#facts[station] as number) : 0) || this.#lookAt(table, station);
    if ((facts & IGNORED) !== 0) return;
    if (((table.words[row * FLOW_ROW_WORDS + I.key] as number) & KEY.ipv6) !== 0) {
      facts = this.#seeIpv6(table, row, side, station, facts);
      this.#facts[station] = facts;
    }
    // such an address is special, or in ranges that nobody declares
    if (area >= UNDECLARED && (facts & IMPOSSIBLE_TOLD) === 0 && isImpossibleSource(table, row, side)) {
      facts |= IMPOSSIBLE_TOLD;
      this.#facts[station] = facts;
      this.#tell('sender', table, row, side, station, null);
      return;
    }
    if ((facts & (1 << area)) !== 0) return;
    this.#facts[station] = facts | (1 << area);
    if (AREAS[area] === 'special') return;
    this.#tell('sender', table, row, side, station, null);
  }

  /** IPv6 where the register says that there is none (domain.md D-V6). @returns the facts of the station */
  #seeIpv6(table: FlowRows, row: number, side: 0 | 1, station: number, facts: number): number {
    if ((facts & LINK_LOCAL_TOLD) !== 0 && (facts & (NO_IPV6 | LINK_LOCAL_ONLY | UNWANTED_TOLD)) === 0) return facts;
    const upper = table.ipv6.word(table.words[row * FLOW_ROW_WORDS + I.endA + side] as number, 0);
    // RFC 4291 2.5.6; the unspecified address says nothing of its sender
    const isLinkLocal = upper >>> 22 === 0xfe80 >>> 6;
    if (isLinkLocal && (facts & LINK_LOCAL_TOLD) === 0) {
      this.#tellLinkLocal(table, row, side, station);
      return facts | LINK_LOCAL_TOLD;
    }
    if (upper === 0 || isLinkLocal || (facts & UNWANTED_TOLD) !== 0) return facts;
    if ((facts & (NO_IPV6 | LINK_LOCAL_ONLY)) === 0) return facts;
    this.#tell('unwanted-ipv6', table, row, side, station, null);
    return facts | UNWANTED_TOLD;
  }

  /** One sighting for a whole stretch of wire: link-local addresses tell of hosts, but say nothing of where they belong. */
  #tellLinkLocal(table: FlowRows, row: number, side: 0 | 1, station: number): void {
    const times = row * FLOW_ROW_DOUBLES;
    this.#book.add(
      { kind: 'link-local-ipv6', place: this.#placeOf(table, station), mac: null },
      table.doubles[times + D.first] as number,
      frameOf(table, row, side),
      table.doubles[times + D.last],
    );
  }

  /** The capture is over: which cards sent for registered addresses. */
  finish(): void {
    this.#pins.finish();
  }

  /** The same frames, unchanged, on wires of two zones: copies of one datagram with the same two cards. */
  #seeCopies(table: FlowRows, row: number, side: 0 | 1, set: number): void {
    const known = this.#copies.get(set);
    if (known === false) return;
    const { stations } = table;
    const receivers = table.words[row * FLOW_ROW_WORDS + I.receiversAToB + side] as number;
    let found = false;
    const size = stations.sizeOf(set);
    for (let x = 0; x < size; x++) {
      for (let y = x + 1; y < size; y++) {
        const [one, other] = [stations.stationOf(set, x), stations.stationOf(set, y)];
        const mac = stations.macOf(one);
        if (mac === null || mac !== stations.macOf(other) || this.#isShared(mac)) continue;
        const [here, there] = [this.#placeOf(table, one), this.#placeOf(table, other)];
        if (!isZoneWire(here) || !isZoneWire(there) || here.area === there.area || here.point === there.point) continue;
        found = true;
        if (!this.#haveSameReceiver(table, receivers, one, other)) continue;
        this.#tell('copy', table, row, side, one, `${there.point ?? ''}|${there.vlan ?? ''}|${there.area ?? ''}`);
      }
    }
    if (known === undefined && this.#copies.size < LIMITS.sightings) this.#copies.set(set, found);
  }

  #haveSameReceiver(table: FlowRows, receivers: number, one: number, other: number): boolean {
    const { stations } = table;
    const macsAt = (station: number): Set<string | null> => {
      const macs = new Set<string | null>();
      for (let index = 0; index < stations.sizeOf(receivers); index++) {
        const receiver = stations.stationOf(receivers, index);
        if (
          stations.pointOf(receiver) === stations.pointOf(station) &&
          stations.vlanOf(receiver) === stations.vlanOf(station)
        )
          macs.add(stations.macOf(receiver));
      }
      return macs;
    };
    const there = macsAt(other);
    return [...macsAt(one)].some((mac) => mac !== null && there.has(mac));
  }

  #tell(
    kind: 'sender' | 'copy' | 'translated' | 'unwanted-ipv6',
    table: FlowRows,
    row: number,
    side: 0 | 1,
    station: number,
    peer: string | null,
  ): void {
    const times = row * FLOW_ROW_DOUBLES;
    const seen = {
      kind,
      place: this.#placeOf(table, station),
      mac: table.stations.macOf(station),
      address: addressOf(table, row, side),
      peer,
    };
    this.#book.add(
      seen,
      table.doubles[times + D.first] as number,
      frameOf(table, row, side),
      table.doubles[times + D.last],
    );
  }

  #lookAt(table: FlowRows, station: number): number {
    if (station >= this.#facts.length) {
      const grown = new Int32Array(Math.max(this.#facts.length * 2, station + 1));
      grown.set(this.#facts);
      this.#facts = grown;
    }
    const mac = station === OVERFLOW_STATION ? null : table.stations.macOf(station);
    // a declared carrier segment counts beside the zones (check U-11)
    const place = this.#placeOf(table, station);
    const isJudged = isZoneWire(place) || (place.vlan !== null && place.area === 'public');
    const isSilent = mac === null || this.#isShared(mac) || !isJudged;
    const facts = LOOKED_AT | (isSilent ? IGNORED : 0) | (mac === null ? 0 : this.#ipv6Facts(mac, place));
    this.#facts[station] = facts;
    return facts;
  }

  /** What the register says of IPv6 on this card and this stretch of wire. */
  #ipv6Facts(mac: string, { vlan, area }: WirePlace): number {
    const use = this.#ipv6Use.get(mac) ?? null;
    const isDeclared = this.#topology.segments.some((segment) => segment.vlan === vlan && segment.ipv6 !== null);
    const isJudged = vlan !== null && ZONES.some((zone) => zone === area);
    const mayBeLinkLocal = !isJudged || isDeclared || use === 'linkLocalOnly' || use === 'managed';
    return (
      (mayBeLinkLocal ? LINK_LOCAL_TOLD : 0) |
      (use === 'none' ? NO_IPV6 : 0) |
      (use === 'linkLocalOnly' ? LINK_LOCAL_ONLY : 0)
    );
  }

  #lookAtCell(cell: number): number {
    if (cell >= this.#cells.length) {
      const grown = new Int32Array(Math.max(this.#cells.length * 2, cell + 1));
      grown.set(this.#cells);
      this.#cells = grown;
    }
    const { area, macs, host } = this.#topology.placeOfCell(cell);
    const facts = (AREAS.indexOf(area) + 1) | (macs.length > 0 && host !== null ? CELL_PINNED : 0);
    this.#cells[cell] = facts;
    return facts;
  }

  #isShared(mac: string): boolean {
    return isVirtualMac(mac) || isGroupMac(mac) || this.#topology.gatewaysOfMac(mac).length > 0;
  }

  #placeOf(table: FlowRows, station: number): WirePlace {
    return this.#places.of(table.stations.pointOf(station), table.stations.vlanOf(station));
  }
}

function isImpossibleSource({ words, ipv6 }: FlowRows, row: number, side: 0 | 1): boolean {
  const base = row * FLOW_ROW_WORDS;
  const end = words[base + I.endA + side] as number;
  if (((words[base + I.key] as number) & KEY.ipv6) === 0) return isImpossibleIpv4Source(end);
  return isImpossibleIpv6Source(ipv6.word(end, 0), ipv6.word(end, 1), ipv6.word(end, 2), ipv6.word(end, 3));
}

function isZoneWire({ vlan, area }: WirePlace): boolean {
  return vlan !== null && ZONES.some((zone: Area) => zone === area);
}

/** Declared nowhere (true), of the Internet (false), or neither (null). */
function isNowhere(topology: Topology, cell: number): boolean | null {
  const { area } = topology.placeOfCell(cell);
  return area === 'unassigned' ? true : area === 'public' ? false : null;
}
