import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

export const LINKTYPE_ETHERNET = 1;

/** Follows the LINKTYPE_ number in `frame.next` (https://www.tcpdump.org/linktypes.html). */
export function followLinkType(frame: Frame): number {
  switch (frame.next) {
    case LINKTYPE_ETHERNET:
      return LAYER.ethernet;
    case 0:
    case 108:
      return LAYER.loopback;
    case 113:
      return LAYER.linuxCooked;
    case 276:
      return LAYER.linuxCooked2;
    case 12:
    case 14:
    case 101:
      return LAYER.ip;
    case 228:
      return LAYER.ipv4;
    case 229:
      return LAYER.ipv6;
    case 9:
    case 50:
    case 166:
      return LAYER.pppHdlc;
    case 51:
      return LAYER.pppoe;
    case 104:
      return LAYER.ciscoHdlc;
    case 107:
      return LAYER.frameRelay;
    case 105:
      return LAYER.ieee80211;
    case 127:
      return LAYER.radiotap;
    case 119:
      return LAYER.prism;
    case 163:
      return LAYER.avs;
    case 192:
      return LAYER.ppi;
    case 239:
      return LAYER.nflog;
    case 129:
      return LAYER.arcnet;
    case 6:
      return LAYER.tokenRing;
    case 10:
      return LAYER.fddi;
    case 123:
      return LAYER.sunAtm;
    case 100:
    case 106:
      // RFC 1483 and Linux classical IP over ATM: both start with LLC
      return LAYER.llc;
    case 226:
      return LAYER.ipnet;
    case 242:
      return LAYER.ipOverInfiniband;
    case 138:
      return LAYER.ipOver1394;
    case 178:
      return LAYER.juniperEthernet;
    case 149:
    case 258:
      // Apple wrote PKTAP as USER2 before it had a number of its own
      return LAYER.pktap;
    case 274:
      return LAYER.mPacket;
    case 281:
      return LAYER.broadcomTag;
    case 282:
      return LAYER.broadcomTagFirst;
    case 284:
      return LAYER.dsa;
    case 285:
      return LAYER.edsa;
    case 197:
      return LAYER.erf;
    default:
      return endsInLinkType(frame, frame.next);
  }
}

/** Link types that carry no IP that we follow: named where we know what they are, else counted by number. */
function endsInLinkType(frame: Frame, linkType: number): number {
  switch (linkType) {
    case 190:
    case 210:
    case 227:
      return frame.endsIn(NON_IP.canBus);
    case 187:
    case 201:
    case 251:
    case 254:
    case 255:
    case 256:
    case 272:
      return frame.endsIn(NON_IP.bluetooth);
    case 186:
    case 189:
    case 220:
    case 249:
    case 266:
    case 288:
    case 293:
    case 294:
    case 295:
      return frame.endsIn(NON_IP.usb);
    case 191:
    case 195:
    case 215:
    case 230:
    case 283:
      return frame.endsIn(NON_IP.ieee802154);
    case 253:
      return frame.endsIn(NON_IP.netlink);
    case 247:
      return frame.endsIn(NON_IP.infiniband);
    case 252:
      return frame.endsIn(NON_IP.exportedPdu);
    case 231:
      return frame.endsIn(NON_IP.dbus);
    case 139:
    case 140:
    case 141:
    case 142:
    case 177:
      return frame.endsIn(NON_IP.signalling);
    case 8:
      return frame.endsIn(NON_IP.slip);
    case 130:
    case 131:
    case 132:
    case 133:
    case 135:
    case 136:
    case 137:
    case 164:
    case 179:
    case 180:
    case 181:
    case 182:
    case 183:
    case 194:
    case 200:
      return frame.endsIn(NON_IP.juniper);
    default:
      return frame.endsInUnknownLinkType(linkType);
  }
}
