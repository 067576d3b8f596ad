import type { Ipv6Table } from './ipv6-table.js';
import type { StationTable } from './stations.js';

/** The part of the flow table that a watcher may read. */
export interface FlowRows {
  readonly words: Int32Array;
  readonly doubles: Float64Array;
  /** number of each row's flow in this run */
  readonly numbers: Int32Array;
  readonly ipv6: Ipv6Table;
  readonly stations: StationTable;
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
}

/** Looks into the payload of the few flows that a rule needs; all others never reach it. */
export interface PayloadWatcher {
  /** Asked once for each new flow, when its ends, ports and protocol are set. */
  wants(table: FlowRows, row: number): boolean;
  see(packet: WatchedPacket): void;
}
