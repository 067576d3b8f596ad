import type { Text } from '../../base/text.js';

/** Bytes of one capture, in order, as the readers want them: uncompressed, pulled, into a buffer of the reader's. */
export interface ByteSource {
  /** Puts bytes at `target[at]` and after; answers how many, 0 at the end or after a fault. Never throws, never rejects. */
  read(target: Uint8Array, at: number): number | Promise<number>;
  /** bytes taken from the file or stream itself, before decompression */
  readonly bytesRead: number;
  /** why the bytes ended early, null when they did not */
  readonly fault: Text | null;
  /** true for compressed bytes: offsets are then those of the uncompressed capture */
  readonly compressed: boolean;
  /** Reads what is left, for the digest only. */
  drain(): void | Promise<void>;
  /** SHA-256 of all raw bytes, hex; null when it was not asked for. Call it once, after the end. */
  digest(): string | null;
  close(): void;
}
