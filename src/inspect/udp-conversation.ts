import type { WatchedPacket } from '../flow/payload-watcher.js';
import type { AppProtocol, Facts } from '../model/facts.js';
import { FlowNotes } from './flow-notes.js';
import type { HeldBudget } from './held-budget.js';
import type { DatagramInspector, DatagramInspectorFactory, InspectionContext, Role } from './inspector.js';

export interface DatagramRecognition {
  readonly protocol: AppProtocol;
  readonly role: Role;
}

/** The protocol of a UDP flow by a datagram of it; `null` when unsure. */
export type RecogniseDatagram = (
  datagram: Uint8Array,
  destinationPort: number,
  sourcePort: number,
) => DatagramRecognition | null;

/** What all of them share. */
export interface DatagramSetting {
  readonly datagrams: Partial<Record<AppProtocol, DatagramInspectorFactory>>;
  readonly recogniseDatagram: RecogniseDatagram;
}

/** datagrams that are tried before a flow counts as not recognised */
const TRIES = 4;

/** One UDP flow that is looked into. */
export class UdpConversation implements InspectionContext {
  readonly notes: FlowNotes;
  readonly depth: 'names' | 'content';
  isDone = false;
  readonly #setting: DatagramSetting;
  readonly #portOfA: number;
  readonly #portOfB: number;
  #inspector: DatagramInspector | null = null;
  #clientSide: 0 | 1 = 0;
  #tries = 0;
  #now = 0;

  /** @param ports of side a and b @param before what was known when it came to rest (`isAtRest`) */
  constructor(
    setting: DatagramSetting,
    depth: 'names' | 'content',
    ports: readonly [number, number],
    budget: HeldBudget,
    before: Facts | null = null,
  ) {
    this.#setting = setting;
    this.depth = depth;
    this.#portOfA = ports[0];
    this.#portOfB = ports[1];
    if (before === null) {
      this.notes = new FlowNotes(budget);
      return;
    }
    this.notes = FlowNotes.of(before, budget);
    this.#clientSide = before.client === 'b' ? 1 : 0;
    const make = before.protocol === null ? undefined : setting.datagrams[before.protocol];
    this.#inspector = make?.(this) ?? null;
  }

  get serverPort(): number {
    return this.#clientSide === 0 ? this.#portOfB : this.#portOfA;
  }

  /** nothing is outstanding: were this the last packet, no more would be noted */
  get isAtRest(): boolean {
    return this.#inspector?.isAtRest === true && this.notes.refused === 0;
  }

  now(): number {
    return this.#now / 1e9;
  }

  see(packet: WatchedPacket): void {
    if (this.isDone || packet.length === 0) return;
    const side = packet.direction === 0 ? 0 : 1;
    this.notes.fileNumber = packet.file;
    this.notes.frameNumber = packet.frame;
    this.#now = packet.time;
    const isCut = packet.captured < packet.length;
    if (isCut) this.notes.shortfall('snap-length');
    const datagram = packet.bytes.subarray(packet.at, packet.at + packet.captured);
    this.notes.sawBytes(side);
    if (this.#inspector === null && !this.#recognise(side, datagram)) return;
    const inspector = this.#inspector;
    if (inspector === null) return;
    inspector.feed(side === this.#clientSide ? 'client' : 'server', datagram, isCut);
    if (inspector.isDone) this.end();
  }

  end(): void {
    if (this.#tries > 0 && this.notes.protocol === null) this.notes.unrecognised = true;
    this.#inspector?.end();
    this.#inspector = null;
    this.isDone = true;
  }

  #recognise(side: 0 | 1, datagram: Uint8Array): boolean {
    const { recogniseDatagram, datagrams } = this.#setting;
    const found =
      side === 0
        ? recogniseDatagram(datagram, this.#portOfB, this.#portOfA)
        : recogniseDatagram(datagram, this.#portOfA, this.#portOfB);
    if (found === null) {
      if (++this.#tries >= TRIES) {
        this.notes.unrecognised = true;
        this.isDone = true;
      }
      return false;
    }
    const { notes } = this;
    notes.protocol = found.protocol;
    this.#clientSide = found.role === 'client' ? side : side === 0 ? 1 : 0;
    notes.client = this.#clientSide === 0 ? 'a' : 'b';
    const make = datagrams[found.protocol];
    if (make === undefined) {
      this.isDone = true;
      return false;
    }
    this.#inspector = make(this);
    return true;
  }
}
