/** Bytes of one side that wait until it is known which protocol they belong to. */
export class HeldBytes {
  private chunks: Buffer[] = [];
  /** bytes given, kept or not */
  length = 0;
  /** bytes are missing behind those that are kept: what comes later is not kept */
  hasHole = false;

  add(bytes: Uint8Array): void {
    this.length += bytes.length;
    if (bytes.length > 0 && !this.hasHole) this.chunks.push(Buffer.from(bytes));
  }

  /** All that are kept; none are held afterwards. */
  release(): Buffer {
    const all = this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks);
    this.chunks = [];
    this.length = 0;
    this.hasHole = false;
    return all;
  }
}
