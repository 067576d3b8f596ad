import type { WatchedPacket } from '../flow/payload-watcher.js';
import type { AppProtocol } from '../model/facts.js';
import { FlowNotes } from './flow-notes.js';
import type { HeldBudget } from './held-budget.js';
import type { DatagramInspector, DatagramInspectorFactory, Role } from './inspector.js';

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

export interface DatagramSetting {
  readonly depth: 'names' | 'content';
  /** ports of side a and b */
  readonly ports: readonly [number, number];
  readonly inspectors: Partial<Record<AppProtocol, DatagramInspectorFactory>>;
  readonly recognise: RecogniseDatagram;
}

/** datagrams that are tried before a flow counts as not recognised */
const TRIES = 4;

/** One UDP flow that is looked into. */
export class UdpConversation {
  readonly notes: FlowNotes;
  isDone = false;
  readonly #setting: DatagramSetting;
  #inspector: DatagramInspector | null = null;
  #clientSide: 0 | 1 = 0;
  #tries = 0;
  #now = 0;

  constructor(setting: DatagramSetting, facts: HeldBudget) {
    this.#setting = setting;
    this.notes = new FlowNotes(facts);
  }

  see(packet: WatchedPacket): void {
    if (this.isDone || packet.length === 0) return;
    const side = packet.direction === 0 ? 0 : 1;
    this.notes.fileNumber = packet.file;
    this.notes.frameNumber = packet.frame;
    this.#now = packet.time;
    if (packet.isLaterFragment) {
      this.notes.shortfall('gap');
      return;
    }
    const isCut = packet.captured < packet.length;
    if (isCut) this.notes.shortfall('snap-length');
    const datagram = packet.bytes.subarray(packet.at, packet.at + packet.captured);
    this.notes.firstBytes[side] ??= this.notes.at;
    if (this.#inspector === null && !this.#recognise(side, datagram)) return;
    const inspector = this.#inspector;
    if (inspector === null) return;
    inspector.feed(side === this.#clientSide ? 'client' : 'server', datagram, isCut);
    if (inspector.isDone) this.end();
  }

  end(): void {
    this.#inspector?.end();
    this.#inspector = null;
    this.isDone = true;
  }

  #recognise(side: 0 | 1, datagram: Uint8Array): boolean {
    const { ports, recognise, inspectors, depth } = this.#setting;
    const found = recognise(datagram, ports[side === 0 ? 1 : 0], ports[side]);
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
    const make = inspectors[found.protocol];
    if (make === undefined) {
      this.isDone = true;
      return false;
    }
    this.#inspector = make({
      notes: notes.bind(() => undefined),
      depth,
      serverPort: ports[this.#clientSide === 0 ? 1 : 0],
      now: () => this.#now / 1e9,
    });
    return true;
  }
}
