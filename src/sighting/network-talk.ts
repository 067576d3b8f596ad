import { META, ROW } from '../decode/packet-batch.js';
import { ECHO_HEADER_BYTES, ECHO_TUNNEL } from './logs/echo-log.js';
import { isTellingAnswer, isTellingAnswerAnywhere } from './logs/name-answers.js';
import { ICMP_TYPE, ICMPV6_TYPE, PORT, PROTOCOL, UDP_BYTES } from './protocol-numbers.js';
import { isGatewayHelloPort } from './readers/read-gateway-hello.js';

/** labels followed between the EtherType and the IP header (RFC 3032 section 2.1) */
const MPLS_LABELS = 4;
const LABEL_BYTES = 4;
/** Ethernet and one tag lie before a plain IP header; PPPoE and PPP add eight bytes */
const PPPOE_BYTES = 8;

/**
 * True for the few packets that speak about the network itself: neighbour discovery, DHCP, names that computers give
 * themselves, UPnP, look-ups that failed, large echoes, routers that share an address, IP inside PPPoE or MPLS.
 */
export function isNetworkTalk(rows: Int32Array, base: number, bytes: Uint8Array): boolean {
  const proto = (rows[base + ROW.meta] as number) & META.protoMask;
  if (proto === PROTOCOL.udp) {
    if (isTalkPort((rows[base + ROW.ports] as number) >>> 16, rows, base, bytes)) return true;
    const target = (rows[base + ROW.ports] as number) & 0xffff;
    if (target === PORT.ssdp || target === PORT.kerberos) return true;
    if (isGatewayHelloPort(target)) return true;
    if (isVxlanPort(target)) return isEmptyTunnel(rows, base);
  } else if (proto === PROTOCOL.tcp) {
    if (isTalkStream(rows, base, bytes)) return true;
  } else if (proto === PROTOCOL.icmpv6 || proto === PROTOCOL.icmp) {
    const type = ((rows[base + ROW.flags] as number) >>> 16) & 0xff;
    if (
      proto === PROTOCOL.icmp
        ? type === ICMP_TYPE.redirect
        : type === ICMPV6_TYPE.routerAdvertisement || type === ICMPV6_TYPE.redirect
    )
      return true;
    if (isEcho(proto, type) && dataBytesOfEcho(rows, base) > ECHO_TUNNEL.bytes) return true;
  } else if (proto === PROTOCOL.vrrp) {
    return true;
  } else if (proto === PROTOCOL.gre) {
    return isEmptyTunnel(rows, base);
  }
  const ipAt = rows[base + ROW.ipAt] as number;
  const macAt = rows[base + ROW.sourceMacAt] as number;
  return macAt >= 0 && (isInPppoe(bytes, macAt, ipAt) || isLabelled(bytes, macAt, ipAt));
}

/** PPPoE between the cards and the IP header. @param macAt of the source's card */
export function isInPppoe(bytes: Uint8Array, macAt: number, ipAt: number): boolean {
  // source MAC, EtherType, and at least PPPoE between the two
  return ipAt - macAt >= 8 + PPPOE_BYTES && bytes[ipAt - 10] === 0x88 && bytes[ipAt - 9] === 0x64;
}

/** MPLS between the cards and the IP header. @param macAt of the source's card */
export function isLabelled(bytes: Uint8Array, macAt: number, ipAt: number): boolean {
  for (let labels = 1; labels <= MPLS_LABELS; labels++) {
    const typeAt = ipAt - labels * LABEL_BYTES - 2;
    if (typeAt < macAt + 6) return false;
    if (bytes[typeAt] === 0x88 && (bytes[typeAt + 1] === 0x47 || bytes[typeAt + 1] === 0x48)) return true;
  }
  return false;
}

export function isEcho(proto: number, type: number): boolean {
  return proto === PROTOCOL.icmp
    ? type === ICMP_TYPE.echoRequest || type === ICMP_TYPE.echoReply
    : type === ICMPV6_TYPE.echoRequest || type === ICMPV6_TYPE.echoReply;
}

function dataBytesOfEcho(rows: Int32Array, base: number): number {
  return (rows[base + ROW.endAt] as number) - (rows[base + ROW.transportAt] as number) - ECHO_HEADER_BYTES;
}

/** Nothing inside that is IP: perhaps a mirrored frame that is none. */
export function isEmptyTunnel(rows: Int32Array, base: number): boolean {
  return ((rows[base + ROW.meta] as number) & (META.tunnelMask << META.tunnelShift)) === 0;
}

/** RFC 7348, and where Linux had it before; as in decode/tunnel/udp-port.ts */
export function isVxlanPort(port: number): boolean {
  return port === 4789 || port === 8472;
}

/** Answers of resolvers, questions to key distribution centres, and logins to file servers. */
export function isTalkStream(rows: Int32Array, base: number, bytes: Uint8Array): boolean {
  const ports = rows[base + ROW.ports] as number;
  const [from, to] = [ports >>> 16, ports & 0xffff];
  if (from !== PORT.dns && to !== PORT.kerberos && from !== PORT.smb && to !== PORT.smb) return false;
  if ((rows[base + ROW.payload] as number) === 0) return false;
  if (from === PORT.dns || to === PORT.kerberos) return true;
  return isSessionSetup(bytes, dataAtOf(rows, base, bytes), rows[base + ROW.endAt] as number);
}

/** First byte above the TCP header. */
export function dataAtOf(rows: Int32Array, base: number, bytes: Uint8Array): number {
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
