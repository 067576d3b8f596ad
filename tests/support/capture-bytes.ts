/** Builds the bytes of small captures: what a test wants to read, to the byte. */

export interface SampleRecord {
  /** nanoseconds since 1970 */
  readonly time: bigint;
  readonly data: Uint8Array;
  /** bytes on the wire; the data's length when left out */
  readonly original?: number;
}

export interface PcapShape {
  readonly littleEndian?: boolean;
  readonly nanoseconds?: boolean;
  /** Kuznetzov's format with 24 bytes before each record */
  readonly modified?: boolean;
  readonly snapLength?: number;
  /** the whole 32-bit field */
  readonly linkType?: number;
  readonly version?: readonly [number, number];
}

/** Writes numbers one after the other. */
class ByteWriter {
  private readonly parts: Uint8Array[] = [];
  private readonly littleEndian: boolean;

  constructor(littleEndian: boolean) {
    this.littleEndian = littleEndian;
  }

  u16(...values: number[]): this {
    for (const value of values) this.number(2, (view) => view.setUint16(0, value, this.littleEndian));
    return this;
  }

  u32(...values: number[]): this {
    for (const value of values) this.number(4, (view) => view.setUint32(0, value >>> 0, this.littleEndian));
    return this;
  }

  u64(value: bigint): this {
    return this.number(8, (view) => view.setBigUint64(0, BigInt.asUintN(64, value), this.littleEndian));
  }

  raw(bytes: Uint8Array): this {
    this.parts.push(bytes);
    return this;
  }

  /** Zeros up to a multiple of four. */
  pad(length: number): this {
    return this.raw(new Uint8Array((4 - (length & 3)) & 3));
  }

  get bytes(): Uint8Array {
    return Uint8Array.from(Buffer.concat(this.parts));
  }

  private number(size: number, set: (view: DataView) => void): this {
    const bytes = new Uint8Array(size);
    set(new DataView(bytes.buffer));
    return this.raw(bytes);
  }
}

export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}

/** A classic pcap file. */
export function pcapFile(records: readonly SampleRecord[], shape: PcapShape = {}): Uint8Array {
  const { littleEndian = true, nanoseconds = false, modified = false, snapLength = 65_535, linkType = 1 } = shape;
  const writer = new ByteWriter(littleEndian);
  writer.u32(modified ? 0xa1b2cd34 : nanoseconds ? 0xa1b23c4d : 0xa1b2c3d4);
  writer.u16(...(shape.version ?? [2, 4])).u32(0, 0, snapLength, linkType);
  for (const { time, data, original = data.length } of records) {
    const fraction = time % 1_000_000_000n;
    writer.u32(Number(time / 1_000_000_000n), Number(nanoseconds ? fraction : fraction / 1000n), data.length, original);
    if (modified) writer.u32(1).u16(0x0008).raw(Uint8Array.of(4, 0));
    writer.raw(data);
  }
  return writer.bytes;
}

export interface Option {
  readonly code: number;
  readonly value: Uint8Array;
}

/** Blocks of one pcapng section, in its byte order. */
export class PcapngBlocks {
  private readonly littleEndian: boolean;

  constructor(littleEndian = true) {
    this.littleEndian = littleEndian;
  }

  block(type: number, body: Uint8Array): Uint8Array {
    const length = 12 + body.length + ((4 - (body.length & 3)) & 3);
    return this.writer().u32(type, length).raw(body).pad(body.length).u32(length).bytes;
  }

  section(version: readonly [number, number] = [1, 0]): Uint8Array {
    return this.block(
      0x0a0d0d0a,
      this.writer()
        .u32(0x1a2b3c4d)
        .u16(...version)
        .u64(-1n).bytes,
    );
  }

  interface(linkType = 1, snapLength = 0, options: readonly Option[] = []): Uint8Array {
    return this.block(1, this.writer().u16(linkType, 0).u32(snapLength).raw(this.options(options)).bytes);
  }

  /** @param ticks the timestamp in the interface's unit */
  enhanced(id: number, ticks: bigint, record: Omit<SampleRecord, 'time'>, options: readonly Option[] = []): Uint8Array {
    const { data, original = data.length } = record;
    const writer = this.writer().u32(id, Number(ticks >> 32n), Number(ticks & 0xffff_ffffn), data.length, original);
    return this.block(6, writer.raw(data).pad(data.length).raw(this.options(options)).bytes);
  }

  /** The obsolete packet block. */
  packet(id: number, drops: number, ticks: bigint, record: Omit<SampleRecord, 'time'>): Uint8Array {
    const { data, original = data.length } = record;
    const writer = this.writer().u16(id, drops);
    writer.u32(Number(ticks >> 32n), Number(ticks & 0xffff_ffffn), data.length, original);
    return this.block(2, writer.raw(data).bytes);
  }

  simple(record: Omit<SampleRecord, 'time'>): Uint8Array {
    const { data, original = data.length } = record;
    return this.block(3, this.writer().u32(original).raw(data).bytes);
  }

  statistics(id: number, options: readonly Option[]): Uint8Array {
    return this.block(5, this.writer().u32(id, 0, 0).raw(this.options(options)).bytes);
  }

  count(code: number, value: bigint): Option {
    return { code, value: this.writer().u64(value).bytes };
  }

  text(code: number, value: string): Option {
    return { code, value: new TextEncoder().encode(value) };
  }

  private options(options: readonly Option[]): Uint8Array {
    if (options.length === 0) return new Uint8Array(0);
    const writer = this.writer();
    for (const { code, value } of options) writer.u16(code, value.length).raw(value).pad(value.length);
    return writer.u16(0, 0).bytes;
  }

  private writer(): ByteWriter {
    return new ByteWriter(this.littleEndian);
  }
}

/** One section with one interface that counts microseconds. */
export function pcapngFile(records: readonly SampleRecord[], littleEndian = true): Uint8Array {
  const blocks = new PcapngBlocks(littleEndian);
  return joinBytes(
    blocks.section(),
    blocks.interface(),
    ...records.map((record) => blocks.enhanced(0, record.time / 1000n, record)),
  );
}

/** Records of different lengths whose bytes tell them apart; whole microseconds. */
export function sampleRecords(count: number, second = 1_700_000_000n): SampleRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    time: second * 1_000_000_000n + BigInt(index) * 1_234_567_000n,
    data: Uint8Array.from({ length: (index * 7) % 61 }, (_unused, at) => (index + at) & 255),
    original: 60 + index,
  }));
}

/** The bytes in chunks of one size, as a stream brings them. */
export async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}
