import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** RFC 8300 section 2.2: the length counts 4-byte words of the whole header. */
const NSH = { versionAndLength: 0, nextProtocol: 3, minimumBytes: 8, lengthMask: 0x3f } as const;

export function decodeNsh(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < NSH.minimumBytes) return frame.cut(ANOMALY.nshCut, NSH.minimumBytes);
  const headerBytes = (view.getUint16(pos + NSH.versionAndLength) & NSH.lengthMask) * 4;
  if (headerBytes < NSH.minimumBytes) return frame.cut(ANOMALY.nshCut, NSH.minimumBytes);
  frame.pos = pos + headerBytes;
  return followNextProtocol(frame, view.getUint8(pos + NSH.nextProtocol));
}

/** The numbers that NSH (RFC 8300 section 2.2) and VXLAN-GPE share. */
export function followNextProtocol(frame: Frame, nextProtocol: number): number {
  switch (nextProtocol) {
    case 1:
      return LAYER.ipv4;
    case 2:
      return LAYER.ipv6;
    case 3:
      return LAYER.ethernet;
    case 4:
      return LAYER.nsh;
    case 5:
      return LAYER.mpls;
    default:
      return frame.endsIn(NON_IP.nsh);
  }
}
