import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** IEEE 802.1AE clause 9.3: control bits, short length, packet number, and the channel identifier when flagged. */
const MACSEC = { control: 0, minimumBytes: 6, channelBytes: 8, typeBytes: 2, checkValueBytes: 16 } as const;
const CONTROL = { channelIdentifier: 0x20, encrypted: 0x08, changed: 0x04 } as const;

/** Encrypted frames are closed to us; those that are only authenticated are read like any other. */
export function decodeMacsec(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < MACSEC.minimumBytes) return frame.cut(ANOMALY.macsecCut, MACSEC.minimumBytes);
  const control = view.getUint8(pos + MACSEC.control);
  if ((control & (CONTROL.encrypted | CONTROL.changed)) !== 0) return frame.endsIn(NON_IP.macsec);
  const headerBytes = MACSEC.minimumBytes + ((control & CONTROL.channelIdentifier) !== 0 ? MACSEC.channelBytes : 0);
  if (frame.end - pos < headerBytes + MACSEC.typeBytes) {
    return frame.cut(ANOMALY.macsecCut, headerBytes + MACSEC.typeBytes);
  }
  frame.next = view.getUint16(pos + headerBytes);
  frame.pos = pos + headerBytes + MACSEC.typeBytes;
  frame.limitTo(frame.wireEnd - MACSEC.checkValueBytes);
  return LAYER.etherType;
}
