/**
 * Variable-length integer (RFC 9000 section 16). Values beyond 2^53 are no lengths that any packet has.
 * @returns the value and the offset behind it, or null when it is cut off
 */
export function readVarint(bytes: Uint8Array, at: number): { value: number; end: number } | null {
  const first = bytes[at];
  if (first === undefined) return null;
  const length = 1 << (first >>> 6);
  if (at + length > bytes.length) return null;
  let value = first & 0x3f;
  for (let i = 1; i < length; i++) value = value * 256 + (bytes[at + i] as number);
  return { value, end: at + length };
}
