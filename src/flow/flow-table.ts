import { randomInt } from 'node:crypto';
import { LIMITS } from '../base/limits.js';
import { viewBytes } from '../decode/byte-view.js';
import { META, ROW, ROW_STRIDE } from '../decode/packet-batch.js';
import type { PacketBatch } from '../decode/packet-batch.js';
import type { RecordBatch } from '../capture/record-batch.js';
import { Arena } from './arena.js';
import { FlowIndex } from './flow-index.js';
import { D, FLOW_ROW_DOUBLES, FLOW_ROW_WORDS, I, ICMP_SEEN, IDLE, KEY, PROTO, STATE, TCP_FLAG } from './flow-row.js';
import { FragmentTable } from './fragment-table.js';
import type { WaitingFragments } from './fragment-table.js';
import { StationTable } from './stations.js';
import { Ipv6Table } from './ipv6-table.js';
import { isWholeConversation, joinRows } from './join-rows.js';
import { withRoomFor } from './grow-column.js';
import { IDENTITY_WORDS, hashIdentity, identifyPackets, touchRows } from './packet-identities.js';
import type { PayloadWatcher, WatchedPacket } from './payload-watcher.js';
import { findQuoted } from './quoted-packet.js';
import type { QuotedFlow } from './quoted-packet.js';
import { RareColumns } from './rare-columns.js';
import { COPY, RecentPackets, signatureOf, tcpSignature } from './recent-packets.js';
import { trackTcp, beginsAnew } from './tcp-track.js';
import { TcpLosses } from './tcp-losses.js';
import { UsualTtls } from './usual-ttls.js';

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
  retire(table: FlowTable, row: number): void;
}

export interface FlowTableOptions {
  /** take copies of one datagram out of the counts */
  readonly dedup: boolean;
  readonly sink: FlowSink;
  /** gets the payload of the flows that it wants */
  readonly watcher?: PayloadWatcher;
  /** bound of live rows, default LIMITS.flowRows */
  readonly maximumRows?: number;
}

const SIGN = 0x8000_0000 | 0;
/** packet rows of one batch at most */
const MAXIMUM_PACKETS = 4096;
/** these never take the plain path */
const NOT_PLAIN = META.firstFragment | META.laterFragment;

/**
 * All live flows: open addressing over rows in one arena. `apply` takes the rows of a batch of packets. A flow leaves
 * to the sink when its idle time is over, when its ports are used anew, when room is needed, and at the end.
 */
export class FlowTable {
  words: Int32Array;
  doubles: Float64Array;
  readonly stations: StationTable;
  readonly ipv6: Ipv6Table;
  readonly losses = new TcpLosses();
  readonly rare = new RareColumns();
  /** what the attribution of resets is compared with */
  readonly ttls = new UsualTtls();
  /** by row; only while KEY.rejected is set */
  readonly rejections = new Map<number, Rejection>();
  live = 0;
  created = 0;
  /** number of each row's flow in this run, 0-based, in the order of creation */
  numbers = new Int32Array(0);
  /** flows that left before their time because the table was full */
  evicted = 0;
  /** copies that were recognised */
  copies = 0;
  /** the same by capture point number */
  readonly copiesByPoint: number[] = [];
  /** packets of no flow because an inner table was full */
  refused = 0;
  /** the loads of the touching pass; of no meaning */
  touched = 0;
  /** latest packet time so far */
  now = Number.NEGATIVE_INFINITY;

  readonly #arena: Arena;
  readonly #index: FlowIndex;
  readonly #fragments: FragmentTable;
  readonly #recent = new RecentPackets();
  readonly #dedup: boolean;
  /**
   * Set by the first copy that is met. Until then only packets of the unusual path (the first of each direction, SYNs)
   * are remembered: a mirror that copies, copies those too; and one that does not costs nothing.
   */
  #expectsCopies = false;
  readonly #sink: FlowSink;
  readonly #watcher: PayloadWatcher | null;
  readonly #seed: number;
  /** by packet row of the batch: flow row, or -1 */
  readonly #rowOfPacket = new Int32Array(MAXIMUM_PACKETS);
  /** by packet row of the batch: hash, end A, end B, ports (A first), backward, hash of the wire (0: unusual) */
  readonly #identities = new Int32Array(MAXIMUM_PACKETS * IDENTITY_WORDS);

  readonly #quoted: QuotedFlow = { source: 0, destination: 0, ports: 0, key: 0, ipv6At: 0 };
  readonly #watched: WatchedPacket = {
    row: 0,
    flow: 0,
    direction: 0,
    time: 0,
    file: 0,
    frame: 0,
    tcpFlags: 0,
    seq: 0,
    bytes: new Uint8Array(0),
    at: 0,
    captured: 0,
    length: 0,
    isIpv6: false,
    transportAt: 0,
    isLaterFragment: false,
  };
  /** first row of the list of free rows + 1, linked through the word endA */
  #free = 0;
  #used = 0;
  #finishing = false;
  #view: DataView = new DataView(new ArrayBuffer(0));

  constructor(options: FlowTableOptions) {
    this.#sink = options.sink;
    this.#watcher = options.watcher ?? null;
    // captures are hostile input: nobody outside may choose colliding keys
    this.#seed = randomInt(2 ** 31);
    this.ipv6 = new Ipv6Table(this.#seed);
    this.stations = new StationTable(this.#seed);
    this.#arena = new Arena(options.maximumRows ?? LIMITS.flowRows);
    this.words = new Int32Array(0);
    this.doubles = new Float64Array(0);
    this.words = this.#arena.words;
    this.doubles = this.#arena.doubles;
    this.#index = new FlowIndex();
    this.#dedup = options.dedup;
    this.#fragments = new FragmentTable((waiting) => {
      this.#addWaiting(waiting, 0);
    });
  }

  get fragmentsEvicted(): number {
    return this.#fragments.evicted;
  }

  /**
   * Counts the packets of a batch into their flows, in three passes over the batch: whose packet is it (hash), touch the
   * index and the rows (so that the cache misses of many packets overlap), count.
   * @param records the batch that was decoded into `packets`; its bytes are read again for MAC addresses and signatures
   * @param file number of the capture file
   * @param points capture point number by interface number
   */
  apply(packets: PacketBatch, records: RecordBatch, file: number, points: Int32Array): void {
    const bytes = records.bytes;
    if (
      this.#view.buffer !== bytes.buffer ||
      this.#view.byteOffset !== bytes.byteOffset ||
      this.#view.byteLength !== bytes.byteLength
    )
      this.#view = viewBytes(bytes);
    identifyPackets(packets, records, points, this.#view, this.ipv6, this.#seed, this.#identities);
    this.touched = touchRows(packets.count, this.#identities, this.#index, this.words);
    this.#countBatch(packets, records, file, points);
  }

  #countBatch(packets: PacketBatch, records: RecordBatch, file: number, points: Int32Array): void {
    const rows = packets.rows;
    const identities = this.#identities;
    const rowOfPacket = this.#rowOfPacket;
    const bytes = records.bytes;
    const losses = this.losses;
    const count = packets.count;
    const firstFrame = records.firstFrame;
    let words = this.words;
    let doubles = this.doubles;
    let { slots, mask } = this.#index;
    let now = this.now;
    for (let packet = 0, at = 0, from = 0; packet < count; packet++, at += ROW_STRIDE, from += IDENTITY_WORDS) {
      const record = rows[at + ROW.record] as number;
      const time = records.time[record] as number;
      const meta = rows[at + ROW.meta] as number;
      const facts = rows[at + ROW.flags] as number;
      const hash = identities[from] as number;
      const backward = identities[from + 4] as number;
      const isTcp = (meta & META.hasTcp) !== 0;
      if (time > now) {
        now = time;
        this.now = time;
      }
      // the plain case: a live flow, seen on its usual hop, nothing begins anew
      const proto = meta & META.protoMask;
      if (
        (meta & NOT_PLAIN) === 0 &&
        proto !== PROTO.icmp &&
        proto !== PROTO.icmpv6 &&
        !(isTcp && (facts & TCP_FLAG.syn) !== 0)
      ) {
        const key = meta & KEY.identityMask;
        let row = -1;
        for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
          const entry = slots[2 * slot + 1] as number;
          if (entry === 0) break;
          if (slots[2 * slot] !== hash) continue;
          const base = (entry - 1) * FLOW_ROW_WORDS;
          if (
            words[base] === identities[from + 1] &&
            words[base + I.endB] === identities[from + 2] &&
            words[base + I.ports] === identities[from + 3] &&
            ((words[base + I.key] as number) & (KEY.identityMask | KEY.sibling | KEY.watched)) === key
          ) {
            row = entry - 1;
            break;
          }
        }
        if (row >= 0) {
          const base = row * FLOW_ROW_WORDS;
          const times = row * FLOW_ROW_DOUBLES;
          const last = doubles[times + D.last] as number;
          const wire = identities[from + 5] as number;
          if (
            wire !== 0 &&
            words[base + I.hopAToB + backward] === wire &&
            time - last <= IDLE.connectionless &&
            time >= (doubles[times + D.first] as number)
          ) {
            rowOfPacket[packet] = row;
            if (this.#expectsCopies) {
              const signature = isTcp
                ? tcpSignature(rows, at, hash, backward)
                : signatureOf(rows, at, bytes, hash, backward);
              const sender = this.stations.firstOf(words[base + I.sendersAToB + backward] as number);
              const copy = this.#recent.check(signature, row, sender, (facts >>> 8) & 0xff, (time / 1000) | 0);
              if (copy !== COPY.none) {
                this.#countCopy(row, copy, time, this.stations.pointOf(sender));
                if ((meta & META.ipv6) !== 0) this.#releaseIpv6(from);
                continue;
              }
            }
            if (time > last) doubles[times + D.last] = time;
            words[base + I.packetsAToB + backward] = (words[base + I.packetsAToB + backward] as number) + 1;
            doubles[times + D.bytesAToB + backward] =
              (doubles[times + D.bytesAToB + backward] as number) + (rows[at + ROW.length] as number);
            if (isTcp) trackTcp(words, row, backward, rows, at, firstFrame + record, file, losses);
            else if ((rows[at + ROW.payload] as number) > 0)
              words[base + I.state] = (words[base + I.state] as number) | (STATE.payloadAToB << backward);
            if ((meta & META.ipv6) !== 0) this.#releaseIpv6(from);
            continue;
          }
        }
      }
      rowOfPacket[packet] = this.#countUnusual(rows, at, from, records, time, file, points);
      words = this.words;
      doubles = this.doubles;
      slots = this.#index.slots;
      mask = this.#index.mask;
    }
  }

  #countCopy(row: number, copy: number, time: number, point: number): void {
    const base = row * FLOW_ROW_WORDS;
    this.words[base + I.duplicates] = (this.words[base + I.duplicates] as number) + 1;
    if (copy === COPY.routed) this.words[base + I.state] = (this.words[base + I.state] as number) | STATE.routed;
    if (time > (this.doubles[row * FLOW_ROW_DOUBLES + D.last] as number))
      this.doubles[row * FLOW_ROW_DOUBLES + D.last] = time;
    this.copies++;
    this.#expectsCopies = true;
    this.copiesByPoint[point] = (this.copiesByPoint[point] ?? 0) + 1;
  }

  #releaseIpv6(from: number): void {
    this.ipv6.release(this.#identities[from + 1] as number);
    this.ipv6.release(this.#identities[from + 2] as number);
  }

  /** Everything but the plain case: new flows, fragments, SYNs, other hops, idle time over, ICMP. Answers the row. */
  #countUnusual(
    rows: Int32Array,
    at: number,
    from: number,
    records: RecordBatch,
    time: number,
    file: number,
    points: Int32Array,
  ): number {
    const identities = this.#identities;
    const record = rows[at + ROW.record] as number;
    const meta = rows[at + ROW.meta] as number;
    const point = points[records.interface[record] as number] as number;
    const frame = records.firstFrame + record;
    const isIpv6 = (meta & META.ipv6) !== 0;
    let backward = identities[from + 4] as number;
    const endA = identities[from + 1] as number;
    const endB = identities[from + 2] as number;
    let hash = identities[from] as number;
    let flowPorts = identities[from + 3] as number;
    if (isIpv6 && (endA < 0 || endB < 0)) {
      this.refused++;
      if (endA >= 0) this.ipv6.release(endA);
      if (endB >= 0) this.ipv6.release(endB);
      return -1;
    }
    let row = -1;
    let isWaiting = false;
    if ((meta & (META.firstFragment | META.laterFragment)) !== 0) {
      const source = backward === 0 ? endA : endB;
      const destination = backward === 0 ? endB : endA;
      const fragmentKey = meta & KEY.identityMask & ~(KEY.tunnelMask << KEY.tunnelShift);
      const id = rows[at + ROW.ipId] as number;
      if ((meta & META.firstFragment) !== 0) {
        const ports = rows[at + ROW.ports] as number;
        const waiting = this.#fragments.begin(source, destination, fragmentKey, id, ports, time);
        if (waiting !== null) this.#addWaiting(waiting, ports);
      } else {
        const ports = this.#fragments.portsOf(source, destination, fragmentKey, id, time);
        if (ports === null) {
          this.#waitForFirst(rows, at, time, point, source, destination, fragmentKey, file, frame);
          isWaiting = true;
        } else {
          if (source === destination) backward = ports >>> 16 > (ports & 0xffff) ? 1 : 0;
          flowPorts = backward === 0 ? ports : (ports << 16) | (ports >>> 16);
          hash = this.#hash(endA, endB, flowPorts, meta & KEY.identityMask);
        }
      }
    }
    if (!isWaiting)
      row = this.#count(
        rows,
        at,
        records.bytes,
        time,
        hash,
        endA,
        endB,
        flowPorts,
        backward,
        identities[from + 5] as number,
        point,
        file,
        frame,
      );
    if (isIpv6) {
      this.ipv6.release(endA);
      this.ipv6.release(endB);
    }
    return row;
  }

  /** Everything still in the table leaves, in the order of its rows; fragments without a first one become flows before. */
  finish(): void {
    this.#fragments.flush();
    this.#finishing = true;
    for (let row = 0; row < this.#used; row++)
      if (((this.words[row * FLOW_ROW_WORDS + I.key] as number) & KEY.live) !== 0) this.#retire(row);
  }

  /** Rows whose idle time is over leave now. For runs without end; a finite run needs no such call. */
  sweep(): void {
    for (let row = 0; row < this.#used; row++) {
      const at = row * FLOW_ROW_WORDS;
      if (((this.words[at + I.key] as number) & KEY.live) !== 0 && this.#isOver(row, this.now)) this.#retire(row);
    }
  }

  /** calls `visit` for every live row */
  forEachLive(visit: (row: number) => void): void {
    for (let row = 0; row < this.#used; row++)
      if (((this.words[row * FLOW_ROW_WORDS + I.key] as number) & KEY.live) !== 0) visit(row);
  }

  #count(
    rows: Int32Array,
    at: number,
    bytes: Uint8Array,
    time: number,
    hash: number,
    endA: number,
    endB: number,
    flowPorts: number,
    backward: number,
    wire: number,
    point: number,
    file: number,
    frame: number,
  ): number {
    const key = (rows[at + ROW.meta] as number) & KEY.identityMask;
    const vlan = rows[at + ROW.vlan] as number;
    const meta = rows[at + ROW.meta] as number;
    const facts = rows[at + ROW.flags] as number;
    const isTcp = (meta & META.hasTcp) !== 0;

    let row = this.#find(hash, endA, endB, flowPorts, key, point, vlan);
    let isNew = false;
    if (row >= 0) {
      if (
        time - (this.doubles[row * FLOW_ROW_DOUBLES + D.last] as number) > IDLE.connectionless &&
        this.#isOver(row, time)
      ) {
        this.#retire(row);
        row = -1;
      } else if (
        isTcp &&
        (facts & (TCP_FLAG.syn | TCP_FLAG.ack)) === TCP_FLAG.syn &&
        beginsAnew(this.words, row * FLOW_ROW_WORDS, backward, rows[at + ROW.seq] as number)
      ) {
        row = this.#makeRoomForNewConnection(row, point, vlan);
      }
    }
    if (row < 0) {
      const asSibling = row === -2;
      row = this.#create(hash, endA, endB, flowPorts, key, time, asSibling);
      isNew = true;
    }

    let base = row * FLOW_ROW_WORDS;
    let words = this.words;
    const senders = words[base + I.sendersAToB + backward] as number;
    const sender = this.#stationOf(rows[at + ROW.sourceMacAt] as number, vlan, point);
    const receiver = this.#stationOf(rows[at + ROW.destinationMacAt] as number, vlan, point);
    const ttl = (facts >>> 8) & 0xff;
    if (this.#dedup) {
      const copy = this.#recent.check(
        signatureOf(rows, at, bytes, hash, backward),
        row,
        sender,
        ttl,
        (time / 1000) | 0,
      );
      if (copy !== COPY.none && !isNew) {
        this.#seeStations(base, backward, sender, receiver);
        // behind a router the TTL is another one: how this host looks from here
        if ((facts & TCP_FLAG.rst) === 0 || !isTcp)
          this.ttls.learn(this.hostNumber(backward === 0 ? endA : endB, (meta & META.ipv6) !== 0), point, vlan, ttl);
        this.#countCopy(row, copy, time, point);
        return row;
      }
      if (
        !isNew &&
        senders !== 0 &&
        (meta & META.protoMask) !== PROTO.tcp &&
        sender !== senders &&
        this.stations.isElsewhereAtPoint(senders, point, vlan)
      ) {
        // the same addresses and ports on a VLAN of their own: perhaps another conversation (joined again at the end)
        words[base + I.key] = (words[base + I.key] as number) | KEY.sibling;
        row = this.#create(hash, endA, endB, flowPorts, key, time, true);
        base = row * FLOW_ROW_WORDS;
        words = this.words;
        this.#recent.check(signatureOf(rows, at, bytes, hash, backward), row, sender, ttl, (time / 1000) | 0);
      }
    }
    this.#seeStations(base, backward, sender, receiver);
    if (words[base + I.hopAToB + backward] === 0) words[base + I.hopAToB + backward] = wire;

    const doubles = this.doubles;
    const times = row * FLOW_ROW_DOUBLES;
    if (time > (doubles[times + D.last] as number)) doubles[times + D.last] = time;
    if (time < (doubles[times + D.first] as number)) {
      doubles[times + D.first] = time;
      words[base + I.state] =
        backward === 0
          ? (words[base + I.state] as number) & ~STATE.firstByB
          : (words[base + I.state] as number) | STATE.firstByB;
    } else if (isNew && backward !== 0) {
      words[base + I.state] = (words[base + I.state] as number) | STATE.firstByB;
    }
    const seen = words[base + I.packetsAToB + backward] as number;
    words[base + I.packetsAToB + backward] = seen + 1;
    doubles[times + D.bytesAToB + backward] =
      (doubles[times + D.bytesAToB + backward] as number) + (rows[at + ROW.length] as number);
    if (seen === 0) {
      words[base + I.frameAToB + backward] = frame | 0;
      words[base + I.files] = (words[base + I.files] as number) | (file << (16 * backward));
      words[base + I.flagsAndTtl] = (words[base + I.flagsAndTtl] as number) | (ttl << (16 + 8 * backward));
      const outer = rows[at + ROW.outer] as number;
      if (outer >= 0) this.rare.carriedBy(row, this.#numberOfPacket(outer));
    }
    if (isTcp) {
      trackTcp(words, row, backward, rows, at, frame, file, this.losses);
    } else {
      if ((rows[at + ROW.payload] as number) > 0)
        words[base + I.state] = (words[base + I.state] as number) | (STATE.payloadAToB << backward);
      const proto = meta & META.protoMask;
      if (proto === PROTO.icmp || proto === PROTO.icmpv6)
        this.#trackIcmp(rows, at, base, backward, frame, file, backward === 0 ? endA : endB);
    }
    if ((meta & (META.firstFragment | META.laterFragment)) !== 0) this.rare.addFragments(row, 1);
    if (((words[base + I.key] as number) & KEY.watched) !== 0)
      this.#showToWatcher(rows, at, bytes, row, backward, time, file, frame);
    return row;
  }

  /** flow number of a packet row of this batch, or -1 */
  #numberOfPacket(packet: number): number {
    const row = this.#rowOfPacket[packet] as number;
    return row < 0 ? -1 : (this.numbers[row] as number);
  }

  #showToWatcher(
    rows: Int32Array,
    at: number,
    bytes: Uint8Array,
    row: number,
    direction: number,
    time: number,
    file: number,
    frame: number,
  ): void {
    const packet = this.#watched;
    const meta = rows[at + ROW.meta] as number;
    const transportAt = rows[at + ROW.transportAt] as number;
    const end = rows[at + ROW.endAt] as number;
    const hasTcp = (meta & META.hasTcp) !== 0;
    const headerBytes = hasTcp
      ? ((bytes[transportAt + 12] as number) >>> 4) * 4
      : (meta & META.laterFragment) !== 0
        ? 0
        : 8;
    packet.row = row;
    packet.flow = this.numbers[row] as number;
    packet.direction = direction;
    packet.time = time;
    packet.file = file;
    packet.frame = frame;
    packet.tcpFlags = hasTcp ? (rows[at + ROW.flags] as number) & 0xff : 0;
    packet.seq = rows[at + ROW.seq] as number;
    packet.bytes = bytes;
    packet.at = Math.min(transportAt + headerBytes, end);
    packet.length = rows[at + ROW.payload] as number;
    packet.captured = Math.max(0, Math.min(end - packet.at, packet.length));
    packet.isIpv6 = (meta & META.ipv6) !== 0;
    packet.transportAt = transportAt;
    packet.isLaterFragment = (meta & META.laterFragment) !== 0;
    this.#watcher?.see(packet);
  }

  #hash(endA: number, endB: number, ports: number, key: number): number {
    return hashIdentity(endA, endB, ports, key, this.#seed);
  }

  /** the live row of an identity; with siblings, the one that was seen on this VLAN, else the first */
  #find(hash: number, endA: number, endB: number, ports: number, key: number, point: number, vlan: number): number {
    const slots = this.#index.slots;
    const mask = this.#index.mask;
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
      if ((rowKey & KEY.sibling) === 0 || this.#isOnVlan(base, point, vlan)) return row;
      if (other < 0) other = row;
    }
  }

  #isOnVlan(base: number, point: number, vlan: number): boolean {
    const { words, stations } = this;
    return (
      stations.sawVlan(words[base + I.sendersAToB] as number, point, vlan) ||
      stations.sawVlan(words[base + I.sendersBToA] as number, point, vlan)
    );
  }

  /** A new connection on the same ports: the old one leaves (-1), unless it lives on another VLAN (-2: becomes a sibling). */
  #makeRoomForNewConnection(row: number, point: number, vlan: number): number {
    const base = row * FLOW_ROW_WORDS;
    const wasAtPoint =
      this.stations.sawPoint(this.words[base + I.sendersAToB] as number, point) ||
      this.stations.sawPoint(this.words[base + I.sendersBToA] as number, point);
    if (wasAtPoint && !this.#isOnVlan(base, point, vlan)) {
      this.words[base + I.key] = (this.words[base + I.key] as number) | KEY.sibling;
      return -2;
    }
    this.#retire(row);
    return -1;
  }

  #create(
    hash: number,
    endA: number,
    endB: number,
    ports: number,
    key: number,
    time: number,
    sibling: boolean,
  ): number {
    let row: number;
    if (this.#free === 0 && this.#used >= this.#arena.capacity) this.#makeRoom();
    if (this.#free !== 0) {
      row = this.#free - 1;
      this.#free = this.words[row * FLOW_ROW_WORDS] as number;
      this.words.fill(0, row * FLOW_ROW_WORDS, (row + 1) * FLOW_ROW_WORDS);
    } else {
      row = this.#used++;
    }
    this.numbers = withRoomFor(this.numbers, row);
    this.numbers[row] = this.created;
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
    this.#index.insert(hash, row);
    this.live++;
    this.created++;
    if (this.#watcher?.wants(this, row) === true)
      this.words[base + I.key] = (this.words[base + I.key] as number) | KEY.watched;
    return row;
  }

  #retire(row: number): void {
    const base = row * FLOW_ROW_WORDS;
    const key = this.words[base + I.key] as number;
    if ((key & KEY.sibling) !== 0 && (key & KEY.protoMask) !== PROTO.tcp) this.#joinSiblings(row);
    this.#sink.retire(this, row);
    this.#release(row);
  }

  #release(row: number): void {
    const base = row * FLOW_ROW_WORDS;
    const words = this.words;
    const key = words[base + I.key] as number;
    // nothing is looked for any more, and taking entries out one by one costs as much as putting them in
    if (!this.#finishing)
      this.#index.remove(
        this.#hash(
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
    words[base + I.key] = 0;
    words[base] = this.#free;
    this.#free = row + 1;
    this.live--;
  }

  /** Connectionless rows of one identity on several VLANs are one flow, unless each carries a whole conversation. */
  #joinSiblings(row: number): void {
    const words = this.words;
    const base = row * FLOW_ROW_WORDS;
    const hash = this.#hash(
      words[base] as number,
      words[base + I.endB] as number,
      words[base + I.ports] as number,
      (words[base + I.key] as number) & KEY.identityMask,
    );
    // eslint-disable-next-line no-restricted-syntax -- once per flow with siblings, which are rare
    for (const other of this.#index.rowsOf(hash)) {
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
      this.#release(other);
      this.created--;
    }
  }

  #isOver(row: number, time: number): boolean {
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
  #makeRoom(): void {
    const before = this.live;
    this.sweep();
    if (this.live > before * 0.75 && this.#arena.grow()) {
      this.words = this.#arena.words;
      this.doubles = this.#arena.doubles;
      return;
    }
    for (let patience = 60e9; this.#free === 0; patience = patience > 1e9 ? patience / 4 : -1) {
      for (let row = 0; row < this.#used; row++) {
        const at = row * FLOW_ROW_WORDS;
        if (((this.words[at + I.key] as number) & KEY.live) === 0) continue;
        if (this.now - (this.doubles[row * FLOW_ROW_DOUBLES + D.last] as number) < patience) continue;
        this.evicted++;
        this.#retire(row);
        if (patience < 0 && this.live < this.#used * 0.9) break;
      }
    }
  }

  /** number of the station whose MAC address stands at `at`; -1: the link has none */
  #stationOf(at: number, vlan: number, point: number): number {
    if (at < 0) return this.stations.intern(point, vlan, 0, 0);
    return this.stations.intern(point, vlan, this.#view.getUint16(at), this.#view.getInt32(at + 2));
  }

  #seeStations(base: number, backward: number, sender: number, receiver: number): void {
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
    return (
      Math.imul(ipv6.word(end, 0) ^ 0x5bd1e995, 31) ^
      Math.imul(ipv6.word(end, 1), 17) ^
      Math.imul(ipv6.word(end, 2), 7) ^
      ipv6.word(end, 3)
    );
  }

  #waitForFirst(
    rows: Int32Array,
    at: number,
    time: number,
    point: number,
    source: number,
    destination: number,
    key: number,
    file: number,
    frame: number,
  ): void {
    const outer = rows[at + ROW.outer] as number;
    if ((key & KEY.ipv6) !== 0) {
      this.ipv6.retain(source);
      this.ipv6.retain(destination);
    }
    // eslint-disable-next-line no-restricted-syntax -- once per fragment that comes before its first one
    this.#fragments.wait(rows[at + ROW.ipId] as number, {
      source,
      destination,
      key,
      packets: 1,
      bytes: rows[at + ROW.length] as number,
      first: time,
      last: time,
      sender: this.#stationOf(rows[at + ROW.sourceMacAt] as number, rows[at + ROW.vlan] as number, point),
      receiver: this.#stationOf(rows[at + ROW.destinationMacAt] as number, rows[at + ROW.vlan] as number, point),
      ttl: ((rows[at + ROW.flags] as number) >>> 8) & 0xff,
      file,
      frame,
      outer: outer < 0 ? -1 : this.#numberOfPacket(outer),
    });
  }

  /** Fragments that waited go to the flow of their first one, or to a flow with port 0 when none came. */
  #addWaiting(waiting: WaitingFragments, ports: number): void {
    const { source, destination, key } = waiting;
    const backward = this.#isBackward(source, destination, ports, key) ? 1 : 0;
    const endA = backward === 0 ? source : destination;
    const endB = backward === 0 ? destination : source;
    const flowPorts = backward === 0 ? ports : (ports << 16) | (ports >>> 16);
    const hash = this.#hash(endA, endB, flowPorts, key);
    let row = this.#find(
      hash,
      endA,
      endB,
      flowPorts,
      key,
      this.stations.pointOf(waiting.sender),
      this.stations.vlanOf(waiting.sender),
    );
    if (row < 0) row = this.#create(hash, endA, endB, flowPorts, key, waiting.first, false);
    const base = row * FLOW_ROW_WORDS;
    const times = row * FLOW_ROW_DOUBLES;
    const words = this.words;
    const doubles = this.doubles;
    if (words[base + I.packetsAToB + backward] === 0) {
      words[base + I.frameAToB + backward] = waiting.frame | 0;
      words[base + I.files] = (words[base + I.files] as number) | (waiting.file << (16 * backward));
      words[base + I.flagsAndTtl] = (words[base + I.flagsAndTtl] as number) | (waiting.ttl << (16 + 8 * backward));
      if (waiting.outer >= 0) this.rare.carriedBy(row, waiting.outer);
    }
    words[base + I.packetsAToB + backward] = (words[base + I.packetsAToB + backward] as number) + waiting.packets;
    this.rare.addFragments(row, waiting.packets);
    doubles[times + D.bytesAToB + backward] = (doubles[times + D.bytesAToB + backward] as number) + waiting.bytes;
    if (waiting.first <= (doubles[times + D.first] as number)) {
      doubles[times + D.first] = waiting.first;
      if (backward !== 0) words[base + I.state] = (words[base + I.state] as number) | STATE.firstByB;
    }
    if (waiting.last > (doubles[times + D.last] as number)) doubles[times + D.last] = waiting.last;
    words[base + I.state] = (words[base + I.state] as number) | (STATE.payloadAToB << backward);
    this.#seeStations(base, backward, waiting.sender, waiting.receiver);
    if ((key & KEY.ipv6) !== 0) {
      for (let packet = 0; packet < waiting.packets; packet++) {
        this.ipv6.release(source);
        this.ipv6.release(destination);
      }
    }
  }

  #isBackward(source: number, destination: number, ports: number, key: number): boolean {
    if ((key & KEY.ipv6) === 0) {
      const lower = source ^ SIGN;
      const upper = destination ^ SIGN;
      return lower > upper || (lower === upper && ports >>> 16 > (ports & 0xffff));
    }
    for (let index = 0; index < 4; index++) {
      const lower = (this.ipv6.word(source, index) ^ SIGN) - (this.ipv6.word(destination, index) ^ SIGN);
      if (lower !== 0) return lower > 0;
    }
    return ports >>> 16 > (ports & 0xffff);
  }

  #trackIcmp(
    rows: Int32Array,
    at: number,
    base: number,
    backward: number,
    frame: number,
    file: number,
    sender: number,
  ): void {
    const facts = rows[at + ROW.flags] as number;
    const meta = rows[at + ROW.meta] as number;
    const type = (facts >>> 16) & 0xff;
    const isIpv6 = (meta & META.ipv6) !== 0;
    const words = this.words;
    let seen: number = ICMP_SEEN.other;
    if ((meta & META.icmpError) !== 0) seen = ICMP_SEEN.error;
    else if (type === (isIpv6 ? 128 : 8)) seen = ICMP_SEEN.request;
    else if (type === (isIpv6 ? 129 : 0)) seen = ICMP_SEEN.reply;
    words[base + I.flagsAndTtl] = (words[base + I.flagsAndTtl] as number) | (seen << (8 * backward));
    if (seen !== ICMP_SEEN.error) {
      words[base + I.key] = (words[base + I.key] as number) | KEY.notOnlyErrors;
      return;
    }
    const about = this.#rowOfQuoted(rows, at);
    if (about < 0) {
      words[base + I.key] = (words[base + I.key] as number) | KEY.unmatchedError;
      return;
    }
    const target = about * FLOW_ROW_WORDS;
    if (this.rejections.has(about) || this.rejections.size >= LIMITS.pendingFlows) return;
    // eslint-disable-next-line no-restricted-syntax -- once per rejected flow, bounded
    this.rejections.set(about, { sender, ipv6: isIpv6, type, code: facts >>> 24 });
    if (isIpv6) this.ipv6.retain(sender);
    words[target + I.key] = (words[target + I.key] as number) | KEY.rejected;
    words[target + I.frameDeciding] = frame | 0;
    words[target + I.state] = ((words[target + I.state] as number) & 0xffff) | (file << 16);
  }

  /** the flow that an ICMP error quotes (RFC 792, RFC 4443 2.4), or -1 */
  #rowOfQuoted(rows: Int32Array, at: number): number {
    const view = this.#view;
    const quoted = this.#quoted;
    if (!findQuoted(rows, at, view, quoted)) return -1;
    if ((quoted.key & KEY.ipv6) !== 0) {
      const ip = quoted.ipv6At;
      quoted.source = this.ipv6.find(
        view.getInt32(ip + 8),
        view.getInt32(ip + 12),
        view.getInt32(ip + 16),
        view.getInt32(ip + 20),
      );
      quoted.destination = this.ipv6.find(
        view.getInt32(ip + 24),
        view.getInt32(ip + 28),
        view.getInt32(ip + 32),
        view.getInt32(ip + 36),
      );
      if (quoted.source < 0 || quoted.destination < 0) return -1;
    }
    const { source, destination, ports, key } = quoted;
    const backward = this.#isBackward(source, destination, ports, key);
    const endA = backward ? destination : source;
    const endB = backward ? source : destination;
    const flowPorts = backward ? (ports << 16) | (ports >>> 16) : ports;
    return this.#find(this.#hash(endA, endB, flowPorts, key), endA, endB, flowPorts, key, -1, -1);
  }
}
