import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { META, ROW } from '../packet-batch.js';

/** RFC 9260 section 3.1: ports, verification tag, checksum. */
const SCTP = { ports: 0, portBytes: 4, headerBytes: 12 } as const;
/** RFC 4340 section 5.1: the data offset counts 4-byte words. */
const DCCP = { ports: 0, dataOffset: 4, portBytes: 4, headerBytes: 12 } as const;

export function decodeSctp(frame: Frame): number {
  if (frame.end - frame.pos < SCTP.portBytes) return frame.cut(ANOMALY.sctpCut, SCTP.portBytes);
  return setPorts(frame, SCTP.headerBytes);
}

export function decodeDccp(frame: Frame): number {
  const had = frame.end - frame.pos;
  if (had < DCCP.portBytes) return frame.cut(ANOMALY.dccpCut, DCCP.portBytes);
  const headerBytes = had > DCCP.dataOffset ? frame.view.getUint8(frame.pos + DCCP.dataOffset) << 2 : 0;
  return setPorts(frame, Math.max(headerBytes, DCCP.headerBytes));
}

function setPorts(frame: Frame, headerBytes: number): number {
  const { rows, base } = frame;
  rows[base + ROW.ports] = frame.view.getInt32(frame.pos);
  rows[base + ROW.meta] = (rows[base + ROW.meta] as number) | META.hasPorts;
  rows[base + ROW.payload] = Math.max((rows[base + ROW.payload] as number) - headerBytes, 0);
  return LAYER.done;
}
