import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** Link types that are a few bytes in front of something that has a file of its own. */

/** LINKTYPE_SUNATM: flags with the traffic type in the low four bits, VPI, VCI */
const SUN_ATM = { flags: 0, headerBytes: 4, typeMask: 0x0f, llc: 2, lane: 1, laneHeaderBytes: 2 } as const;
/** LINKTYPE_IPNET of Solaris: version, family, hook, zones, interfaces */
const IPNET = { headerBytes: 24 } as const;
/** LINKTYPE_IPOIB: a global routing header, an EtherType and two reserved bytes (RFC 4391 section 6) */
const IPOIB = { type: 40, headerBytes: 44 } as const;
/** LINKTYPE_APPLE_IP_OVER_IEEE1394: two 8-byte addresses and an EtherType */
const IEEE1394 = { type: 16, headerBytes: 18 } as const;

export function decodeSunAtm(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < SUN_ATM.headerBytes) return frame.cut(ANOMALY.linkPseudoHeaderCut, SUN_ATM.headerBytes);
  const type = view.getUint8(pos + SUN_ATM.flags) & SUN_ATM.typeMask;
  frame.pos = pos + SUN_ATM.headerBytes;
  if (type === SUN_ATM.llc) return LAYER.llc;
  if (type !== SUN_ATM.lane) return frame.endsIn(NON_IP.sunAtm);
  frame.pos += SUN_ATM.laneHeaderBytes;
  return LAYER.ethernet;
}

export function decodeIpnet(frame: Frame): number {
  if (frame.end - frame.pos < IPNET.headerBytes) return frame.cut(ANOMALY.linkPseudoHeaderCut, IPNET.headerBytes);
  frame.pos += IPNET.headerBytes;
  return LAYER.ip;
}

export function decodeIpOverInfiniband(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < IPOIB.headerBytes) return frame.cut(ANOMALY.linkPseudoHeaderCut, IPOIB.headerBytes);
  frame.next = view.getUint16(pos + IPOIB.type);
  frame.pos = pos + IPOIB.headerBytes;
  return LAYER.etherType;
}

export function decodeIpOver1394(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < IEEE1394.headerBytes) return frame.cut(ANOMALY.linkPseudoHeaderCut, IEEE1394.headerBytes);
  frame.next = view.getUint16(pos + IEEE1394.type);
  frame.pos = pos + IEEE1394.headerBytes;
  return LAYER.etherType;
}
