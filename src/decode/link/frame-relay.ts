import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';

/** RFC 2427 section 3: an address of two to four bytes whose last one has bit 0 set, then control and NLPID. */
const SMALLEST_ADDRESS = 2;
const LARGEST_ADDRESS = 4;
const UNNUMBERED_INFORMATION = 0x03;

export function decodeFrameRelay(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < SMALLEST_ADDRESS + 2) return frame.cut(ANOMALY.frameRelayCut, SMALLEST_ADDRESS + 2);
  let address = SMALLEST_ADDRESS;
  while (address < LARGEST_ADDRESS && (view.getUint8(pos + address - 1) & 1) === 0) address++;
  if (frame.end - pos < address + 2) return frame.cut(ANOMALY.frameRelayCut, address + 2);
  if (view.getUint8(pos + address) === UNNUMBERED_INFORMATION) {
    frame.pos = pos + address + 1;
    return LAYER.nlpid;
  }
  // Cisco's own encapsulation: an EtherType right after the address
  frame.next = view.getUint16(pos + address);
  frame.pos = pos + address + 2;
  return LAYER.etherType;
}
