import { hasPort, type RecogniseDatagram } from './datagram.js';

const NAME_SERVICE_PORT = 137;
const DATAGRAM_SERVICE_PORT = 138;
const NAME_AT = 12;
/** sixteen bytes written as 32 letters A to P (RFC 1001 section 14.1) */
const NAME_LETTERS = 32;
const LETTER_A = 0x41;
const LETTER_P = 0x50;

/** Name service (RFC 1002 section 4.2) and datagram service (section 4.4) of NetBIOS. */
export const recogniseNetbios: RecogniseDatagram = (datagram) => {
  const { bytes, view } = datagram;
  if (hasPort(datagram, NAME_SERVICE_PORT)) {
    const name = bytes.subarray(NAME_AT + 1, NAME_AT + 1 + NAME_LETTERS);
    const isName = name.length === NAME_LETTERS && name.every((letter) => letter >= LETTER_A && letter <= LETTER_P);
    if (bytes[NAME_AT] !== NAME_LETTERS || !isName) return null;
    return (view.getUint8(2) & 0x80) === 0 ? 'client' : 'server';
  }
  if (!hasPort(datagram, DATAGRAM_SERVICE_PORT) || bytes.length < 14) return null;
  const type = view.getUint8(0);
  return type >= 0x10 && type <= 0x16 && view.getUint16(8) === DATAGRAM_SERVICE_PORT ? 'client' : null;
};
