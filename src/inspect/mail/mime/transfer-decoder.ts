/** Undoes one Content-Transfer-Encoding (RFC 2045 section 6) over any chunks. */
export interface TransferDecoder {
  feed(bytes: Uint8Array): Uint8Array;
  finish(): Uint8Array;
}

const NOTHING = new Uint8Array(0);
const IDENTITY: TransferDecoder = { feed: (bytes) => bytes, finish: () => NOTHING };

/** @returns null for an encoding that nobody knows */
export function makeTransferDecoder(encoding: string): TransferDecoder | null {
  if (encoding === 'base64') return new Base64Decoder();
  if (encoding === 'quoted-printable') return new QuotedPrintableDecoder();
  return ['', '7bit', '8bit', 'binary'].includes(encoding) ? IDENTITY : null;
}

/** Characters outside the alphabet are passed over (RFC 2045 section 6.8); padding begins a new stretch. */
class Base64Decoder implements TransferDecoder {
  #bits = 0;
  #digits = 0;

  feed(bytes: Uint8Array): Uint8Array {
    const decoded = new Uint8Array(Math.ceil((bytes.length * 3) / 4) + 3);
    let length = 0;
    for (const byte of bytes) {
      const value = DIGITS[byte] as number;
      if (value === 64) length = this.#flush(decoded, length);
      if (value > 63) continue;
      this.#bits = ((this.#bits << 6) | value) & 0xff_ffff;
      if (++this.#digits < 4) continue;
      decoded[length++] = this.#bits >>> 16;
      decoded[length++] = this.#bits >>> 8;
      decoded[length++] = this.#bits;
      this.#digits = 0;
    }
    return decoded.subarray(0, length);
  }

  finish(): Uint8Array {
    const rest = new Uint8Array(2);
    return rest.subarray(0, this.#flush(rest, 0));
  }

  #flush(into: Uint8Array, from: number): number {
    let length = from;
    if (this.#digits === 2) into[length++] = this.#bits >>> 4;
    else if (this.#digits === 3) {
      into[length++] = this.#bits >>> 10;
      into[length++] = this.#bits >>> 2;
    }
    this.#digits = 0;
    return length;
  }
}

/** value of each character; 64 the padding, 65 none */
const DIGITS = new Uint8Array(256).fill(65);
const ALPHABET = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=');
for (const [value, digit] of ALPHABET.entries()) DIGITS[digit] = value;

const EQUALS = 0x3d;

/** RFC 2045 section 6.7; what is no escape stays as it is. */
class QuotedPrintableDecoder implements TransferDecoder {
  #held = NOTHING;

  feed(bytes: Uint8Array): Uint8Array {
    const all = this.#held.length === 0 ? bytes : Buffer.concat([this.#held, bytes]);
    const decoded = new Uint8Array(all.length);
    let length = 0;
    let at = 0;
    while (at < all.length) {
      const byte = all[at] as number;
      if (byte !== EQUALS) {
        decoded[length++] = byte;
        at++;
        continue;
      }
      // An escape is three characters; a soft line break may have blanks before its line end.
      const taken = escapeLength(all, at);
      if (taken === 0) break;
      if (taken === 3 && isHex(all[at + 1]) && isHex(all[at + 2]))
        decoded[length++] = Number.parseInt(String.fromCharCode(all[at + 1] as number, all[at + 2] as number), 16);
      else if (taken === 1) decoded[length++] = EQUALS;
      at += taken;
    }
    this.#held = Uint8Array.from(all.subarray(at));
    return decoded.subarray(0, length);
  }

  finish(): Uint8Array {
    const rest = this.#held;
    this.#held = NOTHING;
    return rest;
  }
}

const LONGEST_SOFT_BREAK = 80;

/** @returns 3 for an octet, 1 for a bare `=`, more for a soft line break, 0 when more bytes are needed */
function escapeLength(bytes: Uint8Array, at: number): number {
  if (isHex(bytes[at + 1])) return bytes[at + 2] === undefined ? 0 : isHex(bytes[at + 2]) ? 3 : 1;
  for (let end = at + 1; end < at + LONGEST_SOFT_BREAK; end++) {
    const byte = bytes[end];
    if (byte === undefined) return 0;
    if (byte === 0x0a) return end + 1 - at;
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return 1;
  }
  return 1;
}

function isHex(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
}
