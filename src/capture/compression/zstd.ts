import { LIMITS } from '../../base/limits.js';
import { ChunkQueue } from './chunk-queue.js';
import { SourceFault } from '../bytes/source-fault.js';

const FRAME_MAGIC = 0xfd2fb528;
const SKIPPABLE_MAGIC = 0x184d2a50;
const BLOCK_RLE = 1;
const BLOCK_RESERVED = 3;
/** RFC 8878 section 3.1.1.2.4 */
const BLOCK_LIMIT = 128 * 1024;
/** The library moves the whole window for every block: hostile tiny blocks are cut off at this many bytes moved … */
const FREE_WORK = 64 * 1024 ** 3;
/** … beyond what honest blocks need for each byte that they produce */
const WORK_PER_BYTE = 2 * (LIMITS.zstdWindowBytes / BLOCK_LIMIT);

interface FrameDecoder {
  push(chunk: Uint8Array, final?: boolean): void;
}
interface Library {
  readonly Decompress: new (ondata: (data: Uint8Array) => void) => FrameDecoder;
}

interface FrameHeader {
  readonly bytes: Uint8Array;
  readonly windowBytes: number;
  readonly checksumBytes: 0 | 4;
}

/**
 * Zstandard frames, any number, skippable ones between (RFC 8878). Frames and blocks are walked here and decoded one
 * by one by `fzstd`, so that neither a window nor a flood of blocks can run away. Checksums are passed over.
 */
export async function* unzstd(raw: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const library = await load();
  const input = new ChunkQueue(raw, 'zstd');
  const work = { moved: 0, produced: 0 };
  while (await input.has(1)) {
    const magic = await input.uint32();
    if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE_MAGIC) await input.skip(await input.uint32());
    else if (magic === FRAME_MAGIC) yield* frame(input, library, work);
    else throw damaged();
  }
}

async function* frame(
  input: ChunkQueue,
  library: Library,
  work: { moved: number; produced: number },
): AsyncGenerator<Uint8Array> {
  const header = await readHeader(input);
  if (header.windowBytes > LIMITS.zstdWindowBytes) throw tooLarge(header.windowBytes);
  const ready: Uint8Array[] = [];
  const decoder = new library.Decompress((data) => ready.push(data));
  let lead = header.bytes;
  for (let last = false; !last;) {
    work.moved += header.windowBytes;
    if (work.moved > FREE_WORK + WORK_PER_BYTE * work.produced) throw damaged();
    const [b0 = 0, b1 = 0, b2 = 0] = await input.take(3);
    last = (b0 & 1) !== 0;
    const type = (b0 >>> 1) & 3;
    const size = (b0 >>> 3) | (b1 << 5) | (b2 << 13);
    if (type === BLOCK_RESERVED || size > BLOCK_LIMIT) throw damaged();
    const content = await input.take((type === BLOCK_RLE ? 1 : size) + (last ? header.checksumBytes : 0));
    try {
      decoder.push(Buffer.concat([lead, Uint8Array.of(b0, b1, b2), content]), last);
    } catch {
      throw damaged();
    } finally {
      lead = new Uint8Array(0);
    }
    for (const chunk of ready.splice(0)) {
      work.produced += chunk.length;
      if (chunk.length > 0) yield chunk;
    }
  }
}

async function readHeader(input: ChunkQueue): Promise<FrameHeader> {
  const [descriptor = 0] = await input.take(1);
  const single = (descriptor & 32) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizeCode = descriptor >>> 6;
  const sizeBytes = sizeCode === 0 ? (single ? 1 : 0) : 1 << sizeCode;
  const rest = Uint8Array.from(await input.take((single ? 0 : 1) + dictionaryBytes + sizeBytes));
  const bytes = Buffer.concat([Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, descriptor), rest]);
  const checksumBytes = (descriptor & 4) !== 0 ? 4 : 0;
  if (single) return { bytes, checksumBytes, windowBytes: contentSize(rest.subarray(dictionaryBytes)) };
  const window = rest[0] ?? 0;
  const base = 2 ** (10 + (window >>> 3));
  return { bytes, checksumBytes, windowBytes: base + (base / 8) * (window & 7) };
}

function contentSize(field: Uint8Array): number {
  const size = field.reduceRight((value, byte) => value * 256 + byte, 0);
  return field.length === 2 ? size + 256 : size;
}

async function load(): Promise<Library> {
  // a variable, so that compiling does not need the package
  const name = 'fzstd' as string;
  try {
    return (await import(name)) as Library;
  } catch {
    throw new SourceFault({
      ja: 'zstdを伸長する部品（fzstd）がない。伸長してから指定する',
      en: 'the package fzstd, which decompresses zstd, is not installed; decompress the file first',
    });
  }
}

function damaged(): SourceFault {
  return new SourceFault({ ja: 'zstdの圧縮データが壊れている', en: 'the zstd data are damaged' });
}

function tooLarge(bytes: number): SourceFault {
  return new SourceFault({
    ja: `zstdの窓${bytes}バイトが上限${LIMITS.zstdWindowBytes}バイトを超える。伸長してから指定する`,
    en: `the zstd window of ${bytes} bytes is above the limit of ${LIMITS.zstdWindowBytes}; decompress the file first`,
  });
}
