import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { META, ROW } from '../packet-batch.js';
import { finalDestinationAt } from './source-route.js';

/** RFC 791 section 3.1: bytes from the start of the header. */
const IPV4 = {
  versionAndLength: 0,
  totalLength: 2,
  identification: 4,
  flagsAndOffset: 6,
  ttl: 8,
  protocol: 9,
  source: 12,
  destination: 16,
  minimumBytes: 20,
} as const;

const DONT_FRAGMENT = 0x4000;
const MORE_FRAGMENTS = 0x2000;
const OFFSET_MASK = 0x1fff;

export function decodeIpv4(frame: Frame): number {
  const { view, pos, rows } = frame;
  if (frame.end - pos < IPV4.minimumBytes) return frame.cut(ANOMALY.ipv4Cut, IPV4.minimumBytes);
  const first = view.getUint8(pos + IPV4.versionAndLength);
  if (first >>> 4 !== 4) return frame.reject(ANOMALY.ipVersion, 4, first >>> 4);
  const headerBytes = (first & 15) << 2;
  if (headerBytes < IPV4.minimumBytes) return frame.reject(ANOMALY.ipv4HeaderLength, IPV4.minimumBytes, headerBytes);

  let length = view.getUint16(pos + IPV4.totalLength);
  // segmentation offload leaves 0: the rest of the frame
  if (length === 0) length = frame.wireEnd - pos;
  if (length < headerBytes) return frame.reject(ANOMALY.ipv4TotalLength, headerBytes, length);
  frame.limitTo(pos + length);

  const fragment = view.getUint16(pos + IPV4.flagsAndOffset);
  const protocol = view.getUint8(pos + IPV4.protocol);
  let meta = protocol;
  if ((fragment & DONT_FRAGMENT) !== 0) meta |= META.dontFragment;
  if ((fragment & OFFSET_MASK) !== 0) meta |= META.laterFragment;
  else if ((fragment & MORE_FRAGMENTS) !== 0) meta |= META.firstFragment;

  if (!frame.beginRow(meta, length, pos + headerBytes)) return LAYER.done;
  const base = frame.base;
  rows[base + ROW.source] = view.getInt32(pos + IPV4.source);
  let destinationAt = pos + IPV4.destination;
  if (headerBytes > IPV4.minimumBytes) {
    destinationAt = finalDestinationAt(frame, pos + IPV4.minimumBytes, pos + headerBytes, destinationAt);
  }
  rows[base + ROW.destination] = view.getInt32(destinationAt);
  rows[base + ROW.payload] = length - headerBytes;
  rows[base + ROW.flags] = view.getUint8(pos + IPV4.ttl) << 8;
  rows[base + ROW.ipId] = view.getUint16(pos + IPV4.identification);

  frame.pos = pos + headerBytes;
  if ((fragment & OFFSET_MASK) !== 0) return LAYER.done;
  frame.next = protocol;
  return LAYER.protocol;
}
