import { LIMITS } from '../base/limits.js';
import { FLOW_ROW_WORDS, I, KEY, PROTO } from '../flow/flow-row.js';
import type { PayloadWatcher, WatchedPacket, WatchedRows } from '../flow/payload-watcher.js';
import type { AppProtocol, Facts } from '../model/facts.js';
import { addressOf } from '../flow/border.js';
import { AnnouncedConnections } from './announced-connections.js';
import { DatagramAssembly } from './datagram-assembly.js';
import { FactsStore } from './facts-store.js';
import { weightOf } from './flow-notes.js';
import { HeldBudget } from './held-budget.js';
import type { AnnouncedTransfer, StreamInspectorFactory } from './inspector.js';
import { HEAVIEST, RowMarks } from './row-marks.js';
import { ReassemblyPool } from './stream-reassembler.js';
import { TcpConversation, type ConversationBegin, type StreamSetting } from './tcp-conversation.js';
import { UdpConversation, type DatagramSetting } from './udp-conversation.js';

/** How closely a flow is looked at; null: not at all. */
export type Depth = 'names' | 'content' | null;

export interface InspectionSetting extends DatagramSetting {
  readonly streams: Partial<Record<AppProtocol, StreamInspectorFactory>>;
  /** reads the data connection that an FTP dialogue announced */
  inspectTransfer(transfer: AnnouncedTransfer): StreamInspectorFactory;
  /** tells by a number, from 1, which facts are alike for those who judge them; below: like no others */
  readonly kindOf?: (facts: Facts) => number;
  /** asked once for each new TCP or UDP flow */
  interestIn(rows: WatchedRows, row: number): Depth;
}

type Conversation = TcpConversation | UdpConversation;

const SYN = 2;
/** a resolver's own flow goes on: it is not put away after each answer */
const QUESTIONS_AT_REST = 2;

/** The few flows whose content a rule needs: watched while they live, and their facts handed out when they leave. */
export class Inspection implements PayloadWatcher {
  /** flows that a rule would have needed and that found no room */
  refused = 0;
  /** facts that found no room, in flows that have left */
  factsRefused = 0;
  readonly pool = new ReassemblyPool();
  readonly announced = new AnnouncedConnections();
  /** facts of flows of which nothing more is learnt for now, most of them; the row's mark says where */
  readonly stored = new FactsStore();
  readonly #facts = new HeldBudget(LIMITS.factsInAll);
  readonly #setting: InspectionSetting;
  readonly #streams: StreamSetting;
  /** the flow table's */
  #rows: WatchedRows | null = null;
  readonly #marks = new RowMarks();
  /** by row, from the first payload on; facts alone once nothing more can be learnt, and the store does not take them */
  readonly #conversations: (Conversation | Facts | undefined)[] = [];
  readonly #assembly = new DatagramAssembly((row, first) => {
    this.#seePart(row, first);
  });
  #live = 0;

  constructor(setting: InspectionSetting) {
    this.#setting = setting;
    this.#streams = {
      streams: setting.streams,
      pool: this.pool,
      announce: (row, transfer, client) => {
        this.#announce(row, transfer, client);
      },
    };
  }

  wants(rows: WatchedRows, row: number): boolean {
    const proto = (rows.words[row * FLOW_ROW_WORDS + I.key] as number) & KEY.protoMask;
    const depth = proto === PROTO.tcp || proto === PROTO.udp ? this.#setting.interestIn(rows, row) : null;
    this.#marks.begin(row, depth);
    return depth !== null;
  }

  see(packet: WatchedPacket, rows: WatchedRows): boolean {
    const { row } = packet;
    if (packet.fragmentAt >= 0) return this.#seeFragment(packet, rows);
    let conversation = this.#conversations[row];
    if (conversation === undefined) {
      if (this.#marks.storedAt(row) !== 0) {
        if (this.#marks.isDone(row)) return false;
        conversation = this.#takeOut(row, rows);
      }
    }
    if (conversation === undefined) {
      if (packet.length === 0) {
        if ((packet.tcpFlags & SYN) !== 0) this.#marks.open(row, packet.direction === 0 ? 0 : 1, packet.seq + 1);
        return true;
      }
      if (this.#live >= LIMITS.inspectedFlows) {
        this.refused++;
        return false;
      }
      conversation = this.#begin(rows, row);
      this.#conversations[row] = conversation;
      this.#live++;
    }
    if (!isLive(conversation)) return false;
    conversation.see(packet);
    if (conversation.isDone) {
      const facts = this.#factsOf(conversation);
      if (!this.#putAway(row, facts, true)) this.#conversations[row] = facts;
      this.#settle(row, facts, false);
      return false;
    }
    if (!conversation.isAtRest) {
      this.#marks.unsettle(row);
      return true;
    }
    const facts = conversation.notes.toFacts();
    const isAway = facts.dns.length <= QUESTIONS_AT_REST && this.#putAway(row, facts, false);
    if (isAway) this.#live--;
    this.#settle(row, facts, !isAway);
    return true;
  }

  /** @returns false when the store does not take them */
  #putAway(row: number, facts: Facts, isDone: boolean): boolean {
    const handle = this.stored.keep(facts);
    if (handle === 0) return false;
    this.#marks.store(row, handle, isDone);
    this.#conversations[row] = undefined;
    return true;
  }

  /** What was put away is taken up again: a conversation that goes on, or what is left of one. */
  #takeOut(row: number, rows: WatchedRows): Conversation | Facts | undefined {
    const handle = this.#marks.storedAt(row);
    if (handle === 0) return this.#conversations[row];
    const facts = this.stored.read(handle);
    this.stored.drop(handle);
    const isDone = this.#marks.isDone(row);
    this.#marks.takeOut(row);
    if (!isDone) this.#live++;
    const conversation = isDone ? facts : this.#resume(rows, row, facts);
    this.#conversations[row] = conversation;
    return conversation;
  }

  #seeFragment(packet: WatchedPacket, rows: WatchedRows): boolean {
    const { row } = packet;
    this.#marks.unsettle(row);
    const key = rows.words[row * FLOW_ROW_WORDS + I.key] as number;
    this.#rows = rows;
    const whole = this.#assembly.take(packet, (key & KEY.protoMask) === PROTO.tcp);
    return whole === null || this.see(whole, rows);
  }

  /** Of a datagram in fragments only a part is there. */
  #seePart(row: number, first: WatchedPacket | null): void {
    if (this.#rows === null || !this.#marks.isWanted(row)) return;
    if (first !== null) this.see(first, this.#rows);
    const conversation = this.#takeOut(row, this.#rows);
    if (conversation === undefined || !isLive(conversation)) return;
    conversation.notes.shortfall('gap');
    // it may have come to rest while the fragments were waited for
    this.#marks.unsettle(row);
  }

  /** Two rows turned out to be halves of one UDP flow: the half that was read farther stays. */
  join(row: number, other: number): void {
    const first = this.#rows === null ? undefined : this.#takeOut(row, this.#rows);
    const second = this.#rows === null ? undefined : this.#takeOut(other, this.#rows);
    if (second !== undefined && (first === undefined || protocolOf(first) === null)) {
      this.#conversations[row] = second;
      this.#conversations[other] = first;
    }
    this.#marks.unsettle(row);
    this.conclude(other);
  }

  /** true while the row's flow is one that is looked into */
  isInspected(row: number): boolean {
    return this.#marks.isWanted(row);
  }

  /** The kind of the row's facts, without a look at them: 0 for none; -1: it is not known, or like no other. */
  settledKind(row: number): number {
    if (!this.#marks.isWanted(row)) return 0;
    if (this.#assembly.holds(row)) return -1;
    if (this.#marks.storedAt(row) === 0 && this.#conversations[row] === undefined) return 0;
    const kind = this.#marks.kindOf(row);
    return kind === 0 ? -1 : kind;
  }

  /** The flow of this row leaves, and the kind of its facts was all that was needed. */
  forget(row: number): void {
    if (!this.#marks.isWanted(row)) return;
    this.#facts.giveBack(this.#marks.weightOf(row));
    if (this.#marks.isLive(row)) this.#live--;
    const handle = this.#marks.storedAt(row);
    if (handle !== 0) this.stored.drop(handle);
    else this.#conversations[row] = undefined;
    this.#marks.clear(row);
  }

  /** Kinds are numbered anew. */
  forgetKinds(): void {
    this.#marks.unsettleAll();
  }

  #settle(row: number, facts: Facts, isLive: boolean): void {
    const weight = weightOf(facts);
    const kind = weight > HEAVIEST ? -1 : (this.#setting.kindOf?.(facts) ?? -1);
    if (kind > 0) this.#marks.settle(row, kind, weight, isLive);
    else this.#marks.unsettle(row);
  }

  /** The flow of this row leaves: its facts; `null` when nobody looked, or there was no payload. */
  conclude(row: number): Facts | null {
    if (!this.#marks.isWanted(row)) return null;
    this.#assembly.flush(row);
    const handle = this.#marks.storedAt(row);
    this.#marks.clear(row);
    if (handle !== 0) {
      const facts = this.stored.read(handle);
      this.stored.drop(handle);
      this.#facts.giveBack(weightOf(facts));
      return facts;
    }
    const conversation = this.#conversations[row];
    if (conversation === undefined) return null;
    this.#conversations[row] = undefined;
    if (isLive(conversation)) conversation.end();
    const facts = isLive(conversation) ? this.#factsOf(conversation) : conversation;
    this.#facts.giveBack(weightOf(facts));
    return facts;
  }

  /**
   * What is known of a flow that goes on; `null` also while its protocol is still open: silence about content that may
   * come is no shortfall.
   */
  factsSoFar(row: number): Facts | null {
    if (!this.#marks.isWanted(row)) return null;
    const handle = this.#marks.storedAt(row);
    if (handle !== 0) return this.stored.read(handle);
    const conversation = this.#conversations[row];
    if (conversation === undefined) return null;
    if (!isLive(conversation)) return conversation;
    const { notes } = conversation;
    return notes.protocol === null && !notes.unrecognised ? null : notes.toFacts();
  }

  #factsOf(conversation: Conversation): Facts {
    this.#live--;
    this.factsRefused += conversation.notes.refused;
    return conversation.notes.toFacts();
  }

  #resume(rows: WatchedRows, row: number, facts: Facts): Conversation {
    return new UdpConversation(this.#setting, this.#marks.depthOf(row), portsOf(rows, row), this.#facts, facts);
  }

  #begin(rows: WatchedRows, row: number): Conversation {
    const base = row * FLOW_ROW_WORDS;
    const ports = portsOf(rows, row);
    this.#rows = rows;
    const depth = this.#marks.depthOf(row);
    const proto = (rows.words[base + I.key] as number) & KEY.protoMask;
    if (proto === PROTO.udp) return new UdpConversation(this.#setting, depth, ports, this.#facts);
    const opened = [this.#marks.openedAt(row, 0), this.#marks.openedAt(row, 1)] as const;
    const announced = this.announced.isEmpty ? undefined : this.#announcedBetween(endsOf(rows, row), ports);
    return new TcpConversation(this.#streams, { row, depth, ports, opened, announced }, this.#facts);
  }

  #announce(row: number, transfer: AnnouncedTransfer, client: 0 | 1): void {
    if (this.#rows === null) return;
    const isClientListening = transfer.listener === 'client';
    const listener = isClientListening ? client : client === 0 ? 1 : 0;
    const make = this.#setting.inspectTransfer(transfer);
    const ends = endsOf(this.#rows, row);
    const peer = listener === 0 ? ends[1] : ends[0];
    this.announced.expect(ends[listener], transfer.port, peer, { make, isClientListening });
  }

  /** The connection that was announced for one of these two ends. */
  #announcedBetween(ends: readonly [string, string], ports: readonly [number, number]): ConversationBegin['announced'] {
    for (const side of [0, 1] as const) {
      const other = side === 0 ? 1 : 0;
      const found = this.announced.take(ends[side], ports[side], ends[other]);
      if (found !== undefined) return { make: found.make, client: found.isClientListening ? side : other };
    }
    return undefined;
  }
}

function endsOf(rows: WatchedRows, row: number): readonly [string, string] {
  return [addressOf(rows, row, 0), addressOf(rows, row, 1)];
}

/** of side a and b */
function portsOf(rows: WatchedRows, row: number): readonly [number, number] {
  const word = rows.words[row * FLOW_ROW_WORDS + I.ports] as number;
  return [word >>> 16, word & 0xffff];
}

function isLive(conversation: Conversation | Facts): conversation is Conversation {
  return 'isDone' in conversation;
}

function protocolOf(conversation: Conversation | Facts): AppProtocol | null {
  return isLive(conversation) ? conversation.notes.protocol : conversation.protocol;
}
