import { crc32 } from 'node:zlib';
import { readEvidence, type EvidenceFile } from './evidence-files.js';

/**
 * Zip (APPNOTE 6.3.10) with stored entries and data descriptors: written while it is read, and its length is known
 * beforehand. Captures of a few packets gain nothing from compression.
 */
const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** bit 3: CRC and size follow the data; bit 11: names are UTF-8 */
const FLAGS = 0x0808;
const VERSION = 20;
/** 1980-01-01, the beginning of DOS time: the same files are the same zip */
const DOS_DATE = 0x0021;

const LOCAL_BYTES = 30;
const DESCRIPTOR_BYTES = 16;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;

const nameBytes = ({ name }: EvidenceFile): Buffer => Buffer.from(name, 'utf8');

export function zipBytes(files: readonly EvidenceFile[]): number {
  const each = files.map(
    (file) => LOCAL_BYTES + DESCRIPTOR_BYTES + CENTRAL_BYTES + 2 * nameBytes(file).length + file.bytes,
  );
  return each.reduce((sum, bytes) => sum + bytes, END_BYTES);
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(LOCAL_BYTES);
  header.writeUInt32LE(LOCAL, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(DOS_DATE, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly bytes: number;
  readonly offset: number;
}

function descriptor({ crc, bytes }: Written): Buffer {
  const record = Buffer.alloc(DESCRIPTOR_BYTES);
  [DESCRIPTOR, crc, bytes, bytes].forEach((value, index) => record.writeUInt32LE(value, index * 4));
  return record;
}

function centralHeader({ name, crc, bytes, offset }: Written): Buffer {
  const header = Buffer.alloc(CENTRAL_BYTES);
  header.writeUInt32LE(CENTRAL, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(VERSION, 6);
  header.writeUInt16LE(FLAGS, 8);
  header.writeUInt16LE(DOS_DATE, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(bytes, 20);
  header.writeUInt32LE(bytes, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}

function endRecord(count: number, centralBytes: number, offset: number): Buffer {
  const record = Buffer.alloc(END_BYTES);
  record.writeUInt32LE(END, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(centralBytes, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}

/** @throws Error when a file changed its length meanwhile: the download breaks off rather than lie */
export async function* zipOf(files: readonly EvidenceFile[]): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for (const file of files) {
    const name = nameBytes(file);
    yield localHeader(name);
    let crc = 0;
    let bytes = 0;
    for await (const chunk of await readEvidence(file)) {
      const piece = chunk as Buffer;
      crc = crc32(piece, crc);
      bytes += piece.length;
      yield piece;
    }
    if (bytes !== file.bytes) throw new Error(`${file.name} changed while it was packed`);
    const entry = { name, crc, bytes, offset };
    written.push(entry);
    yield descriptor(entry);
    offset += LOCAL_BYTES + name.length + bytes + DESCRIPTOR_BYTES;
  }
  const central = Buffer.concat(written.map(centralHeader));
  yield central;
  yield endRecord(written.length, central.length, offset);
}
