/** What an X.224 connection request or confirm of RDP negotiates (MS-RDPBCGR 2.2.1.1, 2.2.1.2). */
export interface Negotiation {
  readonly type: 'request' | 'response' | 'failure' | 'none' | 'unreadable';
  /** protocols asked for, the protocol chosen, or the failure code; else 0 */
  readonly value: number;
}

const TYPES = { 1: 'request', 2: 'response', 3: 'failure' } as const;
/** TPKT header, length indicator, code, two references, class */
const CONNECTION_HEADER_BYTES = 11;
const NEGOTIATION_BYTES = 8;
const NONE: Negotiation = { type: 'none', value: 0 };
const UNREADABLE: Negotiation = { type: 'unreadable', value: 0 };

/** @param tpkt a whole TPKT packet with a connection request or confirm. The cookie in it, a user's name, is not read. */
export function readNegotiation(tpkt: Uint8Array): Negotiation {
  const at = CONNECTION_HEADER_BYTES + cookieBytes(tpkt.subarray(CONNECTION_HEADER_BYTES));
  if (at >= tpkt.length) return NONE;
  if (at + NEGOTIATION_BYTES > tpkt.length) return UNREADABLE;
  const view = new DataView(tpkt.buffer, tpkt.byteOffset, tpkt.length);
  const type = TYPES[view.getUint8(at) as keyof typeof TYPES] as Negotiation['type'] | undefined;
  if (type === undefined || view.getUint16(at + 2, true) !== NEGOTIATION_BYTES) return UNREADABLE;
  return { type, value: view.getUint32(at + 4, true) };
}

/** Length of the routing token or cookie, which ends with CR LF and need not be there. */
function cookieBytes(variable: Uint8Array): number {
  const first = variable[0] ?? 0;
  if (first in TYPES) return 0;
  for (let at = 0; at + 1 < variable.length; at += 1) {
    if (variable[at] === 0x0d && variable[at + 1] === 0x0a) return at + 2;
  }
  return variable.length;
}
