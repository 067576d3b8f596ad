import { hexText, nameText } from './name-text.js';

/** fixed fields, then the magic cookie (RFC 2131 section 2) */
const OPTIONS_AT = 240;
const MAGIC = 0x6382_5363;
const FIXED = { operation: 0, hops: 3, relay: 24, hardware: 28 } as const;
const OPTION = { pad: 0, hostName: 12, clientId: 61, fullName: 81, end: 255 } as const;
/** RFC 4361 section 6.1: the type of a client identifier that holds an IAID and a DUID */
const DUID_CLIENT = 255;
const IAID_BYTES = 4;
/** RFC 4702 section 2: flags and two result codes before the name */
const FULL_NAME_AT = 3;
const FULL_NAME_ENCODED = 0x04;

/**
 * What a DHCP client says of itself: `dhcp-name …`, `client-id …`, `duid …`. Nothing of a message that a relay passes
 * on, because its card is the relay's. An identifier that only repeats the card (RFC 2132 section 9.14) is no news.
 * @param body above UDP
 */
export function readDhcpClient(body: Uint8Array): readonly string[] {
  if (body.length < OPTIONS_AT || body[FIXED.operation] !== 1) return [];
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  if (view.getUint32(OPTIONS_AT - 4) !== MAGIC) return [];
  if (body[FIXED.hops] !== 0 || view.getUint32(FIXED.relay) !== 0) return [];
  const told = new Set<string>();
  for (let at = OPTIONS_AT; at < body.length;) {
    const code = body[at] as number;
    if (code === OPTION.end) break;
    if (code === OPTION.pad) {
      at++;
      continue;
    }
    const length = body[at + 1] ?? 0;
    const value = body.subarray(at + 2, at + 2 + length);
    if (value.length < length) break;
    const said = tell(code, value, body);
    if (said !== null) told.add(said);
    at += 2 + length;
  }
  return [...told];
}

/** What a DHCPv6 client says of itself: its DUID and its name (RFC 8415 sections 21.2, 11; RFC 4704). */
export function readDhcpv6Client(body: Uint8Array): readonly string[] {
  // messages of clients: SOLICIT, REQUEST, CONFIRM, RENEW, REBIND, RELEASE, DECLINE, INFORMATION-REQUEST
  if (body.length < 4 || ![1, 3, 4, 5, 6, 8, 9, 11].includes(body[0] as number)) return [];
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const told = new Set<string>();
  for (let at = 4; at + 4 <= body.length;) {
    const code = view.getUint16(at);
    const length = view.getUint16(at + 2);
    const value = body.subarray(at + 4, at + 4 + length);
    if (value.length < length) break;
    if (code === 1 && length > 2) told.add(`duid ${hexText(value)}`);
    const name = code === 39 && length > 1 ? firstLabel(value.subarray(1)) : null;
    if (name !== null) told.add(`dhcp-name ${name}`);
    at += 4 + length;
  }
  return [...told];
}

function tell(code: number, value: Uint8Array, body: Uint8Array): string | null {
  if (code === OPTION.hostName) return named(nameText(value));
  if (code === OPTION.fullName && value.length > FULL_NAME_AT) {
    const name = value.subarray(FULL_NAME_AT);
    return named(((value[0] as number) & FULL_NAME_ENCODED) !== 0 ? firstLabel(name) : nameText(name));
  }
  if (code !== OPTION.clientId || value.length < 2) return null;
  if (value[0] === DUID_CLIENT && value.length > 1 + IAID_BYTES + 2)
    return `duid ${hexText(value.subarray(1 + IAID_BYTES))}`;
  const card = body.subarray(FIXED.hardware, FIXED.hardware + value.length - 1);
  const isCard = value[0] === 1 && value.subarray(1).every((byte, index) => byte === card[index]);
  return isCard ? null : `client-id ${hexText(value)}`;
}

function named(name: string | null): string | null {
  return name === null ? null : `dhcp-name ${name}`;
}

/** The first label of a name in DNS encoding (RFC 1035 section 3.1). */
function firstLabel(bytes: Uint8Array): string | null {
  const length = bytes[0] ?? 0;
  return length === 0 || length > 63 ? null : nameText(bytes.subarray(1, 1 + length));
}
