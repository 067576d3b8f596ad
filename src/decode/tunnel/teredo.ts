import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** RFC 4380 section 5.1.1: indicators that may stand before the IPv6 packet. */
const INDICATOR = { origin: 0x0000, authentication: 0x0001 } as const;
const ORIGIN_BYTES = 8;
/** indicator, two lengths, nonce and confirmation, besides the two fields of variable length */
const AUTHENTICATION = { clientLength: 2, valueLength: 3, lengthBytes: 4, fixedBytes: 13 } as const;

export function decodeTeredo(frame: Frame): number {
  const { view, end } = frame;
  if (end - frame.pos < AUTHENTICATION.lengthBytes) return frame.cut(ANOMALY.teredoCut, AUTHENTICATION.lengthBytes);
  if (view.getUint16(frame.pos) === INDICATOR.authentication) {
    const variable =
      view.getUint8(frame.pos + AUTHENTICATION.clientLength) + view.getUint8(frame.pos + AUTHENTICATION.valueLength);
    frame.pos += AUTHENTICATION.fixedBytes + variable;
    if (end - frame.pos < 2) return frame.cut(ANOMALY.teredoCut, 2);
  }
  if (view.getUint16(frame.pos) === INDICATOR.origin) {
    frame.pos += ORIGIN_BYTES;
    if (end - frame.pos < 1) return frame.cut(ANOMALY.teredoCut, 1);
  }
  return view.getUint8(frame.pos) >>> 4 === 6 ? LAYER.ipv6 : frame.endsIn(NON_IP.teredo);
}
