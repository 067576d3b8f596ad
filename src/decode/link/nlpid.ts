import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** ISO/IEC TR 9577 network layer protocol identifiers, one byte. */
const NLPID = { padding: 0x00, snap: 0x80, isis: 0x83, ipv6: 0x8e, ip: 0xcc, ppp: 0xcf } as const;

export function decodeNlpid(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < 1) return frame.cut(ANOMALY.frameRelayCut, 1);
  frame.pos = pos + 1;
  switch (view.getUint8(pos)) {
    case NLPID.padding:
      return LAYER.nlpid;
    case NLPID.ip:
      return LAYER.ipv4;
    case NLPID.ipv6:
      return LAYER.ipv6;
    case NLPID.snap:
      return LAYER.snap;
    case NLPID.ppp:
      return LAYER.pppProtocol;
    case NLPID.isis:
      return frame.endsIn(NON_IP.isis);
    default:
      return frame.endsIn(NON_IP.frameRelay);
  }
}
