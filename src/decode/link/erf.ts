import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** LINKTYPE_ERF: Endace's record header; 8-byte extension headers follow while the type's high bit is set. */
const ERF = {
  type: 8,
  headerBytes: 16,
  typeMask: 0x7f,
  moreBit: 0x80,
  extensionBytes: 8,
  ethernetPadBytes: 2,
} as const;
const TYPE = { hdlc: 1, ethernet: 2, ethernetColor: 11, ipv4: 22, ipv6: 23 } as const;

export function decodeErf(frame: Frame): number {
  const { view, pos, end } = frame;
  if (end - pos < ERF.headerBytes) return frame.cut(ANOMALY.linkPseudoHeaderCut, ERF.headerBytes);
  const type = view.getUint8(pos + ERF.type);
  let more = type & ERF.moreBit;
  let at = pos + ERF.headerBytes;
  while (more !== 0 && end - at >= ERF.extensionBytes) {
    more = view.getUint8(at) & ERF.moreBit;
    at += ERF.extensionBytes;
  }
  frame.pos = at;
  switch (type & ERF.typeMask) {
    case TYPE.ethernet:
    case TYPE.ethernetColor:
      frame.pos = at + ERF.ethernetPadBytes;
      return LAYER.ethernet;
    case TYPE.hdlc:
      return LAYER.pppHdlc;
    case TYPE.ipv4:
      return LAYER.ipv4;
    case TYPE.ipv6:
      return LAYER.ipv6;
    default:
      return frame.endsIn(NON_IP.erf);
  }
}
