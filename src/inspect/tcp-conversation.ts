import { LIMITS } from '../base/limits.js';
import type { AppProtocol } from '../model/facts.js';
import type { WatchedPacket } from '../flow/payload-watcher.js';
import { FlowNotes } from './flow-notes.js';
import type { HeldBudget } from './held-budget.js';
import type {
  AnnouncedTransfer,
  InspectionContext,
  Role,
  StreamInspector,
  StreamInspectorFactory,
} from './inspector.js';
import { recogniseStream } from './recognise-stream.js';
import { StreamReassembler } from './stream-reassembler.js';
import type { ReassemblyPool } from './stream-reassembler.js';

const SYN = 2;
const FIN = 1;
const RST = 4;

/** What a conversation is told when it begins. */
export interface ConversationSetting {
  readonly depth: 'names' | 'content';
  /** ports of side a and b */
  readonly ports: readonly [number, number];
  /** first sequence numbers of side a and b, where their SYNs were seen before */
  readonly opened: readonly [number | undefined, number | undefined];
  readonly inspectors: Partial<Record<AppProtocol, StreamInspectorFactory>>;
  /** the protocol is known beforehand, e.g. an announced FTP data connection: its inspector, and the side that asks */
  readonly announced?: { readonly make: StreamInspectorFactory; readonly client: 0 | 1 } | undefined;
  /** told of a connection that this one announces, and of the side of this one that is its client */
  readonly announce: (transfer: AnnouncedTransfer, client: 0 | 1) => void;
}

/** Bytes of one side that came before anybody knew the protocol; a number is a hole of that many bytes. */
interface Early {
  readonly side: 0 | 1;
  bytes: Uint8Array | number;
}

/** One TCP connection that is looked into: two directions put in order, the protocol recognised, its inspector fed. */
export class TcpConversation {
  readonly notes: FlowNotes;
  isDone = false;
  readonly #setting: ConversationSetting;
  readonly #directions: readonly [StreamReassembler, StreamReassembler];
  #inspector: StreamInspector | null = null;
  #clientSide: 0 | 1 = 0;
  #early: Early[] = [];
  readonly #earlyBytes: [number, number] = [0, 0];
  #greetingSide: 0 | 1 | -1 = -1;
  #carried = 0;
  #handedOver: { expected: AppProtocol | null; rests: Early[] } | null = null;
  #now = 0;
  #isSettled = false;

  constructor(setting: ConversationSetting, pool: ReassemblyPool, facts: HeldBudget) {
    this.#setting = setting;
    this.notes = new FlowNotes(facts);
    const towards = (side: 0 | 1): StreamReassembler =>
      new StreamReassembler(pool, {
        feed: (bytes) => {
          this.#feed(side, bytes);
        },
        skip: (length) => {
          this.notes.shortfall('gap');
          this.#skip(side, length);
        },
      });
    this.#directions = [towards(0), towards(1)];
    this.#directions.forEach((direction, side) => {
      const seq = setting.opened[side as 0 | 1];
      if (seq !== undefined) direction.begin(seq);
    });
    const { announced } = setting;
    if (announced !== undefined) {
      this.notes.protocol = 'ftp';
      this.#useClient(announced.client);
      this.#inspector = announced.make(this.#context());
    }
  }

  see(packet: WatchedPacket): void {
    if (this.isDone) return;
    const side = packet.direction === 0 ? 0 : 1;
    const direction = this.#directions[side];
    this.notes.fileNumber = packet.file;
    this.notes.frameNumber = packet.frame;
    this.#now = packet.time;
    const { tcpFlags, seq } = packet;
    if ((tcpFlags & RST) !== 0) return;
    if (packet.isLaterFragment) {
      // its payload lies somewhere in the segment: sequence numbers do not place it
      this.notes.shortfall('gap');
      return;
    }
    const first = (tcpFlags & SYN) === 0 ? seq : seq + 1;
    if ((tcpFlags & SYN) !== 0) direction.begin(first);
    if ((tcpFlags & FIN) !== 0) direction.finishAt((first + packet.length) | 0);
    if (packet.length > 0) {
      if (packet.captured < packet.length) this.notes.shortfall('snap-length');
      direction.take(first, packet.bytes.subarray(packet.at, packet.at + packet.captured), packet.length, packet.time);
      if (direction.fromTheMiddle) this.notes.shortfall('from-the-middle');
    }
    if (this.#directions[0].isOver && this.#directions[1].isOver) this.end();
  }

  /** The flow is over. */
  end(): void {
    if (this.#isSettled) return;
    if (!this.isDone) for (const direction of this.#directions) direction.finish();
    this.#settle();
  }

  #settle(): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    if (this.#inspector === null && this.#early.length > 0) this.#recogniseAtLast();
    this.#inspector?.end(this.#directions.every(({ isOver }) => isOver));
    this.#inspector = null;
    this.#early = [];
    for (const direction of this.#directions) direction.abandon();
    this.isDone = true;
  }

  #feed(side: 0 | 1, bytes: Uint8Array): void {
    if (this.isDone || bytes.length === 0) return;
    this.notes.firstBytes[side] ??= this.notes.at;
    if (this.#inspector === null) this.#keepEarly(side, bytes);
    else {
      this.#inspector.feed(this.#roleOf(side), bytes);
      this.#afterFeeding();
    }
  }

  #skip(side: 0 | 1, length: number): void {
    if (this.isDone) return;
    if (this.#inspector === null) {
      if (this.#earlyBytes[side] > 0) this.#early.push({ side, bytes: length });
      return;
    }
    this.#inspector.skip(this.#roleOf(side), length);
    this.#afterFeeding();
  }

  /** An inspector is done, or another protocol follows. */
  #afterFeeding(): void {
    const handedOver = this.#handedOver;
    if (handedOver !== null) {
      this.#handedOver = null;
      this.#inspector?.end();
      this.#inspector = null;
      this.#early = [];
      this.#earlyBytes[0] = 0;
      this.#earlyBytes[1] = 0;
      this.#greetingSide = -1;
      if (++this.#carried > LIMITS.carriedProtocols) {
        this.notes.shortfall('limit');
        this.#settle();
        return;
      }
      if (handedOver.expected !== null) {
        this.#inspect(handedOver.expected, this.#clientSide);
        if (this.#isSettled) return;
      }
      for (const { side, bytes } of handedOver.rests) if (typeof bytes !== 'number') this.#feed(side, bytes);
      return;
    }
    if (this.#inspector?.isDone === true) this.#settle();
  }

  #keepEarly(side: 0 | 1, bytes: Uint8Array): void {
    const early: Early = { side, bytes };
    this.#early.push(early);
    this.#earlyBytes[side] += bytes.length;
    const answer = recogniseStream(this.#earlyOf(side), this.#greetingSide === (side ^ 1));
    if (answer === 'greeting') this.#greetingSide = side;
    else if (answer !== null && answer !== 'wait') {
      this.#inspect(answer.protocol, answer.role === 'client' ? side : side === 0 ? 1 : 0);
      return;
    }
    // it is not read at once, so it has to be kept
    early.bytes = bytes.slice();
    // both spoke and neither said anything that is known, or one said too much of it
    const other = side === 0 ? 1 : 0;
    const isOtherUnknown = this.#earlyBytes[other] > 0 && this.#isUnknown(other);
    if ((answer === null && isOtherUnknown) || this.#earlyBytes[side] > LIMITS.recognitionBytes) this.#giveUp();
  }

  #isUnknown(side: 0 | 1): boolean {
    return recogniseStream(this.#earlyOf(side), this.#greetingSide === (side ^ 1)) === null;
  }

  /** the first bytes of a side, up to the first hole */
  #earlyOf(side: 0 | 1): Uint8Array {
    const own = this.#early.filter((early) => early.side === side);
    if (own.length === 1 && own[0] !== undefined && typeof own[0].bytes !== 'number') return own[0].bytes;
    const parts: Uint8Array[] = [];
    for (const { bytes } of own) {
      if (typeof bytes === 'number') break;
      parts.push(bytes);
    }
    return Buffer.concat(parts);
  }

  #recogniseAtLast(): void {
    if (this.#greetingSide !== -1) {
      // nobody answered the greeting: the port is all there is
      const port = this.#setting.ports[this.#greetingSide];
      this.#inspect(port === 21 ? 'ftp' : 'smtp', this.#greetingSide === 0 ? 1 : 0);
      return;
    }
    this.#giveUp();
  }

  #giveUp(): void {
    const isFirst = this.#carried === 0;
    if (this.#carried === 1 && ([0, 1] as const).some((side) => this.#earlyBytes[side] > 0 && this.#isUnknown(side)))
      this.notes.carried ??= { protocol: null, at: this.notes.at };
    if (isFirst && !this.#directions.some(({ fromTheMiddle }) => fromTheMiddle)) this.notes.unrecognised = true;
    this.#early = [];
    this.#settle();
  }

  #inspect(protocol: AppProtocol, client: 0 | 1): void {
    const early = this.#early;
    this.#early = [];
    if (this.#carried === 0) this.notes.protocol = protocol;
    else {
      this.notes.inner = protocol;
      this.notes.carried ??= { protocol, at: this.notes.at };
    }
    this.#useClient(client);
    const make = this.#setting.inspectors[protocol];
    if (make === undefined) {
      this.#settle();
      return;
    }
    this.#inspector = make(this.#context());
    for (const { side, bytes } of early) {
      if (typeof bytes === 'number') this.#skip(side, bytes);
      else this.#feed(side, bytes);
    }
  }

  #useClient(side: 0 | 1): void {
    this.#clientSide = side;
    if (this.#carried === 0) this.notes.client = side === 0 ? 'a' : 'b';
  }

  #roleOf(side: 0 | 1): Role {
    return side === this.#clientSide ? 'client' : 'server';
  }

  #context(): InspectionContext {
    const client = this.#clientSide;
    const server = client === 0 ? 1 : 0;
    const isCarried = this.#carried > 0;
    const bound = this.notes.bind(
      (expected, clientRest, serverRest) => {
        const rests: Early[] = [];
        if (clientRest !== undefined && clientRest.length > 0) rests.push({ side: client, bytes: clientRest.slice() });
        if (serverRest !== undefined && serverRest.length > 0) rests.push({ side: server, bytes: serverRest.slice() });
        this.#handedOver = { expected, rests };
      },
      (transfer) => {
        this.#setting.announce(transfer, client);
      },
    );
    return {
      notes: bound,
      depth: this.#setting.depth,
      serverPort: isCarried ? 0 : this.#setting.ports[server],
      now: () => this.#now / 1e9,
    };
  }
}
