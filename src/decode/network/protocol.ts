import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { META, ROW } from '../packet-batch.js';
import { decodeIcmp } from '../transport/icmp.js';
import { decodeDccp, decodeSctp } from '../transport/ports.js';
import { decodeTcp } from '../transport/tcp.js';
import { decodeUdp } from '../transport/udp.js';
import { TUNNEL } from '../tunnel-number.js';
import { decodeAuthenticationHeader, decodeExtensions } from './ipv6-extension.js';

/** Follows the protocol number in `frame.next` (https://www.iana.org/assignments/protocol-numbers). */
export function followProtocol(frame: Frame): number {
  switch (frame.next) {
    case 6:
      return decodeTcp(frame);
    case 17:
    case 136:
      return decodeUdp(frame);
    case 1:
      return isIpv6(frame) ? LAYER.done : decodeIcmp(frame);
    case 58:
      return isIpv6(frame) ? decodeIcmp(frame) : LAYER.done;
    case 132:
      return decodeSctp(frame);
    case 33:
      return decodeDccp(frame);
    case 4:
      return carry(frame, isIpv6(frame) ? TUNNEL['4in6'] : TUNNEL.ipip, LAYER.ipv4);
    case 41:
      return carry(frame, isIpv6(frame) ? TUNNEL['6in6'] : TUNNEL['6in4'], LAYER.ipv6);
    case 47:
      return carry(frame, TUNNEL.gre, LAYER.gre);
    case 97:
      return carry(frame, TUNNEL.etherip, LAYER.etherip);
    case 137:
      return carry(frame, TUNNEL['mpls-ip'], LAYER.mpls);
    case 143:
      return carry(frame, TUNNEL['ethernet-ip'], LAYER.ethernet);
    case 0:
    case 43:
    case 44:
    case 60:
      return isIpv6(frame) ? decodeExtensions(frame) : LAYER.done;
    case 51:
      return isIpv6(frame) ? decodeExtensions(frame) : decodeAuthenticationHeader(frame);
    default:
      return LAYER.done;
  }
}

/** A later IP header, if it comes, is carried this way; behind AH it is AH's tunnel mode. */
function carry(frame: Frame, tunnel: number, layer: number): number {
  frame.tunnel = frame.behindAuthentication ? TUNNEL.ah : tunnel;
  return layer;
}

function isIpv6(frame: Frame): boolean {
  return ((frame.rows[frame.base + ROW.meta] as number) & META.ipv6) !== 0;
}
