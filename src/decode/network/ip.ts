import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';

/** For headers that announce IP without saying which version: the version nibble says it. */
export function decodeIp(frame: Frame): number {
  if (frame.end - frame.pos < 1) return frame.cut(ANOMALY.ipv4Cut, 1);
  const version = frame.view.getUint8(frame.pos) >>> 4;
  if (version === 4) return LAYER.ipv4;
  return version === 6 ? LAYER.ipv6 : frame.reject(ANOMALY.ipVersion, 4, version);
}
