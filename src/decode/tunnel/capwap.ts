import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** RFC 5415 section 4.3: preamble, then header length (4-byte words), binding and flags. */
const CAPWAP = { preamble: 0, header: 1, minimumBytes: 8, lengthShift: 19, lengthMask: 0x1f, bindingShift: 9 } as const;
const PREAMBLE_PLAIN = 0;
/** of the three bytes behind the preamble: native frames instead of 802.3; a fragment; a keep-alive */
const FLAG = { native: 0x100, fragment: 0x80, keepAlive: 0x08 } as const;
const BINDING = { mask: 0x1f, ieee80211: 1 } as const;

export function decodeCapwap(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < CAPWAP.minimumBytes) return frame.cut(ANOMALY.capwapCut, CAPWAP.minimumBytes);
  // DTLS has another preamble
  if ((view.getUint8(pos + CAPWAP.preamble) & 0x0f) !== PREAMBLE_PLAIN) return frame.endsIn(NON_IP.capwap);
  const header = view.getUint32(pos) & 0xff_ffff;
  if ((header & (FLAG.fragment | FLAG.keepAlive)) !== 0) return frame.endsIn(NON_IP.capwap);
  frame.pos = pos + ((header >>> CAPWAP.lengthShift) & CAPWAP.lengthMask) * 4;
  if ((header & FLAG.native) === 0) return LAYER.ethernet;
  const binding = (header >>> CAPWAP.bindingShift) & BINDING.mask;
  return binding === BINDING.ieee80211 ? LAYER.ieee80211Swapped : frame.endsIn(NON_IP.capwap);
}
