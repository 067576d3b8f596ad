import { META, ROW, ROW_STRIDE, type PacketBatch } from '../../decode/packet-batch.js';

const PROTO = { icmp: 1, tcp: 6, udp: 17, dccp: 33, icmpv6: 58, sctp: 132, udpLite: 136 } as const;
const ETHERNET = 1;
/** destination, source, EtherType */
const ETHERNET_HEADER = 14;
/** ICMP echo, its identifier and sequence number (RFC 792); the same of ICMPv6 (RFC 4443 4.1) */
const ICMP_HEADER = 8;
/** the first 64 bits of the quoted packet: ports and, for TCP, the sequence number (RFC 792) */
const QUOTED_BYTES = 8;
/** router and neighbour discovery, redirects (RFC 4861 4): messages of the network about itself */
const DISCOVERY = { first: 133, last: 137 } as const;
/** fixed headers of DCCP (RFC 4340 5.1) and SCTP (RFC 9260 3) */
const LONG_HEADER = 12;
/** EtherTypes whose frames speak about the network itself, and hold no payload: ARP, PPPoE discovery, LLDP */
const NETWORK_TALK: readonly number[] = [0x0806, 0x8863, 0x88cc];
const PPPOE_SESSION = 0x8864;
const PPPOE_HEADER = 8;
const TAGS: readonly number[] = [0x8100, 0x88a8];
/** first three bytes of 01:80:c2:00:00:0x (IEEE 802.1Q 8.6.3) and 01:00:0c:cc:cc:cc (Cisco) */
const SWITCH_GROUPS: readonly number[] = [0x0180c2, 0x01000c];
/** where no header could be read: enough to tell a link layer by */
const UNREAD_BYTES = 16;

/**
 * How many bytes of a frame are kept when payload is cut off: everything to the end of the innermost transport header,
 * nothing behind it. ARP, discovery, LLDP, spanning tree: the whole message, there is no payload in it.
 * @param batch rows of this frame alone
 * @param bytes the frame; offsets of the rows are into it
 */
export function keptLength(batch: PacketBatch, bytes: Uint8Array, linkType: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (batch.count === 0) return Math.min(bytes.length, lengthWithoutIp(view, linkType));
  let kept = 0;
  for (let row = 0; row < batch.count; row++) kept = Math.max(kept, headerEnd(batch.rows, row * ROW_STRIDE, view));
  return Math.min(bytes.length, kept);
}

function headerEnd(rows: Int32Array, base: number, view: DataView): number {
  const word = (column: number): number => rows[base + column] as number;
  const meta = word(ROW.meta);
  const at = word(ROW.transportAt);
  if ((meta & META.laterFragment) !== 0) return at;
  switch (meta & META.protoMask) {
    case PROTO.tcp:
      return at + 12 < view.byteLength ? at + Math.max(20, (view.getUint8(at + 12) >>> 4) * 4) : at + 20;
    case PROTO.udp:
    case PROTO.udpLite:
      return at + 8;
    case PROTO.dccp:
    case PROTO.sctp:
      return at + LONG_HEADER;
    case PROTO.icmp:
    case PROTO.icmpv6:
      return icmpEnd(rows, base, view);
    default:
      // no transport header that anybody here knows: nothing of it
      return at;
  }
}

function icmpEnd(rows: Int32Array, base: number, view: DataView): number {
  const meta = rows[base + ROW.meta] as number;
  const at = rows[base + ROW.transportAt] as number;
  const isIpv6 = (meta & META.ipv6) !== 0;
  if ((meta & META.icmpError) !== 0) {
    const quoted = at + ICMP_HEADER;
    if (quoted >= view.byteLength) return quoted;
    return quoted + (isIpv6 ? 40 : (view.getUint8(quoted) & 15) * 4) + QUOTED_BYTES;
  }
  const type = ((rows[base + ROW.flags] as number) >>> 16) & 0xff;
  if (isIpv6 && type >= DISCOVERY.first && type <= DISCOVERY.last) return rows[base + ROW.endAt] as number;
  return at + ICMP_HEADER;
}

function lengthWithoutIp(view: DataView, linkType: number): number {
  if (linkType !== ETHERNET || view.byteLength < ETHERNET_HEADER) return UNREAD_BYTES;
  let at = 12;
  for (let tags = 0; tags < 2 && at + 6 <= view.byteLength && TAGS.includes(view.getUint16(at)); tags++) at += 4;
  const type = view.getUint16(at);
  // below 1536 it is a length (IEEE 802.3): spanning tree and CDP come in LLC, to the group addresses of switches
  const isSwitchTalk = type < 0x600 && SWITCH_GROUPS.includes(view.getUint32(0) >>> 8);
  // a session's frames carry logins, too: its header (RFC 2516 4) and the number of the protocol in it
  if (type === PPPOE_SESSION) return at + 2 + PPPOE_HEADER;
  return NETWORK_TALK.includes(type) || isSwitchTalk ? view.byteLength : at + 2;
}
