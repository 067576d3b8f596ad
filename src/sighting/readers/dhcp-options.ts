/** fixed fields, then the magic cookie (RFC 2131 section 2) */
export const DHCP_OPTIONS_AT = 240;
const MAGIC = 0x6382_5363;
const PAD = 0;
const END = 255;

/** A message of DHCP with options. @param body above UDP @param operation 1: of a client, 2: of a server */
export function isDhcp(body: Uint8Array, operation: 1 | 2): boolean {
  if (body.length < DHCP_OPTIONS_AT || body[0] !== operation) return false;
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  return view.getUint32(DHCP_OPTIONS_AT - 4) === MAGIC;
}

/** Walks the options once (RFC 2132 section 2), as far as they lie whole in the message. @param body of DHCP, see `isDhcp` */
export function forEachDhcpOption(body: Uint8Array, visit: (code: number, value: Uint8Array) => void): void {
  for (let at = DHCP_OPTIONS_AT; at < body.length;) {
    const code = body[at] as number;
    if (code === END) return;
    if (code === PAD) {
      at++;
      continue;
    }
    const length = body[at + 1] ?? 0;
    const value = body.subarray(at + 2, at + 2 + length);
    if (value.length < length) return;
    visit(code, value);
    at += 2 + length;
  }
}
