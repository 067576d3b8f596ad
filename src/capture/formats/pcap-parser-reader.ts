import { EventEmitter } from 'node:events';
import pcapParser, { type Packet } from 'pcap-parser';
import { BATCH_RECORDS } from '../../base/batch.js';
import type { Problem } from '../../base/failure.js';
import { LIMITS } from '../../base/limits.js';
import type { Text } from '../../base/text.js';
import { BlockReader, type ReaderSetting } from '../block-reader.js';
import type { CheckpointState } from '../checkpoint.js';
import { PCAP_HEADER_BYTES, splitLinkType, type PcapHeader } from './pcap-header.js';
import type { CaptureInterface } from '../reader.js';
import type { RecordBatch } from '../record-batch.js';

const RECORD_HEADER_BYTES = 16;
const NANOS_PER_SECOND = 1e9;
const NANOS_PER_MICRO = 1e3;

/** What pcap-parser takes for a stream. It is pushed by hand, so pausing means nothing. */
class HandFedStream extends EventEmitter {
  pause(): void {
    // nothing flows by itself
  }
  resume(): void {
    // nothing flows by itself
  }
}

/**
 * The package pcap-parser behind the contract of all readers, as an independent second opinion. Alone it loses a cut
 * tail in silence, grows quadratically on a hostile length and ends twice: so the lengths of the record headers are
 * walked first and only whole records are fed. Times, lengths, link type and bytes are those that the package reports.
 */
export class PcapParserReader extends BlockReader {
  readonly format: string;
  readonly interfaces: CaptureInterface[] = [];
  private readonly input = new HandFedStream();
  private readonly littleEndian: boolean;
  private readonly snapLength: number;
  private readonly packets: Packet[] = [];
  private failure: string | null = null;

  /** @param header of a classic pcap with microseconds, see `canParse` */
  constructor(setting: ReaderSetting, header: PcapHeader) {
    super(setting);
    this.format = `pcap (pcap-parser)${setting.suffix}`;
    this.littleEndian = header.littleEndian;
    this.snapLength = header.link.snapLength;
    const parser = pcapParser.parse(this.input);
    parser.on('globalHeader', (found) => {
      const link = splitLinkType(found.linkLayerType >>> 0);
      this.interfaces.push({
        ...link,
        snapLength: found.snapshotLength,
        name: null,
        filter: null,
        received: null,
        dropped: null,
      });
    });
    parser.on('packet', (packet) => this.packets.push(packet));
    parser.on('error', (error) => (this.failure = error.message));
    this.feed(this.window.start, this.window.start + PCAP_HEADER_BYTES);
    this.window.start += PCAP_HEADER_BYTES;
  }

  /** It knows microseconds, the plain record header, and lengths in today's order. */
  static canParse(header: PcapHeader): boolean {
    return (
      header.unitNanos === NANOS_PER_MICRO &&
      header.recordHeaderBytes === RECORD_HEADER_BYTES &&
      header.lengths === 'normal'
    );
  }

  protected parse(batch: RecordBatch): number {
    const from = this.window.start;
    if (this.failure !== null) {
      this.stop('CAPTURE-CORRUPT', this.window.offset, {
        ja: `pcap-parser: ${this.failure}`,
        en: `pcap-parser: ${this.failure}`,
      });
      return 0;
    }
    const to = this.endOfWholeRecords(from);
    if (this.wanted > RECORD_HEADER_BYTES + LIMITS.recordBytes) this.refuse(to);
    if (to === from) return 0;
    this.feed(from, to);
    this.window.start = to;
    const { packets } = this;
    const count = Math.min(packets.length, BATCH_RECORDS);
    // all packets of one feed are views of one buffer
    const [first] = packets;
    if (first !== undefined) {
      if (!this.clock.started) this.clock.start(first.header.timestampSeconds);
      batch.bytes = new Uint8Array(first.data.buffer);
    }
    for (let index = 0; index < count; index++) {
      const packet = packets[index];
      if (packet === undefined) break;
      const { header, data } = packet;
      batch.at[index] = data.byteOffset;
      batch.captured[index] = data.length;
      batch.original[index] = header.originalLength;
      batch.interface[index] = 0;
      batch.time[index] =
        (header.timestampSeconds - this.clock.origin) * NANOS_PER_SECOND +
        header.timestampMicroseconds * NANOS_PER_MICRO;
    }
    packets.length = 0;
    this.frame += count;
    return count;
  }

  /** The end of at most one batch of records that are wholly in the window; sets `wanted` for what follows. */
  private endOfWholeRecords(from: number): number {
    const { view, end } = this.window;
    let at = from;
    this.wanted = RECORD_HEADER_BYTES;
    for (let count = 0; count < BATCH_RECORDS && end - at >= RECORD_HEADER_BYTES; count++) {
      const length = RECORD_HEADER_BYTES + view.getUint32(at + 8, this.littleEndian);
      if (at + length > end) {
        this.wanted = length;
        break;
      }
      at += length;
    }
    return at;
  }

  private feed(from: number, to: number): void {
    this.input.emit('data', Buffer.from(this.window.bytes.subarray(from, to)));
  }

  private refuse(position: number): void {
    const length = this.wanted - RECORD_HEADER_BYTES;
    this.stop('CAPTURE-CORRUPT', this.window.offset + position - this.window.start, {
      ja: `記録の長さ${length}バイトはありえない（上限${LIMITS.recordBytes}バイト）`,
      en: `a record length of ${length} bytes is absurd (limit ${LIMITS.recordBytes} bytes)`,
    });
  }

  protected checkpointState(): CheckpointState {
    return { littleEndian: this.littleEndian, firstInterface: 0, interfaceCount: 1, lastTime: 0 };
  }

  protected hasLoss(): boolean {
    return false;
  }

  protected describeRest(): Text {
    return this.wanted > RECORD_HEADER_BYTES
      ? { ja: '記録の途中', en: 'inside a record' }
      : { ja: '記録の見出しの途中', en: 'inside a record header' };
  }

  protected restIsAbsurd(): boolean {
    return this.wanted - RECORD_HEADER_BYTES > Math.max(this.snapLength, 262_144);
  }

  protected countedProblems(): Problem[] {
    return [];
  }
}
