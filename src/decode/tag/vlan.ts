import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { pushVlan } from '../packet-batch.js';

/** IEEE 802.1Q clause 9.6, from the byte after the tag's own EtherType. */
const VLAN = { control: 0, type: 2, headerBytes: 4, idMask: 0xfff } as const;

/** C-tags, S-tags (802.1ad) and the numbers that were used for S-tags before it: all push one VLAN id. */
export function decodeVlan(frame: Frame): number {
  const { view, pos, vlan } = frame;
  if (frame.end - pos < VLAN.headerBytes) return frame.cut(ANOMALY.vlanCut, VLAN.headerBytes);
  const pushed = pushVlan(vlan, view.getUint16(pos + VLAN.control) & VLAN.idMask);
  if (pushed === vlan) frame.note(ANOMALY.vlanStackTooDeep, 0, 0);
  frame.vlan = pushed;
  frame.next = view.getUint16(pos + VLAN.type);
  frame.pos = pos + VLAN.headerBytes;
  return LAYER.etherType;
}
