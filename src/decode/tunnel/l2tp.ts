import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** RFC 2661 section 3.1: flags, then fields that the flags announce. */
const L2TP = { flags: 0, minimumBytes: 6, lengthBytes: 2, idBytes: 4, sequenceBytes: 4, offsetBytes: 2 } as const;
const FLAG = {
  control: 0x8000,
  length: 0x4000,
  sequence: 0x0800,
  offset: 0x0200,
  versionMask: 0x000f,
  version2: 2,
} as const;

/** Data messages of version 2 carry PPP. Version 3 does not say what it carries: that was agreed in its control messages. */
export function decodeL2tp(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < L2TP.minimumBytes) return frame.cut(ANOMALY.l2tpCut, L2TP.minimumBytes);
  const flags = view.getUint16(pos + L2TP.flags);
  if ((flags & FLAG.control) !== 0 || (flags & FLAG.versionMask) !== FLAG.version2) return frame.endsIn(NON_IP.l2tp);
  let at = pos + 2;
  if ((flags & FLAG.length) !== 0) {
    frame.limitTo(pos + view.getUint16(at));
    at += L2TP.lengthBytes;
  }
  at += L2TP.idBytes;
  if ((flags & FLAG.sequence) !== 0) at += L2TP.sequenceBytes;
  if ((flags & FLAG.offset) !== 0) {
    if (frame.end - at < L2TP.offsetBytes) return frame.cut(ANOMALY.l2tpCut, at + L2TP.offsetBytes - pos);
    at += L2TP.offsetBytes + view.getUint16(at);
  }
  frame.pos = at;
  return frame.end - at <= 0 ? frame.endsIn(NON_IP.l2tp) : LAYER.pppHdlc;
}
