import { createHash, type Hash } from 'node:crypto';
import type { Text } from '../../base/text.js';
import type { ByteSource } from './byte-source.js';
import { decompressorOf, type Compression } from '../compression/decompressor.js';
import { readFault } from '../fault.js';
import { SourceFault } from './source-fault.js';

const NOTHING = new Uint8Array(0);

export interface StreamOptions {
  readonly hash: boolean;
  /** null: the bytes are the capture itself */
  readonly compression: Compression | null;
  readonly close?: () => void;
}

/** Bytes that come in chunks and have to be waited for: standard input, compressed files. Pulled, never pushed. */
export class StreamSource implements ByteSource {
  readonly compressed: boolean;
  bytesRead = 0;
  fault: Text | null = null;
  private readonly raw: AsyncIterator<Uint8Array>;
  private readonly chunks: AsyncIterator<Uint8Array>;
  private readonly hash: Hash | null;
  private readonly closeInput: () => void;
  private chunk: Uint8Array = NOTHING;
  private used = 0;
  private rawEnded = false;
  private closed = false;

  constructor(raw: AsyncIterable<Uint8Array>, options: StreamOptions) {
    this.raw = raw[Symbol.asyncIterator]();
    this.hash = options.hash ? createHash('sha256') : null;
    this.compressed = options.compression !== null;
    this.closeInput = options.close ?? (() => undefined);
    const counted = this.countRaw();
    const plain = options.compression === null ? counted : decompressorOf(options.compression)(counted);
    this.chunks = plain[Symbol.asyncIterator]();
  }

  read(target: Uint8Array, at: number): number | Promise<number> {
    return this.used < this.chunk.length ? this.take(target, at) : this.readLater(target, at);
  }

  private async readLater(target: Uint8Array, at: number): Promise<number> {
    while (this.used >= this.chunk.length) {
      if (this.fault !== null) return 0;
      try {
        const next = await this.chunks.next();
        if (next.done === true) return 0;
        this.chunk = next.value;
        this.used = 0;
      } catch (error) {
        this.fault = error instanceof SourceFault ? error.text : readFault(error);
        return 0;
      }
    }
    return this.take(target, at);
  }

  private take(target: Uint8Array, at: number): number {
    const count = Math.min(this.chunk.length - this.used, target.length - at);
    target.set(this.chunk.subarray(this.used, this.used + count), at);
    this.used += count;
    return count;
  }

  private async *countRaw(): AsyncGenerator<Uint8Array> {
    for (let next = await this.nextRaw(); next !== null; next = await this.nextRaw()) yield next;
  }

  private async nextRaw(): Promise<Uint8Array | null> {
    if (this.rawEnded) return null;
    const next = await this.raw.next();
    if (next.done === true) {
      this.rawEnded = true;
      return null;
    }
    this.bytesRead += next.value.length;
    this.hash?.update(next.value);
    return next.value;
  }

  async drain(): Promise<void> {
    this.chunk = NOTHING;
    this.used = 0;
    if (this.hash === null) return;
    try {
      while ((await this.nextRaw()) !== null);
    } catch (error) {
      this.fault ??= readFault(error);
    }
  }

  digest(): string | null {
    return this.hash?.digest('hex') ?? null;
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.rawEnded = true;
    this.chunk = NOTHING;
    this.used = 0;
    // a decompressor may hold memory outside the heap; its end is not waited for
    void this.chunks.return?.().catch(() => undefined);
    void this.raw.return?.().catch(() => undefined);
    this.closeInput();
  }
}
