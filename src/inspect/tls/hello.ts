import { normaliseName } from '../destination-name.js';
import { ByteCursor } from './byte-cursor.js';

/** What a ClientHello says in the clear (RFC 8446 section 4.1.2, RFC 5246 section 7.4.1.2). */
export interface ClientHello {
  /** newest version offered */
  readonly version: string | null;
  /** server name (RFC 6066 section 3), normalised; null: none, or none that could be looked up */
  readonly sni: string | null;
  readonly alpn: readonly string[];
  /** Encrypted Client Hello was offered, or greased (RFC 9849): which, nobody can tell */
  readonly ech: boolean;
}

export interface ServerHello {
  readonly version: string | null;
  /** HelloRetryRequest (RFC 8446 section 4.1.4): another ClientHello follows */
  readonly isRetry: boolean;
}

const EXTENSION = { serverName: 0, alpn: 16, supportedVersions: 43, ech: 0xfe0d } as const;
const HOST_NAME = 0;
const RANDOM_BYTES = 32;
const MAX_PROTOCOLS = 16;
const MAX_PROTOCOL_LENGTH = 64;
/** SHA-256 of "HelloRetryRequest", RFC 8446 section 4.1.3 */
const RETRY_RANDOM = 'cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c';

const VERSIONS: Readonly<Record<number, string>> = {
  0x0002: 'SSL 2',
  0x0300: 'SSL 3',
  0x0301: '1.0',
  0x0302: '1.1',
  0x0303: '1.2',
  0x0304: '1.3',
};

function versionName(version: number): string | null {
  return VERSIONS[version] ?? null;
}

/** @param body of the handshake message @returns null when it is none */
export function readClientHello(body: Uint8Array): ClientHello | null {
  const cursor = new ByteCursor(body);
  let newest = cursor.u16();
  cursor.skip(RANDOM_BYTES);
  cursor.skipVector(1); // session
  cursor.skipVector(2); // cipher suites
  cursor.skipVector(1); // compression
  if (cursor.isPastEnd) return null;
  let sni: string | null = null;
  let ech = false;
  const alpn: string[] = [];
  forEachExtension(cursor, (type, data) => {
    if (type === EXTENSION.serverName) sni = readServerName(data) ?? sni;
    else if (type === EXTENSION.alpn) alpn.push(...readProtocols(data));
    else if (type === EXTENSION.supportedVersions) newest = readNewest(data.vector(1)) ?? newest;
    else if (type === EXTENSION.ech) ech = true;
  });
  return { version: versionName(newest), sni, alpn, ech };
}

/** @param body of the handshake message @returns null when it is none */
export function readServerHello(body: Uint8Array): ServerHello | null {
  const cursor = new ByteCursor(body);
  let version = cursor.u16();
  const random = Buffer.from(cursor.take(RANDOM_BYTES)).toString('hex');
  cursor.skipVector(1); // session
  cursor.skip(3); // cipher suite, compression
  if (cursor.isPastEnd) return null;
  forEachExtension(cursor, (type, data) => {
    if (type === EXTENSION.supportedVersions) version = data.u16();
  });
  return { version: versionName(version), isRetry: random === RETRY_RANDOM };
}

function forEachExtension(cursor: ByteCursor, visit: (type: number, data: ByteCursor) => void): void {
  if (cursor.left === 0) return;
  const extensions = cursor.vector(2);
  while (extensions.left >= 4) {
    const type = extensions.u16();
    const data = extensions.vector(2);
    if (extensions.isPastEnd) return;
    visit(type, data);
  }
}

function readServerName(data: ByteCursor): string | null {
  const list = data.vector(2);
  while (list.left > 3) {
    const type = list.u8();
    const name = list.vector(2).rest();
    if (type === HOST_NAME) return normaliseName(Buffer.from(name).toString('utf8'));
  }
  return null;
}

function readProtocols(data: ByteCursor): string[] {
  const list = data.vector(2);
  const protocols: string[] = [];
  while (list.left > 0 && protocols.length < MAX_PROTOCOLS) {
    const name = Buffer.from(list.vector(1).rest()).toString('latin1');
    // GREASE (RFC 8701) and other bytes that are no text
    if (/^[\x21-\x7e]+$/.test(name)) protocols.push(name.slice(0, MAX_PROTOCOL_LENGTH));
  }
  return protocols;
}

/** Newest of a list; values of RFC 8701 are no versions. */
function readNewest(list: ByteCursor): number | null {
  let newest: number | null = null;
  while (list.left >= 2) {
    const version = list.u16();
    if (versionName(version) !== null && (newest === null || version > newest)) newest = version;
  }
  return newest;
}
