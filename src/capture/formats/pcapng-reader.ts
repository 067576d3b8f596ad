import { BATCH_RECORDS } from '../../base/batch.js';
import type { Problem } from '../../base/failure.js';
import { LIMITS } from '../../base/limits.js';
import type { Text } from '../../base/text.js';
import { BlockReader, type ReaderSetting } from '../block-reader.js';
import type { Checkpoint, CheckpointState } from '../checkpoint.js';
import { InterfaceTable } from './interface-table.js';
import { BLOCK, BLOCK_FRAME_BYTES, BYTE_ORDER_MAGIC, findCount, OPTION, SECTION_BYTES } from './pcapng-blocks.js';
import { parseInterface } from './pcapng-interface.js';
import { PcapngLosses } from './pcapng-losses.js';
import { readStatistics } from './pcapng-statistics.js';
import type { RecordBatch } from '../record-batch.js';
import { exactTime, originTicks, secondOf } from './time-unit.js';

const WORD = 0x1_0000_0000;
/** offset of the data in enhanced and obsolete packet blocks, and bytes of such a block without data */
const PACKET_DATA_AT = 28;
const PACKET_FRAME_BYTES = 32;
const SIMPLE_DATA_AT = 12;
const SIMPLE_FRAME_BYTES = 16;
const INTERFACE_BYTES = 20;
/** drop count of the obsolete packet block when nobody counted */
const DROPS_UNKNOWN = 0xffff;

/** Reads pcapng: any number of sections, each in its byte order, each with its interfaces. */
export class PcapngReader extends BlockReader {
  readonly format: string;
  private readonly table: InterfaceTable;
  private readonly losses = new PcapngLosses();
  private littleEndian = true;
  /** interfaces of the current section: `first` … `first + sectionCount - 1` */
  private firstInterface = 0;
  private sectionCount = 0;
  /** time of the last record that had one */
  private lastTime = 0;
  /** the interface whose time unit is in the four fields below */
  private unitOf = -1;
  private originHigh = 0;
  private originLow = 0;
  private nanosPerTick = 0;

  /** @param resume where to begin instead of at the first block, with the interfaces of the whole capture */
  constructor(setting: ReaderSetting, resume?: { at: Checkpoint; table: InterfaceTable }) {
    super(setting);
    this.format = `pcapng${setting.suffix}`;
    this.table = resume === undefined ? new InterfaceTable() : resume.table.upTo(resume.at.interfaceCount);
    if (resume === undefined) return;
    this.frame = resume.at.frame;
    this.littleEndian = resume.at.littleEndian;
    this.lastTime = resume.at.lastTime;
    this.firstInterface = resume.at.firstInterface;
    this.sectionCount = resume.at.interfaceCount - resume.at.firstInterface;
  }

  get interfaces(): InterfaceTable['links'] {
    return this.table.links;
  }

  /** with the time units that `lookup` needs to resume */
  get interfaceTable(): InterfaceTable {
    return this.table;
  }

  protected parse(batch: RecordBatch): number {
    const { window } = this;
    const { view, end } = window;
    const { at, captured, original, time } = batch;
    let position = window.start;
    let count = 0;
    let { littleEndian } = this;
    batch.bytes = window.bytes;
    this.wanted = BLOCK_FRAME_BYTES;
    while (count < BATCH_RECORDS && end - position >= BLOCK_FRAME_BYTES) {
      const type = view.getUint32(position, littleEndian);
      if (type === BLOCK.section && !this.beginSection(view, position)) break;
      littleEndian = this.littleEndian;
      const length = view.getUint32(position + 4, littleEndian);
      if (length < BLOCK_FRAME_BYTES || (length & 3) !== 0 || length > LIMITS.blockBytes) {
        this.refuseLength(position, length);
        break;
      }
      if (end - position < length) {
        this.wanted = length;
        break;
      }
      if (view.getUint32(position + length - 4, littleEndian) !== length) {
        this.refuseTrailer(position, length, view.getUint32(position + length - 4, littleEndian));
        break;
      }
      if (type === BLOCK.enhancedPacket || type === BLOCK.packet) {
        if (length < PACKET_FRAME_BYTES || view.getUint32(position + 20, littleEndian) > length - PACKET_FRAME_BYTES) {
          this.refusePacket(position, length);
          break;
        }
        const id =
          type === BLOCK.enhancedPacket
            ? view.getUint32(position + 8, littleEndian)
            : view.getUint16(position + 8, littleEndian);
        if (id < this.sectionCount) {
          const index = this.firstInterface + id;
          const size = view.getUint32(position + 20, littleEndian);
          const high = view.getUint32(position + 12, littleEndian);
          const low = view.getUint32(position + 16, littleEndian);
          if (index !== this.unitOf) this.useUnit(index, high, low);
          this.lastTime =
            this.nanosPerTick !== 0
              ? ((high - this.originHigh) * WORD + (low - this.originLow)) * this.nanosPerTick
              : this.timeSlowly(index, high, low);
          at[count] = position + PACKET_DATA_AT;
          captured[count] = size;
          original[count] = view.getUint32(position + 24, littleEndian);
          time[count] = this.lastTime;
          batch.interface[count] = index;
          count++;
          if (length - PACKET_FRAME_BYTES - size >= 4 || type === BLOCK.packet) {
            this.readDrops(view, position, length, size, type, index);
          }
        } else {
          this.losses.unknownInterface++;
        }
      } else if (type === BLOCK.simplePacket) {
        if (this.addSimple(batch, count, position, length)) count++;
      } else if (type === BLOCK.custom || type === BLOCK.customNoCopy) {
        // Wireshark numbers custom blocks like frames: end the batch, so that cited frame numbers are the ones it shows
        if (count > 0) break;
        this.frame++;
        batch.firstFrame = this.frame;
      } else if (!this.readOther(type, position, length)) {
        break;
      }
      position += length;
    }
    window.start = position;
    this.frame += count;
    return count;
  }

  /** Sets the byte order before the length is read. False: not a section header, or not all of it is there yet. */
  private beginSection(view: DataView, position: number): boolean {
    const little = view.getUint32(position + 8, true) === BYTE_ORDER_MAGIC;
    if (!little && view.getUint32(position + 8, false) !== BYTE_ORDER_MAGIC) {
      this.stopAt(position, {
        ja: 'セクションの見出しのバイト順の印が不正である',
        en: 'bad byte-order magic of a section',
      });
      return false;
    }
    this.littleEndian = little;
    return true;
  }

  /** Blocks that carry no packet. False: reading ends here. */
  private readOther(type: number, position: number, length: number): boolean {
    const { window, littleEndian } = this;
    if (type === BLOCK.section) return this.openSection(position, length);
    if (type === BLOCK.interface) return this.addInterface(position, length);
    if (type === BLOCK.interfaceStatistics) {
      const intact = readStatistics(
        window.view,
        position,
        length,
        littleEndian,
        this.table,
        this.firstInterface,
        this.sectionCount,
      );
      if (!intact) this.losses.brokenOptions++;
    }
    return true;
  }

  private openSection(position: number, length: number): boolean {
    const { view } = this.window;
    if (length < SECTION_BYTES) {
      this.refuseLength(position, length);
      return false;
    }
    const major = view.getUint16(position + 12, this.littleEndian);
    if (major !== 1) {
      this.stopAt(
        position,
        {
          ja: `pcapngの版${major}は知られていない`,
          en: `pcapng version ${major} is not known`,
        },
        'CAPTURE-VERSION',
      );
      return false;
    }
    this.firstInterface = this.table.links.length;
    this.sectionCount = 0;
    return true;
  }

  private addInterface(position: number, length: number): boolean {
    if (length < INTERFACE_BYTES) {
      this.refuseLength(position, length);
      return false;
    }
    if (this.sectionCount >= LIMITS.interfacesPerSection || this.table.links.length >= LIMITS.interfacesPerFile) {
      this.stopAt(position, { ja: 'インターフェースの数が上限を超えた', en: 'too many interfaces' }, 'CAPTURE-LIMIT');
      return false;
    }
    const described = parseInterface(this.window.bytes, this.window.view, position, length, this.littleEndian);
    if (!described.optionsIntact) this.losses.brokenOptions++;
    this.table.add(described.link, described.unit);
    this.sectionCount++;
    return true;
  }

  /** A simple packet block: no time, no interface (the section's first one), length limited by its snap length. */
  private addSimple(batch: RecordBatch, count: number, position: number, length: number): boolean {
    const { view } = this.window;
    const link = this.table.links[this.firstInterface];
    if (length < SIMPLE_FRAME_BYTES || this.sectionCount === 0 || link === undefined) {
      this.losses.unknownInterface++;
      return false;
    }
    const wire = view.getUint32(position + 8, this.littleEndian);
    const limit = link.snapLength === 0 ? wire : Math.min(wire, link.snapLength);
    batch.at[count] = position + SIMPLE_DATA_AT;
    batch.captured[count] = Math.min(limit, length - SIMPLE_FRAME_BYTES);
    batch.original[count] = wire;
    batch.time[count] = this.lastTime;
    batch.interface[count] = this.firstInterface;
    this.losses.withoutTime++;
    return true;
  }

  private useUnit(index: number, high: number, low: number): void {
    const unit = this.table.unit(index);
    if (!this.clock.started) this.clock.start(secondOf(unit, high, low));
    const zero = originTicks(unit, this.clock.origin);
    this.unitOf = index;
    this.nanosPerTick = zero === null ? 0 : unit.nanosPerTick;
    this.originHigh = zero?.high ?? 0;
    this.originLow = zero?.low ?? 0;
  }

  private timeSlowly(index: number, high: number, low: number): number {
    return exactTime(this.table.unit(index), high, low, this.clock.origin);
  }

  private readDrops(view: DataView, position: number, length: number, size: number, type: number, index: number): void {
    const { littleEndian } = this;
    const optionsAt = position + PACKET_DATA_AT + ((size + 3) & ~3);
    const wanted = type === BLOCK.packet ? OPTION.end : OPTION.packet.dropCount;
    const drops = findCount(view, optionsAt, position + length - 4, littleEndian, wanted);
    if (drops < 0) this.losses.brokenOptions++;
    else if (drops > 0) this.table.addDrops(index, drops);
    if (type !== BLOCK.packet) return;
    const counted = view.getUint16(position + 10, littleEndian);
    if (counted !== DROPS_UNKNOWN) this.table.addDrops(index, counted);
  }

  private stopAt(
    position: number,
    reason: Text,
    code: 'CAPTURE-CORRUPT' | 'CAPTURE-VERSION' | 'CAPTURE-LIMIT' = 'CAPTURE-CORRUPT',
  ): void {
    this.stop(code, this.window.offset + position - this.window.start, reason);
  }

  private refuseLength(position: number, length: number): void {
    this.stopAt(position, {
      ja: `ブロックの長さ${length}バイトは不正である`,
      en: `a block length of ${length} bytes is not valid`,
    });
  }

  private refuseTrailer(position: number, length: number, trailer: number): void {
    this.stopAt(position, {
      ja: `ブロックの前後の長さが一致しない（前${length}、後${trailer}）`,
      en: `the block's two lengths differ (${length} before, ${trailer} behind)`,
    });
  }

  private refusePacket(position: number, length: number): void {
    this.stopAt(position, {
      ja: `パケットの長さがブロックの長さ${length}バイトに収まらない`,
      en: `the packet does not fit its block of ${length} bytes`,
    });
  }

  protected checkpointState(): CheckpointState {
    const { littleEndian, firstInterface, lastTime } = this;
    return { littleEndian, firstInterface, interfaceCount: this.table.links.length, lastTime };
  }

  protected hasLoss(): boolean {
    return this.losses.records > 0;
  }

  protected describeRest(): Text {
    return this.wanted > BLOCK_FRAME_BYTES
      ? { ja: 'ブロックの途中', en: 'inside a block' }
      : { ja: 'ブロックの見出しの途中', en: 'inside a block header' };
  }

  protected restIsAbsurd(): boolean {
    return this.wanted > LIMITS.recordBytes;
  }

  protected countedProblems(): Problem[] {
    return this.losses.problems(this.file);
  }
}
