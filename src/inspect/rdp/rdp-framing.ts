import { LIMITS } from '../../base/limits.js';
import { NEED_MORE, NO_FRAME, type Framing } from '../frame-cutter.js';

const TPKT_VERSION = 3;
const TPKT_HEADER_BYTES = 4;
/** X.224 data TPDU: length indicator, code, end of transmission (ITU-T X.224 section 13.7) */
const DATA_TPDU = [2, 0xf0, 0x80];

/**
 * TPKT packets (RFC 1006 section 6) and, between them, fast-path PDUs, whose first byte has zero in its two lowest
 * bits and whose length has one or two bytes (MS-RDPBCGR 2.2.9.1.2).
 */
export const RDP_FRAMING: Framing = {
  headBytes: LIMITS.rdpHeadBytes,
  startBytes: TPKT_HEADER_BYTES + DATA_TPDU.length,

  measure(bytes, at) {
    const first = bytes[at] ?? 0;
    if (first === TPKT_VERSION) return tpktLength(bytes, at);
    return (first & 3) === 0 ? fastPathLength(bytes, at) : NO_FRAME;
  },

  isStart(bytes, at) {
    if (bytes[at] !== TPKT_VERSION || bytes[at + 1] !== 0) return false;
    return DATA_TPDU.every((byte, index) => bytes[at + TPKT_HEADER_BYTES + index] === byte);
  },
};

function tpktLength(bytes: Uint8Array, at: number): number {
  if (at + TPKT_HEADER_BYTES > bytes.length) return NEED_MORE;
  const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
  return length > TPKT_HEADER_BYTES ? length : NO_FRAME;
}

function fastPathLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at + 1];
  if (first === undefined) return NEED_MORE;
  if (first < 0x80) return first > 2 ? first : NO_FRAME;
  const second = bytes[at + 2];
  if (second === undefined) return NEED_MORE;
  const length = ((first & 0x7f) << 8) | second;
  return length > 3 ? length : NO_FRAME;
}
