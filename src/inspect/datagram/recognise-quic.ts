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

/** smallest datagram that opens a connection (RFC 9000 section 14.1) */
const FIRST_DATAGRAM_BYTES = 1200;

/**
 * Versions that were or are deployed beside 1 and 2, and those that only ask for a negotiation (RFC 9000 section 15):
 * QUIC all the same, whose names may stay hidden.
 */
function isOtherVersion(version: number): boolean {
  const isDraft = version > 0xff00_0000 && version <= 0xff00_00ff;
  const isGoogle = [0x51, 0x54].includes(version >>> 24) && /^0[3-5]\d$/.test(asciiOf(version));
  const isFacebook = version >>> 4 === 0xfaceb00;
  const isReserved = (version & 0x0f0f_0f0f) === 0x0a0a_0a0a;
  return isDraft || isGoogle || isFacebook || isReserved;
}

function asciiOf(version: number): string {
  return String.fromCharCode((version >> 16) & 255, (version >> 8) & 255, version & 255);
}

function isFullFirst(bytes: Uint8Array): boolean {
  const destinationBytes = bytes[5] ?? 255;
  return (
    bytes.length >= FIRST_DATAGRAM_BYTES && destinationBytes >= FIRST_ID_BYTES && destinationBytes <= MOST_ID_BYTES
  );
}

/** Long headers that open a QUIC connection. */
export const recogniseQuic: RecogniseDatagram = ({ bytes, view }) => {
  if (bytes.length < 7 || (view.getUint8(0) & LONG_HEADER_AND_FIXED_BIT) !== LONG_HEADER_AND_FIXED_BIT) return null;
  const version = view.getUint32(1);
  const types = TYPES[version as keyof typeof TYPES] as readonly string[] | undefined;
  if (types === undefined) return isOtherVersion(version) && isFullFirst(bytes) ? 'client' : null;
  const destinationBytes = view.getUint8(5);
  const sourceBytes = bytes[6 + destinationBytes] ?? 255;
  if (destinationBytes > MOST_ID_BYTES || sourceBytes > MOST_ID_BYTES) return null;
  const type = types[(view.getUint8(0) >> 4) & 3];
  if (type === 'retry') return 'server';
  if (type === 'handshake') return null;
  return destinationBytes >= FIRST_ID_BYTES ? 'client' : type === 'initial' ? 'server' : null;
};
