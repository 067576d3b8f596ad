import { META, ROW } from '../decode/packet-batch.js';
import type { Ipv6Table } from './ipv6-table.js';
import type { StationTable } from './stations.js';

/** The part of the flow table that a watcher may read. */
export interface WatchedRows {
  readonly words: Int32Array;
  readonly doubles: Float64Array;
  /** number of each row's flow in this run */
  readonly numbers: Int32Array;
  readonly ipv6: Ipv6Table;
  readonly stations: StationTable;
  /** stations of the packet that began the newest flow; 0: nobody knows */
  readonly openingSender: number;
  readonly openingReceiver: number;
}

/** One packet of a watched flow, copies taken out. Reused: read it before the call returns. */
export interface WatchedPacket {
  row: number;
  /** number of the flow in this run */
  flow: number;
  /** 0: a→b, 1: b→a */
  direction: number;
  /** nanoseconds since the run's origin */
  time: number;
  file: number;
  frame: number;
  /** TCP flags, 0 for other protocols; `seq` is valid where they are not 0 */
  tcpFlags: number;
  seq: number;
  /** bytes of the batch, payload at `at` … `at + captured`; `length` by the header may be more (snap length) */
  bytes: Uint8Array;
  at: number;
  captured: number;
  length: number;
  isIpv6: boolean;
  /** offset of the transport header */
  transportAt: number;
  /** later IP fragment: its payload lies somewhere in the datagram, not at its start */
  isLaterFragment: boolean;
  /** of an IP fragment: where its bytes, from `transportAt` on, lie in the datagram; -1: the packet is whole */
  fragmentAt: number;
  /** bytes of the fragment as its IP header says, its identification, and whether others follow */
  fragmentBytes: number;
  fragmentId: number;
  hasMoreFragments: boolean;
}

/** Looks into the payload of the few flows that a rule needs; all others never reach it. */
export interface PayloadWatcher {
  /** Asked once for each new flow, when its ends, ports and protocol are set. */
  wants(rows: WatchedRows, row: number): boolean;
  /** @returns false when nothing more of this flow is wanted: it is not shown again */
  see(packet: WatchedPacket, rows: WatchedRows): boolean;
  /** True once after each time that it learnt something by which live flows have to be asked about again. */
  takeNews?(): boolean;
  /** Asked after news of each young flow that is not watched. */
  wantsAfterAll?(rows: WatchedRows, row: number): boolean;
  /** the flow of row `other` was joined to that of `row`, and its row is given up */
  join(row: number, other: number): void;
}

/** where the offset stands: from the begin of the IPv4 header, and before the end of the IPv6 fragment header */
const IPV4_OFFSET_AT = 6;
const IPV6_OFFSET_BEFORE = 6;

/** The one reused packet that is shown. */
export class WatchedView implements WatchedPacket {
  row = 0;
  flow = 0;
  direction = 0;
  time = 0;
  file = 0;
  frame = 0;
  tcpFlags = 0;
  seq = 0;
  bytes: Uint8Array = new Uint8Array(0);
  at = 0;
  captured = 0;
  length = 0;
  isIpv6 = false;
  transportAt = 0;
  isLaterFragment = false;
  fragmentAt = -1;
  fragmentBytes = 0;
  fragmentId = 0;
  hasMoreFragments = false;

  /** @param at offset of the packet's row in `rows` */
  take(
    rows: Int32Array,
    at: number,
    bytes: Uint8Array,
    row: number,
    flow: number,
    direction: number,
    time: number,
    file: number,
    frame: number,
  ): this {
    const meta = rows[at + ROW.meta] as number;
    const transportAt = rows[at + ROW.transportAt] as number;
    const end = rows[at + ROW.endAt] as number;
    const hasTcp = (meta & META.hasTcp) !== 0;
    const isLater = (meta & META.laterFragment) !== 0;
    const headerBytes = hasTcp ? ((bytes[transportAt + 12] as number) >>> 4) * 4 : isLater ? 0 : 8;
    this.row = row;
    this.flow = flow;
    this.direction = direction;
    this.time = time;
    this.file = file;
    this.frame = frame;
    this.tcpFlags = hasTcp ? (rows[at + ROW.flags] as number) & 0xff : 0;
    this.seq = rows[at + ROW.seq] as number;
    this.bytes = bytes;
    this.at = Math.min(transportAt + headerBytes, end);
    this.length = rows[at + ROW.payload] as number;
    this.captured = Math.max(0, Math.min(end - this.at, this.length));
    this.isIpv6 = (meta & META.ipv6) !== 0;
    this.transportAt = transportAt;
    this.isLaterFragment = isLater;
    this.fragmentAt = -1;
    if (isLater || (meta & META.firstFragment) !== 0) this.#takeFragment(rows, at, isLater);
    return this;
  }

  /** RFC 791 section 3.1; RFC 8200 section 4.5, where the header of the fragment stands before what it carries. */
  #takeFragment(rows: Int32Array, at: number, isLater: boolean): void {
    const ipAt = rows[at + ROW.ipAt] as number;
    const offsetAt = this.isIpv6 ? this.transportAt - IPV6_OFFSET_BEFORE : ipAt + IPV4_OFFSET_AT;
    const word = ((this.bytes[offsetAt] as number) << 8) | (this.bytes[offsetAt + 1] as number);
    this.fragmentAt = !isLater ? 0 : this.isIpv6 ? word & 0xfff8 : (word & 0x1fff) * 8;
    this.hasMoreFragments = !isLater || (word & (this.isIpv6 ? 1 : 0x2000)) !== 0;
    this.fragmentBytes = Math.max(0, (rows[at + ROW.length] as number) - (this.transportAt - ipAt));
    this.fragmentId = rows[at + ROW.ipId] as number;
  }
}
