import { formatIpv4 } from '../../base/address.js';

/** What a DHCP server gives out (RFC 2131, RFC 2132). */
export interface DhcpAnswer {
  readonly kind: 'dhcp-offer' | 'dhcp-ack';
  readonly server: string | null;
  /** first default router */
  readonly router: string | null;
}

/** fixed fields, then the magic cookie */
const OPTIONS_AT = 240;
const MAGIC = 0x6382_5363;
const OPTION = { pad: 0, router: 3, messageType: 53, server: 54, end: 255 } as const;

/** `null` unless it is an OFFER or ACK of a server. @param body above UDP; options are walked once, within it */
export function readDhcp(body: Uint8Array): DhcpAnswer | null {
  if (body.length < OPTIONS_AT || body[0] !== 2) return null;
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  if (view.getUint32(OPTIONS_AT - 4) !== MAGIC) return null;
  let type = 0;
  let server: string | null = null;
  let router: string | null = null;
  for (let at = OPTIONS_AT; at < body.length;) {
    const code = body[at] as number;
    if (code === OPTION.end) break;
    if (code === OPTION.pad) {
      at++;
      continue;
    }
    const length = body[at + 1] ?? 0;
    const value = at + 2;
    if (value + length > body.length) break;
    if (code === OPTION.messageType && length >= 1) type = body[value] as number;
    else if (code === OPTION.server && length >= 4) server = formatIpv4(view.getUint32(value));
    else if (code === OPTION.router && length >= 4) router = formatIpv4(view.getUint32(value));
    at = value + length;
  }
  if (type !== 2 && type !== 5) return null;
  return { kind: type === 2 ? 'dhcp-offer' : 'dhcp-ack', server, router };
}

/** True for what only servers say to clients: ADVERTISE, REPLY, RECONFIGURE (RFC 8415 section 7.3). */
export function readDhcpv6(body: Uint8Array): boolean {
  return body.length >= 4 && (body[0] === 2 || body[0] === 7 || body[0] === 10);
}
