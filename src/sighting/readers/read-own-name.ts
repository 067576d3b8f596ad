import { nameText } from './name-text.js';

/** RFC 1035 section 4.1.1 */
const HEADER_BYTES = 12;
const RESPONSE = 0x8000;
const TYPE = { a: 1, aaaa: 28 } as const;
/** records of one message that are looked at */
const RECORDS = 64;

/**
 * The name for which an mDNS or LLMNR answer gives the very address that it comes from: the sender's own (RFC 6762
 * section 6, RFC 4795 section 2.3). Answers for others (a sleep proxy, a reflector) and questions say nothing.
 * @param body above UDP
 * @param source address of the IP header, 4 or 16 bytes
 * @returns the first label of the name
 */
export function readOwnName(body: Uint8Array, source: Uint8Array): string | null {
  if (body.length < HEADER_BYTES) return null;
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  if ((view.getUint16(2) & RESPONSE) === 0) return null;
  const questions = view.getUint16(4);
  const records = view.getUint16(6) + view.getUint16(8) + view.getUint16(10);
  let at = HEADER_BYTES;
  for (let question = 0; question < questions; question++) {
    at = skipName(body, at) + 4;
    if (at > body.length || question >= RECORDS) return null;
  }
  const wanted = source.length === 4 ? TYPE.a : TYPE.aaaa;
  for (let record = 0; record < Math.min(records, RECORDS); record++) {
    const name = at;
    at = skipName(body, at);
    if (at + 10 > body.length) return null;
    const length = view.getUint16(at + 8);
    const value = at + 10;
    if (value + length > body.length) return null;
    const isOwn = length === source.length && source.every((byte, index) => byte === body[value + index]);
    if (view.getUint16(at) === wanted && isOwn) return firstLabel(body, name);
    at = value + length;
  }
  return null;
}

/** Behind a name: its last label, or the pointer that takes the place of the rest. */
function skipName(body: Uint8Array, at: number): number {
  for (let next = at; next < body.length;) {
    const length = body[next] as number;
    if (length >= 0xc0) return next + 2;
    if (length === 0) return next + 1;
    next += 1 + length;
  }
  return body.length + 1;
}

/** One pointer is followed: a name that begins with one has its first label there. */
function firstLabel(body: Uint8Array, at: number): string | null {
  const length = body[at] ?? 0;
  const start = length >= 0xc0 ? ((length & 0x3f) << 8) | (body[at + 1] ?? 0) : at;
  const label = body[start] ?? 0;
  if (label === 0 || label > 63 || start + 1 + label > body.length) return null;
  return nameText(body.subarray(start + 1, start + 1 + label));
}
