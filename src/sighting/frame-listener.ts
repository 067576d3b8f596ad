import { formatIpv4, formatIpv6 } from '../base/address.js';
import { pushVlan } from '../decode/packet-batch.js';
import { META, ROW, ROW_STRIDE, TUNNELS } from '../decode/packet-batch.js';
import { ZONES, type Area } from '../model/place.js';
import type { CapturePoint, Topology } from '../model/topology.js';
import { isGroupMac, isVirtualMac } from '../base/virtual-mac.js';
import type { HeardFrame } from './heard-frame.js';
import { ECHO_HEADER_BYTES, ECHO_TUNNEL, EchoLog } from './echo-log.js';
import { findFrameInVxlan, findMirroredFrame } from './find-mirrored-frame.js';
import { isTellingAnswer, isTellingAnswerAnywhere, NameAnswers } from './name-answers.js';
import { talkerOf } from './talker.js';
import { readCardInAddress } from './read-card-in-address.js';
import { readDhcpClient, readDhcpv6Client, readRelayedDhcp } from './read-dhcp-client.js';
import { readDhcp, readDhcpv6 } from './read-dhcp.js';
import { readKerberosName } from './read-kerberos.js';
import { readNtlmName } from './read-ntlm.js';
import { readCdp, readCdpHost, readLldp, readLldpHost, readSpanningTree } from './read-neighbours.js';
import { isGatewayHelloPort, readHsrpOrGlbp, readVrrp } from './read-gateway-hello.js';
import { readRedirect } from './read-redirect.js';
import { readNetbiosClaim, readNetbiosSender } from './read-netbios.js';
import { readOwnName } from './read-own-name.js';
import { offersInternetGateway } from './read-ssdp.js';
import type { SightingBook } from './sighting-book.js';
import type { WirePlace, WirePlaces } from './wire-places.js';

const ETHERNET_BYTES = 14;
const TAGS: ReadonlySet<number> = new Set([0x8100, 0x88a8, 0x9100, 0x9200, 0x9300]);
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
/** tags followed; the decoder keeps two */
const MAXIMUM_TAGS = 4;
const ICMPV6 = 58;
const ICMP = 1;
/** ICMP type (RFC 792) */
const REDIRECT = 5;
const UDP = 17;
const GRE = 47;
const VRRP = 112;
/** ICMPv6 types (RFC 4861) */
const ROUTER_ADVERTISEMENT = 134;
const REDIRECT_IPV6 = 137;
/** RFC 792; RFC 4443 section 4 */
const ECHO = { reply: 0, request: 8, requestV6: 128, replyV6: 129 } as const;
const TCP = 6;
/** labels followed between the EtherType and the IP header (RFC 3032 section 2.1) */
const MPLS_LABELS = 4;
const LABEL_BYTES = 4;
const UDP_BYTES = 8;
const PORT = {
  dns: 53,
  dhcpServer: 67,
  dhcpClient: 68,
  netbiosNames: 137,
  kerberos: 88,
  netbiosDatagrams: 138,
  smb: 445,
  dhcpv6Client: 546,
  dhcpv6Server: 547,
  ssdp: 1900,
  mdns: 5353,
  llmnr: 5355,
} as const;
/** Ethernet and one tag lie before a plain IP header; PPPoE and PPP add eight bytes */
const PPPOE_BYTES = 8;

/**
 * True for the few packets that speak about the network itself: neighbour discovery, DHCP, names that computers give
 * themselves, UPnP, look-ups that failed, large echoes, routers that share an address, IP inside PPPoE or MPLS.
 */
export function isNetworkTalk(rows: Int32Array, base: number, bytes: Uint8Array): boolean {
  const proto = (rows[base + ROW.meta] as number) & META.protoMask;
  if (proto === UDP) {
    if (isTalkPort((rows[base + ROW.ports] as number) >>> 16, rows, base, bytes)) return true;
    const target = (rows[base + ROW.ports] as number) & 0xffff;
    if (target === PORT.ssdp || target === PORT.kerberos) return true;
    if (isGatewayHelloPort(target)) return true;
    if (isVxlanPort(target)) return isEmptyTunnel(rows, base);
  } else if (proto === TCP) {
    if (isTalkStream(rows, base, bytes)) return true;
  } else if (proto === ICMPV6 || proto === ICMP) {
    const type = ((rows[base + ROW.flags] as number) >>> 16) & 0xff;
    if (proto === ICMP ? type === REDIRECT : type === ROUTER_ADVERTISEMENT || type === REDIRECT_IPV6) return true;
    if (isEcho(proto, type) && dataBytesOfEcho(rows, base) > ECHO_TUNNEL.bytes) return true;
  } else if (proto === VRRP) {
    return true;
  } else if (proto === GRE) {
    return isEmptyTunnel(rows, base);
  }
  const ipAt = rows[base + ROW.ipAt] as number;
  const macAt = rows[base + ROW.sourceMacAt] as number;
  // source MAC, EtherType, and at least PPPoE between the two
  if (macAt < 0) return false;
  if (ipAt - macAt >= 8 + PPPOE_BYTES && bytes[ipAt - 10] === 0x88 && bytes[ipAt - 9] === 0x64) return true;
  return isLabelled(bytes, macAt, ipAt);
}

/** MPLS between the cards and the IP header. @param macAt of the source's card */
function isLabelled(bytes: Uint8Array, macAt: number, ipAt: number): boolean {
  for (let labels = 1; labels <= MPLS_LABELS; labels++) {
    const typeAt = ipAt - labels * LABEL_BYTES - 2;
    if (typeAt < macAt + 6) return false;
    if (bytes[typeAt] === 0x88 && (bytes[typeAt + 1] === 0x47 || bytes[typeAt + 1] === 0x48)) return true;
  }
  return false;
}

function isEcho(proto: number, type: number): boolean {
  return proto === ICMP
    ? type === ECHO.request || type === ECHO.reply
    : type === ECHO.requestV6 || type === ECHO.replyV6;
}

function dataBytesOfEcho(rows: Int32Array, base: number): number {
  return (rows[base + ROW.endAt] as number) - (rows[base + ROW.transportAt] as number) - ECHO_HEADER_BYTES;
}

/** Nothing inside that is IP: perhaps a mirrored frame that is none. */
function isEmptyTunnel(rows: Int32Array, base: number): boolean {
  return ((rows[base + ROW.meta] as number) & (META.tunnelMask << META.tunnelShift)) === 0;
}

/** RFC 7348, and where Linux had it before; as in decode/tunnel/udp-port.ts */
export function isVxlanPort(port: number): boolean {
  return port === 4789 || port === 8472;
}

/** Answers of resolvers, questions to key distribution centres, and logins to file servers. */
function isTalkStream(rows: Int32Array, base: number, bytes: Uint8Array): boolean {
  const ports = rows[base + ROW.ports] as number;
  const [from, to] = [ports >>> 16, ports & 0xffff];
  if (from !== PORT.dns && to !== PORT.kerberos && from !== PORT.smb && to !== PORT.smb) return false;
  if ((rows[base + ROW.payload] as number) === 0) return false;
  if (from === PORT.dns || to === PORT.kerberos) return true;
  return isSessionSetup(bytes, dataAtOf(rows, base, bytes), rows[base + ROW.endAt] as number);
}

/** First byte above the TCP header. */
function dataAtOf(rows: Int32Array, base: number, bytes: Uint8Array): number {
  const transportAt = rows[base + ROW.transportAt] as number;
  return Math.min(transportAt + 4 * ((bytes[transportAt + 12] ?? 0) >>> 4), rows[base + ROW.endAt] as number);
}

/** A length, then the header of SMB 2 or 1 with the command SESSION_SETUP (MS-SMB2 2.2.1, MS-CIFS 2.2.4.53). */
function isSessionSetup(bytes: Uint8Array, at: number, end: number): boolean {
  if (end - at < 64 || bytes[at] !== 0 || bytes[at + 5] !== 0x53 || bytes[at + 6] !== 0x4d) return false;
  return bytes[at + 4] === 0xfe ? bytes[at + 16] === 1 : bytes[at + 4] === 0xff && bytes[at + 8] === 0x73;
}

/** @param port from which a datagram was sent */
function isTalkPort(port: number, rows: Int32Array, base: number, bytes: Uint8Array): boolean {
  switch (port) {
    case PORT.dhcpServer:
    case PORT.dhcpClient:
    case PORT.dhcpv6Server:
    case PORT.dhcpv6Client:
    case PORT.netbiosNames:
    case PORT.netbiosDatagrams:
    case PORT.mdns:
    case PORT.llmnr:
    case PORT.ssdp:
      return true;
    case PORT.dns:
      return isTellingAnswer(
        bytes,
        (rows[base + ROW.transportAt] as number) + UDP_BYTES,
        rows[base + ROW.endAt] as number,
      );
    default:
      return isTellingAnswerAnywhere(
        bytes,
        (rows[base + ROW.transportAt] as number) + UDP_BYTES,
        rows[base + ROW.endAt] as number,
      );
  }
}

/** Reads the frames that say something about the network itself; never throws, whatever the bytes. */
export class FrameListener {
  readonly #topology: Topology;
  readonly #book: SightingBook;
  readonly #places: WirePlaces;
  readonly #answers: NameAnswers;
  readonly #echoes: EchoLog;

  constructor(topology: Topology, book: SightingBook, places: WirePlaces) {
    this.#topology = topology;
    this.#book = book;
    this.#places = places;
    this.#answers = new NameAnswers(topology, book);
    this.#echoes = new EchoLog(book);
  }

  /** clients whose look-ups, and pairs whose echoes, found no room */
  get refused(): number {
    return this.#answers.refused + this.#echoes.refused;
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
    else if (type === ETHER_TYPE.mpls || type === ETHER_TYPE.mplsUpstream)
      this.#book.add({ kind: 'mpls', place, mac, peer: macText(bytes, 0) }, from.time, from);
    else if (type === ETHER_TYPE.macsec)
      this.#book.add({ kind: 'macsec', place, mac, peer: macText(bytes, 0) }, from.time, from);
    else if (type === ETHER_TYPE.lldp) {
      tell('lldp', readLldp(body));
      this.#tellName(readLldpHost(body), null, mac, place, from);
    } else if (type <= LARGEST_LENGTH) {
      tell('spanning-tree', readSpanningTree(body));
      tell('cdp', readCdp(body));
      this.#tellName(readCdpHost(body), null, mac, place, from);
    }
  }

  /** A packet of which `isNetworkTalk` is true. @param bytes of the whole batch */
  hearPacket(rows: Int32Array, base: number, bytes: Uint8Array, from: HeardFrame): void {
    const word = (column: number): number => rows[base + column] as number;
    const place = this.#places.of(from.point, word(ROW.vlan));
    const macAt = word(ROW.sourceMacAt);
    const meta = word(ROW.meta);
    const outer = word(ROW.outer) * ROW_STRIDE;
    if (word(ROW.outer) >= 0 && !this.#isMirror(rows, outer, from.point)) return;
    // an IP packet wrapped without its frame has no card of its own
    const hasCard = macAt >= 0 && (word(ROW.outer) < 0 || rows[outer + ROW.sourceMacAt] !== macAt);
    const mac = hasCard ? macText(bytes, macAt) : null;
    const proto = meta & META.protoMask;
    const end = word(ROW.endAt);
    const transportAt = word(ROW.transportAt);
    if ((meta & META.laterFragment) !== 0) return;
    if (proto === GRE) {
      const start =
        word(ROW.outer) < 0 ? findMirroredFrame(bytes, transportAt, end, this.#transportOf(from.point)) : -1;
      if (start >= 0) this.hear(bytes.subarray(start, end), from);
      return;
    }
    if (proto === UDP && isVxlanPort(word(ROW.ports) & 0xffff) && isEmptyTunnel(rows, base)) {
      // what an overlay carries belongs to the overlay; a mirror's VXLAN carries what the switch saw
      const start = word(ROW.outer) < 0 ? findFrameInVxlan(bytes, transportAt, end, this.#transportOf(from.point)) : -1;
      if (start >= 0) this.hear(bytes.subarray(start, end), from);
      return;
    }
    const ipAt = word(ROW.ipAt);
    if (bytes[ipAt - 10] === 0x88 && bytes[ipAt - 9] === 0x64 && ipAt - macAt >= 8 + PPPOE_BYTES && macAt >= 0)
      this.#book.add({ kind: 'pppoe-session', place, mac }, from.time, from);
    if (macAt >= 0 && isLabelled(bytes, macAt, ipAt))
      this.#book.add({ kind: 'mpls', place, mac, peer: macText(bytes, word(ROW.destinationMacAt)) }, from.time, from);
    const type = (word(ROW.flags) >>> 16) & 0xff;
    if ((proto === ICMP || proto === ICMPV6) && isEcho(proto, type)) {
      if (end - transportAt - ECHO_HEADER_BYTES <= ECHO_TUNNEL.bytes) return;
      const [source, destination] = [
        talkerOf('source', rows, base, bytes, this.#topology),
        talkerOf('destination', rows, base, bytes, this.#topology),
      ];
      this.#echoes.see(source, destination, bytes.subarray(transportAt + ECHO_HEADER_BYTES, end), from);
    } else if (proto === TCP) {
      if (!isTalkStream(rows, base, bytes)) return;
      this.#hearSegment(bytes.subarray(dataAtOf(rows, base, bytes), end), rows, base, bytes, mac, place, from);
    } else if (proto === ICMP && type === REDIRECT && end - transportAt >= 8) {
      const [address, peer] = [formatIpv4(word(ROW.source)), formatIpv4(wordAt(bytes, transportAt + 4))];
      this.#book.add({ kind: 'redirect', place, mac, address, peer }, from.time, from);
    } else if (proto === UDP) {
      const body = bytes.subarray(Math.min(transportAt + UDP_BYTES, end), end);
      const isIpv6 = (meta & META.ipv6) !== 0;
      if (word(ROW.ports) >>> 16 === PORT.dns || isTellingAnswerAnywhere(body, 0, body.length)) {
        this.#answers.see(talkerOf('destination', rows, base, bytes, this.#topology), body, from);
        return;
      }
      this.#tellGateway(readHsrpOrGlbp(body, word(ROW.ports) & 0xffff), mac, place, from);
      this.#hearDhcp(body, word(ROW.ports), mac, place, from);
      if ((word(ROW.ports) & 0xffff) === PORT.kerberos) {
        const { address } = talkerOf('source', rows, base, bytes, this.#topology);
        this.#tellName(readKerberosName(body, false), address, mac, place, from);
        return;
      }
      const source = isIpv6 ? bytes.subarray(ipAt + 8, ipAt + 24) : bytes.subarray(ipAt + 12, ipAt + 16);
      this.#hearNames(body, word(ROW.ports), source, mac, place, from);
    } else if (proto === VRRP) {
      const hello = readVrrp(bytes.subarray(Math.min(transportAt, end), end), (word(ROW.flags) >>> 8) & 0xff);
      this.#tellGateway(hello, mac, place, from);
    } else if (proto === ICMPV6 && type === REDIRECT_IPV6) {
      const body = bytes.subarray(Math.min(transportAt, end), end);
      const redirect = readRedirect(body, (word(ROW.flags) >>> 8) & 0xff);
      if (redirect === null) return;
      const address = ipv6Text(bytes.subarray(ipAt + 8, ipAt + 24));
      const peer = ipv6Text(body.subarray(redirect.targetAt, redirect.targetAt + 16));
      const detail = redirect.cardAt === null ? null : macText(body, redirect.cardAt);
      this.#book.add({ kind: 'redirect', place, mac, address, peer, detail }, from.time, from);
    } else if (proto === ICMPV6 && type === ROUTER_ADVERTISEMENT && end - transportAt >= 16) {
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

  /** Is this outermost packet only the mirror's own wrapping (scan/mirror-transport.ts)? */
  #isMirror(rows: Int32Array, base: number, point: number): boolean {
    const meta = rows[base + ROW.meta] as number;
    if ((rows[base + ROW.outer] as number) >= 0) return false;
    const tunnel = TUNNELS[(meta >>> META.tunnelShift) & META.tunnelMask] ?? null;
    if (tunnel === null || tunnel === 'erspan') return tunnel !== null;
    return this.#transportOf(point) === tunnel;
  }

  /** How the mirror of a capture point wraps its frames; null: nobody says. */
  #transportOf(point: number): CapturePoint['transport'] | null {
    const { point: name } = this.#places.of(point, 0);
    return name === null ? null : (this.#topology.capturePoint(name)?.transport ?? null);
  }

  /** Several routers that are one to their hosts greet each other (check 11). */
  #tellGateway(detail: string | null, mac: string | null, place: WirePlace, from: HeardFrame): void {
    if (detail === null || mac === null || place.area === null) return;
    this.#book.add({ kind: 'gateway-hello', place, mac, detail }, from.time, from);
  }

  #hearSegment(
    segment: Uint8Array,
    rows: Int32Array,
    base: number,
    bytes: Uint8Array,
    mac: string | null,
    place: WirePlace,
    from: HeardFrame,
  ): void {
    const ports = rows[base + ROW.ports] as number;
    if (ports >>> 16 === PORT.dns) {
      this.#answers.seeSegment(talkerOf('destination', rows, base, bytes, this.#topology), segment, from);
      return;
    }
    const { address } = talkerOf('source', rows, base, bytes, this.#topology);
    const name = (ports & 0xffff) === PORT.kerberos ? readKerberosName(segment, true) : readNtlmName(segment);
    this.#tellName(name, address, mac, place, from);
  }

  /** What a relay passes on to the server: the client stands where the relay's own address does, with its own card. */
  #hearRelayed(body: Uint8Array, from: HeardFrame): void {
    const relayed = readRelayedDhcp(body);
    if (relayed === null || relayed.said.length === 0) return;
    const { area, segment } = this.#topology.placeOfCell(this.#topology.cellOfIpv4(relayed.relay));
    const zone = ZONES.find((one: Area) => one === area);
    if (zone === undefined) return;
    const place = { point: null, vlan: segment?.vlan ?? null, area: zone, tagged: false };
    for (const said of relayed.said) this.#tellName(said, null, macText(relayed.card, 0), place, from);
  }

  #hearDhcp(body: Uint8Array, ports: number, mac: string | null, place: WirePlace, from: HeardFrame): void {
    if (ports >>> 16 === 547) {
      if (readDhcpv6(body)) this.#book.add({ kind: 'dhcpv6-answer', place, mac }, from.time, from);
      return;
    }
    if ((ports & 0xffff) === PORT.dhcpServer && (ports >>> 16 === PORT.dhcpServer || ports >>> 16 === PORT.dhcpClient))
      this.#hearRelayed(body, from);
    // an answer to port 67 is on its way to a relay: judged where the relay hands it out
    if (ports >>> 16 !== 67 || (ports & 0xffff) !== 68) return;
    const answer = readDhcp(body);
    if (answer === null) return;
    const { kind, server, router } = answer;
    this.#book.add({ kind, place, mac, address: server, peer: router }, from.time, from);
  }

  /** How the sender calls itself, where the packet comes from its own card. */
  #hearNames(
    body: Uint8Array,
    ports: number,
    source: Uint8Array,
    mac: string | null,
    place: WirePlace,
    from: HeardFrame,
  ): void {
    const address = source.length === 4 ? formatIpv4(wordAt(source, 0)) : ipv6Text(source);
    if (ports >>> 16 === PORT.ssdp || (ports & 0xffff) === PORT.ssdp) {
      if (place.area !== null && offersInternetGateway(body))
        this.#book.add({ kind: 'internet-gateway', place, mac, address }, from.time, from);
      return;
    }
    for (const name of namesIn(body, ports >>> 16, source)) this.#tellName(name, address, mac, place, from);
    this.#tellName(readCardInAddress(source, mac), address, mac, place, from);
  }

  /** A name counts where the zone is known, and where its packet came from there. */
  #tellName(
    detail: string | null,
    address: string | null,
    mac: string | null,
    place: WirePlace,
    from: HeardFrame,
  ): void {
    if (detail === null || mac === null || place.area === null || isVirtualMac(mac) || isGroupMac(mac)) return;
    if (this.#topology.gatewaysOfMac(mac).length > 0) return;
    const area = address === null ? 'special' : this.#topology.place(address).area;
    if (area !== 'special' && area !== place.area) return;
    this.#book.add({ kind: 'name', place, mac, address, detail }, from.time, from);
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

function namesIn(body: Uint8Array, port: number, source: Uint8Array): readonly string[] {
  const one = (said: string | null): readonly string[] => (said === null ? [] : [said]);
  const own = (kind: string): readonly string[] => {
    const name = readOwnName(body, source);
    return name === null ? [] : [`${kind} ${name}`];
  };
  switch (port) {
    case PORT.dhcpClient:
      return readDhcpClient(body);
    case PORT.dhcpv6Client:
      return readDhcpv6Client(body);
    case PORT.netbiosNames:
      return one(readNetbiosClaim(body));
    case PORT.netbiosDatagrams:
      return one(readNetbiosSender(body));
    case PORT.mdns:
      return own('mdns');
    case PORT.llmnr:
      return own('llmnr');
    default:
      return [];
  }
}

function wordAt(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);
}

function ipv6Text(bytes: Uint8Array): string {
  return formatIpv6(wordAt(bytes, 0), wordAt(bytes, 4), wordAt(bytes, 8), wordAt(bytes, 12));
}

export function macText(bytes: Uint8Array, at: number): string {
  let text = '';
  for (let i = at; i < at + 6; i++) text += `${i === at ? '' : ':'}${(bytes[i] ?? 0).toString(16).padStart(2, '0')}`;
  return text;
}
