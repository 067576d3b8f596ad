import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** RFC 3032 section 2.1: label 20 bits, traffic class 3, bottom of stack 1, TTL 8. */
const MPLS = { entryBytes: 4, bottomBit: 0x100, labelShift: 12 } as const;
/** RFC 5586: what follows is a control channel, not traffic */
const GENERIC_ASSOCIATED_CHANNEL = 13;
const CONTROL_WORD_BYTES = 4;
const ETHERNET = { type: 12, headerBytes: 14 } as const;

/** Labels do not say what they carry; like everyone we judge by the first nibble (RFC 4928 section 3). */
export function decodeMpls(frame: Frame): number {
  const { view, end } = frame;
  let entry = 0;
  while ((entry & MPLS.bottomBit) === 0) {
    if (end - frame.pos < MPLS.entryBytes) return frame.cut(ANOMALY.mplsCut, MPLS.entryBytes);
    entry = view.getUint32(frame.pos);
    frame.pos += MPLS.entryBytes;
  }
  if (end - frame.pos < 1 || entry >>> MPLS.labelShift === GENERIC_ASSOCIATED_CHANNEL) return frame.endsIn(NON_IP.mpls);
  switch (view.getUint8(frame.pos) >>> 4) {
    case 4:
    case 6:
      return LAYER.ip;
    case 0:
      return followPseudowire(frame);
    default:
      return frame.endsIn(NON_IP.mpls);
  }
}

/**
 * An Ethernet pseudowire, with the control word of RFC 4448 section 4.6 (its first nibble is 0, as that of many
 * addresses) or without. A word of zeros is taken for a control word first, anything else for an address first.
 */
function followPseudowire(frame: Frame): number {
  const { view, pos } = frame;
  const hasZeroWord = frame.end - pos >= CONTROL_WORD_BYTES && view.getUint32(pos) === 0;
  if (!hasZeroWord && looksLikeEthernet(frame, pos)) return LAYER.ethernet;
  if (looksLikeEthernet(frame, pos + CONTROL_WORD_BYTES)) {
    frame.pos = pos + CONTROL_WORD_BYTES;
    return LAYER.ethernet;
  }
  return looksLikeEthernet(frame, pos) ? LAYER.ethernet : frame.endsIn(NON_IP.mpls);
}

function looksLikeEthernet(frame: Frame, at: number): boolean {
  if (frame.end - at < ETHERNET.headerBytes) return false;
  switch (frame.view.getUint16(at + ETHERNET.type)) {
    case 0x0800:
    case 0x0806:
    case 0x86dd:
    case 0x8100:
    case 0x88a8:
    case 0x8847:
    case 0x8863:
    case 0x8864:
      return true;
    default:
      return false;
  }
}
