import { randomInt } from 'node:crypto';
import { LIMITS } from '../base/limits.js';
import { Arena } from './arena.js';
import { FlowIndex } from './flow-index.js';
import { D, FLOW_ROW_DOUBLES, FLOW_ROW_WORDS, I, IDLE, KEY, PROTO, TCP_FLAG } from './flow-row.js';
import { withRoomFor } from './grow-column.js';
import { hashIpv6 } from './hash-ipv6.js';
import { Ipv6Table } from './ipv6-table.js';
import { isWholeConversation, joinRows } from './join-rows.js';
import { hashIdentity } from './packet-identities.js';
import type { PayloadWatcher } from './payload-watcher.js';
import { RareColumns } from './rare-columns.js';
import { StationTable } from './stations.js';
import { TcpLosses } from './tcp-losses.js';
import { TranslatedFlows } from './translated-flows.js';
import { UsualTtls } from './usual-ttls.js';

/** nanoseconds: of the two halves of a relay, the second begins no later (domain.md D-RELAY) */
const YOUNG = 5e9;

/** An ICMP error about a flow: who sent it, and what it says. */
export interface Rejection {
  /** number of the sender's end: IPv4 word, or id in the IPv6 table (then retained) */
  readonly sender: number;
  readonly ipv6: boolean;
  readonly type: number;
  readonly code: number;
}

/** Takes a row that leaves the table; reads what it needs before it returns. */
export interface FlowSink {
  retire(table: FlowRows, row: number): void;
}

export interface FlowTableOptions {
  /** take copies of one datagram out of the counts */
  readonly dedup: boolean;
  readonly sink: FlowSink;
  /** gets the payload of the flows that it wants */
  readonly watcher?: PayloadWatcher;
  /** look for flows that are one conversation under several addresses (default: no) */
  readonly joinTranslated?: boolean;
  /** bound of live rows, default LIMITS.flowRows */
  readonly maximumRows?: number;
}

/**
 * The rows of all live flows and their lives: found by identity, made, given up when their time is over, their ports are
 * used anew, or room is needed. What is counted in them is FlowTable's business.
 */
export class FlowRows {
  words: Int32Array;
  doubles: Float64Array;
  /** number of each row's flow in this run, 0-based, in the order of creation */
  numbers = new Int32Array(0);
  readonly stations: StationTable;
  readonly ipv6: Ipv6Table;
  readonly losses = new TcpLosses();
  readonly rare = new RareColumns();
  /** what the attribution of resets is compared with */
  readonly ttls = new UsualTtls();
  /** by row; only while KEY.rejected is set */
  readonly rejections = new Map<number, Rejection>();
  /** null: nobody asks */
  readonly translated: TranslatedFlows | null;
  /** of the packet with which the newest row begins, see WatchedRows */
  openingSender = 0;
  openingReceiver = 0;
  live = 0;
  /** rows that were begun and not joined to others since: flows */
  created = 0;
  /** numbers that were given; unlike `created` it never goes back: no two flows bear one number */
  numbered = 0;
  /** flows that left before their time because the table was full */
  evicted = 0;
  /** latest packet time so far */
  now = Number.NEGATIVE_INFINITY;

  protected readonly index: FlowIndex;
  protected readonly seed: number;
  protected readonly watcher: PayloadWatcher | null;
  private readonly arena: Arena;
  private readonly sink: FlowSink;
  /** first row of the list of free rows + 1, linked through the word endA */
  private free = 0;
  private used = 0;
  private finishing = false;

  constructor(options: FlowTableOptions) {
    this.sink = options.sink;
    this.watcher = options.watcher ?? null;
    this.translated = options.joinTranslated === true ? new TranslatedFlows() : null;
    // captures are hostile input: nobody outside may choose colliding keys
    this.seed = randomInt(2 ** 31);
    this.ipv6 = new Ipv6Table(this.seed);
    this.stations = new StationTable(this.seed);
    this.arena = new Arena(options.maximumRows ?? LIMITS.flowRows);
    this.words = new Int32Array(0);
    this.doubles = new Float64Array(0);
    this.words = this.arena.words;
    this.doubles = this.arena.doubles;
    this.index = new FlowIndex();
  }

  /** Everything still in the table leaves, in the order of its rows; fragments without a first one become flows before. */
  finish(): void {
    this.finishing = true;
    for (let row = 0; row < this.used; row++)
      if (((this.words[row * FLOW_ROW_WORDS + I.key] as number) & KEY.live) !== 0) this.retire(row);
  }

  /** It is at least as late as this, although no packet says so: for captures that are read while they are made. */
  advance(time: number): void {
    if (time > this.now) this.now = time;
  }

  /** Rows whose idle time is over leave now. For runs without end; a finite run needs no such call. */
  sweep(): void {
    for (let row = 0; row < this.used; row++) {
      const at = row * FLOW_ROW_WORDS;
      if (((this.words[at + I.key] as number) & KEY.live) !== 0 && this.isOver(row, this.now)) this.retire(row);
    }
  }

  /** calls `visit` for every live row */
  forEachLive(visit: (row: number) => void): void {
    for (let row = 0; row < this.used; row++)
      if (((this.words[row * FLOW_ROW_WORDS + I.key] as number) & KEY.live) !== 0) visit(row);
  }

  hash(endA: number, endB: number, ports: number, key: number): number {
    return hashIdentity(endA, endB, ports, key, this.seed);
  }

  /** the live row of an identity; with siblings, the one that was seen on this VLAN, else the first */
  find(hash: number, endA: number, endB: number, ports: number, key: number, point: number, vlan: number): number {
    const slots = this.index.slots;
    const mask = this.index.mask;
    const words = this.words;
    let other = -1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[2 * slot + 1] as number;
      if (entry === 0) return other;
      if (slots[2 * slot] !== hash) continue;
      const row = entry - 1;
      const base = row * FLOW_ROW_WORDS;
      const rowKey = words[base + I.key] as number;
      if (
        words[base] !== endA ||
        words[base + I.endB] !== endB ||
        words[base + I.ports] !== ports ||
        (rowKey & KEY.identityMask) !== key
      )
        continue;
      if ((rowKey & KEY.sibling) === 0 || this.isOnVlan(base, point, vlan)) return row;
      if (other < 0) other = row;
    }
  }

  protected isOnVlan(base: number, point: number, vlan: number): boolean {
    const { words, stations } = this;
    return (
      stations.sawVlan(words[base + I.sendersAToB] as number, point, vlan) ||
      stations.sawVlan(words[base + I.sendersBToA] as number, point, vlan)
    );
  }

  /** A new connection on the same ports: the old one leaves (-1), unless it lives on another VLAN (-2: becomes a sibling). */
  protected makeRoomForNewConnection(row: number, point: number, vlan: number): number {
    const base = row * FLOW_ROW_WORDS;
    const wasAtPoint =
      this.stations.sawPoint(this.words[base + I.sendersAToB] as number, point) ||
      this.stations.sawPoint(this.words[base + I.sendersBToA] as number, point);
    if (wasAtPoint && !this.isOnVlan(base, point, vlan)) {
      this.words[base + I.key] = (this.words[base + I.key] as number) | KEY.sibling;
      return -2;
    }
    this.retire(row);
    return -1;
  }

  create(hash: number, endA: number, endB: number, ports: number, key: number, time: number, sibling: boolean): number {
    let row: number;
    if (this.free === 0 && this.used >= this.arena.capacity) this.makeRoom();
    if (this.free !== 0) {
      row = this.free - 1;
      this.free = this.words[row * FLOW_ROW_WORDS] as number;
      this.words.fill(0, row * FLOW_ROW_WORDS, (row + 1) * FLOW_ROW_WORDS);
    } else {
      row = this.used++;
    }
    this.numbers = withRoomFor(this.numbers, row);
    // a run without end starts again at 0; -1 means none
    this.numbers[row] = this.numbered++ & 0x7fff_ffff;
    this.losses.clear(row);
    this.rare.clear(row);
    const base = row * FLOW_ROW_WORDS;
    this.words[base] = endA;
    this.words[base + I.endB] = endB;
    this.words[base + I.ports] = ports;
    this.words[base + I.key] = key | KEY.live | (sibling ? KEY.sibling : 0);
    const times = row * FLOW_ROW_DOUBLES;
    this.doubles[times + D.first] = time;
    this.doubles[times + D.last] = time;
    if ((key & KEY.ipv6) !== 0) {
      this.ipv6.retain(endA);
      this.ipv6.retain(endB);
    }
    this.index.insert(hash, row);
    this.live++;
    this.created++;
    if (this.watcher?.wants(this, row) === true)
      this.words[base + I.key] = (this.words[base + I.key] as number) | KEY.watched;
    if (this.watcher?.takeNews?.() === true) this.askAgain(time);
    return row;
  }

  /** What was learnt just now concerns flows that began a moment ago, too. */
  private askAgain(time: number): void {
    for (let row = 0; row < this.used; row++) {
      const at = row * FLOW_ROW_WORDS + I.key;
      const key = this.words[at] as number;
      if ((key & KEY.live) === 0 || (key & KEY.watched) !== 0) continue;
      if (time - (this.doubles[row * FLOW_ROW_DOUBLES + D.first] as number) > YOUNG) continue;
      if (this.watcher?.wantsAfterAll?.(this, row) === true) this.words[at] = key | KEY.watched;
    }
  }

  protected retire(row: number): void {
    const base = row * FLOW_ROW_WORDS;
    const key = this.words[base + I.key] as number;
    if ((key & KEY.sibling) !== 0 && (key & KEY.protoMask) !== PROTO.tcp) this.joinSiblings(row);
    this.sink.retire(this, row);
    this.release(row);
  }

  private release(row: number): void {
    const base = row * FLOW_ROW_WORDS;
    const words = this.words;
    const key = words[base + I.key] as number;
    // nothing is looked for any more, and taking entries out one by one costs as much as putting them in
    if (!this.finishing)
      this.index.remove(
        this.hash(
          words[base] as number,
          words[base + I.endB] as number,
          words[base + I.ports] as number,
          key & KEY.identityMask,
        ),
        row,
      );
    if ((key & KEY.ipv6) !== 0) {
      this.ipv6.release(words[base] as number);
      this.ipv6.release(words[base + I.endB] as number);
    }
    if ((key & KEY.rejected) !== 0) {
      const rejection = this.rejections.get(row);
      if (rejection?.ipv6) this.ipv6.release(rejection.sender);
      this.rejections.delete(row);
    }
    this.translated?.groups.forget(row);
    words[base + I.key] = 0;
    words[base] = this.free;
    this.free = row + 1;
    this.live--;
  }

  /** Connectionless rows of one identity on several VLANs are one flow, unless each carries a whole conversation. */
  private joinSiblings(row: number): void {
    const words = this.words;
    const base = row * FLOW_ROW_WORDS;
    const hash = this.hash(
      words[base] as number,
      words[base + I.endB] as number,
      words[base + I.ports] as number,
      (words[base + I.key] as number) & KEY.identityMask,
    );
    // eslint-disable-next-line no-restricted-syntax -- once per flow with siblings, which are rare
    for (const other of this.index.rowsOf(hash)) {
      const from = other * FLOW_ROW_WORDS;
      if (
        other === row ||
        ((words[from + I.key] as number) & KEY.live) === 0 ||
        words[from] !== words[base] ||
        words[from + I.endB] !== words[base + I.endB] ||
        words[from + I.ports] !== words[base + I.ports]
      )
        continue;
      if (((words[from + I.key] as number) & KEY.identityMask) !== ((words[base + I.key] as number) & KEY.identityMask))
        continue;
      if (isWholeConversation(words, from) && isWholeConversation(words, base)) continue;
      joinRows(words, this.doubles, this.stations, row, other);
      const fragments = this.rare.fragmentsOf(other);
      if (fragments > 0) this.rare.addFragments(row, fragments);
      this.watcher?.join(row, other);
      this.release(other);
      this.created--;
    }
  }

  protected isOver(row: number, time: number): boolean {
    const base = row * FLOW_ROW_WORDS;
    const idle = time - (this.doubles[row * FLOW_ROW_DOUBLES + D.last] as number);
    if (idle <= IDLE.connectionless) return false;
    const key = this.words[base + I.key] as number;
    if ((key & KEY.protoMask) !== PROTO.tcp) return true;
    const flags = this.words[base + I.flagsAndTtl] as number;
    const both = (flags | (flags >>> 8)) & 0xff;
    if (both === TCP_FLAG.syn) return true;
    const isClosed = (both & TCP_FLAG.rst) !== 0 || (flags & (flags >>> 8) & TCP_FLAG.fin) !== 0;
    return idle > (isClosed ? IDLE.closed : IDLE.open);
  }

  /** The arena is full: what is over leaves; else it grows; at the limit the longest silent leave early, counted. */
  private makeRoom(): void {
    const before = this.live;
    this.sweep();
    if (this.live > before * 0.75 && this.arena.grow()) {
      this.words = this.arena.words;
      this.doubles = this.arena.doubles;
      return;
    }
    for (let patience = 60e9; this.free === 0; patience = patience > 1e9 ? patience / 4 : -1) {
      for (let row = 0; row < this.used; row++) {
        const at = row * FLOW_ROW_WORDS;
        if (((this.words[at + I.key] as number) & KEY.live) === 0) continue;
        if (this.now - (this.doubles[row * FLOW_ROW_DOUBLES + D.last] as number) < patience) continue;
        this.evicted++;
        this.retire(row);
        if (patience < 0 && this.live < this.used * 0.9) break;
      }
    }
  }

  /** The cards between which a packet went, on this stretch of wire. @param base of its flow's row */
  seeStations(base: number, backward: number, sender: number, receiver: number): void {
    const { words, stations } = this;
    const senders = words[base + I.sendersAToB + backward] as number;
    const receivers = words[base + I.receiversAToB + backward] as number;
    if (senders !== sender) words[base + I.sendersAToB + backward] = stations.with(senders, sender);
    if (receivers !== receiver) words[base + I.receiversAToB + backward] = stations.with(receivers, receiver);
  }

  /** a number of an end that lasts for the run: numbers of the IPv6 table are used again */
  hostNumber(end: number, isIpv6: boolean): number {
    if (!isIpv6) return end;
    const { ipv6 } = this;
    return hashIpv6(ipv6.word(end, 0), ipv6.word(end, 1), ipv6.word(end, 2), ipv6.word(end, 3));
  }
}
