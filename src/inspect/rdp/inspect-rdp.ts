import { LIMITS } from '../../base/limits.js';
import { FrameCutter } from '../frame-cutter.js';
import type { Notes, Role, StreamInspector, StreamInspectorFactory } from '../inspector.js';
import { readNegotiation, type Negotiation } from './negotiation.js';
import { RDP_FRAMING } from './rdp-framing.js';
import { RdpKnowledge } from './rdp-knowledge.js';
import { WaitingBytes } from './waiting-bytes.js';

/** Codes of X.224 TPDUs (ITU-T X.224 section 13), behind TPKT header and length indicator */
const TPDU = { connectionRequest: 0xe0, connectionConfirm: 0xd0, data: 0xf0 } as const;
const TPDU_CODE_AT = 5;
const DATA_TPDU_BYTES = 7;
const TPKT_VERSION = 3;
const TLS_HANDSHAKE = 22;
/** PROTOCOL_SSL, PROTOCOL_HYBRID, PROTOCOL_HYBRID_EX: the next byte belongs to TLS (MS-RDPBCGR 5.4.5) */
const BEGINS_WITH_TLS: readonly number[] = [1, 2, 8];

/**
 * Reads the security that an RDP connection negotiates and, where that is standard RDP security, the virtual channels
 * that the client asks for, the server grants, and either of them uses.
 */
export const inspectRdp: StreamInspectorFactory = ({ notes }) => new RdpInspector(notes);

class RdpInspector implements StreamInspector {
  readonly #notes: Notes;
  readonly #knowledge: RdpKnowledge;
  readonly #server: FrameCutter;
  #client: FrameCutter;
  /** what the client sent behind its request: what it is, the server's choice says */
  readonly #waiting = new WaitingBytes(LIMITS.rdpWaitingBytes);
  #awaitsChoice = false;
  #choice: Negotiation | null = null;
  #isClosed = false;
  #messages = 0;

  constructor(notes: Notes) {
    this.#notes = notes;
    this.#knowledge = new RdpKnowledge(notes);
    this.#client = this.#cutter('client');
    this.#server = this.#cutter('server');
  }

  get isDone(): boolean {
    return this.#isClosed || this.#messages >= LIMITS.rdpMessages;
  }

  feed(role: Role, bytes: Uint8Array): void {
    if (this.isDone) return;
    if (role === 'client') {
      const unread = this.#awaitsChoice ? bytes : this.#client.feed(bytes);
      if (this.#awaitsChoice) this.#waiting.add(unread);
      if (this.#waiting.isFull) this.#goOnWithoutChoice();
      return;
    }
    const unread = this.#server.feed(bytes);
    if (this.#choice !== null) this.#followChoice(this.#choice, unread);
  }

  skip(role: Role, length: number): void {
    if (this.isDone) return;
    if (role === 'server') this.#server.skip(length);
    else {
      if (this.#awaitsChoice) this.#goOnWithoutChoice();
      this.#client.skip(length);
    }
  }

  end(): void {
    if (!this.isDone && this.#awaitsChoice) {
      const rest = this.#resume();
      if (rest[0] === TLS_HANDSHAKE) this.#notes.opaque('rdp-security');
      else this.#client.feed(rest);
    }
    this.#isClosed = true;
  }

  #cutter(role: Role): FrameCutter {
    return new FrameCutter(RDP_FRAMING, {
      head: (head) => {
        this.#read(role, head);
      },
      rest: () => undefined,
      missing: () => undefined,
      lost: () => {
        this.#notes.shortfall('gap');
      },
    });
  }

  #read(role: Role, head: Uint8Array): void {
    if (this.isDone || this.#choice?.type === 'failure') return;
    this.#messages += 1;
    if (head[0] !== TPKT_VERSION) return;
    const code = head[TPDU_CODE_AT];
    if (code === TPDU.data) {
      this.#knowledge.readMcs(role, head.subarray(DATA_TPDU_BYTES));
      this.#isClosed ||= this.#knowledge.isComplete;
    } else if (code === TPDU.connectionRequest && role === 'client' && this.#choice === null) {
      this.#knowledge.requested(readNegotiation(head));
      this.#awaitsChoice = true;
      this.#client.stop();
    } else if (code === TPDU.connectionConfirm && role === 'server' && this.#choice === null) {
      const choice = readNegotiation(head);
      this.#knowledge.confirmed(choice);
      if (choice.type !== 'unreadable') this.#choice = choice;
      if (isEncrypting(choice)) this.#server.stop();
    }
  }

  /** Runs after every chunk of the server once it has chosen. */
  #followChoice(choice: Negotiation, serverRest: Uint8Array): void {
    if (choice.type === 'failure') this.#isClosed = true;
    else if (isEncrypting(choice)) this.#leave(BEGINS_WITH_TLS.includes(choice.value) ? 'tls' : null, serverRest);
    else if (this.#awaitsChoice) this.#client.feed(this.#resume());
  }

  /** The server's choice was not captured: the client's next bytes tell as much. */
  #goOnWithoutChoice(): void {
    const rest = this.#resume();
    if (rest[0] === TLS_HANDSHAKE) this.#leave('tls', new Uint8Array(0), rest);
    else this.#client.feed(rest);
  }

  #resume(): Uint8Array {
    this.#awaitsChoice = false;
    this.#client = this.#cutter('client');
    return this.#waiting.take();
  }

  #leave(expected: 'tls' | null, serverRest: Uint8Array, clientRest = this.#waiting.take()): void {
    this.#isClosed = true;
    this.#notes.opaque('rdp-security');
    this.#notes.handOver(expected, clientRest, serverRest);
  }
}

/** Anything but standard RDP security hides the channels. */
function isEncrypting({ type, value }: Negotiation): boolean {
  return type === 'response' && value !== 0;
}
