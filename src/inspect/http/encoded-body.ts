import { LIMITS } from '../../base/limits.js';
import type { Notes } from '../inspector.js';
import type { HeldBudget } from '../held-budget.js';
import type { BodySink } from './message-reader.js';
import { isKnownCoding, undoCodings } from './undo-codings.js';

/**
 * Holds a compressed body and hands it on decompressed when it ends: Node decompresses step by step only
 * asynchronously, and an inspector answers at once.
 */
export class EncodedBody implements BodySink {
  private readonly notes: Notes;
  private readonly inner: BodySink;
  /** in the order in which they were applied */
  private readonly codings: readonly string[];
  private readonly budget: HeldBudget;
  private chunks: Buffer[] = [];
  private held = 0;
  /** bytes are missing behind those that are held */
  private isCut = false;

  constructor(notes: Notes, inner: BodySink, codings: readonly string[], budget: HeldBudget) {
    this.notes = notes;
    this.inner = inner;
    this.codings = codings;
    this.budget = budget;
    if (!this.isReadable()) this.isCut = true;
  }

  feed(bytes: Uint8Array): void {
    if (this.isCut) return;
    const isTooMuch = this.held + bytes.length > LIMITS.httpEncodedBodyBytes || !this.budget.take(bytes.length);
    if (isTooMuch) {
      this.isCut = true;
      return this.notes.shortfall('limit');
    }
    this.chunks.push(Buffer.from(bytes));
    this.held += bytes.length;
  }

  skip(): void {
    // Nothing behind a hole can be decompressed.
    this.isCut = true;
  }

  finish(isWhole: boolean): void {
    const { bytes, isComplete } = undoCodings(Buffer.concat(this.chunks), this.codings);
    this.budget.giveBack(this.held);
    this.chunks = [];
    this.held = 0;
    if (bytes.length > 0) this.inner.feed(bytes);
    this.inner.finish(isWhole && isComplete && !this.isCut);
  }

  private isReadable(): boolean {
    return this.codings.length <= LIMITS.httpContentCodings && this.codings.every(isKnownCoding);
  }
}
