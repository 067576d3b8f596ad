import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { META, ROW } from '../packet-batch.js';

/** RFC 9293 section 3.1: bytes from the start of the header. */
export const TCP = {
  ports: 0,
  seq: 4,
  ack: 8,
  dataOffset: 12,
  flags: 13,
  portBytes: 4,
  flagBytes: 14,
  minimumBytes: 20,
} as const;

/** Ports need 4 bytes, flags and numbers 14: a short snapshot length still gives what it can. */
export function decodeTcp(frame: Frame): number {
  const { view, pos, rows, base } = frame;
  const had = frame.end - pos;
  if (had < TCP.portBytes) return frame.cut(ANOMALY.tcpCut, TCP.portBytes);
  const meta = rows[base + ROW.meta] as number;
  rows[base + ROW.ports] = view.getInt32(pos + TCP.ports);
  if (had < TCP.flagBytes) {
    rows[base + ROW.meta] = meta | META.hasPorts;
    rows[base + ROW.payload] = 0;
    return frame.cut(ANOMALY.tcpCut, TCP.flagBytes);
  }
  rows[base + ROW.meta] = meta | META.hasPorts | META.hasTcp;
  rows[base + ROW.seq] = view.getInt32(pos + TCP.seq);
  rows[base + ROW.ack] = view.getInt32(pos + TCP.ack);
  rows[base + ROW.flags] = (rows[base + ROW.flags] as number) | view.getUint8(pos + TCP.flags);
  const headerBytes = Math.max((view.getUint8(pos + TCP.dataOffset) >>> 4) << 2, TCP.minimumBytes);
  rows[base + ROW.payload] = Math.max((rows[base + ROW.payload] as number) - headerBytes, 0);
  return LAYER.done;
}
