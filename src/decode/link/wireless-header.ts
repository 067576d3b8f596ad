import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';

/** Prism monitor header: message code and length, little-endian; some drivers write an AVS header under this link type. */
const PRISM = { message: 0, length: 4, headerBytes: 8 } as const;
/** AVS header: a magic number and the length, big-endian */
const AVS = { magic: 0, length: 4, headerBytes: 8, magicMask: 0xffff_f000, magicValue: 0x8021_1000 } as const;
/** Per-Packet Information: little-endian; fields of type and length, then a frame of the stated link type */
const PPI = { length: 2, linkType: 4, headerBytes: 8, fieldBytes: 4, common80211: 2, flagsAt: 8, fcsFlag: 1 } as const;
const FCS_BYTES = 4;

export function decodePrism(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < PRISM.headerBytes) return frame.cut(ANOMALY.wirelessPseudoHeaderCut, PRISM.headerBytes);
  const magic = (view.getUint32(pos + AVS.magic) & AVS.magicMask) >>> 0;
  if (magic === AVS.magicValue) return LAYER.avs;
  return skipTo80211(frame, view.getUint32(pos + PRISM.length, true));
}

export function decodeAvs(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < AVS.headerBytes) return frame.cut(ANOMALY.wirelessPseudoHeaderCut, AVS.headerBytes);
  return skipTo80211(frame, view.getUint32(pos + AVS.length));
}

export function decodePpi(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < PPI.headerBytes) return frame.cut(ANOMALY.wirelessPseudoHeaderCut, PPI.headerBytes);
  const headerBytes = view.getUint16(pos + PPI.length, true);
  if (headerBytes < PPI.headerBytes || frame.end - pos < headerBytes) {
    return frame.cut(ANOMALY.wirelessPseudoHeaderCut, Math.max(headerBytes, PPI.headerBytes));
  }
  let at = PPI.headerBytes;
  while (at + PPI.fieldBytes <= headerBytes) {
    const type = view.getUint16(pos + at, true);
    const length = view.getUint16(pos + at + 2, true);
    const flagsAt = at + PPI.fieldBytes + PPI.flagsAt;
    if (type === PPI.common80211 && flagsAt < headerBytes && (view.getUint8(pos + flagsAt) & PPI.fcsFlag) !== 0) {
      frame.limitTo(frame.wireEnd - FCS_BYTES);
    }
    at += PPI.fieldBytes + length;
  }
  frame.next = view.getUint32(pos + PPI.linkType, true);
  frame.pos = pos + headerBytes;
  return LAYER.linkType;
}

function skipTo80211(frame: Frame, headerBytes: number): number {
  if (headerBytes < PRISM.headerBytes || frame.end - frame.pos < headerBytes) {
    return frame.cut(ANOMALY.wirelessPseudoHeaderCut, PRISM.headerBytes);
  }
  frame.pos += headerBytes;
  return LAYER.ieee80211;
}
