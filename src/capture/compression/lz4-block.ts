/** shortest match, and the length nibble that says that more length bytes follow (LZ4 Block Format) */
const SHORTEST_MATCH = 4;
const MORE = 15;

/**
 * Decodes one LZ4 block into `output` at `from`; `output[0…from)` is what matches may reach back to.
 * @param limit most bytes that the block may produce
 * @returns bytes produced, -1 for a damaged block
 */
export function decodeLz4Block(block: Uint8Array, output: Uint8Array, from: number, limit: number): number {
  const end = block.length;
  const outputEnd = from + limit;
  let at = 0;
  let to = from;
  while (at < end) {
    const token = block[at++] ?? 0;
    let literals = token >>> 4;
    if (literals === MORE) {
      let more = 255;
      while (more === 255 && at < end) {
        more = block[at++] ?? 0;
        literals += more;
      }
    }
    if (at + literals > end || to + literals > outputEnd) return -1;
    for (let index = 0; index < literals; index++) output[to++] = block[at++] ?? 0;
    if (at === end) break;
    if (end - at < 2) return -1;
    const distance = (block[at] ?? 0) | ((block[at + 1] ?? 0) << 8);
    at += 2;
    let length = token & 15;
    if (length === MORE) {
      let more = 255;
      while (more === 255 && at < end) {
        more = block[at++] ?? 0;
        length += more;
      }
    }
    length += SHORTEST_MATCH;
    if (distance === 0 || distance > to || to + length > outputEnd) return -1;
    // byte by byte: a match may overlap what it produces
    for (let index = 0; index < length; index++, to++) output[to] = output[to - distance] ?? 0;
  }
  return to - from;
}
