import type { Role } from '../inspector.js';
import { readBer } from './ber-element.js';
import type { RecogniseDatagram } from './datagram.js';

const SEQUENCE = 0x30;
const INTEGER = 0x02;
const OCTET_STRING = 0x04;

/** AS, TGS and AP requests and answers, KRB-ERROR: application tags of RFC 4120 section 5.10 */
const KERBEROS: Readonly<Record<number, Role>> = {
  0x6a: 'client',
  0x6b: 'server',
  0x6c: 'client',
  0x6d: 'server',
  0x6e: 'client',
  0x7e: 'server',
};
/** a context tag (1 in KDC-REQ, else 0) with INTEGER 5, the version */
const KERBEROS_VERSION = [3, 2, 1, 5];

export const recogniseKerberos: RecogniseDatagram = ({ bytes }) => {
  const role = KERBEROS[bytes[0] ?? 0];
  if (role === undefined) return null;
  const outer = readBer(bytes, 0);
  if (outer === null) return null;
  const inner = readBer(bytes, outer.start);
  if (inner?.tag !== SEQUENCE || inner.end !== outer.end) return null;
  const context = bytes[inner.start];
  const isVersion5 = KERBEROS_VERSION.every((byte, index) => bytes[inner.start + 1 + index] === byte);
  return isVersion5 && (context === 0xa0 || context === 0xa1) ? role : null;
};

/** Operations of LDAP without a connection (RFC 4511 section 4.2): bind, search, answers to them */
const LDAP: Readonly<Record<number, Role>> = {
  0x60: 'client',
  0x61: 'server',
  0x63: 'client',
  0x64: 'server',
  0x65: 'server',
};

export const recogniseLdap: RecogniseDatagram = ({ bytes }) => {
  if (bytes[0] !== SEQUENCE) return null;
  const outer = readBer(bytes, 0);
  const number = outer === null ? null : readBer(bytes, outer.start);
  if (outer?.tag !== SEQUENCE || number?.tag !== INTEGER || number.end - number.start > 4) return null;
  const operation = readBer(bytes, number.end);
  return operation === null || operation.end > outer.end ? null : (LDAP[operation.tag] ?? null);
};

/** PDUs of RFC 3416 section 3 and RFC 1157: the one that asks or reports is the client */
const SNMP: Readonly<Record<number, Role>> = {
  0xa0: 'client',
  0xa1: 'client',
  0xa2: 'server',
  0xa3: 'client',
  0xa4: 'client',
  0xa5: 'client',
  0xa6: 'client',
  0xa7: 'client',
  0xa8: 'server',
};
const FLAG_REPORTABLE = 4;

/** SNMP versions 1 and 2c by community and PDU, version 3 by its global data (RFC 3412 section 6). */
export const recogniseSnmp: RecogniseDatagram = ({ bytes }) => {
  if (bytes[0] !== SEQUENCE) return null;
  const outer = readBer(bytes, 0);
  const version = outer === null ? null : readBer(bytes, outer.start);
  if (outer?.tag !== SEQUENCE || version?.tag !== INTEGER || version.end - version.start !== 1) return null;
  const third = readBer(bytes, version.end);
  if (third === null || third.end > outer.end) return null;
  const number = bytes[version.start];
  if (number === 3) return third.tag === SEQUENCE ? version3Role(bytes, third.start) : null;
  if ((number !== 0 && number !== 1) || third.tag !== OCTET_STRING) return null;
  return SNMP[bytes[third.end] ?? 0] ?? null;
};

/** Message number, largest size, flags: who wants a report about failure is the one that asks. */
function version3Role(bytes: Uint8Array, from: number): Role | null {
  const number = readBer(bytes, from);
  const size = number === null ? null : readBer(bytes, number.end);
  const flags = size === null ? null : readBer(bytes, size.end);
  if (number?.tag !== INTEGER || size?.tag !== INTEGER || flags?.tag !== OCTET_STRING) return null;
  return ((bytes[flags.start] ?? 0) & FLAG_REPORTABLE) !== 0 ? 'client' : 'server';
}
