import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';

/** Apple's LINKTYPE_PKTAP: length of the header, record type, link type of what follows; little-endian. */
const PKTAP = { length: 0, linkType: 8, minimumBytes: 108, largestBytes: 4096 } as const;
/** the old number of PKTAP, which anyone may use for anything */
const USER2 = 149;

export function decodePktap(frame: Frame): number {
  const { view, pos } = frame;
  const had = frame.end - pos;
  const length = had >= 4 ? view.getUint32(pos + PKTAP.length, true) : 0;
  const plausible = length >= PKTAP.minimumBytes && length <= PKTAP.largestBytes && length <= had;
  if (!plausible) {
    if (frame.next === USER2) return frame.endsInUnknownLinkType(USER2);
    return frame.cut(ANOMALY.linkPseudoHeaderCut, PKTAP.minimumBytes);
  }
  frame.next = view.getUint32(pos + PKTAP.linkType, true);
  frame.pos = pos + length;
  return LAYER.linkType;
}
