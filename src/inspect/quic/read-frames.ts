import { readVarint } from './varint.js';

/** What Initial packets may carry (RFC 9000 section 17.2.2), as far as it matters. */
export type InitialFrame =
  | { readonly kind: 'crypto'; readonly offset: number; readonly data: Uint8Array }
  | { readonly kind: 'close'; readonly code: number };

const [PADDING, PING, ACK, ACK_ECN, CLOSE] = [0, 1, 2, 3, 0x1c];

/**
 * Frames in order; ends at the first that is cut off, or that has no place in an Initial packet.
 * @param crypto type of the frames that carry the handshake
 */
export function* readFrames(bytes: Uint8Array, crypto: number): Iterable<InitialFrame> {
  let at = 0;
  const number = (): number => {
    const read = readVarint(bytes, at);
    at = read?.end ?? Number.POSITIVE_INFINITY;
    return read?.value ?? 0;
  };
  while (at < bytes.length) {
    const type = bytes[at++];
    if (type === PADDING || type === PING) continue;
    if (type === ACK || type === ACK_ECN) {
      number(); // largest
      number(); // delay
      const ranges = number();
      for (let values = 1 + 2 * ranges + (type === ACK_ECN ? 3 : 0); values > 0 && at < bytes.length; values--)
        number();
    } else if (type === crypto) {
      const offset = number();
      const length = number();
      if (at + length > bytes.length) return;
      yield { kind: 'crypto', offset, data: bytes.subarray(at, at + length) };
      at += length;
    } else {
      if (type === CLOSE) yield { kind: 'close', code: number() };
      return;
    }
  }
}
