import { nameText } from './name-text.js';

/** characters kept of a name that a switch gives itself */
const NAME_CHARACTERS = 64;

/** Chassis id of an LLDP frame (IEEE 802.1AB clause 8.5.2), `mac …` or text; `null` where there is none. */
export function readLldp(body: Uint8Array): string | null {
  if (body.length < 4) return null;
  const header = ((body[0] as number) << 8) | (body[1] as number);
  const length = header & 0x1ff;
  if (header >>> 9 !== 1 || length < 2 || length + 2 > body.length) return null;
  const subtype = body[2] as number;
  const id = body.subarray(3, 2 + length);
  return subtype === 4 ? `chassis ${hex(id)}` : `chassis ${subtype}:${printable(id)}`;
}

/** Address of the bridge that sends a BPDU (IEEE 802.1D clause 9.3.1); not that of the root. */
export function readSpanningTree(body: Uint8Array): string | null {
  const isPlain = body[0] === 0x42 && body[1] === 0x42 && body[2] === 3;
  const isPerVlan = isSnap(body, 0x010b);
  if (!isPlain && !isPerVlan) return null;
  const bpdu = body.subarray(isPlain ? 3 : 8);
  // protocol 0; configuration or rapid
  if (bpdu.length < 25 || bpdu[0] !== 0 || bpdu[1] !== 0 || (bpdu[3] !== 0 && bpdu[3] !== 2)) return null;
  return `bridge ${hex(bpdu.subarray(19, 25))}`;
}

/** Device id of a CDP frame (type 1 of its fields). */
export function readCdp(body: Uint8Array): string | null {
  if (!isSnap(body, 0x2000)) return null;
  for (let at = 8 + 4; at + 4 <= body.length;) {
    const type = ((body[at] as number) << 8) | (body[at + 1] as number);
    const length = ((body[at + 2] as number) << 8) | (body[at + 3] as number);
    if (length < 4 || at + length > body.length) return null;
    if (type === 1) return `device ${printable(body.subarray(at + 4, at + length))}`;
    at += length;
  }
  return null;
}

/** System name of a host that speaks LLDP (clause 8.5.6); `null` for a bridge or router, and where it does not say. */
export function readLldpHost(body: Uint8Array): string | null {
  let name: string | null = null;
  let isHost = false;
  for (let at = 0; at + 2 <= body.length;) {
    const header = ((body[at] as number) << 8) | (body[at + 1] as number);
    const [type, length] = [header >>> 9, header & 0x1ff];
    const value = body.subarray(at + 2, at + 2 + length);
    if (type === 0 || value.length < length) break;
    if (type === 5) name = nameText(value);
    // enabled capabilities (clause 8.5.8): bit 2 bridge, bit 4 router
    if (type === 7 && length >= 4) isHost = ((value[3] as number) & 0x14) === 0;
    at += 2 + length;
  }
  return isHost && name !== null ? `lldp ${name}` : null;
}

/** Device id of a host that speaks CDP: capability host, and neither router, bridge nor switch. */
export function readCdpHost(body: Uint8Array): string | null {
  if (!isSnap(body, 0x2000)) return null;
  let name: string | null = null;
  let isHost = false;
  for (let at = 8 + 4; at + 4 <= body.length;) {
    const type = ((body[at] as number) << 8) | (body[at + 1] as number);
    const length = ((body[at + 2] as number) << 8) | (body[at + 3] as number);
    if (length < 4 || at + length > body.length) break;
    if (type === 1) name = nameText(body.subarray(at + 4, at + length));
    if (type === 4 && length >= 8) isHost = ((body[at + 7] as number) & 0x1b) === 0x10;
    at += length;
  }
  return isHost && name !== null ? `cdp ${name}` : null;
}

/** SNAP with Cisco's number */
function isSnap(body: Uint8Array, protocol: number): boolean {
  const head = [0xaa, 0xaa, 3, 0, 0, 0x0c, protocol >>> 8, protocol & 0xff];
  return body.length >= 8 && head.every((byte, index) => body[index] === byte);
}

function hex(bytes: Uint8Array): string {
  return [...bytes.subarray(0, NAME_CHARACTERS)].map((byte) => byte.toString(16).padStart(2, '0')).join(':');
}

function printable(bytes: Uint8Array): string {
  return [...bytes.subarray(0, NAME_CHARACTERS)]
    .map((byte) => (byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '?'))
    .join('');
}
