import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** IEEE 802.2: bytes from the start of the header. */
const LLC = { destinationSap: 0, sourceSap: 1, control: 2, minimumBytes: 3 } as const;
const SAP = { ip: 0x06, spanningTree: 0x42, snap: 0xaa, ipx: 0xe0, netbios: 0xf0, osi: 0xfe } as const;
/** An unnumbered control field (both low bits set) is one byte, the others are two. */
const UNNUMBERED = 3;

export function decodeLlc(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < LLC.minimumBytes) return frame.cut(ANOMALY.llcCut, LLC.minimumBytes);
  const destinationSap = view.getUint8(pos + LLC.destinationSap);
  const control = view.getUint8(pos + LLC.control);
  frame.pos = pos + LLC.control + ((control & UNNUMBERED) === UNNUMBERED ? 1 : 2);
  switch (destinationSap) {
    case SAP.snap:
      return view.getUint8(pos + LLC.sourceSap) === SAP.snap ? LAYER.snap : frame.endsIn(NON_IP.llc);
    case SAP.ip:
      return LAYER.ipv4;
    case SAP.spanningTree:
      return frame.endsIn(NON_IP.spanningTree);
    case SAP.ipx:
      return frame.endsIn(NON_IP.ipx);
    case SAP.netbios:
      return frame.endsIn(NON_IP.netbios);
    case SAP.osi:
      return LAYER.nlpid;
    default:
      return frame.endsIn(NON_IP.llc);
  }
}
