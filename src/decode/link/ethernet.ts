import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';

/** IEEE 802.3 clause 3: bytes from the start of the header. */
const ETHERNET = { destination: 0, source: 6, type: 12, headerBytes: 14 } as const;
/** Largest value of the type field that is a length (IEEE 802.3 clause 3.2.6). */
const LARGEST_LENGTH = 1500;
/** Cisco ISL puts these five bytes in place of a destination address. */
const ISL_DESTINATIONS = { first: 0x0100_0c00, second: 0x0c00_0c00, fifthByte: 0 } as const;

/** Also the inner frame of a tunnel, whose addresses and VLANs are then those of the row that follows. */
export function decodeEthernet(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < ETHERNET.headerBytes) return frame.cut(ANOMALY.ethernetCut, ETHERNET.headerBytes);
  const type = view.getUint16(pos + ETHERNET.type);
  if (type <= LARGEST_LENGTH) {
    const start = view.getUint32(pos + ETHERNET.destination);
    const isIsl = start === ISL_DESTINATIONS.first || start === ISL_DESTINATIONS.second;
    if (isIsl && view.getUint8(pos + 4) === ISL_DESTINATIONS.fifthByte) return LAYER.isl;
  }
  frame.destinationMacAt = pos + ETHERNET.destination;
  frame.sourceMacAt = pos + ETHERNET.source;
  frame.vlan = 0;
  frame.next = type;
  frame.pos = pos + ETHERNET.headerBytes;
  return LAYER.etherType;
}
