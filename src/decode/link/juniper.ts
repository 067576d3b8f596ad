import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** LINKTYPE_JUNIPER_ETHER: "MGC", flags, and extensions with their length when flagged. */
const JUNIPER = { magic: 0, flags: 3, extensionLength: 4, minimumBytes: 4, magicValue: 0x4d4743 } as const;
const FLAG = { noLinkHeader: 0x02, extensions: 0x80 } as const;
/** without the link header an address family (little-endian, as the router's host writes it) stands in its place */
const FAMILY_BYTES = 4;

export function decodeJuniperEthernet(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < JUNIPER.minimumBytes) return frame.cut(ANOMALY.linkPseudoHeaderCut, JUNIPER.minimumBytes);
  if (view.getUint32(pos + JUNIPER.magic) >>> 8 !== JUNIPER.magicValue) return frame.endsIn(NON_IP.juniper);
  const flags = view.getUint8(pos + JUNIPER.flags);
  let headerBytes: number = JUNIPER.minimumBytes;
  if ((flags & FLAG.extensions) !== 0) {
    if (frame.end - pos < headerBytes + 2) return frame.cut(ANOMALY.linkPseudoHeaderCut, headerBytes + 2);
    headerBytes += 2 + view.getUint16(pos + JUNIPER.extensionLength);
  }
  if ((flags & FLAG.noLinkHeader) !== 0) {
    frame.pos = pos + headerBytes + FAMILY_BYTES;
    return LAYER.ip;
  }
  frame.pos = pos + headerBytes;
  return LAYER.ethernet;
}
