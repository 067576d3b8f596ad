import { readVarint } from './varint.js';

/** A packet with a long header (RFC 9000 section 17.2), and where the next one in the datagram begins. */
export interface LongPacket {
  readonly version: number;
  /** two bits, which mean different things in each version */
  readonly type: number;
  readonly destinationId: Uint8Array;
  readonly sourceId: Uint8Array;
  /** first byte to last; of Retry and version negotiation, all that is left of the datagram */
  readonly bytes: Uint8Array;
  /** offset of the packet number in `bytes`; 0 where the packet has none, or is cut off */
  readonly numberAt: number;
}

const LONGEST_ID = 20;

/**
 * @param at offset of the packet in the datagram
 * @param initialType the type that carries a token
 * @returns null when there is no such packet
 */
export function readLongPacket(
  datagram: Uint8Array,
  at: number,
  shapeOf: (version: number) => { readonly initial: number; readonly retry: number } | null,
): LongPacket | null {
  const view = Buffer.from(datagram.buffer, datagram.byteOffset + at, datagram.length - at);
  if (view.length < 7 || ((view[0] as number) & 0x80) === 0) return null;
  const version = view.readUInt32BE(1);
  const type = ((view[0] as number) >>> 4) & 3;
  const destinationLength = view[5] as number;
  const sourceAt = 6 + destinationLength;
  const sourceLength = view[sourceAt] ?? 255;
  if (destinationLength > LONGEST_ID || sourceLength > LONGEST_ID) return null;
  const behindIds = sourceAt + 1 + sourceLength;
  if (behindIds > view.length) return null;
  const shape = shapeOf(version);
  const head = {
    version,
    type,
    destinationId: view.subarray(6, sourceAt),
    sourceId: view.subarray(sourceAt + 1, behindIds),
  };
  if (shape === null || type === shape.retry) return { ...head, bytes: view, numberAt: 0 };
  const token = type === shape.initial ? readVarint(view, behindIds) : { value: 0, end: behindIds };
  const length = token === null ? null : readVarint(view, token.end + token.value);
  if (length === null) return { ...head, bytes: view, numberAt: 0 };
  const end = length.end + length.value;
  return end > view.length
    ? { ...head, bytes: view, numberAt: 0 }
    : { ...head, bytes: view.subarray(0, end), numberAt: length.end };
}
