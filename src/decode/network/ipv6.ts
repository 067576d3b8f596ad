import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { META, ROW } from '../packet-batch.js';

/** RFC 8200 section 3: bytes from the start of the header. */
const IPV6 = {
  payloadLength: 4,
  nextHeader: 6,
  hopLimit: 7,
  source: 8,
  destination: 24,
  headerBytes: 40,
} as const;

/** Addresses stay where they are, at IPV6.source of the row's `ipAt`. */
export function decodeIpv6(frame: Frame): number {
  const { view, pos, rows } = frame;
  if (frame.end - pos < IPV6.headerBytes) return frame.cut(ANOMALY.ipv6Cut, IPV6.headerBytes);
  const version = view.getUint8(pos) >>> 4;
  if (version !== 6) return frame.reject(ANOMALY.ipVersion, 6, version);
  const payloadLength = view.getUint16(pos + IPV6.payloadLength);
  const payloadAt = pos + IPV6.headerBytes;
  // 0 is a jumbogram (RFC 2675) or segmentation offload: only the frame says where it ends
  if (payloadLength !== 0) frame.limitTo(payloadAt + payloadLength);
  const nextHeader = view.getUint8(pos + IPV6.nextHeader);
  if (!frame.beginRow(nextHeader | META.ipv6, IPV6.headerBytes + payloadLength, payloadAt)) return LAYER.done;
  const base = frame.base;
  rows[base + ROW.source] = 0;
  rows[base + ROW.destination] = 0;
  rows[base + ROW.payload] = payloadLength === 0 ? frame.wireEnd - payloadAt : payloadLength;
  rows[base + ROW.flags] = view.getUint8(pos + IPV6.hopLimit) << 8;
  rows[base + ROW.ipId] = 0;
  frame.pos = payloadAt;
  frame.next = nextHeader;
  return LAYER.protocol;
}
