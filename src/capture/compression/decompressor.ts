import { gunzip } from './gzip.js';
import { unlz4 } from './lz4.js';
import { unzstd } from './zstd.js';

export const COMPRESSIONS = ['gzip', 'zstd', 'lz4'] as const;
export type Compression = (typeof COMPRESSIONS)[number];

/**
 * Compressed chunks in, plain chunks out: pulled, so that memory holds what one small slice of input can produce.
 * A decompressor hands out everything before a fault and then throws a SourceFault.
 */
export type Decompressor = (raw: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

const DECOMPRESSORS: Readonly<Record<Compression, Decompressor>> = { gzip: gunzip, zstd: unzstd, lz4: unlz4 };

export function decompressorOf(compression: Compression): Decompressor {
  return DECOMPRESSORS[compression];
}

/** By the first bytes (RFC 1952, RFC 8878, the LZ4 frame format). */
export function compressionOf(head: Uint8Array): Compression | null {
  if (head.length < 4) return null;
  const magic = ((head[3] ?? 0) * 0x100_0000 + ((head[2] ?? 0) << 16) + ((head[1] ?? 0) << 8) + (head[0] ?? 0)) >>> 0;
  if ((magic & 0xffff) === 0x8b1f) return 'gzip';
  if (magic === 0xfd2fb528) return 'zstd';
  if (magic === 0x184d2204) return 'lz4';
  return null;
}
