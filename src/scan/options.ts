import type { Topology } from '../model/topology.js';

/** A capture as named on the command line: `CP-MN=dir/a.pcap`, a directory, a glob or `-`. */
export interface CaptureArgument {
  /** name of the capture point, null when it was not given */
  readonly point: string | null;
  /** file, directory, glob, or `-` for standard input */
  readonly path: string;
}

export interface Progress {
  readonly bytesRead: number;
  /** 0 when unknown (standard input) */
  readonly bytesTotal: number;
  readonly packets: number;
  /** live flows */
  readonly flows: number;
}

/** Seconds since 1970 with nine decimals, as in the coverage of a report. */
export type ObservedSpans = readonly {
  readonly point: string | null;
  readonly first: string | null;
  readonly last: string | null;
}[];

export interface ScanOptions {
  readonly captures: readonly CaptureArgument[];
  readonly topology: Topology | null;
  /** take copies of one datagram out of the counts (default true) */
  readonly dedup?: boolean;
  /** SHA-256 of every capture (default true) */
  readonly hash?: boolean;
  /** read every classic pcap a second time with pcap-parser and compare */
  readonly crossCheck?: boolean;
  /** an abort ends the reading early; what was read is judged and the report says that it was interrupted */
  /** names the capture point of an interface instead of the topology's `match`: evidence bundles know theirs */
  readonly pointOfInterface?: (interfaceName: string | null) => string | null;
  /** the time that each capture point covered, where the captures hold only a part of what it saw */
  readonly spans?: ObservedSpans;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}
