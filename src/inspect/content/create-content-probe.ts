import { createHash } from 'node:crypto';
import { LIMITS } from '../../base/limits.js';
import { HeldBudget } from '../held-budget.js';
import { Analysis } from './analysis.js';
import type { ContentProbe, ProbedContent } from './content-probe.js';
import type { ContentHint, CreateProbe } from './create-probe.js';
import { isOpened, openContent } from './open-content.js';
import { tellKind } from './tell-kind.js';

/** Bytes that all probes together hold. */
const budget = new HeldBudget(LIMITS.contentHeldInAll);

/** Size and digest of a file, what it is by its bytes, and what in it could act. */
export const createContentProbe: CreateProbe = (hint) => new FileProbe(hint);

class FileProbe implements ContentProbe {
  readonly #hint: ContentHint;
  readonly #hash = createHash('sha256');
  #size = 0;
  #held: Buffer[] = [];
  #heldBytes = 0;
  /** bytes that may be held: the head first, all of a file of a kind that is opened */
  #room: number = LIMITS.contentHeadBytes;
  #isDecided = false;
  /** bytes were missing, here or at the end of what is held */
  #hasHole = false;
  #isCut = false;

  constructor(hint: ContentHint) {
    this.#hint = hint;
  }

  feed(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#size += bytes.length;
    if (!this.#hasHole) this.#hash.update(bytes);
    this.#hold(bytes);
  }

  skip(): void {
    this.#hasHole = true;
  }

  finish(): ProbedContent {
    const analysis = new Analysis();
    const bytes = Buffer.concat(this.#held);
    const isWhole = !this.#hasHole && !this.#isCut;
    const kind = openContent({ bytes, name: this.#hint.name, depth: 0 }, analysis);
    budget.giveBack(this.#heldBytes);
    this.#held = [];
    this.#heldBytes = 0;
    return {
      size: this.#size,
      sha256: this.#hasHole ? null : this.#hash.digest('hex'),
      kind,
      active: [...analysis.active].sort(),
      complete: !this.#hasHole && analysis.isComplete && (isWhole || !isOpened(kind)),
    };
  }

  /** What lies behind a hole cannot be placed: only what is in front of it is opened. */
  #hold(bytes: Uint8Array): void {
    if (this.#hasHole || this.#isCut) return;
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + this.#room - this.#heldBytes);
      if (part.length === 0 || !budget.take(part.length)) {
        this.#isCut = true;
        return;
      }
      this.#held.push(Buffer.from(part));
      this.#heldBytes += part.length;
      at += part.length;
      if (this.#heldBytes >= LIMITS.contentHeadBytes && !this.#isDecided) this.#decide();
    }
  }

  #decide(): void {
    this.#isDecided = true;
    if (isOpened(tellKind(Buffer.concat(this.#held)))) this.#room = LIMITS.contentHeldBytes;
  }
}
