import { LIMITS } from '../../../base/limits.js';
import type { MailPart } from '../../../model/facts.js';
import type { CreateProbe } from '../../content/create-probe.js';
import { LineCutter } from './line-cutter.js';
import { MimePart } from './mime-part.js';
import { HeadReader, type PartHead } from './part-head.js';
import { makeTransferDecoder, type TransferDecoder } from './transfer-decoder.js';

/** What a message consists of. */
export interface ReadMessage {
  readonly parts: readonly MailPart[];
  readonly messageId: string | null;
  readonly report: boolean;
  /** nothing is missing, and no bound was reached */
  readonly complete: boolean;
  readonly reachedLimit: boolean;
  /** something came of it, or was missing */
  readonly isBegun: boolean;
}

/** A multipart whose parts are being read. */
interface Level {
  readonly boundary: string;
  /** of its parts: `2.` */
  readonly prefix: string;
  readonly implied: string;
  index: number;
}

/** What the lines that come belong to. */
type State =
  | { readonly kind: 'head'; readonly head: HeadReader; readonly path: string; readonly implied: string; bytes: number }
  | { readonly kind: 'part'; readonly part: MimePart }
  /** a message inside that is encoded as a whole */
  | { readonly kind: 'inner'; readonly decoder: TransferDecoder; readonly reader: MimeReader }
  /** preamble, epilogue, or what found no room */
  | { readonly kind: 'nothing' };

/** Reads a message (RFC 5322, RFC 2045 to 2049) line by line, over any chunks; keeps no content. */
export class MimeReader {
  readonly #createProbe: CreateProbe;
  readonly #depth: number;
  readonly #lines: LineCutter;
  readonly #levels: Level[] = [];
  readonly #parts: MailPart[] = [];
  #state: State;
  /** the line end before the next line: it belongs to a boundary, if one follows (RFC 2046 section 5.1.1) */
  #heldEnd: Uint8Array = NOTHING;
  #messageId: string | null = null;
  #isReport = false;
  #isBegun = false;
  #isComplete = true;
  #reachedLimit = false;

  constructor(createProbe: CreateProbe, rootPath = '', depth = 0) {
    this.#createProbe = createProbe;
    this.#depth = depth;
    this.#lines = new LineCutter((text, isStart, end) => {
      this.#takeLine(text, isStart, end);
    });
    this.#state = this.#openHead(rootPath, 'text/plain');
  }

  feed(bytes: Uint8Array): void {
    this.#isBegun ||= bytes.length > 0;
    if (this.#state.kind === 'inner' && this.#levels.length === 0) this.#feedInner(this.#state, bytes);
    else this.#lines.feed(bytes);
  }

  skip(length: number): void {
    this.#isBegun = true;
    this.#isComplete = false;
    this.#lines.lose();
    this.#heldEnd = NOTHING;
    if (this.#state.kind === 'part') this.#state.part.skip(length);
    else if (this.#state.kind === 'head') this.#state = { kind: 'nothing' };
    else if (this.#state.kind === 'inner') this.#state.reader.skip(length);
  }

  /**
   * @param isWhole the message ended as its framing said
   * @param isAllSent nothing that was sent is missing: a begin alone may have been asked for
   */
  finish(isWhole: boolean, isAllSent = isWhole): ReadMessage {
    this.#lines.finish();
    if (this.#state.kind === 'head') this.#endHead(this.#state);
    // No boundary follows: the last line's end is content.
    this.#give(this.#heldEnd);
    const isIntact = this.#isComplete;
    // A multipart without its last boundary may be cut off, or sloppily made: what is there was read.
    this.#close(isWhole && this.#levels.length === 0);
    if (this.#levels.length > 0) this.#isComplete = false;
    return {
      parts: this.#parts,
      messageId: this.#messageId,
      report: this.#isReport,
      complete: isWhole ? this.#isComplete : isAllSent && isIntact,
      reachedLimit: this.#reachedLimit,
      isBegun: this.#isBegun,
    };
  }

  #takeLine(text: Uint8Array, isStart: boolean, end: Uint8Array): void {
    if (isStart && text[0] === DASH && text[1] === DASH && this.#isBoundary(text)) {
      this.#heldEnd = NOTHING;
      return;
    }
    if (this.#state.kind === 'head') {
      this.#takeHeadLine(this.#state, text, isStart, end);
      return;
    }
    if (isStart) this.#give(this.#heldEnd);
    this.#give(text);
    this.#heldEnd = end;
  }

  #takeHeadLine(state: Extract<State, { kind: 'head' }>, text: Uint8Array, isStart: boolean, end: Uint8Array): void {
    if (isStart && text.length === 0 && end.length > 0) {
      this.#heldEnd = NOTHING;
      this.#endHead(state);
      return;
    }
    state.bytes += text.length;
    if (state.bytes > LIMITS.mailHeadBytes) {
      this.#limit();
      this.#endHead(state);
    } else if (isStart && text.length > 0) state.head.addLine(Buffer.from(text).toString('latin1'));
  }

  #give(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    if (this.#state.kind === 'part') this.#state.part.feed(bytes);
    else if (this.#state.kind === 'inner') this.#feedInner(this.#state, bytes);
  }

  #feedInner({ decoder, reader }: Extract<State, { kind: 'inner' }>, bytes: Uint8Array): void {
    reader.feed(decoder.feed(bytes));
  }

  /** Innermost first: a boundary of an outer multipart ends those inside, too. */
  #isBoundary(line: Uint8Array): boolean {
    const text = Buffer.from(line).toString('latin1');
    for (let at = this.#levels.length - 1; at >= 0; at--) {
      const { boundary } = this.#levels[at] as Level;
      if (!text.startsWith(boundary, 2)) continue;
      const rest = text.slice(2 + boundary.length).trimEnd();
      if (rest !== '' && rest !== '--') continue;
      if (at < this.#levels.length - 1) this.#isComplete = false;
      this.#close(at === this.#levels.length - 1);
      this.#levels.length = at + 1;
      if (rest === '--') {
        this.#levels.pop();
        this.#state = { kind: 'nothing' };
      } else this.#nextPart(this.#levels[at] as Level);
      return true;
    }
    return false;
  }

  #nextPart(level: Level): void {
    level.index++;
    this.#state = this.#openHead(`${level.prefix}${level.index}`, level.implied);
  }

  #openHead(path: string, implied: string): State {
    return { kind: 'head', head: new HeadReader(), path, implied, bytes: 0 };
  }

  #endHead({ head: reader, path, implied }: Extract<State, { kind: 'head' }>): void {
    const head = reader.finish(implied);
    if (path === '') this.#messageId = head.messageId;
    if (this.#levels.length === 0 && head.type === 'multipart/report') this.#isReport = true;
    if (head.boundary !== null) this.#openLevel(head, head.boundary, path);
    else if (head.type === 'message/rfc822' || head.type === 'message/global') this.#openMessage(head, path);
    else this.#openPart(head, path);
  }

  #openLevel({ type }: PartHead, boundary: string, path: string): void {
    this.#state = { kind: 'nothing' };
    if (this.#levels.length + this.#depth >= LIMITS.mailDepth) {
      this.#limit();
      return;
    }
    const implied = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    this.#levels.push({ boundary, prefix: path === '' ? '' : `${path}.`, implied, index: 0 });
  }

  /** A message inside is a part, and its own parts follow. */
  #openMessage(head: PartHead, path: string): void {
    const { type, disposition, fileName } = head;
    if (!this.#hasRoom()) return;
    const own = path === '' ? '1' : path;
    const carrier = { path: own, type, disposition, fileName, size: 0, sha256: null, kind: null, active: [] };
    this.#parts.push({ ...carrier, encodedText: false });
    const decoder = makeTransferDecoder(head.encoding);
    if (decoder === null || this.#depth + this.#levels.length >= LIMITS.mailDepth) {
      this.#limit();
      this.#state = { kind: 'nothing' };
      return;
    }
    const reader = new MimeReader(this.#createProbe, own, this.#depth + this.#levels.length + 1);
    this.#state = { kind: 'inner', decoder, reader };
  }

  #openPart(head: PartHead, path: string): void {
    if (!this.#hasRoom()) return;
    // Only the part of a message that is no multipart is numbered here: `1`, or `2.1` inside a message at `2`.
    const own = path === '' ? '1' : this.#levels.length === 0 ? `${path}.1` : path;
    this.#state = { kind: 'part', part: new MimePart(own, head, this.#createProbe) };
  }

  #hasRoom(): boolean {
    if (this.#parts.length < LIMITS.mailParts) return true;
    this.#limit();
    this.#state = { kind: 'nothing' };
    return false;
  }

  #close(isWhole: boolean): void {
    const state = this.#state;
    this.#state = { kind: 'nothing' };
    if (state.kind === 'part') {
      const { part, isComplete } = state.part.finish(isWhole);
      this.#parts.push(part);
      if (!isComplete) this.#isComplete = false;
    } else if (state.kind === 'inner') {
      const rest = state.decoder.finish();
      if (rest.length > 0) state.reader.feed(rest);
      this.#takeInner(state.reader.finish(isWhole));
    } else if (state.kind === 'head') this.#isComplete = false;
  }

  #takeInner(message: ReadMessage): void {
    const room = LIMITS.mailParts - this.#parts.length;
    this.#parts.push(...message.parts.slice(0, room));
    if (message.parts.length > room || message.reachedLimit) this.#limit();
    if (!message.complete) this.#isComplete = false;
  }

  #limit(): void {
    this.#isComplete = false;
    this.#reachedLimit = true;
  }
}

const DASH = 0x2d;
const NOTHING = new Uint8Array(0);
