import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { META, ROW } from '../packet-batch.js';

/** RFC 792 and RFC 4443 share the first eight bytes; an error quotes the packet that it is about behind them. */
const ICMP = { type: 0, code: 1, typeBytes: 2, headerBytes: 8, quotedIpv4: 20, quotedIpv6: 40 } as const;

export function decodeIcmp(frame: Frame): number {
  const { view, pos, rows, base } = frame;
  const had = frame.end - pos;
  if (had < ICMP.typeBytes) return frame.cut(ANOMALY.icmpCut, ICMP.typeBytes);
  const type = view.getUint8(pos + ICMP.type);
  const code = view.getUint8(pos + ICMP.code);
  rows[base + ROW.flags] = (rows[base + ROW.flags] as number) | (type << 16) | (code << 24);
  rows[base + ROW.payload] = Math.max((rows[base + ROW.payload] as number) - ICMP.headerBytes, 0);
  const meta = rows[base + ROW.meta] as number;
  const ipv6 = (meta & META.ipv6) !== 0;
  const needed = ICMP.headerBytes + (ipv6 ? ICMP.quotedIpv6 : ICMP.quotedIpv4);
  if (had >= needed && (ipv6 ? isIpv6Error(type) : isIpv4Error(type))) rows[base + ROW.meta] = meta | META.icmpError;
  return LAYER.done;
}

/** Unreachable, source quench, time exceeded, parameter problem. A redirect (5) quotes a packet that was delivered. */
function isIpv4Error(type: number): boolean {
  return type === 3 || type === 4 || type === 11 || type === 12;
}

/** Unreachable, too big, time exceeded, parameter problem (RFC 4443 section 2.1). */
function isIpv6Error(type: number): boolean {
  return type >= 1 && type <= 4;
}
