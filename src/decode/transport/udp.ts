import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { META, ROW } from '../packet-batch.js';
import { followUdpPort } from '../tunnel/udp-port.js';

/** RFC 768, and RFC 3828 for UDP-Lite, which has the checksum coverage in place of the length. */
export const UDP = { ports: 0, portBytes: 4, headerBytes: 8 } as const;

export function decodeUdp(frame: Frame): number {
  const { view, pos, rows, base } = frame;
  const had = frame.end - pos;
  if (had < UDP.portBytes) return frame.cut(ANOMALY.udpCut, UDP.portBytes);
  const ports = view.getInt32(pos + UDP.ports);
  rows[base + ROW.ports] = ports;
  rows[base + ROW.meta] = (rows[base + ROW.meta] as number) | META.hasPorts;
  rows[base + ROW.payload] = Math.max((rows[base + ROW.payload] as number) - UDP.headerBytes, 0);
  if (had < UDP.headerBytes) return frame.cut(ANOMALY.udpCut, UDP.headerBytes);
  return followUdpPort(frame, ports >>> 16, ports & 0xffff);
}
