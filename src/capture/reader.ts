import type { Problem } from '../base/failure.js';
import type { RecordBatch } from './record-batch.js';

/** One capture interface: pcap files have exactly one, pcapng sections any number. */
export interface CaptureInterface {
  /** LINKTYPE_ number (https://www.tcpdump.org/linktypes.html) without the FCS bits of the pcap header */
  readonly linkType: number;
  /** 0 = no limit stated */
  readonly snapLength: number;
  /** if_name, else if_description, else null: packet text, escape it */
  readonly name: string | null;
  /** if_filter as text, null when none was stated */
  readonly filter: string | null;
  /** bytes of frame check sequence at the end of each frame, 0 when not stated */
  readonly fcsLength: number;
  /** from Interface Statistics Blocks (the last one counts) and epb_dropcount; null when never stated */
  received: number | null;
  dropped: number | null;
}

/** Reads one capture, whatever its format. The contract test in tests/capture runs over all readers. */
export interface CaptureReader {
  /** `pcap`, `pcapng`, `pcap (pcap-parser)`, with ` + gzip` … where it was compressed */
  readonly format: string;
  /** grows while a pcapng file is read; an index never changes its meaning (each section appends) */
  readonly interfaces: readonly CaptureInterface[];
  /**
   * Fills the batch with the next records, at most its capacity. Answers how many, 0 at the end or where the file can
   * be read no further (then `problems` says at which byte and why). A promise only where bytes must be waited for.
   * Never throws for what a file contains.
   */
  fill(batch: RecordBatch): number | Promise<number>;
  /** cut tail, absurd length, corrupt block, unknown version …, each with its byte offset in the message */
  readonly problems: readonly Problem[];
  /** compressed or plain bytes consumed so far, for the progress bar */
  readonly bytesRead: number;
  /** true when the end was reached without a fault */
  readonly complete: boolean;
  /** SHA-256 of all bytes of the file, hex; null when it was not asked for. Only after the end. */
  readonly sha256: string | null;
  close(): void;
}
