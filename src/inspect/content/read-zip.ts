import { constants, inflateRawSync } from 'node:zlib';
import type { Analysis, Descend, Piece } from './analysis.js';
import { readPackage } from './read-package.js';
import type { ZipEntry } from './zip-entry.js';

const LOCAL = Buffer.from('504b0304', 'hex');
const CENTRAL = 0x02014b50;
const END = Buffer.from('504b0506', 'hex');
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;
const UTF8 = 0x800;
const STORED = 0;
const DEFLATED = 8;
const AES = 99;

/**
 * A ZIP archive (APPNOTE.TXT 6.3). Both lists are read: the central directory and, for what it does not name, the
 * headers before the files: programs differ in which one they believe.
 */
export function readZip(piece: Piece, analysis: Analysis, descend: Descend): string {
  const entries = listEntries(piece.bytes, analysis);
  if (entries.some(({ isEncrypted }) => isEncrypted)) analysis.add('encrypted-archive');
  return readPackage(entries, piece, analysis, descend);
}

function listEntries(bytes: Buffer, analysis: Analysis): ZipEntry[] {
  const entries = new Map<number, ZipEntry>();
  const end = findEnd(bytes);
  const known = end >= 0 ? readCentral(bytes, end, entries, analysis) : [];
  for (let at = bytes.indexOf(LOCAL); at >= 0; at = bytes.indexOf(LOCAL, at + 4)) {
    if (entries.has(at) || at + LOCAL_BYTES > bytes.length) continue;
    // Such bytes inside a stored file that the directory names are that file's own.
    if (isInside(at, known) || !isHeader(bytes, at)) continue;
    if (!analysis.countEntry()) break;
    const next = bytes.indexOf(LOCAL, at + 4);
    const stated = bytes.readUInt32LE(at + 18);
    const room = (next < 0 ? bytes.length : next) - at;
    addEntry(bytes, entries, analysis, {
      at,
      flags: bytes.readUInt16LE(at + 6),
      method: bytes.readUInt16LE(at + 8),
      size: stated > 0 ? stated : room,
    });
  }
  return [...entries.values()];
}

/** A version of the format (6.3 is the newest), a method that exists (4.4.5), a name that is there. */
function isHeader(bytes: Buffer, at: number): boolean {
  const [version, method, nameLength] = [
    bytes[at + 4] as number,
    bytes.readUInt16LE(at + 8),
    bytes.readUInt16LE(at + 26),
  ];
  return version <= 63 && method <= AES && nameLength > 0 && at + LOCAL_BYTES + nameLength <= bytes.length;
}

/** Begin and end of a file that the directory names. */
type Extent = readonly [begin: number, end: number];

/** @param extents sorted by their begin */
function isInside(at: number, extents: readonly Extent[]): boolean {
  let [low, high] = [0, extents.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((extents[middle] as Extent)[0] <= at) low = middle + 1;
    else high = middle;
  }
  const before = extents[low - 1];
  return before !== undefined && at < before[1];
}

function findEnd(bytes: Buffer): number {
  const at = bytes.lastIndexOf(END);
  return at >= 0 && at + END_BYTES <= bytes.length && at >= bytes.length - END_BYTES - LONGEST_COMMENT - 1024 ? at : -1;
}

/** @returns where the files lie that it names */
function readCentral(
  bytes: Buffer,
  end: number,
  entries: Map<number, ZipEntry>,
  analysis: Analysis,
): readonly Extent[] {
  const size = bytes.readUInt32LE(end + 12);
  // What stands in front of the archive shifts all offsets: a self-extractor, for one.
  const begin = Math.max(0, end - size);
  const shift = begin - bytes.readUInt32LE(end + 16);
  const known: Extent[] = [];
  let at = begin;
  while (at + CENTRAL_BYTES <= end && bytes.readUInt32LE(at) === CENTRAL) {
    if (!analysis.countEntry()) break;
    const local = bytes.readUInt32LE(at + 42) + (shift > 0 && shift < bytes.length ? shift : 0);
    const compressed = bytes.readUInt32LE(at + 20);
    const head = {
      at: local,
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      size: compressed,
    };
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = readName(bytes, at + CENTRAL_BYTES, nameLength, head.flags);
    if (local + LOCAL_BYTES <= bytes.length && bytes.readUInt32LE(local) === 0x04034b50) {
      addEntry(bytes, entries, analysis, head, name);
      known.push([local, dataAt(bytes, local) + compressed]);
    } else analysis.leaveOut();
    at += CENTRAL_BYTES + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return known.sort(([x], [y]) => x - y);
}

interface Head {
  readonly at: number;
  readonly flags: number;
  readonly method: number;
  /** compressed */
  readonly size: number;
}

function addEntry(
  bytes: Buffer,
  entries: Map<number, ZipEntry>,
  analysis: Analysis,
  { at, flags, method, size }: Head,
  stated?: string,
): void {
  const name = stated ?? readName(bytes, at + LOCAL_BYTES, bytes.readUInt16LE(at + 26), flags);
  const isEncrypted = ((flags | bytes.readUInt16LE(at + 6)) & ENCRYPTED) !== 0 || method === AES;
  let opened: Buffer | null | undefined;
  const open = (): Buffer | null => {
    if (opened === undefined)
      opened = isEncrypted
        ? null
        : openData(bytes.subarray(dataAt(bytes, at), dataAt(bytes, at) + size), method, analysis);
    if (opened === null) analysis.leaveOut();
    return opened;
  };
  if (!name.endsWith('/')) entries.set(at, { name, isEncrypted, open });
}

function dataAt(bytes: Buffer, local: number): number {
  return local + LOCAL_BYTES + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
}

/** enough of a compressed file to tell what it is, where all of it is too much */
const HEAD_BYTES = 4096;

function openData(data: Buffer, method: number, analysis: Analysis): Buffer | null {
  // Entries may overlap: what is looked at twice costs twice.
  if (method === STORED) return analysis.spend(data.length) ? data : null;
  if (method !== DEFLATED || analysis.inflatable === 0) return null;
  try {
    const whole = inflateRawSync(data, { maxOutputLength: analysis.inflatable });
    analysis.countInflated(whole.length);
    return whole;
  } catch {
    analysis.leaveOut();
  }
  try {
    const head = inflateRawSync(data.subarray(0, HEAD_BYTES), {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: 8 * 1024 * 1024,
    });
    analysis.countInflated(head.length);
    return head;
  } catch {
    return null;
  }
}

/** Bit 11 says UTF-8; without it Japanese archivers write Shift_JIS. */
function readName(bytes: Buffer, at: number, length: number, flags: number): string {
  const name = bytes.subarray(at, at + length);
  for (const label of (flags & UTF8) !== 0 ? ['utf-8'] : ['utf-8', 'shift_jis']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(name);
    } catch {
      // not this encoding
    }
  }
  return name.toString('latin1');
}
