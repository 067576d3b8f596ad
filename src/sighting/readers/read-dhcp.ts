import { formatIpv4 } from '../../base/address.js';
import { forEachDhcpOption, isDhcp } from './dhcp-options.js';

/** What a DHCP server gives out (RFC 2131, RFC 2132). */
export interface DhcpAnswer {
  readonly kind: 'dhcp-offer' | 'dhcp-ack';
  readonly server: string | null;
  /** first default router */
  readonly router: string | null;
}

const OPTION = { router: 3, messageType: 53, server: 54 } as const;
const ADDRESS_BYTES = 4;

/** `null` unless it is an OFFER or ACK of a server. @param body above UDP */
export function readDhcp(body: Uint8Array): DhcpAnswer | null {
  if (!isDhcp(body, 2)) return null;
  let type = 0;
  let server: string | null = null;
  let router: string | null = null;
  forEachDhcpOption(body, (code, value) => {
    if (code === OPTION.messageType) type = value[0] ?? type;
    else if (code === OPTION.server) server = addressIn(value) ?? server;
    else if (code === OPTION.router) router = addressIn(value) ?? router;
  });
  if (type !== 2 && type !== 5) return null;
  return { kind: type === 2 ? 'dhcp-offer' : 'dhcp-ack', server, router };
}

/** the first address of an option; null: it holds none */
function addressIn(value: Uint8Array): string | null {
  if (value.length < ADDRESS_BYTES) return null;
  return formatIpv4(new DataView(value.buffer, value.byteOffset, ADDRESS_BYTES).getUint32(0));
}

/** True for what only servers say to clients: ADVERTISE, REPLY, RECONFIGURE (RFC 8415 section 7.3). */
export function readDhcpv6(body: Uint8Array): boolean {
  return body.length >= 4 && (body[0] === 2 || body[0] === 7 || body[0] === 10);
}
