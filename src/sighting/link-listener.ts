import { formatIpv4 } from '../base/address.js';
import { macText } from '../base/mac-text.js';
import { pushVlan } from '../decode/packet-batch.js';
import { isGroupMac, isVirtualMac } from '../base/virtual-mac.js';
import { ZONES, type Area, type Place } from '../model/place.js';
import type { Topology } from '../model/topology.js';
import type { HeardFrame } from './heard-frame.js';
import type { OwnNames } from './own-names.js';
import { readCdp, readCdpHost, readLldp, readLldpHost, readSpanningTree } from './readers/read-neighbours.js';
import type { SightingBook } from './sighting-book.js';
import type { WirePlace, WirePlaces } from './wire-places.js';

const ETHERNET_BYTES = 14;
const TAGS: ReadonlySet<number> = new Set([0x8100, 0x88a8, 0x9100, 0x9200, 0x9300]);
/** tags followed; the decoder keeps two */
const MAXIMUM_TAGS = 4;
const ETHER_TYPE = {
  arp: 0x0806,
  mpls: 0x8847,
  /** upstream-assigned labels (RFC 5332) */
  mplsUpstream: 0x8848,
  pppoeDiscovery: 0x8863,
  pppoeSession: 0x8864,
  lldp: 0x88cc,
  /** IEEE 802.1AE */
  macsec: 0x88e5,
} as const;
/** largest value that is a length (IEEE 802.3 clause 3.2.6) */
const LARGEST_LENGTH = 1500;
/** RFC 826: Ethernet and IPv4, their addresses' lengths, operations */
const ARP = { bytes: 28, formats: 0x0001_0800, lengths: 0x0604, request: 1, reply: 2 } as const;

/** Frames without an IP header: ARP, what switches say to each other, other ways to carry IP. */
export class LinkListener {
  readonly #topology: Topology;
  readonly #book: SightingBook;
  readonly #places: WirePlaces;
  readonly #names: OwnNames;

  constructor(topology: Topology, book: SightingBook, places: WirePlaces, names: OwnNames) {
    this.#topology = topology;
    this.#book = book;
    this.#places = places;
    this.#names = names;
  }

  /** @param bytes of this frame alone, as Ethernet; never throws, whatever they are */
  hear(bytes: Uint8Array, from: HeardFrame): void {
    if (bytes.length < ETHERNET_BYTES) return;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 12;
    let vlanCode = 0;
    let type = view.getUint16(at);
    for (let tags = 0; TAGS.has(type) && tags < MAXIMUM_TAGS; tags++) {
      if (at + 6 > bytes.length) return;
      vlanCode = pushVlan(vlanCode, view.getUint16(at + 2) & 0xfff);
      at += 4;
      type = view.getUint16(at);
    }
    const place = this.#places.of(from.point, vlanCode);
    const mac = macText(bytes, 6);
    const body = bytes.subarray(at + 2);
    switch (type) {
      case ETHER_TYPE.arp:
        this.#hearArp(body, mac, place, from);
        return;
      case ETHER_TYPE.pppoeDiscovery:
      case ETHER_TYPE.pppoeSession:
        this.#hearPppoe(body, type === ETHER_TYPE.pppoeSession, mac, place, from);
        return;
      case ETHER_TYPE.mpls:
      case ETHER_TYPE.mplsUpstream:
        this.#book.add({ kind: 'mpls', place, mac, peer: macText(bytes, 0) }, from.time, from);
        return;
      case ETHER_TYPE.macsec:
        this.#book.add({ kind: 'macsec', place, mac, peer: macText(bytes, 0) }, from.time, from);
        return;
      case ETHER_TYPE.lldp:
        this.#tell('lldp', readLldp(body), mac, place, from);
        this.#names.tell(readLldpHost(body), null, mac, place, from);
        return;
      default:
        if (type > LARGEST_LENGTH) return;
        this.#tell('spanning-tree', readSpanningTree(body), mac, place, from);
        this.#tell('cdp', readCdp(body), mac, place, from);
        this.#names.tell(readCdpHost(body), null, mac, place, from);
    }
  }

  #tell(
    kind: 'lldp' | 'cdp' | 'spanning-tree',
    detail: string | null,
    mac: string,
    place: WirePlace,
    from: HeardFrame,
  ): void {
    if (detail !== null && place.area !== null) this.#book.add({ kind, place, mac, detail }, from.time, from);
  }

  #hearPppoe(body: Uint8Array, isSession: boolean, mac: string, place: WirePlace, from: HeardFrame): void {
    // version and type 1 (RFC 2516 section 4)
    if (body.length < 6 || body[0] !== 0x11) return;
    this.#book.add({ kind: isSession ? 'pppoe-session' : 'pppoe-discovery', place, mac }, from.time, from);
  }

  /** What concerns another area than that of the VLAN; and which cards speak for their own. */
  #hearArp(body: Uint8Array, mac: string, place: WirePlace, from: HeardFrame): void {
    if (body.length < ARP.bytes || place.vlan === null || place.area === null) return;
    const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
    if (view.getUint32(0) !== ARP.formats || view.getUint16(4) !== ARP.lengths) return;
    const operation = view.getUint16(6);
    if (operation !== ARP.request && operation !== ARP.reply) return;
    const sender = view.getUint32(14);
    const target = view.getUint32(24);
    const card = macText(body, 8);
    const home = this.#placeOf(sender);
    const isQuestion = operation === ARP.request;
    // a frame that others sent on names another card
    if (card === mac && this.#speaksForItself(card, home, place, isQuestion)) {
      const claim = { card, address: formatIpv4(sender), place, time: from.time, frame: from };
      if (!this.#book.arp.note(claim, isQuestion)) this.#book.refused++;
    }
    if (!isElsewhere(home, place) && !isElsewhere(this.#placeOf(target), place)) return;
    const seen = { place, mac: card, address: formatIpv4(sender), peer: formatIpv4(target) };
    this.#book.add({ kind: isQuestion ? 'arp-request' : 'arp-reply', ...seen }, from.time, from);
  }

  /**
   * A card on a wire of a zone, for an address of the same zone; or on a carrier's segment. A copy of a frame on a wire of
   * another zone bears an address of its own. Routers are in several zones by nature, and answer for others.
   */
  #speaksForItself(card: string, home: Place, { area, vlan }: WirePlace, isQuestion: boolean): boolean {
    const isCarriers = area === 'public' && (home.area === 'public' || home.area === 'unassigned');
    if (!isCarriers && (home.area !== area || !ZONES.some((zone: Area) => zone === area))) return false;
    if (home.isGatewayLeg || home.isBroadcast || isVirtualMac(card) || isGroupMac(card)) return false;
    if (this.#topology.gatewaysOfMac(card).length > 0) return false;
    // one may answer for a host beyond a router, or for one whose card is known
    if (isQuestion || isCarriers) return true;
    return home.segment?.vlan === vlan && (home.macs.length === 0 || home.macs.includes(card));
  }

  #placeOf(address: number): Place {
    return this.#topology.placeOfCell(this.#topology.cellOfIpv4(address));
  }
}

function isElsewhere({ area }: Place, place: WirePlace): boolean {
  return area !== place.area && area !== 'special';
}
