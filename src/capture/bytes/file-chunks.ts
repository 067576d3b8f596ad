import { readSync } from 'node:fs';

const CHUNK_BYTES = 256 * 1024;

/** A file's bytes in chunks, one read per pull. The chunk is good until the next pull. */
// eslint-disable-next-line @typescript-eslint/require-await -- a file never waits, but all raw bytes come the same way
export async function* fileChunks(descriptor: number): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  for (;;) {
    const got = readSync(descriptor, buffer, 0, CHUNK_BYTES, null);
    if (got === 0) return;
    yield buffer.subarray(0, got);
  }
}
