import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** An address family number in four bytes, in the byte order of the machine that captured (LINKTYPE_NULL, _LOOP). */
const HEADER_BYTES = 4;
/** PPP address and control field: some systems write PPP frames as LINKTYPE_NULL */
const PPP_START = 0xff03;
const CISCO_HDLC_START = 0x0f00;
const FIRST_ETHER_TYPE = 0x600;
/** AF_INET; AF_INET6 of Linux, Windows, OpenBSD and NetBSD, FreeBSD, macOS */
const FAMILY = { inet: 2, linux: 10, windows: 23, openBsd: 24, freeBsd: 28, macOs: 30 } as const;

export function decodeLoopback(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < HEADER_BYTES) return frame.cut(ANOMALY.loopbackCut, HEADER_BYTES);
  const start = view.getUint16(pos);
  if (start === PPP_START) return LAYER.pppHdlc;
  if (start === CISCO_HDLC_START) return LAYER.ciscoHdlc;
  const family = normalize(view.getUint32(pos), view.getUint32(pos, true));
  frame.pos = pos + HEADER_BYTES;
  switch (family) {
    case FAMILY.inet:
      return LAYER.ipv4;
    case FAMILY.linux:
    case FAMILY.windows:
    case FAMILY.openBsd:
    case FAMILY.freeBsd:
    case FAMILY.macOs:
      return LAYER.ipv6;
    default:
      if (family < FIRST_ETHER_TYPE || family > 0xffff) return frame.endsIn(NON_IP.loopback);
      frame.next = family;
      return LAYER.etherType;
  }
}

/** Families and EtherTypes are small, so the order in which the number is small is the right one. */
function normalize(bigEndian: number, littleEndian: number): number {
  if (bigEndian <= 0xffff) {
    // a 16-bit little-endian family in the lower half
    return (bigEndian & 0xff) === 0 && bigEndian < 0x600 ? bigEndian >>> 8 : bigEndian;
  }
  // a 16-bit family in the upper half, else swapped as a whole
  return bigEndian >>> 24 === 0 && bigEndian < 0x0006_0000 ? bigEndian >>> 16 : littleEndian;
}
