import { LIMITS } from '../base/limits.js';
import type { AppProtocol } from '../model/facts.js';
import type { Role } from './inspector.js';
import { roleInSocks5 } from './socks/role-in-socks5.js';

export interface Recognition {
  readonly protocol: AppProtocol;
  /** what the side that sent these bytes is */
  readonly role: Role;
}

/** `wait`: too few bytes to tell; `greeting`: `220`, which SMTP and FTP servers both say */
export type RecognitionAnswer = Recognition | 'wait' | 'greeting' | null;

/** no protocol here needs more to be told apart */
const ENOUGH = 18;

interface Signature {
  readonly text: string;
  readonly protocol: AppProtocol;
  readonly role: Role;
}

const METHODS = [
  'GET',
  'POST',
  'HEAD',
  'PUT',
  'CONNECT',
  'OPTIONS',
  'DELETE',
  'PATCH',
  'TRACE',
  'PROPFIND',
  'MKCOL',
  'MOVE',
  'COPY',
  'LOCK',
  'UNLOCK',
  'PROPPATCH',
  'REPORT',
  'SEARCH',
  'SUBSCRIBE',
  'NOTIFY',
  'M-SEARCH',
  'RDG_OUT_DATA',
  'RDG_IN_DATA',
  'RPC_OUT_DATA',
  'RPC_IN_DATA',
  'CCM_POST',
  'BITS_POST',
];

/** Texts with which one side of a protocol begins. Upper case; letters are compared without regard to case. */
const SIGNATURES: readonly Signature[] = [
  { text: 'PRI * HTTP/2.0', protocol: 'http2', role: 'client' },
  ...METHODS.map((method) => ({ text: `${method} `, protocol: 'http', role: 'client' }) as const),
  { text: 'HTTP/1.', protocol: 'http', role: 'server' },
  { text: 'SSH-2.0-', protocol: 'ssh', role: 'server' },
  { text: 'SSH-1.', protocol: 'ssh', role: 'server' },
  { text: 'RFB 00', protocol: 'vnc', role: 'server' },
  { text: 'EHLO', protocol: 'smtp', role: 'client' },
  { text: 'HELO', protocol: 'smtp', role: 'client' },
  { text: 'LHLO ', protocol: 'smtp', role: 'client' },
  { text: '+OK', protocol: 'pop3', role: 'server' },
  { text: '* OK', protocol: 'imap', role: 'server' },
  { text: '* PREAUTH', protocol: 'imap', role: 'server' },
  // a mail program waits for hours and then goes on: most captures begin in between (RFC 2177 section 3)
  { text: 'DONE\r\n', protocol: 'imap', role: 'client' },
  { text: 'AUTH TLS', protocol: 'ftp', role: 'client' },
  { text: '\x7f\x7fICA\0', protocol: 'ica', role: 'server' },
  { text: '\x1aCGP/01', protocol: 'ica', role: 'client' },
];

/** What clients say first after a `220` greeting that an SMTP server would not understand. */
const FTP_COMMANDS = ['USER ', 'AUTH ', 'SYST', 'FEAT', 'ACCT ', 'PASV', 'OPTS ', 'CLNT '];

/**
 * The protocol of a TCP connection by the first bytes of one side (domain.md D-APP); precision before recall: what is
 * not certain is not named.
 * @param bytes from the first byte of that side
 * @param heardGreeting the other side began with `220`
 */
export function recogniseStream(bytes: Uint8Array, heardGreeting: boolean): RecognitionAnswer {
  const binary = recogniseBinary(bytes);
  if (binary !== null && binary !== 'wait') return binary;
  if (heardGreeting) {
    const command = matchAny(bytes, FTP_COMMANDS);
    if (command === 'yes') return { protocol: 'ftp', role: 'client' };
  }
  const dns = recogniseDns(bytes);
  if (dns !== null && dns !== 'wait') return dns;
  let couldBe = binary === 'wait' || dns === 'wait';
  for (const { text, protocol, role } of SIGNATURES) {
    const answer = matches(bytes, text);
    if (answer === 'yes') return { protocol, role };
    couldBe ||= answer === 'wait';
  }
  const syslog = recogniseSyslog(bytes);
  if (syslog === 'yes') return { protocol: 'syslog', role: 'client' };
  couldBe ||= syslog === 'wait';
  if (bytes.length >= 4 && matches(bytes, '220') === 'yes' && (bytes[3] === 0x20 || bytes[3] === 0x2d))
    return behindGreeting(bytes) ?? 'greeting';
  couldBe ||= bytes.length < 4 && matches(bytes, '220 ') === 'wait';
  return couldBe ? 'wait' : null;
}

function recogniseBinary(bytes: Uint8Array): Recognition | 'wait' | null {
  // by index: taking an array apart walks an iterator, and every connection comes here
  const b0 = bytes[0] ?? -1;
  const b1 = bytes[1] ?? -1;
  const b2 = bytes[2] ?? -1;
  const b3 = bytes[3] ?? -1;
  const b4 = bytes[4] ?? -1;
  const b5 = bytes[5] ?? -1;
  const needs = (count: number): boolean => bytes.length < count;
  switch (b0) {
    case 0x14:
    case 0x15:
    case 0x16:
    case 0x17: // RFC 8446 section 5.1: type, version, length, and for a handshake its type
      if ((b1 !== 3 && b1 !== -1) || (b2 > 4 && b2 !== -1)) return null;
      if (needs(6)) return 'wait';
      if (((b3 << 8) | b4) > 0x4800 || ((b3 << 8) | b4) === 0) return null;
      if (b0 === 0x16) return b5 === 1 ? tls('client') : b5 === 2 ? tls('server') : b5 <= 24 ? tls('client') : null;
      return tls('client');
    case 0x03: // TPKT (RFC 1006 section 6) and X.224 CR or CC
      if (b1 !== 0 && b1 !== -1) return null;
      if (needs(6)) return 'wait';
      if (b5 === 0xe0) return { protocol: 'rdp', role: 'client' };
      return b5 === 0xd0 ? { protocol: 'rdp', role: 'server' } : null;
    case 0x00: // NetBIOS session message before SMB (RFC 1002 section 4.3.1), or a length before Kerberos or PostgreSQL
      if (needs(8)) return 'wait';
      if (SSL_REQUEST.every((byte, at) => bytes[at] === byte)) return { protocol: 'postgresql', role: 'client' };
      if (isKerberos(bytes)) return { protocol: 'kerberos', role: KERBEROS_ASKS.includes(b4) ? 'client' : 'server' };
      return (b4 === 0xff || b4 === 0xfe || b4 === 0xfd) && b5 === 0x53 && bytes[6] === 0x4d && bytes[7] === 0x42
        ? { protocol: 'smb', role: isSmbReply(bytes) ? 'server' : 'client' }
        : null;
    case 0x81: // NetBIOS session request, then SMB
      if (b1 !== 0 && b1 !== -1) return null;
      if (needs(6)) return 'wait';
      return b2 === 0 && b3 >= 0x40 && b3 <= 0x60 && b4 === 0x20 ? { protocol: 'smb', role: 'client' } : null;
    case 0x05: {
      const role = roleInSocks5(bytes);
      return role === null || role === 'wait' ? role : { protocol: 'socks', role };
    }
    case 0x04: // SOCKS4: CONNECT or BIND, port, address, user id that ends with 0
      if (b1 !== 1 && b1 !== 2 && b1 !== -1) return null;
      if (needs(9)) return 'wait';
      return bytes.subarray(8, 520).includes(0) ? { protocol: 'socks', role: 'client' } : null;
    case 0x30: // LDAP message (RFC 4511): SEQUENCE, message id, bind or search request
      return recogniseLdap(bytes);
    default:
      // SSLv2-compatible ClientHello (RFC 5246 appendix E.2)
      if (b0 >= 0x80) {
        if (needs(5)) return b2 === 1 || b2 === -1 ? 'wait' : null;
        return b2 === 1 && b3 === 3 && b4 <= 3 ? tls('client') : null;
      }
      return null;
  }
}

/**
 * Whose greeting it was, by the code of the next reply, where the client that would tell was not captured: 250 answers
 * EHLO (RFC 5321 section 4.3.2); 331, 211, 215, 234 and 530 answer USER, FEAT, SYST, AUTH and what needs a login (RFC
 * 959 section 5.4, RFC 4217).
 */
function behindGreeting(bytes: Uint8Array): Recognition | null {
  const end = bytes.indexOf(LINE_FEED);
  if (end < 0 || end + 4 > bytes.length) return null;
  const text = Buffer.from(bytes.subarray(0, LIMITS.recognitionBytes)).toString('latin1');
  const next = /\n(?!220)(\d{3})[ -]/.exec(text)?.[1];
  if (next === '250') return { protocol: 'smtp', role: 'server' };
  return next !== undefined && ['331', '211', '215', '234', '530'].includes(next)
    ? { protocol: 'ftp', role: 'server' }
    : null;
}

const LINE_FEED = 0x0a;

/** What a client of PostgreSQL asks first: may it go on in TLS (its manual, section "Message Formats", SSLRequest)? */
const SSL_REQUEST: readonly number[] = [0, 0, 0, 8, 4, 0xd2, 0x16, 0x2f];

/** application tags of AS-REQ and TGS-REQ; AS-REP, TGS-REP and KRB-ERROR answer them (RFC 4120 section 5.10) */
const KERBEROS_ASKS: readonly number[] = [0x6a, 0x6c];
const KERBEROS_ANSWERS: readonly number[] = [0x6b, 0x6d, 0x7e];

/** RFC 4120 section 7.2.2: four bytes of length, and a DER element of just that length */
function isKerberos(bytes: Uint8Array): boolean {
  const tag = bytes[4] ?? 0;
  if (!KERBEROS_ASKS.includes(tag) && !KERBEROS_ANSWERS.includes(tag)) return false;
  const [, b1 = 0, b2 = 0, b3 = 0, , size = 0, b6 = 0, b7 = 0] = bytes;
  const length = (b1 << 16) | (b2 << 8) | b3;
  if (size < 0x80) return length === 2 + size;
  return (size === 0x81 && length === 3 + b6) || (size === 0x82 && length === 4 + ((b6 << 8) | b7));
}

function recogniseLdap(bytes: Uint8Array): Recognition | 'wait' | null {
  if (bytes.length < 9) return 'wait';
  const length = bytes[1] as number;
  const at = length < 0x80 ? 2 : length <= 0x84 ? 2 + (length & 0x7f) : -1;
  if (at < 0 || bytes[at] !== 2) return null;
  const idLength = bytes[at + 1] as number;
  if (idLength === 0 || idLength > 4) return null;
  const tag = bytes[at + 2 + idLength];
  if (tag === undefined) return 'wait';
  if (tag === 0x60 || tag === 0x63 || tag === 0x77 || tag === 0x42) return { protocol: 'ldap', role: 'client' };
  return tag === 0x61 || tag === 0x64 || tag === 0x65 || tag === 0x78 ? { protocol: 'ldap', role: 'server' } : null;
}

/**
 * DNS over TCP (RFC 7766 section 8): a length, a header with one question (RFC 1035 section 4.1.1), and a name whose
 * labels fit. Of a first message of 512 bytes and more, as many bytes as a header has must be there at once: few others
 * begin with a byte above 1, and none is made to wait.
 */
function recogniseDns(bytes: Uint8Array): Recognition | 'wait' | null {
  const b0 = bytes[0] ?? 0;
  if (b0 >= 2 && bytes.length < 2 + DNS_HEADER_BYTES) return null;
  const b4 = bytes[4] ?? 0;
  const b5 = bytes[5] ?? 0;
  const b6 = bytes[6] ?? 0;
  const b7 = bytes[7] ?? 1;
  const length = (b0 << 8) | (bytes[1] ?? 0xff);
  if (length < SHORTEST_DNS_BYTES || b6 !== 0 || b7 !== 1) return null;
  const isResponse = b4 >= 0x80;
  // opcode 0, no reserved bit; a question has no answers and no error
  if ((b4 & 0x78) !== 0 || (b5 & 0x40) !== 0 || (!isResponse && (b5 & 0x8f) !== 0)) return null;
  if (!isResponse && ((bytes[8] ?? 0) !== 0 || (bytes[9] ?? 0) !== 0 || (bytes[10] ?? 0) !== 0)) return null;
  for (let at = 14; at < 2 + length; at += 1 + (bytes[at] as number)) {
    const label = bytes[at];
    if (label === undefined) return 'wait';
    if (label > 63) return null;
    if (label > 0) continue;
    if (bytes.length < at + 5) return at + 5 > 2 + length ? null : 'wait';
    const isClassKnown = bytes[at + 3] === 0 && [1, 3, 4, 255].includes(bytes[at + 4] as number);
    return isClassKnown ? { protocol: 'dns', role: isResponse ? 'server' : 'client' } : null;
  }
  return null;
}
/** RFC 6587 section 3.4: a priority up to 191 and a version or a date; before it the length of the message, or nothing */
function recogniseSyslog(bytes: Uint8Array): 'yes' | 'wait' | 'no' {
  const first = bytes[0];
  if (first !== undefined && first !== 0x3c && (first < 0x31 || first > 0x39)) return 'no';
  const head = Buffer.from(bytes.subarray(0, ENOUGH)).toString('latin1');
  const match = /^(?:[1-9]\d{0,4} )?<(\d{1,3})>(?:1 |[A-Z][a-z]{2} [ \d]\d |\d{4}-)/.exec(head);
  if (match !== null) return Number(match[1]) <= 191 ? 'yes' : 'no';
  return /^(?:[1-9]\d{0,4}(?: |$))?(?:$|<\d{0,3}(?:$|>[1A-Za-z0-9 -]{0,10}$))/.test(head) && head.length < ENOUGH
    ? 'wait'
    : 'no';
}

const DNS_HEADER_BYTES = 12;
/** header, the root's name, type and class */
const SHORTEST_DNS_BYTES = 12 + 1 + 4;

/** the reply bit of the SMB header: SMB1 flags, SMB2 flags (MS-SMB2 2.2.1.1) */
function isSmbReply(bytes: Uint8Array): boolean {
  if (bytes[4] === 0xff) return ((bytes[13] ?? 0) & 0x80) !== 0;
  return bytes[4] === 0xfe && ((bytes[20] ?? 0) & 1) !== 0;
}

function tls(role: Role): Recognition {
  return { protocol: 'tls', role };
}

function matchAny(bytes: Uint8Array, texts: readonly string[]): 'yes' | 'wait' | 'no' {
  let answer: 'wait' | 'no' = 'no';
  for (const text of texts) {
    const one = matches(bytes, text);
    if (one === 'yes') return one;
    if (one === 'wait') answer = one;
  }
  return answer;
}

function matches(bytes: Uint8Array, text: string): 'yes' | 'wait' | 'no' {
  const known = Math.min(bytes.length, text.length, ENOUGH);
  for (let at = 0; at < known; at++) {
    const byte = bytes[at] as number;
    const upper = byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte;
    if (upper !== text.charCodeAt(at)) return 'no';
  }
  return bytes.length >= text.length ? 'yes' : 'wait';
}
