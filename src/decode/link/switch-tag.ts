import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { pushVlan } from '../packet-batch.js';

/** Tags between a switch chip and its processor (LINKTYPE_DSA_TAG_…): they stand after the two Ethernet addresses. */
const ADDRESSES_BYTES = 12;
const TYPE_BYTES = 2;
/** Marvell DSA: bit 29 says that the VLAN id is in the low 12 bits; the tag then replaces the 802.1Q tag */
const DSA = { headerBytes: 4, taggedBit: 0x2000_0000, vlanMask: 0xfff } as const;
/** the same behind an EtherType and two zero bytes */
const EDSA_PREFIX_BYTES = 4;
const BROADCOM_BYTES = 4;

export function decodeDsa(frame: Frame): number {
  return decodeMarvell(frame, frame.pos + ADDRESSES_BYTES);
}

export function decodeEdsa(frame: Frame): number {
  return decodeMarvell(frame, frame.pos + ADDRESSES_BYTES + EDSA_PREFIX_BYTES);
}

function decodeMarvell(frame: Frame, tagAt: number): number {
  const { view, pos } = frame;
  const needed = tagAt + DSA.headerBytes + TYPE_BYTES - pos;
  if (frame.end - pos < needed) return frame.cut(ANOMALY.tagCut, needed);
  const tag = view.getUint32(tagAt);
  setAddresses(frame);
  if ((tag & DSA.taggedBit) !== 0) frame.vlan = pushVlan(0, tag & DSA.vlanMask);
  return followTypeAt(frame, tagAt + DSA.headerBytes);
}

export function decodeBroadcomTag(frame: Frame): number {
  const needed = ADDRESSES_BYTES + BROADCOM_BYTES + TYPE_BYTES;
  if (frame.end - frame.pos < needed) return frame.cut(ANOMALY.tagCut, needed);
  setAddresses(frame);
  return followTypeAt(frame, frame.pos + ADDRESSES_BYTES + BROADCOM_BYTES);
}

/** The variant that stands before the Ethernet header. */
export function decodeBroadcomTagFirst(frame: Frame): number {
  frame.pos += BROADCOM_BYTES;
  return LAYER.ethernet;
}

function setAddresses(frame: Frame): void {
  frame.destinationMacAt = frame.pos;
  frame.sourceMacAt = frame.pos + 6;
}

function followTypeAt(frame: Frame, typeAt: number): number {
  frame.next = frame.view.getUint16(typeAt);
  frame.pos = typeAt + TYPE_BYTES;
  return LAYER.etherType;
}
