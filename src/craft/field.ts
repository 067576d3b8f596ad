/** Header fields in network byte order: builders are written as `join(u16(port), …)` and read like the RFC's drawing. */
export const u8 = (value: number): Uint8Array => Uint8Array.of(value);
export const u16 = (value: number): Uint8Array => Uint8Array.of(value >>> 8, value);
export const u24 = (value: number): Uint8Array => Uint8Array.of(value >>> 16, value >>> 8, value);
export const u32 = (value: number): Uint8Array => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
export const zeros = (length: number): Uint8Array => new Uint8Array(length);

/** Little-endian twins, for the protocols that came from PCs (SMB, RDP, capture files). */
export const le16 = (value: number): Uint8Array => u16(value).reverse();
export const le32 = (value: number): Uint8Array => u32(value).reverse();

const encoder = new TextEncoder();

/** UTF-8 bytes of a text. */
export function text(value: string): Uint8Array {
  return encoder.encode(value);
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
