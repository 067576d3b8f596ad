import { LIMITS } from '../../base/limits.js';
import type { Role } from '../inspector.js';

const HEADER_BYTES = 4;
const EMPTY = Buffer.alloc(0);

export const HANDSHAKE = { clientHello: 1, serverHello: 2, certificate: 11 } as const;
const READ: ReadonlySet<number> = new Set(Object.values(HANDSHAKE));

/** Who listens to the messages of both directions. */
export interface HandshakeSink {
  message(role: Role, type: number, body: Uint8Array): void;
  /** a message that would have been read is too long to be held */
  tooLong(): void;
}

/** Puts handshake messages together that are spread over records (RFC 8446 section 5.1). */
export class HandshakeReader {
  readonly #sink: HandshakeSink;
  readonly #role: Role;
  #room: Buffer = EMPTY;
  /** view of what is held in `#room`, or of what is being fed */
  #held: Buffer = EMPTY;
  /** of the message that is passed over */
  #passed = 0;
  #isStopped = false;

  constructor(sink: HandshakeSink, role: Role) {
    this.#sink = sink;
    this.#role = role;
  }

  /** Nothing more is read: what follows is encrypted, or bytes are missing. */
  stop(): void {
    this.#isStopped = true;
    this.#room = EMPTY;
    this.#held = EMPTY;
  }

  feed(fragment: Uint8Array): void {
    if (this.#isStopped) return;
    const passed = Math.min(this.#passed, fragment.length);
    this.#passed -= passed;
    if (passed === fragment.length) return;
    // most messages come whole: those are read where they are
    const isInPlace = this.#held.length === 0;
    if (isInPlace) this.#held = Buffer.from(fragment.buffer, fragment.byteOffset + passed, fragment.length - passed);
    else this.#hold(fragment.subarray(passed));
    while (this.#held.length >= HEADER_BYTES && this.#takeMessage());
    if (!isInPlace) return;
    const rest = this.#held;
    this.#room = EMPTY;
    this.#held = EMPTY;
    if (rest.length > 0) this.#hold(rest);
  }

  /** The room doubles: however small the fragments are, each byte is moved a few times at most. */
  #hold(bytes: Uint8Array): void {
    const end = this.#held.byteOffset - this.#room.byteOffset + this.#held.length;
    const needed = this.#held.length + bytes.length;
    if (end + bytes.length > this.#room.length) {
      const grown = Buffer.alloc(Math.max(1024, 2 * needed));
      grown.set(this.#held);
      this.#room = grown;
      this.#held = grown.subarray(0, this.#held.length);
    }
    const from = this.#held.byteOffset - this.#room.byteOffset;
    this.#room.set(bytes, from + this.#held.length);
    this.#held = this.#room.subarray(from, from + needed);
  }

  #takeMessage(): boolean {
    const type = this.#held[0] as number;
    const end = HEADER_BYTES + this.#held.readUIntBE(1, 3);
    const isRead = READ.has(type);
    if (!isRead || end > LIMITS.tlsHandshakeBytes) {
      if (isRead) this.#sink.tooLong();
      this.#passed = Math.max(0, end - this.#held.length);
      this.#held = this.#held.subarray(Math.min(end, this.#held.length));
      return true;
    }
    if (this.#held.length < end) return false;
    const body = this.#held.subarray(HEADER_BYTES, end);
    this.#held = this.#held.subarray(end);
    this.#sink.message(this.#role, type, body);
    return true;
  }
}
