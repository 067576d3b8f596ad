import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** LINKTYPE_LINUX_SLL: bytes from the start of the header. */
const SLL = { hardwareType: 2, addressLength: 4, address: 6, protocol: 14, headerBytes: 16 } as const;
/** LINKTYPE_LINUX_SLL2 */
const SLL2 = { protocol: 0, hardwareType: 8, addressLength: 11, address: 12, headerBytes: 20 } as const;
const MAC_BYTES = 6;
/** ARPHRD_ numbers of Linux that change what the protocol field means */
const HARDWARE = { ieee80211: 801, prism: 802, radiotap: 803, netlink: 824 } as const;
/** values below 0x600 that Linux defines (ETH_P_802_3 …) */
const PROTOCOL = { ipx: 0x0001, llc: 0x0004, can: 0x000c, canFd: 0x000d } as const;

export function decodeLinuxCooked(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < SLL.headerBytes) return frame.cut(ANOMALY.linuxCookedCut, SLL.headerBytes);
  if (view.getUint16(pos + SLL.addressLength) === MAC_BYTES) frame.sourceMacAt = pos + SLL.address;
  frame.pos = pos + SLL.headerBytes;
  return followCooked(frame, view.getUint16(pos + SLL.hardwareType), view.getUint16(pos + SLL.protocol));
}

export function decodeLinuxCooked2(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < SLL2.headerBytes) return frame.cut(ANOMALY.linuxCookedCut, SLL2.headerBytes);
  if (view.getUint8(pos + SLL2.addressLength) === MAC_BYTES) frame.sourceMacAt = pos + SLL2.address;
  frame.pos = pos + SLL2.headerBytes;
  return followCooked(frame, view.getUint16(pos + SLL2.hardwareType), view.getUint16(pos + SLL2.protocol));
}

function followCooked(frame: Frame, hardwareType: number, protocol: number): number {
  switch (hardwareType) {
    case HARDWARE.ieee80211:
      return LAYER.ieee80211;
    case HARDWARE.prism:
      return LAYER.prism;
    case HARDWARE.radiotap:
      return LAYER.radiotap;
    case HARDWARE.netlink:
      return frame.endsIn(NON_IP.netlink);
    default:
  }
  switch (protocol) {
    case PROTOCOL.ipx:
      return frame.endsIn(NON_IP.ipx);
    case PROTOCOL.llc:
      return LAYER.llc;
    case PROTOCOL.can:
    case PROTOCOL.canFd:
      return frame.endsIn(NON_IP.canBus);
    default:
      if (protocol < 0x600) return frame.endsInEtherType(protocol);
      frame.next = protocol;
      return LAYER.etherType;
  }
}
