import type { ContentProbe } from '../content/content-probe.js';
import type { Notes, Role } from '../inspector.js';

/** no file is larger; behind it numbers lose their precision */
const MOST_OFFSET = 2n ** 50n;

/** The bytes of one open file that went in one direction. */
export class FileTransfer {
  readonly #probe: ContentProbe;
  readonly #sender: Role;
  /** behind the last byte that was fed or skipped */
  #next = 0;
  /** offset in the file of the bytes that come next */
  #position = 0;
  #isDisordered = false;

  constructor(probe: ContentProbe, sender: Role) {
    this.#probe = probe;
    this.#sender = sender;
  }

  /** The next bytes belong to this offset. What lies between is missing, even if it comes later. */
  moveTo(offset: bigint): void {
    if (offset > MOST_OFFSET) {
      this.#isDisordered = true;
      return;
    }
    this.#position = Number(offset);
    this.#skipTo(this.#position);
  }

  /** Bytes that were there before are not fed again: read twice they are the same, written twice they may differ. */
  feed(bytes: Uint8Array): void {
    const repeated = Math.min(bytes.length, Math.max(0, this.#next - this.#position));
    if (repeated > 0 && this.#sender === 'client') this.#isDisordered = true;
    this.#position += bytes.length;
    if (repeated === bytes.length) return;
    this.#probe.feed(bytes.subarray(repeated));
    this.#next = this.#position;
  }

  skip(length: number): void {
    this.#position += length;
    this.#skipTo(this.#position);
  }

  /** @param expectedSize bytes of the whole file; null: not known, the file cannot be called complete */
  finish(name: string | null, expectedSize: number | null, notes: Notes): void {
    const { size, sha256, kind, active, complete } = this.#probe.finish();
    const isWhole = !this.#isDisordered && size === expectedSize;
    notes.file({
      transport: 'smb',
      sender: this.#sender,
      name,
      mediaType: null,
      size,
      sha256: isWhole ? sha256 : null,
      kind,
      active,
      complete: isWhole && complete,
    });
  }

  /** Nobody wants to know: what the probe holds is given back. */
  abandon(): void {
    this.#probe.finish();
  }

  get endOffset(): number {
    return this.#next;
  }

  #skipTo(position: number): void {
    if (position <= this.#next) return;
    this.#probe.skip(position - this.#next);
    this.#next = position;
  }
}
