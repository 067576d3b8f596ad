import { LIMITS } from '../base/limits.js';
import type { AppProtocol } from '../model/facts.js';
import type { WatchedPacket } from '../flow/payload-watcher.js';
import { FlowNotes, type Carrier } from './flow-notes.js';
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
import type { ReassemblyPool, StreamTarget } from './stream-reassembler.js';

const SYN = 2;
const FIN = 1;
const RST = 4;
const BOTH = 3;

/** What all of them share. */
export interface StreamSetting {
  readonly streams: Partial<Record<AppProtocol, StreamInspectorFactory>>;
  readonly pool: ReassemblyPool;
  /** a connection between the ends of this row's flow announces another; `client` is the side that is its client */
  announce(row: number, transfer: AnnouncedTransfer, client: 0 | 1): void;
}

/** What is known of a conversation when it begins. */
export interface ConversationBegin {
  /** of the flow table: the conversation's own for as long as it lives */
  readonly row: number;
  readonly depth: 'names' | 'content';
  /** ports of side a and b */
  readonly ports: readonly [number, number];
  /** first sequence numbers of side a and b, where their SYNs were seen before */
  readonly opened: readonly [number | undefined, number | undefined];
  /** the protocol is known beforehand, e.g. an announced FTP data connection: its inspector, and the side that asks */
  readonly announced: { readonly make: StreamInspectorFactory; readonly client: 0 | 1 } | undefined;
}

/** Bytes of one side that came before anybody knew the protocol; a number is a hole of that many bytes. */
interface Early {
  readonly side: 0 | 1;
  readonly bytes: Uint8Array | number;
}

/** shared while nothing is kept: never written to */
const NOTHING: Early[] = [];

/** One TCP connection that is looked into: two directions put in order, the protocol recognised, its inspector fed. */
export class TcpConversation implements InspectionContext, StreamTarget, Carrier {
  readonly notes: FlowNotes;
  readonly depth: 'names' | 'content';
  isDone = false;
  /** what a stream holds back is known only when it is over */
  readonly isAtRest = false;
  readonly #setting: StreamSetting;
  readonly #row: number;
  readonly #portOfA: number;
  readonly #portOfB: number;
  readonly #fromA: StreamReassembler;
  readonly #fromB: StreamReassembler;
  #inspector: StreamInspector | null = null;
  #clientSide: 0 | 1 = 0;
  #early: Early[] = NOTHING;
  #earlyBytesOfA = 0;
  #earlyBytesOfB = 0;
  #greetingSide: 0 | 1 | -1 = -1;
  #carried = 0;
  #handedOver: { expected: AppProtocol | null; rests: Early[] } | null = null;
  #now = 0;
  #isSettled = false;
  /** bit 0: side a was heard, if only by its SYN; bit 1: side b */
  #heard = 0;

  constructor(setting: StreamSetting, { row, depth, ports, opened, announced }: ConversationBegin, facts: HeldBudget) {
    this.#setting = setting;
    this.depth = depth;
    this.#row = row;
    this.#portOfA = ports[0];
    this.#portOfB = ports[1];
    this.notes = new FlowNotes(facts);
    this.#fromA = new StreamReassembler(setting.pool, this, 0);
    this.#fromB = new StreamReassembler(setting.pool, this, 1);
    if (opened[0] !== undefined) {
      this.#fromA.begin(opened[0]);
      this.#heard |= 1;
    }
    if (opened[1] !== undefined) {
      this.#fromB.begin(opened[1]);
      this.#heard |= 2;
    }
    if (announced !== undefined) {
      this.notes.protocol = 'ftp';
      this.#useClient(announced.client);
      this.#inspector = this.#make(announced.make);
    }
  }

  /** for the inspector at work: 0 where the ports belong to another protocol, which carries this one */
  get serverPort(): number {
    if (this.#carried > 0) return 0;
    return this.#clientSide === 0 ? this.#portOfB : this.#portOfA;
  }

  now(): number {
    return this.#now / 1e9;
  }

  see(packet: WatchedPacket): void {
    if (this.isDone) return;
    const side = packet.direction === 0 ? 0 : 1;
    const direction = side === 0 ? this.#fromA : this.#fromB;
    this.#heard |= 1 << side;
    this.notes.fileNumber = packet.file;
    this.notes.frameNumber = packet.frame;
    this.#now = packet.time;
    const { tcpFlags, seq } = packet;
    if ((tcpFlags & RST) !== 0) return;
    const first = (tcpFlags & SYN) === 0 ? seq : seq + 1;
    if ((tcpFlags & SYN) !== 0) direction.begin(first);
    if ((tcpFlags & FIN) !== 0) direction.finishAt((first + packet.length) | 0);
    if (packet.length > 0) {
      if (packet.captured < packet.length) this.notes.shortfall('snap-length');
      direction.take(first, packet.bytes.subarray(packet.at, packet.at + packet.captured), packet.length, packet.time);
      if (direction.fromTheMiddle) this.notes.shortfall('from-the-middle');
    }
    if (this.#isOver()) this.end();
  }

  /** The flow is over. */
  end(): void {
    if (this.#isSettled) return;
    if (!this.isDone) {
      this.#fromA.finish();
      this.#fromB.finish();
    }
    this.#noteSides();
    this.#settle();
  }

  /** Both speak before a connection carries anything: of whom nothing was heard, was not captured. */
  #noteSides(): void {
    if (this.#heard !== BOTH) this.notes.shortfall('one-sided');
  }

  #isOver(): boolean {
    return this.#fromA.isOver && this.#fromB.isOver;
  }

  #settle(): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    if (this.#inspector === null && this.#early.length > 0) this.#recogniseAtLast();
    this.#inspector?.end(this.#isOver());
    this.#inspector = null;
    this.#early = NOTHING;
    this.#fromA.abandon();
    this.#fromB.abandon();
    this.isDone = true;
  }

  feed(side: 0 | 1, bytes: Uint8Array): void {
    if (this.isDone || bytes.length === 0) return;
    this.notes.sawBytes(side);
    if (this.#inspector === null) this.#keepEarly(side, bytes);
    else {
      this.#inspector.feed(this.#roleOf(side), bytes);
      this.#afterFeeding();
    }
  }

  skip(side: 0 | 1, length: number): void {
    this.notes.shortfall('gap');
    if (this.isDone) return;
    if (this.#inspector === null) {
      if (this.#earlyBytesOf(side) > 0) this.#early.push({ side, bytes: length });
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
      this.#early = NOTHING;
      this.#earlyBytesOfA = 0;
      this.#earlyBytesOfB = 0;
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
      for (const { side, bytes } of handedOver.rests) if (typeof bytes !== 'number') this.feed(side, bytes);
      return;
    }
    if (this.#inspector?.isDone === true) this.#settle();
  }

  #keepEarly(side: 0 | 1, bytes: Uint8Array): void {
    const isFirst = this.#early.length === 0;
    const begin = isFirst ? bytes : this.#earlyWith(side, bytes);
    const answer = recogniseStream(begin, this.#greetingSide === (side ^ 1));
    if (side === 0) this.#earlyBytesOfA += bytes.length;
    else this.#earlyBytesOfB += bytes.length;
    if (answer === 'greeting') this.#greetingSide = side;
    else if (answer !== null && answer !== 'wait') {
      // most flows are known by their first segment: it is read where it lies
      if (!isFirst) this.#early.push({ side, bytes });
      this.#inspect(answer.protocol, answer.role === 'client' ? side : side === 0 ? 1 : 0);
      if (isFirst) this.feed(side, bytes);
      return;
    }
    // it is not read at once, so it has to be kept
    if (isFirst) this.#early = [];
    this.#early.push({ side, bytes: bytes.slice() });
    // both spoke and neither said anything that is known, or one said too much of it
    const other = side === 0 ? 1 : 0;
    const isOtherUnknown = this.#earlyBytesOf(other) > 0 && this.#isUnknown(other);
    if ((answer === null && isOtherUnknown) || this.#earlyBytesOf(side) > LIMITS.recognitionBytes) this.#giveUp();
  }

  #earlyBytesOf(side: 0 | 1): number {
    return side === 0 ? this.#earlyBytesOfA : this.#earlyBytesOfB;
  }

  #isUnknown(side: 0 | 1): boolean {
    return recogniseStream(this.#earlyOf(side), this.#greetingSide === (side ^ 1)) === null;
  }

  /** the first bytes of a side, up to the first hole */
  #earlyOf(side: 0 | 1): Uint8Array {
    const parts: Uint8Array[] = [];
    for (const early of this.#early) {
      if (early.side !== side) continue;
      if (typeof early.bytes === 'number') break;
      parts.push(early.bytes);
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
  }

  /** the same with what comes now */
  #earlyWith(side: 0 | 1, bytes: Uint8Array): Uint8Array {
    if (this.#earlyBytesOf(side) === 0) return bytes;
    const hasHole = this.#early.some((early) => early.side === side && typeof early.bytes === 'number');
    return hasHole ? this.#earlyOf(side) : Buffer.concat([this.#earlyOf(side), bytes]);
  }

  #recogniseAtLast(): void {
    if (this.#greetingSide !== -1) {
      // nobody answered the greeting: the port is all there is
      const port = this.#greetingSide === 0 ? this.#portOfA : this.#portOfB;
      this.#inspect(port === 21 ? 'ftp' : 'smtp', this.#greetingSide === 0 ? 1 : 0);
      return;
    }
    this.#giveUp();
  }

  #giveUp(): void {
    const isFirst = this.#carried === 0;
    const isFromTheMiddle = this.#fromA.fromTheMiddle || this.#fromB.fromTheMiddle;
    if (this.#carried === 1 && ([0, 1] as const).some((side) => this.#earlyBytesOf(side) > 0 && this.#isUnknown(side)))
      this.notes.carried ??= { protocol: null, at: this.notes.at };
    if (isFirst && !isFromTheMiddle) this.notes.unrecognised = true;
    this.#noteSides();
    this.#early = NOTHING;
    this.#settle();
  }

  #inspect(protocol: AppProtocol, client: 0 | 1): void {
    const early = this.#early;
    this.#early = NOTHING;
    if (this.#carried === 0) this.notes.protocol = protocol;
    else {
      this.notes.inner = protocol;
      this.notes.carried ??= { protocol, at: this.notes.at };
    }
    this.#useClient(client);
    const make = this.#setting.streams[protocol];
    if (make === undefined) {
      this.#settle();
      return;
    }
    this.#inspector = this.#make(make);
    for (const { side, bytes } of early) {
      if (typeof bytes === 'number') this.skip(side, bytes);
      else this.feed(side, bytes);
    }
  }

  #useClient(side: 0 | 1): void {
    this.#clientSide = side;
    if (this.#carried === 0) this.notes.client = side === 0 ? 'a' : 'b';
  }

  #roleOf(side: 0 | 1): Role {
    return side === this.#clientSide ? 'client' : 'server';
  }

  #make(make: StreamInspectorFactory): StreamInspector {
    this.notes.bind(this);
    return make(this);
  }

  handOver(expected: AppProtocol | null, clientRest?: Uint8Array, serverRest?: Uint8Array): void {
    const client = this.#clientSide;
    const server = client === 0 ? 1 : 0;
    const rests: Early[] = [];
    if (clientRest !== undefined && clientRest.length > 0) rests.push({ side: client, bytes: clientRest.slice() });
    if (serverRest !== undefined && serverRest.length > 0) rests.push({ side: server, bytes: serverRest.slice() });
    this.#handedOver = { expected, rests };
  }

  announce(transfer: AnnouncedTransfer): void {
    this.#setting.announce(this.#row, transfer, this.#clientSide);
  }
}
