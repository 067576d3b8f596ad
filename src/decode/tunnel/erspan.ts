import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** draft-foschiano-erspan section 4: types II (version 1) and III (version 2). */
const ERSPAN = { version: 0, minimumBytes: 8, versionTwo: 1, versionThree: 2 } as const;
const TYPE_III = {
  frameType: 10,
  headerBytes: 12,
  subheaderBytes: 8,
  subheaderBit: 1,
  typeShift: 10,
  typeMask: 0x1f,
} as const;
const FRAME_TYPE = { ethernet: 0, ip: 2 } as const;

export function decodeErspan(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < ERSPAN.minimumBytes) return frame.cut(ANOMALY.erspanCut, ERSPAN.minimumBytes);
  const version = view.getUint8(pos + ERSPAN.version) >>> 4;
  if (version === ERSPAN.versionTwo) {
    frame.pos = pos + ERSPAN.minimumBytes;
    return LAYER.ethernet;
  }
  if (version !== ERSPAN.versionThree) return frame.endsIn(NON_IP.gre);
  if (frame.end - pos < TYPE_III.headerBytes) return frame.cut(ANOMALY.erspanCut, TYPE_III.headerBytes);
  const bits = view.getUint16(pos + TYPE_III.frameType);
  frame.pos = pos + TYPE_III.headerBytes + ((bits & TYPE_III.subheaderBit) !== 0 ? TYPE_III.subheaderBytes : 0);
  const frameType = (bits >>> TYPE_III.typeShift) & TYPE_III.typeMask;
  if (frameType === FRAME_TYPE.ip) return LAYER.ip;
  return frameType === FRAME_TYPE.ethernet ? LAYER.ethernet : frame.endsIn(NON_IP.gre);
}
