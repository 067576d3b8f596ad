import { formatIpv4, formatIpv6 } from '../base/address.js';
import { pushVlan } from '../decode/packet-batch.js';
import { META, ROW } from '../decode/packet-batch.js';
import type { Topology } from '../model/topology.js';
import { readDhcp, readDhcpv6 } from './read-dhcp.js';
import { readCdp, readLldp, readSpanningTree } from './read-neighbours.js';
import type { SightingBook } from './sighting-book.js';
import type { WirePlace, WirePlaces } from './wire-places.js';

const ETHERNET_BYTES = 14;
const TAGS: ReadonlySet<number> = new Set([0x8100, 0x88a8, 0x9100, 0x9200, 0x9300]);
const ETHER_TYPE = { arp: 0x0806, pppoeDiscovery: 0x8863, pppoeSession: 0x8864, lldp: 0x88cc } as const;
/** largest value that is a length (IEEE 802.3 clause 3.2.6) */
const LARGEST_LENGTH = 1500;
/** tags followed; the decoder keeps two */
const MAXIMUM_TAGS = 4;
const ICMPV6 = 58;
const UDP = 17;
const ROUTER_ADVERTISEMENT = 134;
/** Ethernet and one tag lie before a plain IP header; PPPoE and PPP add eight bytes */
const PPPOE_BYTES = 8;

/** One frame, and where it came from. */
export interface HeardFrame {
  readonly point: number;
  readonly time: number;
  readonly file: number;
  readonly frame: number;
}

/** True for the few packets that speak about the network itself: neighbour discovery, DHCP, IP inside PPPoE. */
export function isNetworkTalk(rows: Int32Array, base: number, bytes: Uint8Array): boolean {
  const proto = (rows[base + ROW.meta] as number) & META.protoMask;
  if (proto === UDP) {
    const port = (rows[base + ROW.ports] as number) >>> 16;
    if (port === 67 || port === 547) return true;
  } else if (proto === ICMPV6 && (((rows[base + ROW.flags] as number) >>> 16) & 0xff) === ROUTER_ADVERTISEMENT) {
    return true;
  }
  const ipAt = rows[base + ROW.ipAt] as number;
  const macAt = rows[base + ROW.sourceMacAt] as number;
  // source MAC, EtherType, and at least PPPoE between the two
  if (macAt < 0 || ipAt - macAt < 8 + PPPOE_BYTES) return false;
  return bytes[ipAt - 10] === 0x88 && bytes[ipAt - 9] === 0x64;
}

/** Reads the frames that say something about the network itself; never throws, whatever the bytes. */
export class FrameListener {
  readonly #topology: Topology;
  readonly #book: SightingBook;
  readonly #places: WirePlaces;

  constructor(topology: Topology, book: SightingBook, places: WirePlaces) {
    this.#topology = topology;
    this.#book = book;
    this.#places = places;
  }

  /** A frame without an IP header. @param bytes of this frame alone, as Ethernet */
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
    const tell = (kind: 'lldp' | 'cdp' | 'spanning-tree', detail: string | null): void => {
      if (detail !== null && place.area !== null) this.#book.add({ kind, place, mac, detail }, from.time, from);
    };
    if (type === ETHER_TYPE.arp) this.#hearArp(body, place, from);
    else if (type === ETHER_TYPE.pppoeDiscovery || type === ETHER_TYPE.pppoeSession)
      this.#hearPppoe(body, type === ETHER_TYPE.pppoeSession, mac, place, from);
    else if (type === ETHER_TYPE.lldp) tell('lldp', readLldp(body));
    else if (type <= LARGEST_LENGTH) {
      tell('spanning-tree', readSpanningTree(body));
      tell('cdp', readCdp(body));
    }
  }

  /** A packet of which `isNetworkTalk` is true. @param bytes of the whole batch */
  hearPacket(rows: Int32Array, base: number, bytes: Uint8Array, from: HeardFrame): void {
    const word = (column: number): number => rows[base + column] as number;
    const place = this.#places.of(from.point, word(ROW.vlan));
    const macAt = word(ROW.sourceMacAt);
    const mac = macAt < 0 ? null : macText(bytes, macAt);
    const meta = word(ROW.meta);
    const proto = meta & META.protoMask;
    const end = word(ROW.endAt);
    const transportAt = word(ROW.transportAt);
    if ((meta & (META.layerMask << META.layerShift)) !== 0 || (meta & META.laterFragment) !== 0) return;
    const ipAt = word(ROW.ipAt);
    if (bytes[ipAt - 10] === 0x88 && bytes[ipAt - 9] === 0x64 && ipAt - macAt >= 8 + PPPOE_BYTES && macAt >= 0)
      this.#book.add({ kind: 'pppoe-session', place, mac }, from.time, from);
    if (proto === UDP) {
      const body = bytes.subarray(Math.min(transportAt + 8, end), end);
      this.#hearDhcp(body, word(ROW.ports), mac, place, from);
    } else if (
      proto === ICMPV6 &&
      ((word(ROW.flags) >>> 16) & 0xff) === ROUTER_ADVERTISEMENT &&
      end - transportAt >= 16
    ) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const lifetime = view.getUint16(transportAt + 6);
      const address = formatIpv6(
        view.getUint32(ipAt + 8),
        view.getUint32(ipAt + 12),
        view.getUint32(ipAt + 16),
        view.getUint32(ipAt + 20),
      );
      const detail = lifetime > 0 ? 'default-router' : 'no-default-router';
      this.#book.add({ kind: 'router-advertisement', place, mac, address, detail }, from.time, from);
    }
  }

  #hearDhcp(body: Uint8Array, ports: number, mac: string | null, place: WirePlace, from: HeardFrame): void {
    if (ports >>> 16 === 547) {
      if (readDhcpv6(body)) this.#book.add({ kind: 'dhcpv6-answer', place, mac }, from.time, from);
      return;
    }
    // an answer to port 67 is on its way to a relay: judged where the relay hands it out
    if (ports >>> 16 !== 67 || (ports & 0xffff) !== 68) return;
    const answer = readDhcp(body);
    if (answer === null) return;
    const { kind, server, router } = answer;
    this.#book.add({ kind, place, mac, address: server, peer: router }, from.time, from);
  }

  #hearPppoe(body: Uint8Array, isSession: boolean, mac: string, place: WirePlace, from: HeardFrame): void {
    // version and type 1 (RFC 2516 section 4)
    if (body.length < 6 || body[0] !== 0x11) return;
    this.#book.add({ kind: isSession ? 'pppoe-session' : 'pppoe-discovery', place, mac }, from.time, from);
  }

  /** RFC 826, Ethernet and IPv4; only what concerns another area than that of the VLAN */
  #hearArp(body: Uint8Array, place: WirePlace, from: HeardFrame): void {
    if (body.length < 28 || place.vlan === null || place.area === null) return;
    const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
    if (view.getUint32(0) !== 0x0001_0800 || view.getUint16(4) !== 0x0604) return;
    const operation = view.getUint16(6);
    if (operation !== 1 && operation !== 2) return;
    const sender = view.getUint32(14);
    const target = view.getUint32(24);
    if (!this.#isElsewhere(sender, place) && !this.#isElsewhere(target, place)) return;
    const seen = { place, mac: macText(body, 8), address: formatIpv4(sender), peer: formatIpv4(target) };
    this.#book.add({ kind: operation === 1 ? 'arp-request' : 'arp-reply', ...seen }, from.time, from);
  }

  #isElsewhere(address: number, place: WirePlace): boolean {
    const { area } = this.#topology.placeOfCell(this.#topology.cellOfIpv4(address));
    return area !== place.area && area !== 'special';
  }
}

export function macText(bytes: Uint8Array, at: number): string {
  let text = '';
  for (let i = at; i < at + 6; i++) text += `${i === at ? '' : ':'}${(bytes[i] ?? 0).toString(16).padStart(2, '0')}`;
  return text;
}
