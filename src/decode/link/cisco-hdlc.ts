import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** Cisco HDLC: address, control, and an EtherType. */
const CISCO_HDLC = { protocol: 2, headerBytes: 4 } as const;
const SLARP = 0x8035;
const OSI = 0xfefe;

export function decodeCiscoHdlc(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < CISCO_HDLC.headerBytes) return frame.cut(ANOMALY.ciscoHdlcCut, CISCO_HDLC.headerBytes);
  const protocol = view.getUint16(pos + CISCO_HDLC.protocol);
  if (protocol === SLARP) return frame.endsIn(NON_IP.slarp);
  if (protocol === OSI) return frame.endsIn(NON_IP.isis);
  frame.next = protocol;
  frame.pos = pos + CISCO_HDLC.headerBytes;
  return LAYER.etherType;
}
