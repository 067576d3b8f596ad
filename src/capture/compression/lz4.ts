import { ChunkQueue } from './chunk-queue.js';
import { decodeLz4Block } from './lz4-block.js';
import { SourceFault } from '../bytes/source-fault.js';

const FRAME_MAGIC = 0x184d2204;
const SKIPPABLE_MAGIC = 0x184d2a50;
/** matches reach back this far, over block borders too when blocks are linked */
const HISTORY_BYTES = 64 * 1024;

interface Frame {
  readonly linked: boolean;
  readonly blockChecksum: boolean;
  readonly contentChecksum: boolean;
  readonly blockBytes: number;
}

/** LZ4 frames, any number, skippable ones between (LZ4 Frame Format 1.6). Checksums are passed over. */
export async function* unlz4(raw: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const input = new ChunkQueue(raw, 'lz4');
  while (await input.has(1)) {
    const magic = await input.uint32();
    if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE_MAGIC) await input.skip(await input.uint32());
    else if (magic === FRAME_MAGIC) yield* frame(input);
    else throw damaged();
  }
}

async function* frame(input: ChunkQueue): AsyncGenerator<Uint8Array> {
  const header = await readHeader(input);
  const output = new Uint8Array(HISTORY_BYTES + header.blockBytes);
  let history = 0;
  for (;;) {
    const word = await input.uint32();
    if (word === 0) break;
    const stored = (word & 0x8000_0000) !== 0;
    const size = word & 0x7fff_ffff;
    if (size > header.blockBytes) throw damaged();
    const block = await input.take(size);
    let length = size;
    if (stored) output.set(block, history);
    else length = decodeLz4Block(block, output, history, header.blockBytes);
    if (length < 0) throw damaged();
    yield output.slice(history, history + length);
    if (header.blockChecksum) await input.skip(4);
    if (!header.linked) continue;
    const end = history + length;
    const keep = Math.min(HISTORY_BYTES, end);
    output.copyWithin(0, end - keep, end);
    history = keep;
  }
  if (header.contentChecksum) await input.skip(4);
}

async function readHeader(input: ChunkQueue): Promise<Frame> {
  const [flags = 0, descriptor = 0] = await input.take(2);
  const version = flags >>> 6;
  const sizeCode = (descriptor >>> 4) & 7;
  if (version !== 1 || sizeCode < 4) throw damaged();
  if ((flags & 1) !== 0) {
    throw new SourceFault({ ja: '辞書を使うlz4は読めない', en: 'lz4 data that need a dictionary cannot be read' });
  }
  // content size, then the header's own checksum
  await input.skip((flags & 8) !== 0 ? 9 : 1);
  return {
    linked: (flags & 32) === 0,
    blockChecksum: (flags & 16) !== 0,
    contentChecksum: (flags & 4) !== 0,
    blockBytes: 1 << (8 + 2 * sizeCode),
  };
}

function damaged(): SourceFault {
  return new SourceFault({ ja: 'lz4の圧縮データが壊れている', en: 'the lz4 data are damaged' });
}
