import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pcapFile, type SampleRecord } from '../support/capture-bytes.js';

export const cityFile = fileURLToPath(new URL('../../topology/midorino-alpha.yaml', import.meta.url));
export const capturesFolder = fileURLToPath(new URL('../../captures/', import.meta.url));

const MAGIC = { micro: 0xa1b2c3d4, nano: 0xa1b23c4d };

/** The records of a classic little-endian pcap of the sample city. */
export function recordsOf(file: string): SampleRecord[] {
  const bytes = readFileSync(file);
  const unit = bytes.readUInt32LE(0) === MAGIC.nano ? 1n : 1000n;
  const records: SampleRecord[] = [];
  for (let at = 24; at < bytes.length;) {
    const length = bytes.readUInt32LE(at + 8);
    records.push({
      time: BigInt(bytes.readUInt32LE(at)) * 1_000_000_000n + BigInt(bytes.readUInt32LE(at + 4)) * unit,
      data: bytes.subarray(at + 16, at + 16 + length),
      original: bytes.readUInt32LE(at + 12),
    });
    at += 16 + length;
  }
  return records;
}

/** The same records in so many files, one after the other. */
export function slicesOf(records: readonly SampleRecord[], count: number): Uint8Array[] {
  const size = Math.ceil(records.length / count);
  return Array.from({ length: count }, (_, index) =>
    pcapFile(records.slice(index * size, (index + 1) * size), { nanoseconds: true }),
  );
}
