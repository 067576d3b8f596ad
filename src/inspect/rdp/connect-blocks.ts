/** A user data block of the MCS connection: settings of client or server (MS-RDPBCGR 2.2.1.3.1). */
export interface ConnectBlock {
  readonly type: number;
  /** behind the block's header */
  readonly body: Uint8Array;
}

export interface ConnectBlocks {
  readonly blocks: readonly ConnectBlock[];
  /** the blocks were read to the end that was stated for them */
  readonly whole: boolean;
}

/** An element of BER (X.690 section 8.1) with definite length. */
interface Element {
  readonly tag: number;
  readonly start: number;
  /** as stated; may lie behind the bytes that are there */
  readonly end: number;
}

const OCTET_STRING = 4;
/** The key of the user data in the GCC conference create request and response (T.124 with MS-RDPBCGR 2.2.1.3) */
const CLIENT_KEY = 'Duca';
const SERVER_KEY = 'McDn';
/** The key follows a conference name and a length: it is looked for this far */
const KEY_WITHIN_BYTES = 64;
const BLOCK_HEADER_BYTES = 4;
/** a client or server has about ten kinds of blocks */
const MOST_BLOCKS = 32;

/**
 * Reads the blocks out of an MCS Connect-Initial or Connect-Response (T.125 section 7: BER), which hold a GCC
 * conference request or response (T.124: PER) as their last octet string.
 * @param mcs begins with the application tag 7f 65 or 7f 66
 * @returns null: it is not one
 */
export function readConnectBlocks(mcs: Uint8Array): ConnectBlocks | null {
  const outer = readElement(mcs, 1);
  if (outer === null) return null;
  let userData: Element | null = null;
  for (let at = outer.start; at < Math.min(outer.end, mcs.length);) {
    const element = readElement(mcs, at);
    if (element === null) break;
    if (element.tag === OCTET_STRING) userData = element;
    at = element.end;
  }
  return userData === null ? null : readGcc(mcs.subarray(userData.start, userData.end));
}

function readElement(bytes: Uint8Array, at: number): Element | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) return null;
  if (first < 0x80) return { tag, start: at + 2, end: at + 2 + first };
  const count = first & 0x7f;
  if (count === 0 || count > 4 || at + 2 + count > bytes.length) return null;
  let length = 0;
  for (let index = 0; index < count; index += 1) length = length * 256 + (bytes[at + 2 + index] ?? 0);
  return { tag, start: at + 2 + count, end: at + 2 + count + length };
}

function readGcc(gcc: Uint8Array): ConnectBlocks | null {
  const start = String.fromCharCode(...gcc.subarray(0, KEY_WITHIN_BYTES));
  const key = Math.max(start.indexOf(CLIENT_KEY), start.indexOf(SERVER_KEY));
  if (key < 0) return null;
  const lengthAt = key + CLIENT_KEY.length;
  const first = gcc[lengthAt] ?? 0;
  // PER length: one byte below 128, else two with the highest bit set (X.691 section 11.9)
  const isLong = first >= 0x80;
  const length = isLong ? ((first & 0x3f) << 8) | (gcc[lengthAt + 1] ?? 0) : first;
  const from = lengthAt + (isLong ? 2 : 1);
  return splitBlocks(gcc.subarray(from), length);
}

function splitBlocks(bytes: Uint8Array, length: number): ConnectBlocks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const blocks: ConnectBlock[] = [];
  let at = 0;
  while (at + BLOCK_HEADER_BYTES <= Math.min(length, bytes.length) && blocks.length < MOST_BLOCKS) {
    const size = view.getUint16(at + 2, true);
    if (size < BLOCK_HEADER_BYTES || at + size > bytes.length) break;
    blocks.push({ type: view.getUint16(at, true), body: bytes.subarray(at + BLOCK_HEADER_BYTES, at + size) });
    at += size;
  }
  return { blocks, whole: at >= length };
}
