import { createInflateRaw, type InflateRaw } from 'node:zlib';

const OUTPUT_BYTES = 64 * 1024;

/** zlib's raw stream as promises that always settle: at an error or at its end it forgets the callback of the write. */
export class Inflater {
  /** what was produced and not yet taken */
  readonly ready: Uint8Array[] = [];
  /** the compressed stream has come to its end */
  ended = false;
  failed = false;
  private readonly stream: InflateRaw = createInflateRaw({ chunkSize: OUTPUT_BYTES });
  private settle: () => void = () => undefined;

  constructor() {
    this.stream.on('data', (chunk: Uint8Array) => this.ready.push(chunk));
    this.stream.on('end', () => {
      this.ended = true;
      this.settle();
    });
    this.stream.on('error', () => {
      this.failed = true;
      this.settle();
    });
  }

  /** Answers how many bytes of the slice belonged to the stream. */
  async write(slice: Uint8Array): Promise<number> {
    const before = this.stream.bytesWritten;
    await new Promise<void>((resolve) => {
      this.settle = resolve;
      this.stream.write(slice, () => resolve());
    });
    return this.stream.bytesWritten - before;
  }

  close(): void {
    this.stream.destroy();
  }
}
