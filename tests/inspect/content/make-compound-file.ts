/** A stream or, without content, a storage. */
export interface CompoundEntry {
  readonly name: string;
  readonly content?: Buffer;
}

const SECTOR = 512;
const END = 0xfffffffe;
const FREE = 0xffffffff;

/** An OLE compound file with one FAT sector; streams below 4,096 bytes go to the mini stream, as the format demands. */
export function makeCompoundFile(entries: readonly CompoundEntry[], rootClass = Buffer.alloc(16)): Buffer {
  const sectors: Buffer[] = [];
  const fat: number[] = [];
  const addChain = (bytes: Buffer): number => {
    const first = sectors.length;
    const count = Math.max(1, Math.ceil(bytes.length / SECTOR));
    for (let i = 0; i < count; i++) {
      const sector = Buffer.alloc(SECTOR);
      bytes.copy(sector, 0, i * SECTOR, (i + 1) * SECTOR);
      sectors.push(sector);
      fat.push(i === count - 1 ? END : first + i + 1);
    }
    return first;
  };
  const mini: Buffer[] = [];
  const miniFat: number[] = [];
  const places = entries.map(({ content }) => {
    if (content === undefined) return { start: 0, size: 0 };
    if (content.length >= 4096) return { start: addChain(content), size: content.length };
    const start = miniFat.length;
    const count = Math.max(1, Math.ceil(content.length / 64));
    for (let i = 0; i < count; i++) {
      const piece = Buffer.alloc(64);
      content.copy(piece, 0, i * 64, (i + 1) * 64);
      mini.push(piece);
      miniFat.push(i === count - 1 ? END : start + i + 1);
    }
    return { start, size: content.length };
  });
  const miniStream = Buffer.concat(mini);
  const miniStart = addChain(miniStream);
  const table = Buffer.alloc(4 * miniFat.length);
  miniFat.forEach((value, index) => table.writeUInt32LE(value, 4 * index));
  const miniFatStart = addChain(table);
  const directory = Buffer.concat([
    makeEntry('Root Entry', 5, miniStart, miniStream.length, rootClass),
    ...entries.map(({ name, content }, index) =>
      makeEntry(name, content === undefined ? 1 : 2, places[index]?.start ?? 0, places[index]?.size ?? 0),
    ),
  ]);
  const directoryStart = addChain(directory);
  const fatSector = Buffer.alloc(SECTOR, 0xff);
  fat.push(0xfffffffd);
  fat.forEach((value, index) => fatSector.writeUInt32LE(value, 4 * index));
  const header = Buffer.alloc(SECTOR, 0);
  header.write('d0cf11e0a1b11ae1', 'hex');
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(directoryStart, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(miniFatStart, 60);
  header.writeUInt32LE(END, 68);
  header.fill(0xff, 76);
  header.writeUInt32LE(sectors.length, 76);
  for (let index = 1; index < 109; index++) header.writeUInt32LE(FREE, 76 + 4 * index);
  return Buffer.concat([header, ...sectors, fatSector]);
}

function makeEntry(name: string, type: number, start: number, size: number, classId = Buffer.alloc(16)): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 0, 'utf16le');
  entry.writeUInt16LE(2 * name.length + 2, 64);
  entry[66] = type;
  classId.copy(entry, 80);
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(size, 120);
  return entry;
}
