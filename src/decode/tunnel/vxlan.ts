import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { followNextProtocol } from '../tag/nsh.js';

/** RFC 7348 section 5; the generic extension names the next protocol in the fourth byte. */
const VXLAN = { nextProtocol: 3, headerBytes: 8 } as const;

export function decodeVxlan(frame: Frame): number {
  if (frame.end - frame.pos < VXLAN.headerBytes) return frame.cut(ANOMALY.vxlanCut, VXLAN.headerBytes);
  frame.pos += VXLAN.headerBytes;
  return LAYER.ethernet;
}

export function decodeVxlanGpe(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < VXLAN.headerBytes) return frame.cut(ANOMALY.vxlanCut, VXLAN.headerBytes);
  frame.pos = pos + VXLAN.headerBytes;
  const nextProtocol = view.getUint8(pos + VXLAN.nextProtocol);
  // the flag that announces the field is often forgotten; plain VXLAN leaves the field 0
  return nextProtocol === 0 ? LAYER.ethernet : followNextProtocol(frame, nextProtocol);
}
