import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** TaZmen Sniffer Protocol, a mirror's transport: version, type, encapsulation, then tagged fields up to an end tag. */
const TZSP = { type: 1, encapsulation: 2, headerBytes: 4 } as const;
const TYPE = { received: 0, transmit: 1 } as const;
const ENCAPSULATION = { ethernet: 1, ieee80211: 18 } as const;
const TAG = { padding: 0, end: 1 } as const;

export function decodeTzsp(frame: Frame): number {
  const { view, pos, end } = frame;
  if (end - pos < TZSP.headerBytes) return frame.cut(ANOMALY.tzspCut, TZSP.headerBytes);
  if (view.getUint8(pos + TZSP.type) > TYPE.transmit) return frame.endsIn(NON_IP.tzsp);
  let at = pos + TZSP.headerBytes;
  let tag: number = TAG.padding;
  while (tag !== TAG.end) {
    if (end - at < 2) return frame.cut(ANOMALY.tzspCut, 2);
    tag = view.getUint8(at);
    at += tag === TAG.padding || tag === TAG.end ? 1 : 2 + view.getUint8(at + 1);
  }
  frame.pos = at;
  switch (view.getUint16(pos + TZSP.encapsulation)) {
    case ENCAPSULATION.ethernet:
      return LAYER.ethernet;
    case ENCAPSULATION.ieee80211:
      return LAYER.ieee80211;
    default:
      return frame.endsIn(NON_IP.tzsp);
  }
}
