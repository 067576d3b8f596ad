import { LIMITS } from '../../base/limits.js';
import { nameText } from './name-text.js';

/** MS-NLMP 2.2.1: every message begins so */
const SIGNATURE = [0x4e, 0x54, 0x4c, 0x4d, 0x53, 0x53, 0x50, 0x00];
/** MS-NLMP 2.2.1.2 and 2.2.1.3 */
const MESSAGE = { type: 8, challengeFlags: 20, targetInfo: 40, workstation: 44, authenticateFlags: 60 } as const;
const TYPE = { challenge: 2, authenticate: 3 } as const;
const UNICODE = 1;
/** MS-NLMP 2.2.2.1: the NetBIOS name of the server's computer */
const COMPUTER_NAME = 1;

/**
 * How the computer that sends an NTLM message calls itself: `ntlm NAME` of a client that logs in (its workstation), or of
 * the server that challenges it. Users and domains are not read.
 * @param segment in which a message may lie, whole
 */
export function readNtlmName(segment: Uint8Array): string | null {
  const start = findSignature(segment.subarray(0, LIMITS.ntlmSearchBytes));
  if (start < 0) return null;
  const message = segment.subarray(start);
  const type = message[MESSAGE.type];
  if (type === TYPE.authenticate) {
    const name = fieldAt(message, MESSAGE.workstation);
    return name === null ? null : told(name, ((message[MESSAGE.authenticateFlags] ?? 0) & UNICODE) !== 0);
  }
  if (type !== TYPE.challenge) return null;
  const pairs = fieldAt(message, MESSAGE.targetInfo);
  if (pairs === null) return null;
  for (let at = 0; at + 4 <= pairs.length;) {
    const [id, length] = [word(pairs, at), word(pairs, at + 2)];
    if (id === 0) return null;
    if (id === COMPUTER_NAME) return told(pairs.subarray(at + 4, at + 4 + length), true);
    at += 4 + length;
  }
  return null;
}

/** Length, largest length and offset from the message's begin (MS-NLMP 2.2.1.3); `null`: empty, or beyond the bytes. */
function fieldAt(message: Uint8Array, at: number): Uint8Array | null {
  if (at + 8 > message.length) return null;
  const length = word(message, at);
  const offset = word(message, at + 4) + word(message, at + 6) * 0x1_0000;
  return length === 0 || offset + length > message.length ? null : message.subarray(offset, offset + length);
}

function told(bytes: Uint8Array, isUnicode: boolean): string | null {
  // UTF-16, little-endian: what is not ASCII becomes `?`, as everywhere
  const name = isUnicode
    ? bytes.filter((_, index) => index % 2 === 0).map((low, index) => (bytes[2 * index + 1] === 0 ? low : 0xff))
    : bytes;
  const text = nameText(name);
  return text === null ? null : `ntlm ${text}`;
}

function findSignature(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(SIGNATURE[0] as number); at >= 0; at = bytes.indexOf(SIGNATURE[0] as number, at + 1))
    if (SIGNATURE.every((byte, index) => bytes[at + index] === byte)) return at;
  return -1;
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}
