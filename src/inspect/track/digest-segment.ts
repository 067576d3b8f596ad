/** shorter ones are alike by chance */
const SHORTEST_BYTES = 64;
/** bytes that are read of a segment */
const READ_BYTES = 256;
/** different values among the first bytes: padding and rulers are alike everywhere */
const SMALLEST_VARIETY = 12;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const OTHER_PRIME = 0x85ebca6b;

/**
 * @param length of the segment by its header; what the snapshot length cut off is not compared
 * @returns 52 bits, or -1 where the segment says too little to be known again
 */
export function digestSegment(bytes: Uint8Array, at: number, captured: number, length: number): number {
  if (captured < SHORTEST_BYTES) return -1;
  const end = at + Math.min(captured, READ_BYTES);
  let first = FNV_OFFSET ^ length;
  let second = length;
  const seen = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = at; i < end; i++) {
    const byte = bytes[i] as number;
    first = Math.imul(first ^ byte, FNV_PRIME);
    second = Math.imul(second ^ byte, OTHER_PRIME) ^ (second >>> 13);
    if (i < at + SHORTEST_BYTES) seen[byte >>> 5] = (seen[byte >>> 5] as number) | (1 << (byte & 31));
  }
  if (bitsIn(seen) < SMALLEST_VARIETY) return -1;
  return (first >>> 0) * 0x10_0000 + (second >>> 12);
}

function bitsIn(words: readonly number[]): number {
  let count = 0;
  for (const word of words) for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}
