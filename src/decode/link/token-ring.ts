import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** IEEE 802.5: access control, frame control, addresses, then a routing field if the source says so. */
const TOKEN_RING = {
  frameControl: 1,
  destination: 2,
  source: 8,
  headerBytes: 14,
  routedBit: 0x80,
  routeLength: 0x1f,
} as const;
/** ANSI X3.139 (FDDI): frame control and addresses */
const FDDI = { frameControl: 0, destination: 1, source: 7, headerBytes: 13, llcMask: 0xf0, llcValue: 0x50 } as const;

export function decodeTokenRing(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < TOKEN_RING.headerBytes + 1)
    return frame.cut(ANOMALY.linkPseudoHeaderCut, TOKEN_RING.headerBytes + 1);
  // frame control 01xxxxxx is LLC, the rest is MAC management
  if (view.getUint8(pos + TOKEN_RING.frameControl) >>> 6 !== 1) return frame.endsIn(NON_IP.tokenRing);
  frame.destinationMacAt = pos + TOKEN_RING.destination;
  frame.sourceMacAt = pos + TOKEN_RING.source;
  frame.pos = pos + TOKEN_RING.headerBytes;
  if ((view.getUint8(pos + TOKEN_RING.source) & TOKEN_RING.routedBit) !== 0) {
    frame.pos += view.getUint8(frame.pos) & TOKEN_RING.routeLength;
  }
  return LAYER.llc;
}

export function decodeFddi(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < FDDI.headerBytes) return frame.cut(ANOMALY.linkPseudoHeaderCut, FDDI.headerBytes);
  if ((view.getUint8(pos + FDDI.frameControl) & FDDI.llcMask) !== FDDI.llcValue) return frame.endsIn(NON_IP.fddi);
  frame.destinationMacAt = pos + FDDI.destination;
  frame.sourceMacAt = pos + FDDI.source;
  frame.pos = pos + FDDI.headerBytes;
  return LAYER.llc;
}
