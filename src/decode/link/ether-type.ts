import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** Largest value that is a length instead of a type (IEEE 802.3 clause 3.2.6). */
const LARGEST_LENGTH = 1500;

/** Follows the EtherType in `frame.next` (https://www.iana.org/assignments/ieee-802-numbers). */
export function followEtherType(frame: Frame): number {
  switch (frame.next) {
    case 0x0800:
      return LAYER.ipv4;
    case 0x86dd:
      return LAYER.ipv6;
    case 0x8100:
    case 0x88a8:
    case 0x9100:
    case 0x9200:
    case 0x9300:
      return LAYER.vlan;
    case 0x8847:
    case 0x8848:
      return LAYER.mpls;
    case 0x8864:
      return LAYER.pppoe;
    case 0x8863:
      return frame.endsIn(NON_IP.pppoeDiscovery);
    case 0x880b:
      return LAYER.pppHdlc;
    case 0x88e5:
      return LAYER.macsec;
    case 0x88e7:
      return LAYER.pbb;
    case 0x893f:
      return LAYER.etag;
    case 0x8926:
      return LAYER.vntag;
    case 0x8903:
      return LAYER.fabricPath;
    case 0x8909:
      return LAYER.ciscoMetadata;
    case 0x22f3:
      return LAYER.trill;
    case 0x894f:
      return LAYER.nsh;
    case 0x6558:
      return LAYER.ethernet;
    case 0x8870:
      // jumbo frames with LLC, whose length does not fit the length field
      return LAYER.llc;
    default:
      return frame.next <= LARGEST_LENGTH ? followLength(frame) : frame.endsInEtherType(frame.next);
  }
}

/** IEEE 802.3 with a length: LLC, or Novell's IPX without it (which starts with a checksum of all ones). */
function followLength(frame: Frame): number {
  const { view, pos } = frame;
  frame.limitTo(pos + frame.next);
  if (frame.end - pos >= 2 && view.getUint16(pos) === 0xffff) return frame.endsIn(NON_IP.ipx);
  return LAYER.llc;
}
