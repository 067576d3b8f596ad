import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { LIMITS } from '../../base/limits.js';

/** Content decoded as far as it goes. */
export interface Decoded {
  readonly bytes: Buffer;
  /** the compressed data ended as it should, within the bounds */
  readonly isComplete: boolean;
}

interface Options {
  readonly maxOutputLength: number;
  readonly finishFlush?: number;
}
type Decompress = (bytes: Buffer, options: Options) => Buffer;

/** RFC 9110 section 8.4.1; `deflate` is zlib data (RFC 1950), but servers exist that send bare RFC 1951 data. */
const DECOMPRESSORS: Readonly<Record<string, Decompress>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: (bytes, options) => (hasZlibHeader(bytes) ? inflateSync(bytes, options) : inflateRawSync(bytes, options)),
  br: brotliDecompressSync,
};
const MIB = 1024 * 1024;

export function isKnownCoding(coding: string): boolean {
  return Object.hasOwn(DECOMPRESSORS, coding);
}

/** Undoes content codings. @param codings in the order in which they were applied */
export function undoCodings(bytes: Buffer, codings: readonly string[]): Decoded {
  let decoded: Decoded = { bytes, isComplete: true };
  for (const coding of codings.toReversed()) {
    const next = decompress(decoded.bytes, coding);
    decoded = { bytes: next.bytes, isComplete: next.isComplete && decoded.isComplete };
  }
  return decoded;
}

function decompress(bytes: Buffer, coding: string): Decoded {
  const run = DECOMPRESSORS[coding];
  if (run === undefined || bytes.length === 0) return { bytes: NOTHING, isComplete: false };
  const maxOutputLength = Math.min(
    LIMITS.httpDecodedBodyBytes,
    Math.max(MIB, bytes.length * LIMITS.httpInflationRatio),
  );
  const whole = attempt(() => run(bytes, { maxOutputLength }));
  if (whole !== null) return { bytes: whole, isComplete: true };
  // Cut off or damaged: what can be had is had, to tell at least what it is.
  const flush = coding === 'br' ? constants.BROTLI_OPERATION_FLUSH : constants.Z_SYNC_FLUSH;
  const part = attempt(() => run(bytes, { maxOutputLength, finishFlush: flush }));
  return { bytes: part ?? NOTHING, isComplete: false };
}

const NOTHING = Buffer.alloc(0);

function attempt(decompressNow: () => Buffer): Buffer | null {
  try {
    return decompressNow();
  } catch {
    return null;
  }
}

/** RFC 1950 section 2.2: method 8, and the check of the first two bytes. */
function hasZlibHeader(bytes: Buffer): boolean {
  return bytes.length >= 2 && (bytes[0]! & 0x0f) === 8 && (bytes[0]! * 256 + bytes[1]!) % 31 === 0;
}
