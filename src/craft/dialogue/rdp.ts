import { join, le16, le32, text, u16, u8 } from '../field.js';
import { sealed, tlsHandshake } from './tls.js';
import { answers, asks, type Dialogue } from './turn.js';

const PROTOCOL = { tls: 1, credSsp: 2 } as const;

/** TPKT (RFC 1006) around an X.224 connection request (0xe0) or confirm (0xd0) with RDP negotiation data. */
function x224(code: number, cookie: string, negotiation: Uint8Array): Uint8Array {
  const body = join(u8(code), u16(0), u16(0), u8(0), text(cookie), negotiation);
  return join(u8(3), u8(0), u16(body.length + 5), u8(body.length), body);
}

/** MS-RDPBCGR 2.2.1.1.1 and 2.2.1.2.1: type, flags, length 8, protocols */
function negotiation(type: 1 | 2, protocols: number): Uint8Array {
  return join(u8(type), u8(0), le16(8), le32(protocols));
}

/** A remote desktop session as it is today: everything after the confirmation is inside TLS. */
export const rdp: Dialogue = (details) => [
  asks(x224(0xe0, 'Cookie: mstshash=staff\r\n', negotiation(1, PROTOCOL.tls | PROTOCOL.credSsp))),
  answers(x224(0xd0, '', negotiation(2, PROTOCOL.credSsp))),
  ...tlsHandshake(details),
  asks(sealed(details.random, details.upBytes)),
  answers(sealed(details.random, details.downBytes)),
];
