import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** RFC 2516 section 4: bytes from the start of the header. */
const PPPOE = { code: 1, length: 4, headerBytes: 6 } as const;
/** initiation, offer, request, confirmation, termination */
const DISCOVERY = { padi: 0x09, pado: 0x07, padr: 0x19, pads: 0x65, padt: 0xa7 } as const;

export function decodePppoe(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < PPPOE.headerBytes) return frame.cut(ANOMALY.pppoeCut, PPPOE.headerBytes);
  switch (view.getUint8(pos + PPPOE.code)) {
    case DISCOVERY.padi:
    case DISCOVERY.pado:
    case DISCOVERY.padr:
    case DISCOVERY.pads:
    case DISCOVERY.padt:
      return frame.endsIn(NON_IP.pppoeDiscovery);
    default:
  }
  // session data has code 0; whoever sends another code in a session still sends PPP
  frame.pos = pos + PPPOE.headerBytes;
  frame.limitTo(frame.pos + view.getUint16(pos + PPPOE.length));
  return LAYER.pppProtocol;
}
