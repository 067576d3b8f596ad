import type { RecogniseDatagram } from './datagram.js';

const VERSION_1 = 1;
const VERSION_2 = 0x6b3343cf;
/** Meaning of the two bits of type, by version (RFC 9000 section 17.2, RFC 9369 section 3.2) */
const TYPES = {
  [VERSION_1]: ['initial', '0-rtt', 'handshake', 'retry'],
  [VERSION_2]: ['retry', 'initial', '0-rtt', 'handshake'],
} as const;
const LONG_HEADER_AND_FIXED_BIT = 0xc0;
const MOST_ID_BYTES = 20;
/** a client's first packets name the server by at least so many random bytes (RFC 9000 section 7.2) */
const FIRST_ID_BYTES = 8;

/** Long headers of QUIC versions 1 and 2 that open a connection. */
export const recogniseQuic: RecogniseDatagram = ({ bytes, view }) => {
  if (bytes.length < 7 || (view.getUint8(0) & LONG_HEADER_AND_FIXED_BIT) !== LONG_HEADER_AND_FIXED_BIT) return null;
  const types = TYPES[view.getUint32(1) as keyof typeof TYPES] as readonly string[] | undefined;
  if (types === undefined) return null;
  const destinationBytes = view.getUint8(5);
  const sourceBytes = bytes[6 + destinationBytes] ?? 255;
  if (destinationBytes > MOST_ID_BYTES || sourceBytes > MOST_ID_BYTES) return null;
  const type = types[(view.getUint8(0) >> 4) & 3];
  if (type === 'retry') return 'server';
  if (type === 'handshake') return null;
  return destinationBytes >= FIRST_ID_BYTES ? 'client' : type === 'initial' ? 'server' : null;
};
