import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';

/** https://www.radiotap.org: version, padding, length, then chained words of presence bits, little-endian. */
const RADIOTAP = { length: 2, present: 4, minimumBytes: 8 } as const;
const PRESENT = { timer: 1 << 0, flags: 1 << 1, extended: 1 << 31 } as const;
const FLAG = { fcsAtEnd: 0x10, dataPad: 0x20 } as const;
const TIMER_BYTES = 8;
const FCS_BYTES = 4;

export function decodeRadiotap(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < RADIOTAP.minimumBytes) return frame.cut(ANOMALY.wirelessPseudoHeaderCut, RADIOTAP.minimumBytes);
  const headerBytes = view.getUint16(pos + RADIOTAP.length, true);
  if (headerBytes < RADIOTAP.minimumBytes || frame.end - pos < headerBytes) {
    return frame.cut(ANOMALY.wirelessPseudoHeaderCut, Math.max(headerBytes, RADIOTAP.minimumBytes));
  }
  const first = view.getInt32(pos + RADIOTAP.present, true);
  if ((first & PRESENT.flags) !== 0) {
    let at = RADIOTAP.present;
    while (at + 4 <= headerBytes - 4 && (view.getInt32(pos + at, true) & PRESENT.extended) !== 0) at += 4;
    at += 4;
    // fields are aligned to their own size, counted from the start of the header
    if ((first & PRESENT.timer) !== 0) at = ((at + 7) & ~7) + TIMER_BYTES;
    if (at < headerBytes) {
      const flags = view.getUint8(pos + at);
      if ((flags & FLAG.fcsAtEnd) !== 0) frame.limitTo(frame.wireEnd - FCS_BYTES);
      frame.wlanPadded = (flags & FLAG.dataPad) !== 0;
    }
  }
  frame.pos = pos + headerBytes;
  return LAYER.ieee80211;
}
