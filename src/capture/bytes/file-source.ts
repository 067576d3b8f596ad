import { createHash, type Hash } from 'node:crypto';
import { closeSync, readSync } from 'node:fs';
import type { Text } from '../../base/text.js';
import type { ByteSource } from './byte-source.js';
import { readFault } from '../fault.js';

const DRAIN_BYTES = 1024 * 1024;
/** after this many drained bytes other work gets its turn */
const DRAIN_SLICE = 64 * 1024 * 1024;

/** A plain file, read without waiting. */
export class FileSource implements ByteSource {
  readonly compressed = false;
  bytesRead = 0;
  fault: Text | null = null;
  private readonly descriptor: number;
  private readonly hash: Hash | null;
  /** null: no position, as for a pipe */
  private position: number | null;
  private open = true;

  /** @param position where to begin; null for what cannot be positioned (pipes) */
  constructor(descriptor: number, options: { hash: boolean; position: number | null }) {
    this.descriptor = descriptor;
    this.hash = options.hash ? createHash('sha256') : null;
    this.position = options.position;
  }

  read(target: Uint8Array, at: number): number {
    if (!this.open) return 0;
    let got: number;
    try {
      got = readSync(this.descriptor, target, at, target.length - at, this.position);
    } catch (error) {
      this.fault = readFault(error);
      return 0;
    }
    if (this.position !== null) this.position += got;
    this.bytesRead += got;
    if (this.hash !== null && got > 0) this.hash.update(target.subarray(at, at + got));
    return got;
  }

  async drain(): Promise<void> {
    if (this.hash === null) return;
    const scratch = Buffer.allocUnsafe(DRAIN_BYTES);
    let slice = 0;
    for (let got = this.read(scratch, 0); got > 0; got = this.read(scratch, 0)) {
      slice += got;
      if (slice >= DRAIN_SLICE) {
        slice = 0;
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
    }
  }

  digest(): string | null {
    return this.hash?.digest('hex') ?? null;
  }

  close(): void {
    if (!this.open) return;
    this.open = false;
    closeSync(this.descriptor);
  }
}
