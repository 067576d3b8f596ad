import { gunzipSync } from 'node:zlib';
import type { Analysis, Descend, Piece } from './analysis.js';

const BLOCK = 512;
const MIB = 1024 * 1024;

/** RFC 1952: what is inside is one file. */
export function readGzip({ bytes, name, depth }: Piece, analysis: Analysis, descend: Descend): void {
  try {
    const inner = gunzipSync(bytes, {
      maxOutputLength: Math.max(1, Math.min(analysis.inflatable, Math.max(MIB, 256 * bytes.length))),
    });
    analysis.countInflated(inner.length);
    descend({ bytes: inner, name: name?.replace(/\.gz$/i, '').replace(/\.tgz$/i, '.tar') ?? null, depth: depth + 1 });
  } catch {
    analysis.leaveOut(); // damaged, or a bomb
  }
}

/** POSIX.1-1988 ustar: headers of 512 bytes, each before its file. */
export function readTar({ bytes, depth }: Piece, analysis: Analysis, descend: Descend): void {
  for (let at = 0; at + BLOCK <= bytes.length && bytes[at] !== 0;) {
    const size = Number.parseInt(textAt(bytes, at + 124, 12).trim() || '0', 8);
    if (!(size >= 0) || !analysis.countEntry()) {
      analysis.leaveOut();
      return;
    }
    const begin = at + BLOCK;
    if (begin + size > bytes.length) analysis.leaveOut();
    descend({ bytes: bytes.subarray(begin, begin + size), name: textAt(bytes, at, 100), depth: depth + 1 });
    at = begin + Math.ceil(size / BLOCK) * BLOCK;
  }
}

const AES_CODER = Buffer.from('06f10701', 'hex');

/** The list of a 7z archive is usually compressed itself; the number of the AES method, where it stands open, tells. */
export function read7z({ bytes }: Piece, analysis: Analysis): void {
  if (bytes.includes(AES_CODER)) analysis.add('encrypted-archive');
  analysis.leaveOut();
}

const RAR5_MAGIC_BYTES = 8;
const RAR4_MAGIC_BYTES = 7;

/** RAR 4 and 5: is any of it encrypted? What is inside stays closed. */
export function readRar({ bytes }: Piece, analysis: Analysis): void {
  const isEncrypted = bytes[6] === 1 ? isRar5Encrypted(bytes, analysis) : isRar4Encrypted(bytes, analysis);
  if (isEncrypted) analysis.add('encrypted-archive');
  analysis.leaveOut();
}

/** Blocks: CRC, type, flags, size; an added size where flag 0x8000 is set, and always for files. */
function isRar4Encrypted(bytes: Buffer, analysis: Analysis): boolean {
  for (let at = RAR4_MAGIC_BYTES; at + 11 <= bytes.length && analysis.countEntry();) {
    const [type, flags, size] = [bytes[at + 2], bytes.readUInt16LE(at + 3), bytes.readUInt16LE(at + 5)];
    if (type === 0x73 && (flags & 0x80) !== 0) return true;
    if (type === 0x74 && (flags & 0x04) !== 0) return true;
    if (size < 7) return false;
    at += size + (type === 0x74 || (flags & 0x8000) !== 0 ? bytes.readUInt32LE(at + 7) : 0);
  }
  return false;
}

/** Blocks: CRC, then as variable integers size, type, flags, sizes of the extra area and of the data. */
function isRar5Encrypted(bytes: Buffer, analysis: Analysis): boolean {
  let at = RAR5_MAGIC_BYTES + 4;
  const number = (): number => {
    let value = 0;
    for (let shift = 1; at < bytes.length && shift < 2 ** 49; shift *= 128) {
      const byte = bytes[at++] as number;
      value += (byte & 0x7f) * shift;
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < bytes.length && analysis.countEntry()) {
    const size = number();
    const begin = at;
    const type = number();
    const flags = number();
    const extraSize = (flags & 1) !== 0 ? number() : 0;
    const dataSize = (flags & 2) !== 0 ? number() : 0;
    if (type === 4) return true;
    // A file's extra record of type 1 is its encryption.
    const extraAt = begin + size - extraSize;
    if (type === 2 && extraSize > 1 && extraAt > at) {
      at = extraAt;
      number();
      if (number() === 1) return true;
    }
    if (size === 0) return false;
    at = begin + size + dataSize + 4;
  }
  return false;
}

function textAt(bytes: Buffer, at: number, length: number): string {
  const text = bytes.toString('latin1', at, at + length);
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}
