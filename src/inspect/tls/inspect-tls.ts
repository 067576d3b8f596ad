import type { TlsFacts } from '../../model/facts.js';
import type { InspectionContext, Role, StreamInspector, StreamInspectorFactory } from '../inspector.js';
import { alertName } from './alert-name.js';
import { readCertificateNames } from './certificate-names.js';
import { HANDSHAKE, HandshakeReader, type HandshakeSink } from './handshake-reader.js';
import { readClientHello, readServerHello } from './hello.js';
import { CONTENT, RecordReader, type RecordSink } from './record-reader.js';

/** Reads TLS 1.0 to 1.3 up to where both sides encrypt: names, versions, refusals (RFC 8446, RFC 5246). */
export const inspectTls: StreamInspectorFactory = (context) => new TlsConversation(context);

const FATAL = 2;
const NO_ALERT: readonly number[] = [];
/** An encrypted alert is 2 bytes, a type and a tag of 16 (RFC 8446 section 5.2); a Finished is longer. */
const LONGEST_SEALED_ALERT = 31;
const NOTHING: TlsFacts = {
  version: null,
  sni: null,
  ech: false,
  alpn: [],
  answered: false,
  established: false,
  certificateNames: [],
  alert: null,
};

/** One direction. */
interface Way {
  readonly records: RecordReader;
  readonly handshake: HandshakeReader;
  hasChangedCipher: boolean;
  /** encrypted data that is more than an alert was sent */
  hasSealed: boolean;
  isLost: boolean;
  /** description of a plain alert, collected over fragments */
  alert: readonly number[];
}

class TlsConversation implements StreamInspector, RecordSink, HandshakeSink {
  isDone = false;
  readonly #context: InspectionContext;
  readonly #ways: Readonly<Record<Role, Way>>;
  #facts: TlsFacts = NOTHING;
  #hasHello = false;
  #isRefused = false;
  /** a second hello of both sides follows in the clear */
  #clientAwaitsRetry = false;
  #serverAwaitsRetry = false;
  #isSettled = false;

  constructor(context: InspectionContext) {
    this.#context = context;
    this.#ways = { client: this.#makeWay('client'), server: this.#makeWay('server') };
  }

  feed(role: Role, bytes: Uint8Array): void {
    if (this.isDone) return;
    const way = this.#ways[role];
    if (!way.records.hasBegun && role === 'client') this.#passSsl2Hello(way, bytes);
    way.records.feed(bytes);
  }

  skip(role: Role, length: number): void {
    if (!this.isDone) this.#ways[role].records.skip(length);
  }

  end(): void {
    this.#settle();
  }

  #makeWay(role: Role): Way {
    const records = new RecordReader(this, role);
    const handshake = new HandshakeReader(this, role);
    return { records, handshake, hasChangedCipher: false, hasSealed: false, isLost: false, alert: NO_ALERT };
  }

  /** RFC 5246 appendix E.2: length with the highest bit set, then a ClientHello without extensions. */
  #passSsl2Hello({ records }: Way, bytes: Uint8Array): void {
    const high = bytes[0] ?? 0;
    if (high < 0x80 || bytes[2] !== HANDSHAKE.clientHello) return;
    records.passOver(2 + (((high & 0x7f) << 8) | (bytes[1] ?? 0)));
    this.#hasHello = true;
  }

  begin(role: Role, type: number, length: number): void {
    const way = this.#ways[role];
    way.alert = NO_ALERT;
    if (type === CONTENT.changeCipherSpec) way.hasChangedCipher = true;
    const isSealed = type === CONTENT.applicationData || (type === CONTENT.handshake && this.#isSealed(role));
    if (!isSealed) return;
    this.#context.notes.opaque('tls');
    if (!this.#hasHello && !this.#facts.answered) this.#context.notes.shortfall('from-the-middle');
    if (length > LONGEST_SEALED_ALERT) way.hasSealed = true;
    const { client, server } = this.#ways;
    if (client.hasSealed && server.hasSealed) {
      this.#facts = { ...this.#facts, established: true };
      this.#settle();
    }
  }

  /** After ChangeCipherSpec all is encrypted, but for the second hellos behind a HelloRetryRequest (appendix D.4). */
  #isSealed(role: Role): boolean {
    const awaitsRetry = role === 'client' ? this.#clientAwaitsRetry : this.#serverAwaitsRetry;
    return this.#ways[role].hasChangedCipher && !awaitsRetry;
  }

  missing(role: Role, type: number): void {
    if (type === CONTENT.handshake && !this.#isSealed(role)) this.#ways[role].handshake.stop();
  }

  tooLong(): void {
    this.#context.notes.shortfall('limit');
  }

  fragment(role: Role, type: number, bytes: Uint8Array): void {
    if (this.isDone || this.#isSealed(role)) return;
    const way = this.#ways[role];
    if (type === CONTENT.handshake) way.handshake.feed(bytes);
    else if (type === CONTENT.alert && way.alert.length < 2) {
      way.alert = [...way.alert, ...bytes.subarray(0, 2 - way.alert.length)];
      if (way.alert.length === 2) this.#readAlert(role, way.alert as readonly [number, number]);
    }
  }

  #readAlert(role: Role, [level, description]: readonly [number, number]): void {
    if (level !== FATAL) return;
    this.#facts = { ...this.#facts, alert: alertName(description) };
    if (role === 'server') this.#isRefused = true;
    this.#settle();
  }

  message(role: Role, type: number, body: Uint8Array): void {
    if (type === HANDSHAKE.clientHello && role === 'client') this.#readClientHello(body);
    else if (type === HANDSHAKE.serverHello && role === 'server') this.#readServerHello(body);
    else if (type === HANDSHAKE.certificate && role === 'server' && this.#facts.version !== '1.3')
      this.#facts = { ...this.#facts, certificateNames: readCertificateNames(body) };
  }

  #readClientHello(body: Uint8Array): void {
    const hello = readClientHello(body);
    if (hello === null) {
      this.#context.notes.shortfall('undecodable');
      return;
    }
    this.#hasHello = true;
    this.#clientAwaitsRetry = false;
    const { version, ...said } = hello;
    this.#facts = { ...this.#facts, ...said, version: this.#facts.answered ? this.#facts.version : version };
  }

  #readServerHello(body: Uint8Array): void {
    const hello = readServerHello(body);
    if (hello === null) {
      this.#context.notes.shortfall('undecodable');
      return;
    }
    this.#clientAwaitsRetry = hello.isRetry;
    this.#serverAwaitsRetry = hello.isRetry;
    if (!hello.isRetry) this.#facts = { ...this.#facts, answered: true, version: hello.version };
  }

  lost(role: Role, why: 'gap' | 'undecodable'): void {
    const way = this.#ways[role];
    way.isLost = true;
    this.#context.notes.shortfall(why === 'undecodable' && !way.records.hasBegun ? 'from-the-middle' : why);
    const { client, server } = this.#ways;
    if (client.isLost && server.isLost) this.#settle();
  }

  #settle(): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    this.isDone = true;
    const { notes } = this.#context;
    const { sni, ech, answered, certificateNames } = this.#facts;
    if (this.#hasHello || answered || this.#facts.alert !== null) notes.tls(this.#facts);
    const answer = this.#isRefused ? 'refused' : answered ? 'accepted' : 'none';
    const fact = { port: null, answer, status: null } as const;
    if (sni !== null) notes.name({ source: 'sni', name: sni, ech, ...fact });
    else for (const name of certificateNames) notes.name({ source: 'certificate', name, ech: false, ...fact });
  }
}
