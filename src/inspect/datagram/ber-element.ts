/** A BER element (X.690 section 8.1) whose stated length fits the bytes that may hold it. */
export interface BerElement {
  readonly tag: number;
  readonly start: number;
  /** as stated */
  readonly end: number;
}

/** @returns null: no tag and definite length there */
export function readBer(bytes: Uint8Array, at: number): BerElement | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) return null;
  if (first < 0x80) return { tag, start: at + 2, end: at + 2 + first };
  const count = first & 0x7f;
  const start = at + 2 + count;
  if (count === 0 || count > 4 || start > bytes.length) return null;
  const length = bytes.subarray(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0);
  return { tag, start, end: start + length };
}
