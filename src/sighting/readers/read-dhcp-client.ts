import { forEachDhcpOption, isDhcp } from './dhcp-options.js';
import { hexText, nameText } from './name-text.js';

const FIXED = { operation: 0, hardwareType: 1, hardwareLength: 2, hops: 3, relay: 24, hardware: 28 } as const;
const ETHERNET = 1;
const CARD_BYTES = 6;
const OPTION = { hostName: 12, clientId: 61, fullName: 81 } as const;
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
  if (!isDhcp(body, 1) || body[FIXED.hops] !== 0 || wordAt(body, FIXED.relay) !== 0) return [];
  return readOptions(body);
}

/** A client's message on its way from a relay to the server. */
export interface RelayedClient {
  /** giaddr, 32 bits: the relay's address on the client's own wire (RFC 2131 section 4.1) */
  readonly relay: number;
  /** the client's Ethernet card */
  readonly card: Uint8Array;
  readonly said: readonly string[];
}

/** `null` unless a relay passes it on for an Ethernet client. */
export function readRelayedDhcp(body: Uint8Array): RelayedClient | null {
  if (!isDhcp(body, 1) || body[FIXED.hardwareType] !== ETHERNET || body[FIXED.hardwareLength] !== CARD_BYTES)
    return null;
  const relay = wordAt(body, FIXED.relay);
  if (relay === 0) return null;
  return { relay, card: body.subarray(FIXED.hardware, FIXED.hardware + CARD_BYTES), said: readOptions(body) };
}

function wordAt(body: Uint8Array, at: number): number {
  return new DataView(body.buffer, body.byteOffset, body.byteLength).getUint32(at);
}

function readOptions(body: Uint8Array): readonly string[] {
  const told = new Set<string>();
  forEachDhcpOption(body, (code, value) => {
    const said = tell(code, value, body);
    if (said !== null) told.add(said);
  });
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
