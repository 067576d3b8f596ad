import type { Analysis, Descend, Piece } from './analysis.js';

/** One entry of the directory ([MS-CFB] 2.6.1). */
interface Entry {
  readonly name: string;
  readonly isStorage: boolean;
  readonly start: number;
  readonly size: number;
}

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const LAST_SECTOR = 0xfffffffa;
const MINI_CUTOFF = 4096;
const MSI_CLASS = Buffer.from('84100c0000000000c000000000000046', 'hex');
const HEADER_DIFAT = 109;

/** An OLE compound file: documents of Office 97 to 2003, mails of Outlook, installers ([MS-CFB]). */
export function readCompoundFile({ bytes, depth }: Piece, analysis: Analysis, descend: Descend): void {
  const file = openFile(bytes, analysis);
  if (file === null) {
    analysis.leaveOut();
    return;
  }
  if (file.rootClass.equals(MSI_CLASS)) analysis.add('executable');
  for (const entry of file.entries) {
    if (!analysis.countEntry()) return;
    judgeEntry(entry, file, analysis);
    // An attachment of an Outlook mail ([MS-OXMSG] 2.2.2, property 0x3701).
    if (!entry.isStorage && /^__substg1\.0_37010102$/i.test(entry.name))
      descend({ bytes: file.read(entry), name: null, depth: depth + 1 });
  }
}

interface CompoundFile {
  readonly entries: readonly Entry[];
  readonly rootClass: Buffer;
  /** at most what there is; empty where the chain is broken */
  read(entry: Entry): Buffer;
}

function judgeEntry(entry: Entry, file: CompoundFile, analysis: Analysis): void {
  const { name, isStorage } = entry;
  if (isStorage) {
    if (name === 'VBA' || name === 'Macros' || name === '_VBA_PROJECT_CUR') analysis.add('macro');
    if (name === 'ObjectPool' || /^MBD[0-9A-F]{8}$/i.test(name)) analysis.add('embedded-object');
    return;
  }
  if (name === '_VBA_PROJECT') analysis.add('macro');
  else if (name === '\u0001Ole10Native') analysis.add('embedded-object');
  else if (name === 'EncryptedPackage' || name === 'EncryptionInfo') analysis.add('encrypted-document');
  else if (name === 'WordDocument') {
    // FibBase: flag fEncrypted ([MS-DOC] 2.5.2)
    const fib = file.read(entry);
    if (fib.length > 12 && (fib.readUInt16LE(10) & 0x0100) !== 0) analysis.add('encrypted-document');
  } else if (name === 'Workbook' || name === 'Book') judgeWorkbook(file.read(entry), analysis);
}

const FILE_PASS = 0x2f;
const BOUND_SHEET = 0x85;
const EXCEL_4_MACRO = 1;

/** Records of a type and a length ([MS-XLS] 2.1.4); the list of sheets stands in the first substream. */
function judgeWorkbook(stream: Buffer, analysis: Analysis): void {
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    const type = stream.readUInt16LE(at);
    if (type === FILE_PASS) {
      analysis.add('encrypted-document');
      return;
    }
    if (type === BOUND_SHEET && stream[at + 9] === EXCEL_4_MACRO) analysis.add('macro');
    if (type === 0x0a) return;
  }
}

function openFile(bytes: Buffer, analysis: Analysis): CompoundFile | null {
  if (bytes.length < HEADER_BYTES) return null;
  const sectorBytes = 2 ** bytes.readUInt16LE(30);
  if (sectorBytes !== 512 && sectorBytes !== 4096) return null;
  const sectorAt = (sector: number): number => (sector + 1) * sectorBytes;
  const sectors = Math.ceil(bytes.length / sectorBytes);
  const word = (at: number): number => (at + 4 <= bytes.length ? bytes.readUInt32LE(at) : LAST_SECTOR);
  const fat = readFatSectors(bytes, sectorBytes, sectors, word);
  const next = (sector: number): number => {
    const table = fat[Math.floor((4 * sector) / sectorBytes)];
    return table === undefined ? LAST_SECTOR : word(sectorAt(table) + ((4 * sector) % sectorBytes));
  };
  const readChain = (
    start: number,
    most: number,
    follow: (sector: number) => number,
    piece: (sector: number) => Buffer,
  ): Buffer => {
    const pieces: Buffer[] = [];
    let length = 0;
    // A chain that comes back to itself is no longer than the file has sectors.
    for (let sector = start, steps = 0; sector < LAST_SECTOR && length < most && steps <= 8 * sectors; steps++) {
      const part = piece(sector);
      if (part.length === 0) break;
      pieces.push(part);
      length += part.length;
      sector = follow(sector);
    }
    return Buffer.concat(pieces).subarray(0, most);
  };
  const sectorOf = (sector: number): Buffer => bytes.subarray(sectorAt(sector), sectorAt(sector) + sectorBytes);
  const directory = readChain(word(48), bytes.length, next, sectorOf);
  const entries = readEntries(directory);
  const root = entries[0];
  if (root === undefined) return null;
  let miniFat: Buffer | null = null;
  let miniStream: Buffer | null = null;
  return {
    entries,
    rootClass: directory.subarray(80, 96),
    read({ start, size }) {
      const most = Math.min(size, bytes.length);
      // Streams may share their sectors: what is read twice costs twice.
      if (!analysis.spend(most)) {
        analysis.leaveOut();
        return Buffer.alloc(0);
      }
      if (size >= MINI_CUTOFF) return readChain(start, most, next, sectorOf);
      miniFat ??= readChain(word(60), bytes.length, next, sectorOf);
      miniStream ??= readChain(root.start, bytes.length, next, sectorOf);
      const [table, stream] = [miniFat, miniStream];
      return readChain(
        start,
        most,
        (sector) => (4 * sector + 4 <= table.length ? table.readUInt32LE(4 * sector) : LAST_SECTOR),
        (sector) => stream.subarray(64 * sector, 64 * sector + 64),
      );
    },
  };
}

/** Sectors of the FAT: 109 in the header, the rest in a chain ([MS-CFB] 2.5). */
function readFatSectors(bytes: Buffer, sectorBytes: number, sectors: number, word: (at: number) => number): number[] {
  const fat: number[] = [];
  for (let index = 0; index < HEADER_DIFAT; index++) fat.push(word(76 + 4 * index));
  let more = word(68);
  for (let steps = 0; more < LAST_SECTOR && steps < sectors; steps++) {
    const at = (more + 1) * sectorBytes;
    for (let index = 0; index < sectorBytes / 4 - 1; index++) fat.push(word(at + 4 * index));
    more = word(at + sectorBytes - 4);
  }
  return fat.filter((sector) => sector < LAST_SECTOR && (sector + 1) * sectorBytes < bytes.length);
}

function readEntries(directory: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const type = directory[at + 66];
    if (type !== 1 && type !== 2 && type !== 5) continue;
    const nameBytes = Math.min(64, Math.max(2, directory.readUInt16LE(at + 64))) - 2;
    entries.push({
      name: directory.toString('utf16le', at, at + nameBytes),
      isStorage: type !== 2,
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    });
  }
  return entries;
}
