import { LIMITS } from '../../base/limits.js';
import type { TlsFacts } from '../../model/facts.js';
import type { DatagramInspector, DatagramInspectorFactory, Notes, Role } from '../inspector.js';
import { HANDSHAKE, HandshakeReader, type HandshakeSink } from '../tls/handshake-reader.js';
import { readClientHello, readServerHello } from '../tls/hello.js';
import { CryptoStream } from './crypto-stream.js';
import { deriveInitialKeys, QUIC_VERSIONS, type PacketKeys } from './initial-keys.js';
import { readLongPacket, type LongPacket } from './long-header.js';
import { openPacket } from './open-packet.js';
import { readFrames } from './read-frames.js';

/** Reads the Initial packets of QUIC versions 1 and 2, and of what was deployed before: everybody can derive their keys (RFC 9001 section 5.2). */
export const inspectQuic: DatagramInspectorFactory = ({ notes }) => new QuicConversation(notes);

type Keys = Readonly<Record<Role, PacketKeys>>;

/** packets of a datagram that are looked at: more are not coalesced */
const PACKETS_PER_DATAGRAM = 8;

class QuicConversation implements DatagramInspector, HandshakeSink {
  isDone = false;
  readonly #notes: Notes;
  readonly #streams: Readonly<Record<Role, CryptoStream>>;
  #keys: Keys | null = null;
  #decryptions = 0;
  #hello: Pick<TlsFacts, 'sni' | 'ech' | 'alpn'> | null = null;
  #isAnswered = false;
  #isRefused = false;
  #isEstablished = false;
  #isSettled = false;

  constructor(notes: Notes) {
    this.#notes = notes;
    this.#streams = { client: this.#makeStream('client'), server: this.#makeStream('server') };
  }

  feed(role: Role, datagram: Uint8Array, isCut: boolean): void {
    if (this.isDone) return;
    this.#notes.opaque('quic');
    let at = 0;
    for (let count = 0; count < PACKETS_PER_DATAGRAM && at < datagram.length; count++) {
      const packet = readLongPacket(datagram, at, (version) => QUIC_VERSIONS[version] ?? null);
      if (packet === null) break;
      this.#readPacket(role, packet, isCut);
      at += packet.bytes.length;
    }
    // A short header, or a Handshake packet, of the client: it has the keys, so the server's answer suited it.
    const isShort = at === 0 && ((datagram[0] ?? 0x80) & 0x80) === 0;
    if (isShort && role === 'client' && this.#isAnswered) this.#isEstablished = true;
    if (this.#isEstablished || this.#decryptions >= LIMITS.quicDecryptions) this.#settle();
  }

  end(): void {
    this.#settle();
  }

  #makeStream(role: Role): CryptoStream {
    const handshake = new HandshakeReader(this, role);
    return new CryptoStream(
      (bytes) => {
        handshake.feed(bytes);
      },
      () => {
        this.tooLong();
      },
    );
  }

  #readPacket(role: Role, packet: LongPacket, isCut: boolean): void {
    const version = QUIC_VERSIONS[packet.version];
    if (version === undefined) {
      // Version 0 is a negotiation (RFC 8999 section 6): the client tries again.
      if (packet.version !== 0) this.#notes.shortfall('undecodable');
      return;
    }
    if (packet.type === version.handshake && role === 'client' && this.#isAnswered) this.#isEstablished = true;
    if (packet.type !== version.initial || packet.numberAt === 0) return;
    if (role === 'client') this.#keys ??= deriveInitialKeys(version, packet.destinationId);
    let frames = this.#open(role, packet);
    if (frames === null && role === 'client' && !this.#isAnswered) {
      // After a Retry the keys are those of the new destination (RFC 9001 section 5.2).
      this.#keys = deriveInitialKeys(version, packet.destinationId);
      frames = this.#open(role, packet);
    }
    if (frames !== null) this.#readFrames(role, frames, version.crypto);
    else if (!isCut && this.#hello === null) this.#notes.shortfall('undecodable');
  }

  #open(role: Role, { bytes, numberAt }: LongPacket): Buffer | null {
    if (this.#keys === null || this.#decryptions >= LIMITS.quicDecryptions) return null;
    this.#decryptions++;
    return openPacket(bytes, numberAt, this.#keys[role]);
  }

  #readFrames(role: Role, frames: Uint8Array, crypto: number): void {
    for (const frame of readFrames(frames, crypto)) {
      if (frame.kind === 'crypto') this.#streams[role].add(frame.offset, frame.data);
      else if (role === 'server') this.#isRefused = true;
    }
  }

  tooLong(): void {
    this.#notes.shortfall('limit');
  }

  message(role: Role, type: number, body: Uint8Array): void {
    if (role === 'client' && type === HANDSHAKE.clientHello) this.#hello = readClientHello(body) ?? this.#hello;
    if (role === 'server' && type === HANDSHAKE.serverHello && readServerHello(body)?.isRetry === false)
      this.#isAnswered = true;
  }

  #settle(): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    this.isDone = true;
    if (this.#hello === null) return;
    const { sni, ech, alpn } = this.#hello;
    this.#notes.tls({
      version: '1.3',
      sni,
      ech,
      alpn,
      answered: this.#isAnswered,
      established: this.#isEstablished,
      certificateNames: [],
      alert: null,
    });
    const answer = this.#isRefused ? 'refused' : this.#isAnswered ? 'accepted' : 'none';
    if (sni !== null) this.#notes.name({ source: 'quic-sni', name: sni, port: null, answer, status: null, ech });
  }
}
