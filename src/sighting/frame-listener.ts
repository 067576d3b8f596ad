import { formatAddressAt, formatIpv4 } from '../base/address.js';
import { macText } from '../base/mac-text.js';
import { META, ROW, ROW_STRIDE, TUNNELS } from '../decode/packet-batch.js';
import type { CapturePoint, Topology } from '../model/topology.js';
import type { HeardFrame } from './heard-frame.js';
import { LinkListener } from './link-listener.js';
import { ECHO_HEADER_BYTES, ECHO_TUNNEL, EchoLog } from './logs/echo-log.js';
import { isTellingAnswerAnywhere, NameAnswers } from './logs/name-answers.js';
import { talkerOf, type Talker } from './logs/talker.js';
import { dataAtOf, isEcho, isEmptyTunnel, isInPppoe, isLabelled, isTalkStream, isVxlanPort } from './network-talk.js';
import { OwnNames } from './own-names.js';
import { ICMP_TYPE, ICMPV6_TYPE, PORT, PROTOCOL, UDP_BYTES } from './protocol-numbers.js';
import { findFrameInVxlan, findMirroredFrame } from './readers/find-mirrored-frame.js';
import { readDhcp, readDhcpv6 } from './readers/read-dhcp.js';
import { readHsrpOrGlbp, readVrrp } from './readers/read-gateway-hello.js';
import { readKerberosName } from './readers/read-kerberos.js';
import { readNtlmName } from './readers/read-ntlm.js';
import { readRedirect } from './readers/read-redirect.js';
import { readRouterLifetime } from './readers/read-router-lifetime.js';
import { offersInternetGateway } from './readers/read-ssdp.js';
import type { SightingBook } from './sighting-book.js';
import type { TwoZoneHosts } from './logs/two-zone-hosts.js';
import type { WirePlace, WirePlaces } from './wire-places.js';

/** A packet that is listened to: one of the few. */
interface HeardPacket {
  readonly rows: Int32Array;
  /** of its row */
  readonly base: number;
  /** of the whole batch */
  readonly bytes: Uint8Array;
  readonly isIpv6: boolean;
  readonly protocol: number;
  /** of ICMP */
  readonly type: number;
  /** of the IP header */
  readonly hopLimit: number;
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly ipAt: number;
  readonly transportAt: number;
  readonly endAt: number;
  /** of the sender's card; null: the packet has none of its own */
  readonly mac: string | null;
  readonly place: WirePlace;
  readonly from: HeardFrame;
}

/** Reads what says something about the network itself; never throws, whatever the bytes. */
export class FrameListener {
  readonly #topology: Topology;
  readonly #book: SightingBook;
  readonly #places: WirePlaces;
  readonly #names: OwnNames;
  readonly #link: LinkListener;
  readonly #answers: NameAnswers;
  readonly #echoes: EchoLog;

  constructor(topology: Topology, book: SightingBook, places: WirePlaces, computers: TwoZoneHosts) {
    this.#topology = topology;
    this.#book = book;
    this.#places = places;
    this.#names = new OwnNames(topology, book, computers);
    this.#link = new LinkListener(topology, book, places, this.#names);
    this.#answers = new NameAnswers(topology, book);
    this.#echoes = new EchoLog(book);
  }

  /** clients whose look-ups, and pairs whose echoes, found no room */
  get refused(): number {
    return this.#answers.refused + this.#echoes.refused;
  }

  /** A frame without an IP header. @param bytes of this frame alone, as Ethernet */
  hear(bytes: Uint8Array, from: HeardFrame): void {
    this.#link.hear(bytes, from);
  }

  /** A packet of which `isNetworkTalk` is true. @param bytes of the whole batch */
  hearPacket(rows: Int32Array, base: number, bytes: Uint8Array, from: HeardFrame): void {
    const outer = rows[base + ROW.outer] as number;
    const isInner = outer >= 0;
    if (isInner && !this.#isMirror(rows, outer * ROW_STRIDE, from.point)) return;
    if (((rows[base + ROW.meta] as number) & META.laterFragment) !== 0) return;
    const packet = this.#packetAt(rows, base, bytes, from);
    if (packet.protocol === PROTOCOL.gre || isEmptyVxlan(packet)) {
      if (!isInner) this.#hearMirrored(packet);
      return;
    }
    this.#hearWrapping(packet);
    switch (packet.protocol) {
      case PROTOCOL.tcp:
        this.#hearSegment(packet);
        return;
      case PROTOCOL.udp:
        this.#hearDatagram(packet);
        return;
      case PROTOCOL.icmp:
      case PROTOCOL.icmpv6:
        this.#hearControl(packet);
        return;
      case PROTOCOL.vrrp:
        this.#tellGateway(readVrrp(above(packet, 0), packet.hopLimit), packet);
    }
  }

  #packetAt(rows: Int32Array, base: number, bytes: Uint8Array, from: HeardFrame): HeardPacket {
    const word = (column: number): number => rows[base + column] as number;
    const outer = word(ROW.outer);
    const macAt = word(ROW.sourceMacAt);
    // an IP packet wrapped without its frame has no card of its own
    const hasCard = macAt >= 0 && (outer < 0 || rows[outer * ROW_STRIDE + ROW.sourceMacAt] !== macAt);
    return {
      rows,
      base,
      bytes,
      isIpv6: (word(ROW.meta) & META.ipv6) !== 0,
      protocol: word(ROW.meta) & META.protoMask,
      type: (word(ROW.flags) >>> 16) & 0xff,
      hopLimit: (word(ROW.flags) >>> 8) & 0xff,
      sourcePort: word(ROW.ports) >>> 16,
      destinationPort: word(ROW.ports) & 0xffff,
      ipAt: word(ROW.ipAt),
      transportAt: word(ROW.transportAt),
      endAt: word(ROW.endAt),
      mac: hasCard ? macText(bytes, macAt) : null,
      place: this.#places.of(from.point, word(ROW.vlan)),
      from,
    };
  }

  /** Is this outermost packet only the mirror's own wrapping (scan/observe/mirror-transport.ts)? */
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

  /** What an overlay carries belongs to the overlay; a mirror's GRE or VXLAN carries what the switch saw. */
  #hearMirrored({ protocol, bytes, transportAt, endAt, from }: HeardPacket): void {
    const find = protocol === PROTOCOL.gre ? findMirroredFrame : findFrameInVxlan;
    const start = find(bytes, transportAt, endAt, this.#transportOf(from.point));
    if (start >= 0) this.hear(bytes.subarray(start, endAt), from);
  }

  /** PPPoE and MPLS between the cards and the IP header. */
  #hearWrapping({ rows, base, bytes, ipAt, mac, place, from }: HeardPacket): void {
    const macAt = rows[base + ROW.sourceMacAt] as number;
    if (macAt < 0) return;
    if (isInPppoe(bytes, macAt, ipAt)) this.#book.add({ kind: 'pppoe-session', place, mac }, from.time, from);
    if (!isLabelled(bytes, macAt, ipAt)) return;
    const peer = macText(bytes, rows[base + ROW.destinationMacAt] as number);
    this.#book.add({ kind: 'mpls', place, mac, peer }, from.time, from);
  }

  /** ICMP in its own version of IP: nobody heeds it in the other. */
  #hearControl(packet: HeardPacket): void {
    const { protocol, type, isIpv6 } = packet;
    if (isEcho(protocol, type)) this.#hearEcho(packet);
    else if (isIpv6 !== (protocol === PROTOCOL.icmpv6)) return;
    else if (!isIpv6) this.#hearRedirect(packet);
    else if (type === ICMPV6_TYPE.redirect) this.#hearRedirectIpv6(packet);
    else if (type === ICMPV6_TYPE.routerAdvertisement) this.#hearRouter(packet);
  }

  #hearEcho(packet: HeardPacket): void {
    const data = above(packet, ECHO_HEADER_BYTES);
    if (data.length <= ECHO_TUNNEL.bytes) return;
    this.#echoes.see(this.#talker('source', packet), this.#talker('destination', packet), data, packet.from);
  }

  #hearRedirect(packet: HeardPacket): void {
    const { type, rows, base, mac, place, from } = packet;
    const body = above(packet, 0);
    if (type !== ICMP_TYPE.redirect || body.length < 8) return;
    const [address, peer] = [formatIpv4(rows[base + ROW.source] as number), formatAddressAt(body, 4, 4)];
    this.#book.add({ kind: 'redirect', place, mac, address, peer }, from.time, from);
  }

  #hearRedirectIpv6(packet: HeardPacket): void {
    const { mac, place, from, hopLimit } = packet;
    const body = above(packet, 0);
    const redirect = readRedirect(body, hopLimit);
    if (redirect === null) return;
    const address = senderOf(packet);
    const peer = formatAddressAt(body, redirect.targetAt, 6);
    const detail = redirect.cardAt === null ? null : macText(body, redirect.cardAt);
    this.#book.add({ kind: 'redirect', place, mac, address, peer, detail }, from.time, from);
  }

  #hearRouter(packet: HeardPacket): void {
    const { mac, place, from, hopLimit } = packet;
    const detail = readRouterLifetime(above(packet, 0), hopLimit);
    if (detail === null) return;
    this.#book.add({ kind: 'router-advertisement', place, mac, address: senderOf(packet), detail }, from.time, from);
  }

  /** Answers of resolvers, questions to key distribution centres, and logins to file servers. */
  #hearSegment(packet: HeardPacket): void {
    const { rows, base, bytes, sourcePort, destinationPort, mac, place, from } = packet;
    if (!isTalkStream(rows, base, bytes)) return;
    const data = bytes.subarray(dataAtOf(rows, base, bytes), packet.endAt);
    if (sourcePort === PORT.dns) {
      this.#answers.seeSegment(this.#talker('destination', packet), data, from);
      return;
    }
    const name = destinationPort === PORT.kerberos ? readKerberosName(data, true) : readNtlmName(data);
    this.#names.tell(name, this.#talker('source', packet).address, mac, place, from);
  }

  #hearDatagram(packet: HeardPacket): void {
    const { sourcePort, destinationPort, bytes, ipAt, isIpv6, mac, place, from } = packet;
    const body = above(packet, UDP_BYTES);
    const isNeighbour = sourcePort === PORT.mdns || sourcePort === PORT.llmnr;
    if (sourcePort === PORT.dns || (!isNeighbour && isTellingAnswerAnywhere(body, 0, body.length))) {
      this.#answers.see(this.#talker('destination', packet), body, from);
      return;
    }
    this.#tellGateway(readHsrpOrGlbp(body, destinationPort), packet);
    this.#hearDhcp(body, packet);
    if (destinationPort === PORT.kerberos) {
      const { address } = this.#talker('source', packet);
      this.#names.tell(readKerberosName(body, false), address, mac, place, from);
    } else if (sourcePort === PORT.ssdp || destinationPort === PORT.ssdp) {
      if (place.area !== null && offersInternetGateway(body))
        this.#book.add({ kind: 'internet-gateway', place, mac, address: senderOf(packet) }, from.time, from);
    } else {
      const source = isIpv6 ? bytes.subarray(ipAt + 8, ipAt + 24) : bytes.subarray(ipAt + 12, ipAt + 16);
      this.#names.hear(body, sourcePort, source, mac, place, from);
    }
  }

  #hearDhcp(body: Uint8Array, { sourcePort, destinationPort, mac, place, from }: HeardPacket): void {
    if (sourcePort === PORT.dhcpv6Server) {
      if (readDhcpv6(body)) this.#book.add({ kind: 'dhcpv6-answer', place, mac }, from.time, from);
      return;
    }
    const isFromServer = sourcePort === PORT.dhcpServer;
    if (destinationPort === PORT.dhcpServer && (isFromServer || sourcePort === PORT.dhcpClient))
      this.#names.hearRelayed(body, from);
    // an answer to port 67 is on its way to a relay: judged where the relay hands it out
    if (!isFromServer || destinationPort !== PORT.dhcpClient) return;
    const answer = readDhcp(body);
    if (answer === null) return;
    const { kind, server, router } = answer;
    this.#book.add({ kind, place, mac, address: server, peer: router }, from.time, from);
  }

  /** Several routers that are one to their hosts greet each other (check 11). */
  #tellGateway(detail: string | null, { mac, place, from }: HeardPacket): void {
    if (detail === null || mac === null || place.area === null) return;
    this.#book.add({ kind: 'gateway-hello', place, mac, detail }, from.time, from);
  }

  #talker(side: 'source' | 'destination', { rows, base, bytes }: HeardPacket): Talker {
    return talkerOf(side, rows, base, bytes, this.#topology);
  }
}

/** A tunnel in which is nothing that is IP: perhaps a frame of a mirror. */
function isEmptyVxlan({ protocol, destinationPort, rows, base }: HeardPacket): boolean {
  return protocol === PROTOCOL.udp && isVxlanPort(destinationPort) && isEmptyTunnel(rows, base);
}

/** What the packet carries, behind so many bytes of its transport header. */
function above({ bytes, transportAt, endAt }: HeardPacket, headerBytes: number): Uint8Array {
  return bytes.subarray(Math.min(transportAt + headerBytes, endAt), endAt);
}

function senderOf({ bytes, ipAt, isIpv6 }: HeardPacket): string {
  return isIpv6 ? formatAddressAt(bytes, ipAt + 8, 6) : formatAddressAt(bytes, ipAt + 12, 4);
}
