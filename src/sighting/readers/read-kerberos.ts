import { nameText } from './name-text.js';

/** RFC 4120 section 5.4.1: tags of AS-REQ and TGS-REQ */
const REQUESTS: ReadonlySet<number> = new Set([0x6a, 0x6c]);
const SEQUENCE = 0x30;
/** context tags of KDC-REQ and KDC-REQ-BODY that are followed */
const TAG = { body: 0xa4, client: 0xa1, addresses: 0xa9, first: 0xa0, second: 0xa1 } as const;
/** RFC 4120 section 7.5.3: a NetBIOS address, sixteen characters of which the last says what it is for */
const NETBIOS = 20;
const NETBIOS_CHARACTERS = 15;
/** RFC 4120 section 7.2.2: over TCP a length stands before the message */
const LENGTH_BYTES = 4;
const ADDRESSES = 16;

/** One element in DER: its tag and what it holds; `end` is the first byte behind it. */
interface Element {
  readonly tag: number;
  readonly value: Uint8Array;
  readonly end: number;
}

/**
 * How a computer calls itself when it asks a key distribution centre (RFC 4120): `kerberos NAME`, from the NetBIOS
 * address that Windows states, or from a client whose name ends with `$`: a computer's own account. Users are not read.
 * @param isStream the message stands behind its length
 */
export function readKerberosName(bytes: Uint8Array, isStream: boolean): string | null {
  const request = elementAt(isStream ? bytes.subarray(LENGTH_BYTES) : bytes, 0);
  if (request === null || !REQUESTS.has(request.tag)) return null;
  const body = within(within(sequenceOf(request.value), TAG.body), SEQUENCE);
  if (body === null) return null;
  const name = netbiosIn(within(body, TAG.addresses)) ?? computerIn(within(body, TAG.client));
  return name === null ? null : `kerberos ${name}`;
}

/** HostAddresses: SEQUENCE OF SEQUENCE { [0] type, [1] address } */
function netbiosIn(field: Uint8Array | null): string | null {
  const list = sequenceOf(field);
  if (list === null) return null;
  let count = 0;
  for (
    let entry = elementAt(list, 0);
    entry !== null && count < ADDRESSES;
    entry = elementAt(list, entry.end), count++
  ) {
    const type = within(within(entry.value, TAG.first), 0x02);
    const address = within(within(entry.value, TAG.second), 0x04);
    if (type?.length !== 1 || type[0] !== NETBIOS || address === null) continue;
    return trimmed(address.subarray(0, NETBIOS_CHARACTERS));
  }
  return null;
}

/** PrincipalName: SEQUENCE { [0] type, [1] SEQUENCE OF GeneralString } */
function computerIn(field: Uint8Array | null): string | null {
  const name = within(within(within(sequenceOf(field), TAG.second), SEQUENCE), 0x1b);
  if (name?.at(-1) !== 0x24 || name.length < 2) return null;
  return nameText(name.subarray(0, -1));
}

function trimmed(bytes: Uint8Array): string | null {
  let length = bytes.length;
  while (length > 0 && bytes[length - 1] === 0x20) length--;
  return nameText(bytes.subarray(0, length));
}

function sequenceOf(bytes: Uint8Array | null): Uint8Array | null {
  return within(bytes, SEQUENCE);
}

/** The value of the first element with this tag. */
function within(bytes: Uint8Array | null, tag: number): Uint8Array | null {
  if (bytes === null) return null;
  for (let element = elementAt(bytes, 0); element !== null; element = elementAt(bytes, element.end))
    if (element.tag === tag) return element.value;
  return null;
}

/** Definite lengths of up to two bytes of length: a request is no longer. What is cut off is taken as far as it goes. */
function elementAt(bytes: Uint8Array, at: number): Element | null {
  const [tag, size] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || size === undefined || size > 0x82 || size === 0x80) return null;
  const more = size < 0x80 ? 0 : size - 0x80;
  let length = size;
  if (more > 0) {
    length = 0;
    for (let index = 0; index < more; index++) length = length * 256 + (bytes[at + 2 + index] ?? 0);
  }
  const start = at + 2 + more;
  return { tag, value: bytes.subarray(start, start + length), end: start + length };
}
