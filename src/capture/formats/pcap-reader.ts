import type { Problem } from '../../base/failure.js';
import { LIMITS } from '../../base/limits.js';
import type { Text } from '../../base/text.js';
import { BATCH_RECORDS } from '../../base/batch.js';
import { BlockReader, type ReaderSetting } from '../block-reader.js';
import type { Checkpoint, CheckpointState } from '../checkpoint.js';
import { captureProblem } from '../fault.js';
import { isPcapMagic, PCAP_HEADER_BYTES, type PcapHeader } from './pcap-header.js';
import type { CaptureInterface } from '../reader.js';
import type { RecordBatch } from '../record-batch.js';

const NANOS_PER_SECOND = 1e9;
/** versions 2.0 to 2.4 exist */
const LAST_MINOR = 4;
/** libpcap's own bound */
const USUAL_RECORD_BYTES = 262_144;

/** Reads classic pcap: microseconds, nanoseconds, Kuznetzov's longer record header, either byte order. */
export class PcapReader extends BlockReader {
  readonly format: string;
  readonly interfaces: readonly CaptureInterface[];
  private readonly header: PcapHeader;

  /** @param resume where to begin instead of at the first record */
  constructor(setting: ReaderSetting, header: PcapHeader, resume?: Checkpoint) {
    super(setting);
    this.header = header;
    this.interfaces = [header.link];
    this.format = (header.recordHeaderBytes === 16 ? 'pcap' : 'pcap (Kuznetzov)') + setting.suffix;
    if (resume === undefined) this.window.start += PCAP_HEADER_BYTES;
    else this.frame = resume.frame;
  }

  protected parse(batch: RecordBatch): number {
    const { window, header } = this;
    const { view, end } = window;
    const { littleEndian, unitNanos, recordHeaderBytes, lengths } = header;
    const { at, captured, original, time } = batch;
    let position = window.start;
    let count = 0;
    let anotherFile = false;
    this.wanted = recordHeaderBytes;
    if (!this.clock.started && end - position >= recordHeaderBytes) {
      this.clock.start(view.getUint32(position, littleEndian));
    }
    const origin = this.clock.origin;
    while (count < BATCH_RECORDS && end - position >= recordHeaderBytes) {
      let length = view.getUint32(position + 8, littleEndian);
      let wire = view.getUint32(position + 12, littleEndian);
      if (lengths !== 'normal' && (lengths === 'exchanged' || length > wire)) {
        const other = length;
        length = wire;
        wire = other;
      }
      const dataAt = position + recordHeaderBytes;
      if (dataAt + length > end) {
        this.wanted = recordHeaderBytes + length;
        break;
      }
      const second = view.getUint32(position, littleEndian);
      if (length === 0 && this.isFileHeader(second, view.getUint32(position + 4, littleEndian))) {
        anotherFile = true;
        break;
      }
      at[count] = dataAt;
      captured[count] = length;
      original[count] = wire;
      time[count] = (second - origin) * NANOS_PER_SECOND + view.getUint32(position + 4, littleEndian) * unitNanos;
      count++;
      position = dataAt + length;
    }
    batch.interface.fill(0, 0, count);
    batch.bytes = window.bytes;
    window.start = position;
    this.frame += count;
    if (anotherFile) this.refuseAnother();
    else if (this.wanted > recordHeaderBytes + LIMITS.recordBytes) this.refuse(this.wanted - recordHeaderBytes);
    return count;
  }

  /** Magic and version, as of a file that was appended to this one: what follows are no records of this file. */
  private isFileHeader(magic: number, versions: number): boolean {
    return versions === (this.header.littleEndian ? 0x0004_0002 : 0x0002_0004) && isPcapMagic(magic);
  }

  private refuseAnother(): void {
    this.stop('CAPTURE-CORRUPT', this.window.offset, {
      ja: 'ここから別のpcapファイルが始まっている（連結されたファイル）。分けて指定する',
      en: 'another pcap file begins here (concatenated files); name them one by one',
    });
  }

  private refuse(length: number): void {
    this.stop('CAPTURE-CORRUPT', this.window.offset, {
      ja: `記録の長さ${length}バイトはありえない（上限${LIMITS.recordBytes}バイト）`,
      en: `a record length of ${length} bytes is absurd (limit ${LIMITS.recordBytes} bytes)`,
    });
  }

  protected checkpointState(): CheckpointState {
    return { littleEndian: this.header.littleEndian, firstInterface: 0, interfaceCount: 1, lastTime: 0 };
  }

  protected hasLoss(): boolean {
    return false;
  }

  protected describeRest(): Text {
    return this.wanted > this.header.recordHeaderBytes
      ? { ja: '記録の途中', en: 'inside a record' }
      : { ja: '記録の見出しの途中', en: 'inside a record header' };
  }

  protected restIsAbsurd(): boolean {
    const { recordHeaderBytes, link } = this.header;
    return this.wanted - recordHeaderBytes > Math.max(link.snapLength, USUAL_RECORD_BYTES);
  }

  protected countedProblems(): Problem[] {
    const { major, minor } = this.header;
    if (major === 2 && minor <= LAST_MINOR) return [];
    return [
      captureProblem('CAPTURE-VERSION', this.file, 'warning', {
        ja: `pcapの版${major}.${minor}は知られていない（4バイト目）。2.4として読み取った`,
        en: `pcap version ${major}.${minor} is not known (byte 4); it was read as 2.4`,
      }),
    ];
  }
}
