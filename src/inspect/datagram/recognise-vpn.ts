import type { Role } from '../inspector.js';
import { hasPort, type Datagram, type RecogniseDatagram } from './datagram.js';

/** type, three reserved bytes, fixed length: handshake initiation and response of WireGuard (its paper, section 5.4) */
export const recogniseWireguard: RecogniseDatagram = ({ bytes, view }) => {
  if (bytes.length === 148 && view.getUint32(0) === 0x01000000) return 'client';
  return bytes.length === 92 && view.getUint32(0) === 0x02000000 ? 'server' : null;
};

/** opcode in the upper five bits, key 0: P_CONTROL_HARD_RESET_CLIENT_V2 and _SERVER_V2 */
const OPENVPN_RESETS: Readonly<Record<number, { role: Role; bodyBytes: number }>> = {
  // list of acknowledgements and the number of the message; the server's list names the client's session
  0x38: { role: 'client', bodyBytes: 5 },
  0x40: { role: 'server', bodyBytes: 17 },
};
const OPENVPN_HEADER_BYTES = 9;
/** digests that tls-auth puts before the replay number: SHA-1, SHA-256, SHA-512 */
const OPENVPN_DIGEST_BYTES = [20, 32, 64];
const OPENVPN_REPLAY_BYTES = 8;
/** tls-crypt puts its digest behind the replay number */
const OPENVPN_CRYPT_DIGEST_BYTES = 32;
const MOST_FIRST_REPLAY = 16;

/** The first message of either side: plain, with tls-auth or with tls-crypt, told by length and numbers that are small. */
export const recogniseOpenvpn: RecogniseDatagram = ({ bytes, view }) => {
  const reset = OPENVPN_RESETS[bytes[0] ?? 0];
  if (reset === undefined) return null;
  const extra = bytes.length - OPENVPN_HEADER_BYTES - reset.bodyBytes;
  if (extra === 0) return isPlainReset(view, reset.bodyBytes) ? reset.role : null;
  const replayOffsets = OPENVPN_DIGEST_BYTES.filter((digest) => extra === digest + OPENVPN_REPLAY_BYTES);
  if (extra === OPENVPN_CRYPT_DIGEST_BYTES + OPENVPN_REPLAY_BYTES) replayOffsets.push(0);
  const isAuthenticated = replayOffsets.some((at) => {
    const replay = view.getUint32(OPENVPN_HEADER_BYTES + at);
    return replay > 0 && replay <= MOST_FIRST_REPLAY;
  });
  return isAuthenticated ? reset.role : null;
};

function isPlainReset(view: DataView, bodyBytes: number): boolean {
  const acknowledged = view.getUint8(OPENVPN_HEADER_BYTES);
  return acknowledged === (bodyBytes === 5 ? 0 : 1) && view.getUint32(OPENVPN_HEADER_BYTES + bodyBytes - 4) === 0;
}

const IKE_HEADER_BYTES = 28;
const NAT_TRAVERSAL_PORT = 4500;
const FLAG_INITIATOR = 8;

/** IKE (RFC 7296 section 3.1, RFC 2408 section 3.1); on port 4500 behind four zero bytes (RFC 3948 section 2.2). */
export const recogniseIke: RecogniseDatagram = (datagram) => {
  const at = hasPort(datagram, NAT_TRAVERSAL_PORT) ? nonEspMarkerBytes(datagram) : 0;
  const { bytes, view } = datagram;
  if (bytes.length < at + IKE_HEADER_BYTES || isZero(view, at)) return null;
  if (view.getUint32(at + 24) !== bytes.length - at) return null;
  const exchange = view.getUint8(at + 18);
  const version = view.getUint8(at + 17);
  if (version === 0x20 && exchange >= 34 && exchange <= 44) {
    return (view.getUint8(at + 19) & FLAG_INITIATOR) !== 0 ? 'client' : 'server';
  }
  const isVersion1 = version === 0x10 && ((exchange >= 1 && exchange <= 6) || exchange === 32 || exchange === 33);
  if (!isVersion1) return null;
  return isZero(view, at + 8) ? 'client' : 'server';
};

/** a cookie that is not chosen yet */
function isZero(view: DataView, at: number): boolean {
  return view.getUint32(at) === 0 && view.getUint32(at + 4) === 0;
}

function nonEspMarkerBytes({ bytes, view }: Datagram): number {
  return bytes.length >= 4 && view.getUint32(0) === 0 ? 4 : 0;
}
