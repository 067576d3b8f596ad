import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';

/** Tags of switches and fabrics, from the byte after their own EtherType. They name no VLAN of ours. */

/** IEEE 802.1ah: flags and service instance, then the customer's addresses and type */
const PBB = { ethernet: 4 } as const;
/** IEEE 802.1BR */
const ETAG = { type: 6, headerBytes: 8 } as const;
/** Cisco VN-Tag */
const VNTAG = { type: 4, headerBytes: 6 } as const;
/** Cisco FabricPath: forwarding tag and TTL, then the whole inner frame */
const FABRIC_PATH = { ethernet: 2 } as const;
/** Cisco metadata: version, length, option, security group */
const CISCO_METADATA = { type: 6, headerBytes: 8 } as const;
/** RFC 6325 section 3: flags, hop count, two nicknames; options in units of 4 bytes */
const TRILL = { flags: 0, headerBytes: 6, optionsShift: 6, optionsMask: 0x1f } as const;

export function decodePbb(frame: Frame): number {
  frame.pos += PBB.ethernet;
  return LAYER.ethernet;
}

export function decodeEtag(frame: Frame): number {
  return followTypeAfter(frame, ETAG.type, ETAG.headerBytes);
}

export function decodeVntag(frame: Frame): number {
  return followTypeAfter(frame, VNTAG.type, VNTAG.headerBytes);
}

export function decodeFabricPath(frame: Frame): number {
  frame.pos += FABRIC_PATH.ethernet;
  return LAYER.ethernet;
}

export function decodeCiscoMetadata(frame: Frame): number {
  return followTypeAfter(frame, CISCO_METADATA.type, CISCO_METADATA.headerBytes);
}

export function decodeTrill(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < TRILL.headerBytes) return frame.cut(ANOMALY.tagCut, TRILL.headerBytes);
  const optionWords = (view.getUint16(pos + TRILL.flags) >>> TRILL.optionsShift) & TRILL.optionsMask;
  frame.pos = pos + TRILL.headerBytes + optionWords * 4;
  return LAYER.ethernet;
}

function followTypeAfter(frame: Frame, typeAt: number, headerBytes: number): number {
  if (frame.end - frame.pos < headerBytes) return frame.cut(ANOMALY.tagCut, headerBytes);
  frame.next = frame.view.getUint16(frame.pos + typeAt);
  frame.pos += headerBytes;
  return LAYER.etherType;
}
