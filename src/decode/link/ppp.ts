import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** RFC 1662 section 3.1: the address field of PPP, and those of Cisco HDLC that appear in its place. */
const ADDRESS = { allStations: 0xff, ciscoUnicast: 0x0f, ciscoMulticast: 0x8f } as const;
const UNNUMBERED_INFORMATION = 0x03;

/** PPP in HDLC-like framing; the address and control fields may have been compressed away (RFC 1661 section 6.6). */
export function decodePppHdlc(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < 2) return frame.cut(ANOMALY.pppCut, 2);
  const address = view.getUint8(pos);
  if (address === ADDRESS.allStations && view.getUint8(pos + 1) === UNNUMBERED_INFORMATION) frame.pos = pos + 2;
  else if (address === ADDRESS.ciscoUnicast || address === ADDRESS.ciscoMulticast) return LAYER.ciscoHdlc;
  return LAYER.pppProtocol;
}

/** The protocol field, two bytes or compressed to one odd byte (RFC 1661 section 2). */
export function decodePppProtocol(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < 1) return frame.cut(ANOMALY.pppCut, 1);
  let protocol = view.getUint8(pos);
  if ((protocol & 1) !== 0) {
    frame.pos = pos + 1;
  } else {
    if (frame.end - pos < 2) return frame.cut(ANOMALY.pppCut, 2);
    protocol = view.getUint16(pos);
    frame.pos = pos + 2;
  }
  switch (protocol) {
    case 0x0021:
      return LAYER.ipv4;
    case 0x0057:
      return LAYER.ipv6;
    case 0x0281:
    case 0x0283:
      return LAYER.mpls;
    case 0x002d:
    case 0x002f:
      return frame.endsIn(NON_IP.pppVanJacobson);
    case 0xc021:
      return frame.endsIn(NON_IP.pppLcp);
    case 0xc023:
    case 0xc223:
    case 0xc227:
      return frame.endsIn(NON_IP.pppAuthentication);
    default:
      // RFC 1661 section 2: 0x8000 to 0xbfff are network control protocols
      return frame.endsIn(protocol >= 0x8000 && protocol < 0xc000 ? NON_IP.pppNetworkControl : NON_IP.ppp);
  }
}
