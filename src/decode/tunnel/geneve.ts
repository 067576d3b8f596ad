import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';

/** RFC 8926 section 3.4: option length in 4-byte words, then an EtherType. */
const GENEVE = { optionLength: 0, protocol: 2, headerBytes: 8, lengthMask: 0x3f } as const;
const FIRST_ETHER_TYPE = 0x600;

export function decodeGeneve(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < GENEVE.headerBytes) return frame.cut(ANOMALY.geneveCut, GENEVE.headerBytes);
  const protocol = view.getUint16(pos + GENEVE.protocol);
  if (protocol < FIRST_ETHER_TYPE) return frame.endsInEtherType(protocol);
  frame.next = protocol;
  frame.pos = pos + GENEVE.headerBytes + (view.getUint8(pos + GENEVE.optionLength) & GENEVE.lengthMask) * 4;
  return LAYER.etherType;
}
