import { nameText } from './name-text.js';

/** RFC 1002 section 4.2.1.1 */
const NAME_SERVICE = { flags: 2, questions: 4, additional: 10, name: 12 } as const;
const RESPONSE = 0x8000;
/** operations with which a computer speaks for a name of its own: registration, refresh (two codes in use), release */
const OWN_OPERATIONS: ReadonlySet<number> = new Set([5, 6, 8, 9]);
/** RFC 1002 section 4.4.1 */
const DATAGRAM = { type: 0, source: 14 } as const;
const DATAGRAM_TYPES: ReadonlySet<number> = new Set([0x10, 0x11, 0x12]);
/** RFC 1001 section 14.1: sixteen characters as thirty-two half-bytes, the sixteenth says what the name is for */
const ENCODED_BYTES = 32;
const NAME_CHARACTERS = 15;
/** workstation and file server: the computer itself; others are groups, users, browsers */
const COMPUTER: ReadonlySet<number> = new Set([0x00, 0x20]);
/** NB_FLAGS: the name belongs to a group */
const GROUP = 0x8000;

/** `nbns NAME` where a computer registers or refreshes its own name; a look-up of another's says nothing. */
export function readNetbiosClaim(body: Uint8Array): string | null {
  if (body.length < NAME_SERVICE.name + 34 + 4) return null;
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const flags = view.getUint16(NAME_SERVICE.flags);
  if ((flags & RESPONSE) !== 0 || !OWN_OPERATIONS.has((flags >>> 11) & 0xf)) return null;
  if (view.getUint16(NAME_SERVICE.questions) !== 1 || view.getUint16(NAME_SERVICE.additional) !== 1) return null;
  const name = readEncodedName(body, NAME_SERVICE.name);
  // the additional record: name, type, class, time to live, length, then NB_FLAGS and the address
  const question = NAME_SERVICE.name + 34 + 4;
  const record = question + ((body[question] ?? 0) >= 0xc0 ? 2 : 34);
  if (name === null || record + 12 > body.length || (view.getUint16(record + 10) & GROUP) !== 0) return null;
  return `nbns ${name}`;
}

/** `netbios NAME` of the computer that sends a NetBIOS datagram, e.g. the browser's announcements. */
export function readNetbiosSender(body: Uint8Array): string | null {
  if (!DATAGRAM_TYPES.has(body[DATAGRAM.type] ?? 0)) return null;
  const name = readEncodedName(body, DATAGRAM.source);
  return name === null ? null : `netbios ${name}`;
}

/** `null` unless it is a computer's name in first-level encoding. */
function readEncodedName(body: Uint8Array, at: number): string | null {
  if (body[at] !== ENCODED_BYTES || at + 1 + ENCODED_BYTES > body.length) return null;
  const name = new Uint8Array(NAME_CHARACTERS + 1);
  for (let index = 0; index < name.length; index++) {
    const high = (body[at + 1 + 2 * index] as number) - 0x41;
    const low = (body[at + 2 + 2 * index] as number) - 0x41;
    if (high < 0 || high > 15 || low < 0 || low > 15) return null;
    name[index] = (high << 4) | low;
  }
  if (!COMPUTER.has(name[NAME_CHARACTERS] as number)) return null;
  let length = NAME_CHARACTERS;
  while (length > 0 && name[length - 1] === 0x20) length--;
  return nameText(name.subarray(0, length));
}
