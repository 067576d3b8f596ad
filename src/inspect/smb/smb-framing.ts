import { LIMITS } from '../../base/limits.js';
import { NEED_MORE, NO_FRAME, type Framing } from '../frame-cutter.js';

/** Session message type and 24 bits of length, as NetBIOS (RFC 1002 section 4.3.1) and direct TCP (MS-SMB2 2.1) have */
const SESSION_HEADER_BYTES = 4;
/** session request to keep alive (RFC 1002 section 4.3.1) */
const FIRST_CONTROL_TYPE = 0x81;
const LAST_CONTROL_TYPE = 0x85;
/** fe SMB2, ff SMB1, fd encrypted, fc compressed, each before `SMB` (MS-SMB2 2.2.1, 2.2.41, 2.2.42) */
const FIRST_PROTOCOL_BYTE = 0xfc;
const SMB2_PROTOCOL_BYTE = 0xfe;
const SMB2_HEADER_BYTES = 64;
const NEXT_COMMAND_AT = 20;

/**
 * Cuts a direction into single SMB messages: a session message may hold several of SMB2, each naming the distance to
 * the next (compounded, MS-SMB2 3.2.4.1.4). The first one of a session message keeps the session header before it.
 */
export class SmbFraming implements Framing {
  readonly headBytes = LIMITS.smbHeadBytes;
  readonly startBytes = SESSION_HEADER_BYTES + 6;
  /** bytes of the session message that follow the messages handed over so far */
  #compoundBytes = 0;

  measure(bytes: Uint8Array, at: number): number {
    if (this.#compoundBytes > 0) return messageLength(bytes, at, this.#compoundBytes);
    const type = bytes[at] ?? 0;
    if (type >= FIRST_CONTROL_TYPE && type <= LAST_CONTROL_TYPE) return controlLength(bytes, at);
    if (type !== 0) return NO_FRAME;
    if (at + SESSION_HEADER_BYTES > bytes.length) return NEED_MORE;
    const inside = sessionLength(bytes, at);
    if (inside < 4) return NO_FRAME;
    const magicAt = at + SESSION_HEADER_BYTES;
    if (!startsLikeSmb(bytes, magicAt)) return NO_FRAME;
    if (magicAt + 4 > bytes.length) return NEED_MORE;
    const length = messageLength(bytes, magicAt, inside);
    return length === NEED_MORE ? NEED_MORE : SESSION_HEADER_BYTES + length;
  }

  isStart(bytes: Uint8Array, at: number): boolean {
    const magicAt = at + SESSION_HEADER_BYTES;
    if (bytes[at] !== 0 || !startsLikeSmb(bytes, magicAt)) return false;
    return bytes[magicAt] !== SMB2_PROTOCOL_BYTE || bytes[magicAt + 4] === SMB2_HEADER_BYTES;
  }

  /**
   * To be called for every frame that was cut.
   * @param length as measured
   * @returns where the SMB message starts in it; null: the frame holds none
   */
  begin(head: Uint8Array, length: number): number | null {
    if (this.#compoundBytes > 0) {
      this.#compoundBytes -= length;
      return 0;
    }
    if (head[0] !== 0) return null;
    this.#compoundBytes = SESSION_HEADER_BYTES + sessionLength(head, 0) - length;
    return SESSION_HEADER_BYTES;
  }

  forget(): void {
    this.#compoundBytes = 0;
  }
}

/** @param available bytes of the session message from here */
function messageLength(bytes: Uint8Array, at: number, available: number): number {
  if (available < SMB2_HEADER_BYTES) return available;
  if (at + NEXT_COMMAND_AT + 4 > bytes.length) return NEED_MORE;
  if (bytes[at] !== SMB2_PROTOCOL_BYTE) return available;
  const next = new DataView(bytes.buffer, bytes.byteOffset).getUint32(at + NEXT_COMMAND_AT, true);
  return next >= SMB2_HEADER_BYTES && next < available ? next : available;
}

function controlLength(bytes: Uint8Array, at: number): number {
  return at + SESSION_HEADER_BYTES > bytes.length
    ? NEED_MORE
    : SESSION_HEADER_BYTES + (sessionLength(bytes, at) & 0x1ffff);
}

function sessionLength(bytes: Uint8Array, at: number): number {
  return ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
}

/** True too when the bytes end before it can be told. */
function startsLikeSmb(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at] ?? FIRST_PROTOCOL_BYTE;
  const rest = [0x53, 0x4d, 0x42];
  return first >= FIRST_PROTOCOL_BYTE && rest.every((byte, index) => (bytes[at + 1 + index] ?? byte) === byte);
}
