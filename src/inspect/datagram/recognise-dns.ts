import { hasPort, type Datagram, type RecogniseDatagram } from './datagram.js';

const HEADER_BYTES = 12;
const DNS_PORT = 53;
/** multicast DNS and LLMNR look the same and are other protocols: they name hosts of the link, not of the world */
const LINK_LOCAL_PORTS = [5353, 5355];
const NETBIOS_PORT = 137;
const OTHER_PORTS = [...LINK_LOCAL_PORTS, NETBIOS_PORT];
/** query, inverse query, status, notify, update (RFC 6895 section 2.2) */
const OPCODES = [0, 1, 2, 4, 5];
/** IN, CH, HS, NONE, ANY (RFC 6895 section 3.2) */
const CLASSES = [1, 3, 4, 254, 255];
/** name of the root, type, class, lifetime, length: the shortest record (RFC 1035 section 4.1.3) */
const SHORTEST_RECORD_BYTES = 11;
const MOST_LABELS = 128;

/** RFC 1035 section 4.1: a header that makes sense, one question that can be read, and room for the other records. */
export const recogniseDns: RecogniseDatagram = (datagram) => {
  const { bytes, view } = datagram;
  if (isHeaderAlone(datagram)) return 'server';
  if (bytes.length <= HEADER_BYTES || OTHER_PORTS.some((port) => hasPort(datagram, port))) return null;
  const flags = view.getUint16(2);
  const isResponse = (flags & 0x8000) !== 0;
  const opcode = (flags >> 11) & 15;
  if (!OPCODES.includes(opcode) || view.getUint16(4) !== 1) return null;
  const end = questionEnd(datagram);
  if (end === null) return null;
  const records = view.getUint16(6) + view.getUint16(8) + view.getUint16(10);
  if (hasPort(datagram, DNS_PORT)) return isResponse ? 'server' : 'client';
  if (records * SHORTEST_RECORD_BYTES > bytes.length - end || (records === 0 && end !== bytes.length)) return null;
  const isPlainQuery = (flags & 15) === 0 && (opcode !== 0 || view.getUint16(6) === 0);
  return isResponse ? 'server' : isPlainQuery ? 'client' : null;
};

/** What a server says that could not read the question (RFC 1035 section 4.1.1): an error without a question. */
function isHeaderAlone(datagram: Datagram): boolean {
  const { bytes, view } = datagram;
  if (bytes.length !== HEADER_BYTES || !hasPort(datagram, DNS_PORT)) return false;
  return (
    view.getUint8(2) >= 0x80 && (view.getUint8(3) & 15) !== 0 && view.getUint32(4) === 0 && view.getUint32(8) === 0
  );
}

/** Where the first question ends; null: it is none. A question's name is not compressed. */
function questionEnd({ bytes, view }: Datagram): number | null {
  let at = HEADER_BYTES;
  for (let label = 0; label < MOST_LABELS; label += 1) {
    const length = bytes[at];
    if (length === undefined || length > 63) return null;
    at += 1 + length;
    if (length > 0) continue;
    if (at + 4 > bytes.length || view.getUint16(at) === 0) return null;
    // the highest bit is a flag of multicast DNS
    return CLASSES.includes(view.getUint16(at + 2) & 0x7fff) ? at + 4 : null;
  }
  return null;
}
