import { crc32 } from 'node:zlib';
import { LIMITS } from '../../base/limits.js';
import { ChunkQueue } from './chunk-queue.js';
import { Inflater } from './inflater.js';
import { SourceFault } from '../bytes/source-fault.js';

const MAGIC = 0x8b1f;
const DEFLATE = 8;
/** header flags (RFC 1952 section 2.3.1) */
const FLAG = { headerChecksum: 2, extra: 4, name: 8, comment: 16 } as const;

/**
 * gzip, any number of members (RFC 1952). Members are walked here: zlib's own reader of several members drops the last
 * bytes before anything that is not a member.
 */
export async function* gunzip(raw: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const input = new ChunkQueue(raw, 'gzip');
  while (await input.has(1)) {
    const [first = 0, second = 0] = (await input.has(2)) ? await input.take(2) : [];
    if ((first | (second << 8)) !== MAGIC) {
      // tapes and block devices fill up with zeros
      if (first === 0 && second === 0 && (await isZeroToTheEnd(input))) return;
      throw new SourceFault({
        ja: 'gzipの圧縮データの後ろに、gzipでないデータがある',
        en: 'behind the gzip data there are bytes that are not gzip',
      });
    }
    await skipHeader(input);
    yield* member(input);
  }
}

async function skipHeader(input: ChunkQueue): Promise<void> {
  const [method = 0, flags = 0] = await input.take(8);
  if (method !== DEFLATE || (flags & 0xe0) !== 0) throw damaged();
  if ((flags & FLAG.extra) !== 0) {
    const [low = 0, high = 0] = await input.take(2);
    await input.skip(low | (high << 8));
  }
  if ((flags & FLAG.name) !== 0) await skipText(input);
  if ((flags & FLAG.comment) !== 0) await skipText(input);
  if ((flags & FLAG.headerChecksum) !== 0) await input.skip(2);
}

async function skipText(input: ChunkQueue): Promise<void> {
  for (;;) {
    const [letter] = await input.take(1);
    if (letter === 0) return;
  }
}

async function* member(input: ChunkQueue): AsyncGenerator<Uint8Array> {
  const inflater = new Inflater();
  let checksum = 0;
  let length = 0;
  try {
    while (!inflater.ended) {
      // small slices: one write hands out all that it produces, and a bomb produces a thousand times its size
      const slice = await input.some(LIMITS.compressedSliceBytes);
      input.advance(await inflater.write(slice));
      for (const chunk of inflater.ready.splice(0)) {
        checksum = crc32(chunk, checksum);
        length = (length + chunk.length) >>> 0;
        yield chunk;
      }
      if (inflater.failed) throw damaged();
    }
  } finally {
    inflater.close();
  }
  if ((await input.uint32()) !== checksum || (await input.uint32()) !== length) {
    throw new SourceFault({ ja: 'gzipの検査値が一致しない', en: 'the gzip checksum does not match' });
  }
}

async function isZeroToTheEnd(input: ChunkQueue): Promise<boolean> {
  while (await input.has(1)) {
    const rest = await input.some(LIMITS.compressedSliceBytes);
    if (rest.some((byte) => byte !== 0)) return false;
    input.advance(rest.length);
  }
  return true;
}

function damaged(): SourceFault {
  return new SourceFault({ ja: 'gzipの圧縮データが壊れている', en: 'the gzip data are damaged' });
}
