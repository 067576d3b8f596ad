import { hasPort, type RecogniseDatagram } from './datagram.js';

const NTP_PORT = 123;
const NTP_BYTES = 48;
const NTP_CONTROL_BYTES = 12;
const NTP_PRIVATE_BYTES = 8;

/** NTP (RFC 5905 section 7.3), control messages (RFC 9327) and the reference implementation's private mode 7. */
export const recogniseNtp: RecogniseDatagram = (datagram) => {
  const { bytes, view } = datagram;
  if (!hasPort(datagram, NTP_PORT) || bytes.length < NTP_PRIVATE_BYTES) return null;
  const first = view.getUint8(0);
  const version = (first >> 3) & 7;
  const mode = first & 7;
  // version 1 had no mode yet (RFC 1059 appendix B)
  if (version < 1 || version > 4 || (mode === 0 && version > 1)) return null;
  if (mode === 6)
    return bytes.length < NTP_CONTROL_BYTES ? null : (view.getUint8(1) & 0x80) === 0 ? 'client' : 'server';
  if (mode === 7) return (first & 0x80) === 0 ? 'client' : 'server';
  if (bytes.length < NTP_BYTES) return null;
  // server and broadcast answer or announce; the symmetric modes are peers, of which the first is taken as asking
  return mode === 4 || mode === 5 ? 'server' : 'client';
};

const DHCP_COOKIE_AT = 236;
const DHCP_COOKIE = 0x63825363;

/** BOOTP with the cookie of DHCP (RFC 2131 section 3, RFC 1497). */
export const recogniseDhcp: RecogniseDatagram = ({ bytes, view }) => {
  if (bytes.length < DHCP_COOKIE_AT + 4 || view.getUint32(DHCP_COOKIE_AT) !== DHCP_COOKIE) return null;
  const operation = view.getUint8(0);
  if (view.getUint8(2) > 16) return null;
  return operation === 1 ? 'client' : operation === 2 ? 'server' : null;
};

const SYSLOG_PORT = 514;
/** so many bytes without a control character are no chance */
const TEXT_BYTES = 24;
const [TAB, SPACE, DELETE] = [9, 0x20, 0x7f];
const LESS_THAN = 0x3c;
/** `<` priority 0 to 191 `>` and text (RFC 5424 section 6.2.1, RFC 3164 section 4.1.1) */
const SYSLOG = /^<(0|[1-9]\d?|1[0-8]\d|19[01])>[\x20-\x7e]{4}/;

export const recogniseSyslog: RecogniseDatagram = (datagram) => {
  const { bytes } = datagram;
  if (bytes[0] === LESS_THAN && SYSLOG.test(String.fromCharCode(...bytes.subarray(0, 9)))) return 'client';
  return hasPort(datagram, SYSLOG_PORT) && isText(bytes) ? 'client' : null;
};

/** A message without a priority is one all the same (RFC 3164 section 4.3.3), if it is text. */
function isText(bytes: Uint8Array): boolean {
  const begin = bytes.subarray(0, TEXT_BYTES);
  return begin.length === TEXT_BYTES && begin.every((byte) => (byte >= SPACE && byte !== DELETE) || byte === TAB);
}
