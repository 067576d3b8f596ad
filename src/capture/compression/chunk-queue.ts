import { SourceFault } from '../bytes/source-fault.js';

/** Takes exact numbers of bytes from chunks of any size. */
export class ChunkQueue {
  private readonly raw: AsyncIterator<Uint8Array>;
  private readonly format: string;
  private chunk: Uint8Array = new Uint8Array(0);
  private used = 0;

  /** @param format named when the bytes end too early */
  constructor(raw: AsyncIterable<Uint8Array>, format: string) {
    this.raw = raw[Symbol.asyncIterator]();
    this.format = format;
  }

  /** Gets at least `count` bytes into one chunk; false when the bytes end before that. */
  async has(count: number): Promise<boolean> {
    const rest = this.chunk.subarray(this.used);
    if (rest.length >= count) return true;
    // copied before the next pull: a source may use its chunk again
    const parts: Uint8Array[] = [Uint8Array.from(rest)];
    let total = rest.length;
    while (total < count) {
      const next = await this.raw.next();
      if (next.done === true) break;
      total += next.value.length;
      parts.push(total < count ? Uint8Array.from(next.value) : next.value);
    }
    const last = parts[1];
    this.chunk = rest.length === 0 && parts.length === 2 && last !== undefined ? last : Buffer.concat(parts);
    this.used = 0;
    return total >= count;
  }

  /** A view of at least one and at most `limit` bytes, good until the next call; `advance` takes them. */
  async some(limit: number): Promise<Uint8Array> {
    if (!(await this.has(1))) throw this.cut();
    return this.chunk.subarray(this.used, this.used + limit);
  }

  advance(count: number): void {
    this.used += count;
  }

  /** A view that is good until the next call. */
  async take(count: number): Promise<Uint8Array> {
    if (!(await this.has(count))) throw this.cut();
    const taken = this.chunk.subarray(this.used, this.used + count);
    this.used += count;
    return taken;
  }

  async uint32(): Promise<number> {
    const [b0 = 0, b1 = 0, b2 = 0, b3 = 0] = await this.take(4);
    return (b0 | (b1 << 8) | (b2 << 16) | (b3 << 24)) >>> 0;
  }

  async skip(count: number): Promise<void> {
    let left = count;
    while (left > 0) {
      const step = Math.min(left, 65_536);
      await this.take(step);
      left -= step;
    }
  }

  private cut(): SourceFault {
    return new SourceFault({
      ja: `${this.format}の圧縮データが途中で切れている`,
      en: `the ${this.format} data are cut`,
    });
  }
}
