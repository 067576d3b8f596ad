import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { pushVlan } from '../packet-batch.js';

/** Cisco Inter-Switch Link: 26 bytes in front of a whole Ethernet frame, and a CRC of its own behind it. */
const ISL = {
  vlan: 20,
  innerDestination: 26,
  innerSource: 32,
  innerType: 38,
  headerBytes: 40,
  crcBytes: 4,
  vlanMask: 0x3ff,
} as const;

export function decodeIsl(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < ISL.headerBytes) return frame.cut(ANOMALY.tagCut, ISL.headerBytes);
  frame.limitTo(frame.wireEnd - ISL.crcBytes);
  frame.destinationMacAt = pos + ISL.innerDestination;
  frame.sourceMacAt = pos + ISL.innerSource;
  // the lowest bit of the field marks a bridge protocol frame
  frame.vlan = pushVlan(0, (view.getUint16(pos + ISL.vlan) >>> 1) & ISL.vlanMask);
  frame.next = view.getUint16(pos + ISL.innerType);
  frame.pos = pos + ISL.headerBytes;
  return LAYER.etherType;
}
