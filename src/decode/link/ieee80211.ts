import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** IEEE 802.11 clause 9.2.3: bytes from the start of the MAC header. Its numbers are little-endian. */
const WLAN = {
  control: 0,
  flags: 1,
  address1: 4,
  address2: 10,
  address3: 16,
  sequence: 22,
  address4: 24,
  headerBytes: 24,
  addressBytes: 6,
  qosBytes: 2,
  htControlBytes: 4,
} as const;
const TYPE = { management: 0, control: 1, data: 2 } as const;
const SUBTYPE = { noData: 4, qos: 8 } as const;
const FLAG = { toDs: 0x01, fromDs: 0x02, protected: 0x40, order: 0x80 } as const;
const FRAGMENT_NUMBER = 0x0f;
/** QoS control: an aggregate of several MSDUs; a mesh header follows */
const QOS = { aggregate: 0x80, meshPresent: 0x01 } as const;
/** destination, source and length before each MSDU of an aggregate */
const SUBFRAME = { destination: 0, source: 6, length: 12, headerBytes: 14 } as const;
/** clause 9.2.4.7.3: flags, TTL, sequence number, and up to two more addresses */
const MESH = { headerBytes: 6, extensionMask: 3 } as const;

/** Only data frames carry IP; protected ones are closed to us and counted so. */
export function decodeIeee80211(frame: Frame): number {
  return decodeDataFrame(frame, 0);
}

/** Some access controllers put the two frame control bytes in the wrong order into CAPWAP. */
export function decodeIeee80211Swapped(frame: Frame): number {
  return decodeDataFrame(frame, 1);
}

function decodeDataFrame(frame: Frame, swapped: number): number {
  const { view, pos } = frame;
  if (frame.end - pos < 2) return frame.cut(ANOMALY.ieee80211Cut, 2);
  const control = view.getUint8(pos + (WLAN.control ^ swapped));
  const flags = view.getUint8(pos + (WLAN.flags ^ swapped));
  const type = (control >>> 2) & 3;
  const subtype = control >>> 4;
  if (type === TYPE.management) return frame.endsIn(NON_IP.wlanManagement);
  if (type !== TYPE.data) return frame.endsIn(NON_IP.wlanControl);
  if ((subtype & SUBTYPE.noData) !== 0) return frame.endsIn(NON_IP.wlanNoData);
  if ((flags & FLAG.protected) !== 0) return frame.endsIn(NON_IP.wlanProtected);

  const fourAddresses = (flags & (FLAG.toDs | FLAG.fromDs)) === (FLAG.toDs | FLAG.fromDs);
  const qos = (subtype & SUBTYPE.qos) !== 0;
  const qosAt = WLAN.headerBytes + (fourAddresses ? WLAN.addressBytes : 0);
  let headerBytes = qosAt + (qos ? WLAN.qosBytes : 0);
  if (qos && (flags & FLAG.order) !== 0) headerBytes += WLAN.htControlBytes;
  if (frame.wlanPadded) headerBytes = (headerBytes + 3) & ~3;
  if (frame.end - pos < headerBytes) return frame.cut(ANOMALY.ieee80211Cut, headerBytes);
  if ((view.getUint8(pos + WLAN.sequence) & FRAGMENT_NUMBER) !== 0) return frame.endsIn(NON_IP.wlanFragment);

  frame.destinationMacAt = pos + ((flags & FLAG.toDs) !== 0 ? WLAN.address3 : WLAN.address1);
  if ((flags & FLAG.fromDs) === 0) frame.sourceMacAt = pos + WLAN.address2;
  else frame.sourceMacAt = pos + (fourAddresses ? WLAN.address4 : WLAN.address3);
  frame.vlan = 0;
  frame.pos = pos + headerBytes;
  if (!qos) return LAYER.llc;
  if ((view.getUint8(pos + qosAt) & QOS.aggregate) !== 0) return decodeFirstSubframe(frame);
  if (fourAddresses && (view.getUint8(pos + qosAt + 1) & QOS.meshPresent) !== 0) return skipMeshHeader(frame);
  return LAYER.llc;
}

/** The first MSDU of an aggregate; that there are others is counted. */
function decodeFirstSubframe(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < SUBFRAME.headerBytes) return frame.cut(ANOMALY.ieee80211Cut, SUBFRAME.headerBytes);
  frame.destinationMacAt = pos + SUBFRAME.destination;
  frame.sourceMacAt = pos + SUBFRAME.source;
  const subframeEnd = pos + SUBFRAME.headerBytes + view.getUint16(pos + SUBFRAME.length);
  if (frame.wireEnd - subframeEnd > SUBFRAME.headerBytes) frame.note(ANOMALY.wlanAggregate, 0, 0);
  frame.pos = pos + SUBFRAME.headerBytes;
  frame.limitTo(subframeEnd);
  return LAYER.llc;
}

function skipMeshHeader(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < MESH.headerBytes) return frame.cut(ANOMALY.ieee80211Cut, MESH.headerBytes);
  const extension = view.getUint8(pos) & MESH.extensionMask;
  frame.pos = pos + MESH.headerBytes + extension * WLAN.addressBytes;
  return LAYER.llc;
}
