import { LIMITS } from '../../base/limits.js';
import type { Analysis, Piece } from './analysis.js';
import { read7z, readGzip, readRar, readTar } from './read-archive.js';
import { readCompoundFile } from './read-compound-file.js';
import { readPdf } from './read-pdf.js';
import { readRtf } from './read-rtf.js';
import { readText } from './read-text.js';
import { readZip } from './read-zip.js';
import { tellKind } from './tell-kind.js';

/** Kinds whose insides are looked at: such a file is held until its end. */
const OPENED: ReadonlySet<string> = new Set(['ole', 'zip', '7z', 'rar', 'gzip', 'tar', 'onenote', 'rtf', 'pdf']);
const EXECUTABLE: ReadonlySet<string> = new Set(['pe', 'elf', 'macho', 'dex']);
const DISK_IMAGE: ReadonlySet<string> = new Set(['iso', 'vhd', 'vmdk']);
/** FileDataStoreObject, [MS-ONESTORE] 2.6.13 */
const ONENOTE_FILE = Buffer.from('e716e3bd65261145a4c48d4d0b7a9eac', 'hex');

export function isOpened(kind: string | null): boolean {
  return kind !== null && OPENED.has(kind);
}

/**
 * What a file is and what in it could act, layer by layer (domain.md D-FILE).
 * @param piece all of it, or its head where it is of a kind that is not opened
 * @returns FileFact.kind
 */
export function openContent(piece: Piece, analysis: Analysis): string | null {
  const { bytes } = piece;
  if (bytes.length === 0) return null;
  const kind = tellKind(bytes);
  if (kind === null) return readText(piece, analysis);
  if (EXECUTABLE.has(kind)) analysis.add('executable');
  else if (DISK_IMAGE.has(kind)) analysis.add('disk-image');
  else if (kind === 'lnk') analysis.add('shortcut');
  else if (kind === 'class') analysis.add('java-archive');
  else if (kind === 'chm' || kind === 'swf') analysis.add('script');
  else if (kind === 'archive') analysis.leaveOut();
  else if (isOpened(kind)) return openLayer(kind, piece, analysis);
  return kind;
}

function openLayer(kind: string, piece: Piece, analysis: Analysis): string {
  const descend = (inner: Piece): void => {
    if (inner.depth > LIMITS.contentDepth) analysis.leaveOut();
    else openContent(inner, analysis);
  };
  switch (kind) {
    case 'zip':
      return readZip(piece, analysis, descend);
    case 'ole':
      readCompoundFile(piece, analysis, descend);
      break;
    case 'gzip':
      readGzip(piece, analysis, descend);
      break;
    case 'tar':
      readTar(piece, analysis, descend);
      break;
    case '7z':
      read7z(piece, analysis);
      break;
    case 'rar':
      readRar(piece, analysis);
      break;
    case 'rtf':
      readRtf(piece, analysis);
      break;
    case 'pdf':
      readPdf(piece, analysis);
      break;
    case 'onenote':
      if (piece.bytes.includes(ONENOTE_FILE)) analysis.add('embedded-file');
  }
  return kind;
}
