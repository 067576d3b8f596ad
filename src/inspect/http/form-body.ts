import { LIMITS } from '../../base/limits.js';
import type { Notes } from '../inspector.js';
import { FileBody } from './file-body.js';
import { describeFile } from './file-description.js';
import { HeadFields } from './head-fields.js';
import type { BodySink } from './message-reader.js';
import type { CreateProbe } from '../content/create-probe.js';

const LINE_FEED = 0x0a;
const LINE_END = Buffer.from('\r\n');
const CLOSE = '--';

/** `data` also stands for the preamble, whose part is null; `delimiter` is the rest of a boundary's line */
type State = 'data' | 'delimiter' | 'head' | 'end';

/** The files of one `multipart/form-data` body (RFC 7578); other fields of the form are passed over. */
export class FormBody implements BodySink {
  private readonly notes: Notes;
  private readonly createProbe: CreateProbe;
  private readonly delimiter: Buffer;
  private state: State = 'data';
  /** bytes that could not be told yet: shorter than a delimiter or a head line */
  private waiting: Buffer = LINE_END;
  /** bytes in front of `waiting` that belong to no content: the line end in front of the first boundary, or of a head */
  private foreign = LINE_END.length;
  private part: FileBody | null = null;
  private parts = 0;
  private fields = new HeadFields();
  private headLength = 0;

  constructor(boundary: string, notes: Notes, createProbe: CreateProbe) {
    this.notes = notes;
    this.createProbe = createProbe;
    this.delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1');
  }

  feed(bytes: Uint8Array): void {
    const all = Buffer.concat([this.waiting, bytes]);
    let at = 0;
    for (let next = 0; next !== NEEDS_MORE; next = this.take(all, at)) at = next;
    this.waiting = all.subarray(at);
  }

  skip(length: number): void {
    this.give(this.waiting);
    this.waiting = EMPTY;
    // A hole inside a head: whose file follows is not known; the next boundary begins a known one.
    if (this.state !== 'data' && this.state !== 'end') this.state = 'data';
    this.part?.skip(length);
  }

  finish(): void {
    this.give(this.waiting);
    this.waiting = EMPTY;
    this.closePart(false);
  }

  /** @returns the position up to which `all` was used, or NEEDS_MORE */
  private take(all: Buffer, at: number): number {
    if (at >= all.length) return NEEDS_MORE;
    if (this.state === 'end') return all.length;
    return this.state === 'data' ? this.takeData(all, at) : this.takeLine(all, at);
  }

  private takeData(all: Buffer, at: number): number {
    const found = all.indexOf(this.delimiter, at);
    const behind = found + this.delimiter.length;
    // The last bytes may be the begin of a delimiter, and behind one stands what tells whether it is one.
    const to = found < 0 ? Math.max(at, all.length - this.delimiter.length + 1) : found;
    if (to > at) {
      this.give(all.subarray(at, to));
      return to;
    }
    if (found < 0 || all.length < behind + CLOSE.length) return NEEDS_MORE;
    if (!isDelimiterEnd(all, behind)) {
      this.give(all.subarray(found, behind));
      return behind;
    }
    this.closePart(true);
    this.state = 'delimiter';
    return behind;
  }

  private takeLine(all: Buffer, at: number): number {
    const end = all.indexOf(LINE_FEED, at);
    const length = (end < 0 ? all.length : end) - at;
    if (
      this.state === 'delimiter' &&
      length >= CLOSE.length &&
      all.toString('latin1', at, at + CLOSE.length) === CLOSE
    ) {
      this.state = 'end';
      return all.length;
    }
    if (this.headLength + length > LIMITS.httpPartHeadBytes) return this.abandonHead(at);
    if (end < 0) return NEEDS_MORE;
    if (this.state === 'delimiter') this.openHead();
    else {
      this.headLength += length + 1;
      const line = all.toString('latin1', at, end).replace(/\r$/, '');
      // The line end of an empty head line may be the one that a boundary begins with: the part is empty then.
      if (line === '') return this.openPart(end - at === 1 ? 2 : 1, end + 1);
      this.fields.addLine(line);
    }
    return end + 1;
  }

  private openHead(): void {
    this.state = 'head';
    this.fields = new HeadFields();
    this.headLength = 0;
  }

  private abandonHead(at: number): number {
    this.notes.shortfall('limit');
    this.headLength = 0;
    this.state = 'data';
    return at;
  }

  private openPart(lineEnd: number, at: number): number {
    this.state = 'data';
    this.headLength = 0;
    this.parts += 1;
    const file = describeFile(
      'client',
      this.fields.first('content-disposition'),
      this.fields.first('content-type'),
      '',
      false,
    );
    if (this.parts > LIMITS.httpPartsPerBody) this.notes.shortfall('limit');
    else if (file.isOffered) this.part = new FileBody(this.notes, file, this.createProbe);
    this.foreign = lineEnd;
    return at - lineEnd;
  }

  private give(bytes: Uint8Array): void {
    const foreign = Math.min(this.foreign, bytes.length);
    this.foreign -= foreign;
    if (bytes.length > foreign) this.part?.feed(bytes.subarray(foreign));
  }

  private closePart(isWhole: boolean): void {
    this.part?.finish(isWhole);
    this.part = null;
    this.foreign = 0;
  }
}

const EMPTY = Buffer.alloc(0);
const NEEDS_MORE = -1;

/** Behind a boundary stand `--`, blanks or the line's end (RFC 2046 section 5.1.1); else it was content. */
function isDelimiterEnd(bytes: Buffer, at: number): boolean {
  const next = bytes.toString('latin1', at, at + CLOSE.length);
  return next === CLOSE || /^[ \t\r\n]/.test(next);
}
