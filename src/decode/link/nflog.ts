import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** LINKTYPE_NFLOG: family, version, resource id, then attributes of length and type in the capturing machine's order. */
const NFLOG = { headerBytes: 4, length: 0, type: 2, attributeBytes: 4, payload: 9, largestType: 255 } as const;

export function decodeNflog(frame: Frame): number {
  const { view, pos, end } = frame;
  if (end - pos < NFLOG.headerBytes + NFLOG.attributeBytes) {
    return frame.cut(ANOMALY.linkPseudoHeaderCut, NFLOG.headerBytes + NFLOG.attributeBytes);
  }
  let at = pos + NFLOG.headerBytes;
  // attribute types are small: the order in which the first one is small is the right one
  const littleEndian = view.getUint16(at + NFLOG.type, true) <= NFLOG.largestType;
  while (end - at >= NFLOG.attributeBytes) {
    const length = view.getUint16(at + NFLOG.length, littleEndian);
    if (length < NFLOG.attributeBytes) break;
    if (view.getUint16(at + NFLOG.type, littleEndian) === NFLOG.payload) {
      frame.limitTo(at + length);
      frame.pos = at + NFLOG.attributeBytes;
      return LAYER.ip;
    }
    at += (length + 3) & ~3;
  }
  return frame.endsIn(NON_IP.nflog);
}
