import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** LINKTYPE_ARCNET_LINUX: source, destination, offset, protocol; RFC 1201 adds a split flag and a sequence number. */
const ARCNET = {
  protocol: 4,
  splitFlag: 5,
  simpleBytes: 5,
  splitBytes: 8,
  exceptionFlag: 0xff,
  exceptionBytes: 4,
} as const;
/** RFC 1051 uses other numbers and no split flag */
const PROTOCOL = { ipRfc1051: 240, arpRfc1051: 241, ipv6: 196, ip: 212, arp: 213 } as const;

export function decodeArcnet(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < ARCNET.splitBytes) return frame.cut(ANOMALY.linkPseudoHeaderCut, ARCNET.splitBytes);
  const protocol = view.getUint8(pos + ARCNET.protocol);
  if (protocol === PROTOCOL.ipRfc1051) {
    frame.pos = pos + ARCNET.simpleBytes;
    return LAYER.ipv4;
  }
  if (protocol !== PROTOCOL.ip && protocol !== PROTOCOL.ipv6) return frame.endsIn(NON_IP.arcnet);
  const exception = view.getUint8(pos + ARCNET.splitFlag) === ARCNET.exceptionFlag;
  frame.pos = pos + ARCNET.splitBytes + (exception ? ARCNET.exceptionBytes : 0);
  return protocol === PROTOCOL.ipv6 ? LAYER.ipv6 : LAYER.ipv4;
}
