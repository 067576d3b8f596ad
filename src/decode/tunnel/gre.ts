import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';
import { TUNNEL } from '../tunnel-number.js';

/** RFC 2784, RFC 2890 and, for the routing field, RFC 1701; version 1 is PPTP's (RFC 2637 section 4.1). */
const GRE = {
  flags: 0,
  protocol: 2,
  minimumBytes: 4,
  fieldBytes: 4,
  routeBytes: 4,
  routeLength: 3,
  versionMask: 7,
} as const;
const FLAG = { checksum: 0x8000, routing: 0x4000, key: 0x2000, sequence: 0x1000, acknowledgment: 0x0080 } as const;
/** version 1: the key field holds the payload length and the call id */
const PPTP = { protocol: 0x880b, payloadLength: 4 } as const;

export function decodeGre(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < GRE.minimumBytes) return frame.cut(ANOMALY.greCut, GRE.minimumBytes);
  const flags = view.getUint16(pos + GRE.flags);
  const protocol = view.getUint16(pos + GRE.protocol);
  const isVersion1 = (flags & GRE.versionMask) === 1;
  let headerBytes: number = GRE.minimumBytes;
  if ((flags & (FLAG.checksum | FLAG.routing)) !== 0) headerBytes += GRE.fieldBytes;
  if ((flags & FLAG.key) !== 0) headerBytes += GRE.fieldBytes;
  if ((flags & FLAG.sequence) !== 0) headerBytes += GRE.fieldBytes;
  if (isVersion1 && (flags & FLAG.acknowledgment) !== 0) headerBytes += GRE.fieldBytes;
  if (frame.end - pos < headerBytes) return frame.cut(ANOMALY.greCut, headerBytes);
  frame.pos = pos + headerBytes;
  if (isVersion1 && protocol === PPTP.protocol && (flags & FLAG.key) !== 0) {
    return followPptp(frame, view.getUint16(pos + PPTP.payloadLength));
  }
  if ((flags & FLAG.routing) !== 0 && !skipRoutes(frame)) return LAYER.done;
  return followGreProtocol(frame, protocol, (flags & FLAG.sequence) !== 0);
}

/** An acknowledgment alone has a payload length of 0. */
function followPptp(frame: Frame, payloadLength: number): number {
  if (payloadLength === 0) return frame.endsIn(NON_IP.gre);
  frame.tunnel = TUNNEL.pptp;
  frame.limitTo(frame.pos + payloadLength);
  return LAYER.pppHdlc;
}

/** Source route entries: family, offset, length; one of family 0 and length 0 ends them. */
function skipRoutes(frame: Frame): boolean {
  const { view, end } = frame;
  let length = 1;
  while (length !== 0) {
    if (end - frame.pos < GRE.routeBytes) {
      frame.cut(ANOMALY.greCut, GRE.routeBytes);
      return false;
    }
    length = view.getUint8(frame.pos + GRE.routeLength);
    frame.pos += GRE.routeBytes + length;
  }
  return true;
}

function followGreProtocol(frame: Frame, protocol: number, hasSequence: boolean): number {
  switch (protocol) {
    case 0x0800:
      return LAYER.ipv4;
    case 0x86dd:
      return LAYER.ipv6;
    case 0x6558:
      return LAYER.ethernet;
    case 0x880b:
      return LAYER.pppHdlc;
    case 0x8847:
    case 0x8848:
      return LAYER.mpls;
    case 0x894f:
      return LAYER.nsh;
    case 0x8100:
      return LAYER.vlan;
    case 0x88be:
      // type I has neither a sequence number nor a header of its own
      frame.tunnel = TUNNEL.erspan;
      return hasSequence ? LAYER.erspan : LAYER.ethernet;
    case 0x22eb:
      frame.tunnel = TUNNEL.erspan;
      return LAYER.erspan;
    case 0x6400:
      // MikroTik's EoIP, whose key field holds the length and the tunnel id
      frame.tunnel = TUNNEL.eoip;
      return LAYER.ethernet;
    case 0x883e:
      return skipWccpRedirect(frame);
    default:
      // Aruba access points carry 802.11 frames
      if (protocol === 0x9000 || (protocol >= 0x8200 && protocol <= 0x82ff)) return LAYER.ieee80211;
      return frame.endsInEtherType(protocol);
  }
}

/** WCCP version 2 puts a 4-byte redirect header before the packet, version 1 none: the IP version tells. */
function skipWccpRedirect(frame: Frame): number {
  if (frame.end - frame.pos < 1) return frame.cut(ANOMALY.greCut, 1);
  if (frame.view.getUint8(frame.pos) >>> 4 !== 4) frame.pos += GRE.fieldBytes;
  return LAYER.ip;
}
