import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** IEEE 802 clause 9.5: organization and protocol, after the LLC header or an NLPID of 0x80. */
const SNAP = { organization: 0, protocol: 3, headerBytes: 5 } as const;
const ORGANIZATION = { etherType: 0x000000, bridgeTunnel: 0x0000f8, cisco: 0x00000c, bridged: 0x0080c2 } as const;
const CISCO = { cdp: 0x2000, pvst: 0x010b } as const;
/** RFC 2427 section 4.2: Ethernet with (1) and without (7) its check sequence, after two bytes of padding on ATM only */
const BRIDGED = { ethernetWithFcs: 1, ethernet: 7, spanningTree: 0x0e } as const;
const FCS_BYTES = 4;

export function decodeSnap(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < SNAP.headerBytes) return frame.cut(ANOMALY.llcCut, SNAP.headerBytes);
  const organization = (view.getUint16(pos + SNAP.organization) << 8) | view.getUint8(pos + 2);
  const protocol = view.getUint16(pos + SNAP.protocol);
  frame.pos = pos + SNAP.headerBytes;
  switch (organization) {
    case ORGANIZATION.etherType:
    case ORGANIZATION.bridgeTunnel:
      frame.next = protocol;
      return LAYER.etherType;
    case ORGANIZATION.cisco:
      if (protocol === CISCO.cdp) return frame.endsIn(NON_IP.cdp);
      return frame.endsIn(protocol === CISCO.pvst ? NON_IP.spanningTree : NON_IP.ciscoSnap);
    case ORGANIZATION.bridged:
      if (protocol === BRIDGED.spanningTree) return frame.endsIn(NON_IP.spanningTree);
      if (protocol === BRIDGED.ethernetWithFcs) frame.limitTo(frame.wireEnd - FCS_BYTES);
      else if (protocol !== BRIDGED.ethernet) return frame.endsIn(NON_IP.snap);
      return LAYER.ethernet;
    default:
      return frame.endsIn(NON_IP.snap);
  }
}
