import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { ROW } from '../packet-batch.js';
import { TUNNEL } from '../tunnel-number.js';

/** RFC 768. A length of 0 is valid only where 16 bits cannot hold it (RFC 2675 section 4). */
const UDP = { length: 4, headerBytes: 8 } as const;
const LARGEST_DATAGRAM = 0xffff;

/**
 * Follows a tunnel over UDP, known by the registered port of either end; the lower port decides first, as a service's
 * port is lower than its client's as a rule.
 */
export function followUdpPort(frame: Frame, source: number, destination: number): number {
  const lower = followPort(frame, Math.min(source, destination));
  const layer = lower === LAYER.done ? followPort(frame, Math.max(source, destination)) : lower;
  if (layer === LAYER.done) return layer;
  const length = frame.view.getUint16(frame.pos + UDP.length);
  const isJumbo = (frame.rows[frame.base + ROW.length] as number) > LARGEST_DATAGRAM;
  if (length >= UDP.headerBytes) frame.limitTo(frame.pos + length);
  else if (length !== 0 || !isJumbo) return frame.reject(ANOMALY.udpLength, UDP.headerBytes, length);
  frame.pos += UDP.headerBytes;
  return layer;
}

/** The same ports as in followPort: a test compares them. */
export function isTunnelPort(port: number): boolean {
  switch (port) {
    case 1701:
    case 2152:
    case 3544:
    case 4341:
    case 4754:
    case 4789:
    case 4790:
    case 5072:
    case 5247:
    case 6081:
    case 6635:
    case 7932:
    case 8472:
    case 37008:
      return true;
    default:
      return false;
  }
}

function followPort(frame: Frame, port: number): number {
  switch (port) {
    case 1701:
      return carry(frame, TUNNEL.l2tp, LAYER.l2tp);
    case 2152:
      return carry(frame, TUNNEL.gtpu, LAYER.gtpu);
    case 3544:
      return carry(frame, TUNNEL.teredo, LAYER.teredo);
    case 4341:
      return carry(frame, TUNNEL.lisp, LAYER.lisp);
    case 4754:
      return carry(frame, TUNNEL['gre-udp'], LAYER.gre);
    case 4789:
    case 8472:
      // 8472 is where Linux had VXLAN before it got its number; container networks still use it
      return carry(frame, TUNNEL.vxlan, LAYER.vxlan);
    case 4790:
      return carry(frame, TUNNEL['vxlan-gpe'], LAYER.vxlanGpe);
    case 5072:
      return carry(frame, TUNNEL.ayiya, LAYER.ayiya);
    case 5247:
      return carry(frame, TUNNEL.capwap, LAYER.capwap);
    case 6081:
      return carry(frame, TUNNEL.geneve, LAYER.geneve);
    case 6635:
      return carry(frame, TUNNEL['mpls-udp'], LAYER.mpls);
    case 7932:
      return carry(frame, TUNNEL['hp-erm'], LAYER.hpErm);
    case 37008:
      return carry(frame, TUNNEL.tzsp, LAYER.tzsp);
    default:
      return LAYER.done;
  }
}

function carry(frame: Frame, tunnel: number, layer: number): number {
  frame.tunnel = tunnel;
  return layer;
}
