import { LIMITS } from '../../base/limits.js';
import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** 3GPP TS 29.281 section 5.1: bytes from the start of the header. */
const GTPU = { flags: 0, messageType: 1, length: 2, nextExtension: 11, minimumBytes: 8, optionalBytes: 4 } as const;
const FLAG = { versionMask: 0xe0, version1: 0x20, protocolType: 0x10, optional: 0x07, extension: 0x04 } as const;
const USER_DATA = 255;

export function decodeGtpu(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < GTPU.minimumBytes) return frame.cut(ANOMALY.gtpuCut, GTPU.minimumBytes);
  const flags = view.getUint8(pos + GTPU.flags);
  const isUserData = view.getUint8(pos + GTPU.messageType) === USER_DATA;
  if ((flags & (FLAG.versionMask | FLAG.protocolType)) !== (FLAG.version1 | FLAG.protocolType) || !isUserData) {
    return frame.endsIn(NON_IP.gtpu);
  }
  frame.limitTo(pos + GTPU.minimumBytes + view.getUint16(pos + GTPU.length));
  frame.pos = pos + GTPU.minimumBytes;
  if ((flags & FLAG.optional) !== 0) {
    if (frame.end - frame.pos < GTPU.optionalBytes) return frame.cut(ANOMALY.gtpuCut, GTPU.optionalBytes);
    frame.pos += GTPU.optionalBytes;
    if ((flags & FLAG.extension) !== 0 && !skipExtensions(frame, view.getUint8(pos + GTPU.nextExtension))) {
      return LAYER.done;
    }
  }
  if (frame.end - frame.pos < 1) return frame.endsIn(NON_IP.gtpu);
  const version = view.getUint8(frame.pos) >>> 4;
  return version === 4 || version === 6 ? LAYER.ip : frame.endsIn(NON_IP.gtpu);
}

/** Section 5.2.1: length in 4-byte words, contents, type of the next one. */
function skipExtensions(frame: Frame, firstType: number): boolean {
  let type = firstType;
  for (let count = 0; type !== 0 && count < LIMITS.layersPerFrame; count++) {
    const length = frame.end - frame.pos < 1 ? 0 : frame.view.getUint8(frame.pos) * 4;
    if (length === 0 || frame.end - frame.pos < length) {
      frame.cut(ANOMALY.gtpuCut, Math.max(length, 4));
      return false;
    }
    type = frame.view.getUint8(frame.pos + length - 1);
    frame.pos += length;
  }
  return true;
}
