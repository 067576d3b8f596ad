import type { RecordBatch } from '../capture/record-batch.js';
import { viewBytes } from '../decode/byte-view.js';
import { META, ROW, ROW_STRIDE } from '../decode/packet-batch.js';
import type { PacketBatch } from '../decode/packet-batch.js';
import { D, FLOW_ROW_DOUBLES, FLOW_ROW_WORDS, I, IDLE, KEY, PROTO, STATE, TCP_FLAG } from './flow-row.js';
import { FlowRows } from './flow-rows.js';
import type { FlowTableOptions } from './flow-rows.js';
import { FragmentTable } from './fragment-table.js';
import { trackIcmp } from './icmp-track.js';
import { IDENTITY_WORDS, identifyPackets, touchRows } from './packet-identities.js';
import { WatchedView } from './payload-watcher.js';
import { ClockOffsets } from './clock-offsets.js';
import { COPY, RecentPackets, signatureOf, tcpSignature } from './recent-packets.js';
import { trackTcp, beginsAnew } from './tcp-track.js';
import { SAMPLED_BYTES, SAMPLED_PACKETS } from './translated-flows.js';
import { countWaiting } from './waiting-fragments.js';

/** packet rows of one batch at most */
const MAXIMUM_PACKETS = 4096;
/** these never take the plain path */
const NOT_PLAIN = META.firstFragment | META.laterFragment;

/**
 * All live flows, counted packet by packet: `apply` takes the rows of a batch. Open addressing over rows in one arena;
 * nothing is allocated per packet.
 */
export class FlowTable extends FlowRows {
  /** copies that were recognised */
  copies = 0;
  /** the same by capture point number */
  readonly copiesByPoint: number[] = [];
  /** how the clocks of the capture points stand to each other */
  readonly clocks = new ClockOffsets();
  /** packets of no flow because an inner table was full */
  refused = 0;
  /** the loads of the touching pass; of no meaning */
  touched = 0;

  readonly #fragments: FragmentTable;
  readonly #recent = new RecentPackets();
  readonly #dedup: boolean;
  /**
   * Set by the first copy that a router made, or that is met on the unusual path (the first packets of each direction,
   * SYNs). Until then only packets of that path and of watched flows are remembered: a mirror that copies, copies those
   * too; and one that does not costs next to nothing.
   */
  #expectsCopies = false;
  /** by packet row of the batch: flow row, or -1 */
  readonly #rowOfPacket = new Int32Array(MAXIMUM_PACKETS);
  /** by packet row of the batch: hash, end A, end B, ports (A first), backward, hash of the wire (0: unusual) */
  readonly #identities = new Int32Array(MAXIMUM_PACKETS * IDENTITY_WORDS);

  readonly #watched = new WatchedView();
  #view: DataView = new DataView(new ArrayBuffer(0));

  constructor(options: FlowTableOptions) {
    super(options);
    this.#dedup = options.dedup;
    this.#fragments = new FragmentTable((waiting) => {
      countWaiting(this, waiting, 0);
    });
  }

  /** Everything still in the table leaves; fragments without a first one become flows before. */
  override finish(): void {
    this.#fragments.flush();
    super.finish();
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
    identifyPackets(packets, records, points, this.#view, this.ipv6, this.seed, this.#identities);
    this.touched = touchRows(packets.count, this.#identities, this.index, this.words);
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
    let { slots, mask } = this.index;
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
            ((words[base + I.key] as number) & (KEY.identityMask | KEY.sibling)) === key
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
            const isWatched = ((words[base + I.key] as number) & KEY.watched) !== 0;
            if (this.#expectsCopies || (isWatched && this.#dedup)) {
              const signature = isTcp
                ? tcpSignature(rows, at, hash, backward)
                : signatureOf(rows, at, bytes, hash, backward);
              const sender = this.stations.firstOf(words[base + I.sendersAToB + backward] as number);
              const copy = this.#recent.check(signature, row, sender, (facts >>> 8) & 0xff, (time / 1000) | 0);
              if (copy === COPY.far) this.#noteFar(this.stations.pointOf(sender));
              else if (copy !== COPY.none) {
                this.#countCopy(row, copy, time, this.stations.pointOf(sender));
                if ((meta & META.ipv6) !== 0) this.#releaseIpv6(from);
                continue;
              }
            }
            if (time > last) doubles[times + D.last] = time;
            if (
              (words[base + I.packetsAToB + backward] as number) < SAMPLED_PACKETS &&
              (rows[at + ROW.payload] as number) >= SAMPLED_BYTES &&
              this.translated !== null
            )
              this.#sample(rows, at, bytes, row, backward, (time / 1000) | 0);
            words[base + I.packetsAToB + backward] = (words[base + I.packetsAToB + backward] as number) + 1;
            doubles[times + D.bytesAToB + backward] =
              (doubles[times + D.bytesAToB + backward] as number) + (rows[at + ROW.length] as number);
            if (isTcp) trackTcp(words, row, backward, rows, at, firstFrame + record, file, losses);
            else if ((rows[at + ROW.payload] as number) > 0)
              words[base + I.state] = (words[base + I.state] as number) | (STATE.payloadAToB << backward);
            if (isWatched) this.#show(rows, at, bytes, row, backward, time, file, firstFrame + record);
            if ((meta & META.ipv6) !== 0) this.#releaseIpv6(from);
            continue;
          }
        }
      }
      rowOfPacket[packet] = this.#countUnusual(rows, at, from, records, time, file, points);
      words = this.words;
      doubles = this.doubles;
      slots = this.index.slots;
      mask = this.index.mask;
    }
  }

  #countCopy(row: number, copy: number, time: number, point: number): void {
    const base = row * FLOW_ROW_WORDS;
    this.words[base + I.duplicates] = (this.words[base + I.duplicates] as number) + 1;
    if (copy === COPY.routed) {
      this.words[base + I.state] = (this.words[base + I.state] as number) | STATE.routed;
      this.#expectsCopies = true;
    }
    if (time > (this.doubles[row * FLOW_ROW_DOUBLES + D.last] as number))
      this.doubles[row * FLOW_ROW_DOUBLES + D.last] = time;
    this.copies++;
    this.copiesByPoint[point] = (this.copiesByPoint[point] ?? 0) + 1;
    const { seenSender, apart } = this.#recent;
    if (seenSender === 0 || apart === 0) return;
    const seenAt = this.stations.pointOf(seenSender);
    if (seenAt !== point) this.clocks.note(seenAt, point, apart);
  }

  /** The same packet on another capture point, later than clocks that agree would allow. */
  #noteFar(point: number): void {
    const seenAt = this.stations.pointOf(this.#recent.seenSender);
    if (seenAt === point) return;
    this.clocks.noteFar(seenAt, point, this.#recent.apart);
    this.#recent.allowance = this.clocks.allowance;
    if (this.translated !== null) this.translated.allowance = this.clocks.allowance;
  }

  /** One of a flow's first packets: was it seen under other addresses? */
  #sample(rows: Int32Array, at: number, bytes: Uint8Array, row: number, backward: number, microseconds: number): void {
    const { words, numbers } = this;
    const sender = this.stations.firstOf(words[row * FLOW_ROW_WORDS + I.sendersAToB + backward] as number);
    const wire = (this.stations.pointOf(sender) << 26) ^ this.stations.vlanOf(sender);
    this.translated?.see(rows, at, bytes, this.#view, words, numbers, row, backward, sender, wire, microseconds);
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
        if (waiting !== null) countWaiting(this, waiting, ports);
      } else {
        const ports = this.#fragments.portsOf(source, destination, fragmentKey, id, time);
        if (ports === null) {
          this.#waitForFirst(rows, at, time, point, source, destination, fragmentKey, file, frame);
          isWaiting = true;
        } else {
          if (source === destination) backward = ports >>> 16 > (ports & 0xffff) ? 1 : 0;
          flowPorts = backward === 0 ? ports : (ports << 16) | (ports >>> 16);
          hash = this.hash(endA, endB, flowPorts, meta & KEY.identityMask);
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

    let row = this.find(hash, endA, endB, flowPorts, key, point, vlan);
    let isNew = false;
    if (row >= 0) {
      if (
        time - (this.doubles[row * FLOW_ROW_DOUBLES + D.last] as number) > IDLE.connectionless &&
        this.isOver(row, time)
      ) {
        this.retire(row);
        row = -1;
      } else if (
        isTcp &&
        (facts & (TCP_FLAG.syn | TCP_FLAG.ack)) === TCP_FLAG.syn &&
        beginsAnew(this.words, row * FLOW_ROW_WORDS, backward, rows[at + ROW.seq] as number)
      ) {
        row = this.makeRoomForNewConnection(row, point, vlan);
      }
    }
    const sender = this.#stationOf(rows[at + ROW.sourceMacAt] as number, vlan, point);
    const receiver = this.#stationOf(rows[at + ROW.destinationMacAt] as number, vlan, point);
    this.openingSender = sender;
    this.openingReceiver = receiver;
    if (row < 0) {
      const asSibling = row === -2;
      row = this.create(hash, endA, endB, flowPorts, key, time, asSibling);
      isNew = true;
    }

    let base = row * FLOW_ROW_WORDS;
    let words = this.words;
    const senders = words[base + I.sendersAToB + backward] as number;
    const ttl = (facts >>> 8) & 0xff;
    if (this.#dedup) {
      const copy = this.#recent.check(
        signatureOf(rows, at, bytes, hash, backward),
        row,
        sender,
        ttl,
        (time / 1000) | 0,
      );
      if (copy === COPY.far) this.#noteFar(point);
      else if (copy !== COPY.none && !isNew) {
        this.seeStations(base, backward, sender, receiver);
        // behind a router the TTL is another one: how this host looks from here
        if ((facts & TCP_FLAG.rst) === 0 || !isTcp)
          this.ttls.learn(this.hostNumber(backward === 0 ? endA : endB, (meta & META.ipv6) !== 0), point, vlan, ttl);
        this.#expectsCopies = true;
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
        row = this.create(hash, endA, endB, flowPorts, key, time, true);
        base = row * FLOW_ROW_WORDS;
        words = this.words;
        this.#recent.check(signatureOf(rows, at, bytes, hash, backward), row, sender, ttl, (time / 1000) | 0);
      }
    }
    this.seeStations(base, backward, sender, receiver);
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
    if (seen < SAMPLED_PACKETS && (rows[at + ROW.payload] as number) >= SAMPLED_BYTES && this.translated !== null)
      this.#sample(rows, at, bytes, row, backward, (time / 1000) | 0);
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
        trackIcmp(this, rows, at, this.#view, base, backward, frame, file, backward === 0 ? endA : endB);
      else if (proto === PROTO.tcp && (meta & META.laterFragment) !== 0)
        this.losses.addFragment(row, rows[at + ROW.payload] as number);
    }
    if ((meta & (META.firstFragment | META.laterFragment)) !== 0) this.rare.addFragments(row, 1);
    if (((words[base + I.key] as number) & KEY.watched) !== 0)
      this.#show(rows, at, bytes, row, backward, time, file, frame);
    return row;
  }

  /** A packet of a watched flow: its watcher says whether it wants more. */
  #show(
    rows: Int32Array,
    at: number,
    bytes: Uint8Array,
    row: number,
    backward: number,
    time: number,
    file: number,
    frame: number,
  ): void {
    const seen = this.#watched.take(rows, at, bytes, row, this.numbers[row] as number, backward, time, file, frame);
    if (this.watcher?.see(seen, this) === true) return;
    const key = row * FLOW_ROW_WORDS + I.key;
    this.words[key] = (this.words[key] as number) & ~KEY.watched;
  }

  /** flow number of a packet row of this batch, or -1 */
  #numberOfPacket(packet: number): number {
    const row = this.#rowOfPacket[packet] as number;
    return row < 0 ? -1 : (this.numbers[row] as number);
  }

  /** number of the station whose MAC address stands at `at`; -1: the link has none */
  #stationOf(at: number, vlan: number, point: number): number {
    if (at < 0) return this.stations.intern(point, vlan, 0, 0);
    return this.stations.intern(point, vlan, this.#view.getUint16(at), this.#view.getInt32(at + 2));
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
}
