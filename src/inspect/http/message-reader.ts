import { LIMITS } from '../../base/limits.js';
import type { Shortfall } from '../../model/facts.js';
import type { BodyFraming } from './body-framing.js';
import { HeadFields } from './head-fields.js';
import { LineReader } from './line-reader.js';

/** Takes the body of one message, transfer coding undone. */
export interface BodySink {
  feed(bytes: Uint8Array): void;
  /** bytes are missing here */
  skip(length: number): void;
  /** @param isWhole the body ended as its framing said */
  finish(isWhole: boolean): void;
}

/** What to do behind a head. */
export interface BodyPlan {
  readonly framing: BodyFraming;
  /** null: the body is passed over */
  readonly sink: BodySink | null;
  /** stop reading behind this message, until `resume`: what follows may be another protocol */
  readonly stopsBehind: boolean;
}

/** What the reader of one direction asks and tells. */
export interface MessageListener<Start> {
  /** @returns null when the line begins no message */
  readStart(line: string, isCut: boolean): Start | null;
  head(start: Start, fields: HeadFields): BodyPlan;
  shortfall(kind: Shortfall): void;
  /** messages may have been missed before the one whose start line was just read */
  resynchronised(): void;
}

const CHUNK_SIZE = /^[0-9a-f]{1,12}$/i;

type State = 'start' | 'fields' | 'fixed' | 'chunk-size' | 'chunk' | 'chunk-end' | 'trailers' | 'until-close' | 'lost';

/** Cuts one direction of an HTTP/1.x connection into messages (RFC 9112), whatever the chunks are. */
export class MessageReader<Start> {
  private readonly listener: MessageListener<Start>;
  private readonly line = new LineReader();
  private state: State = 'start';
  private startLine: Start | null = null;
  private fields = new HeadFields();
  private headLength = 0;
  private plan: BodyPlan | null = null;
  private sink: BodySink | null = null;
  /** bytes left of the body or the chunk */
  private remaining = 0;
  private hasReadMessage = false;
  /** the plan said so: `feed` takes nothing until `resume` */
  isStopped = false;

  constructor(listener: MessageListener<Start>) {
    this.listener = listener;
  }

  /** @returns how many bytes were taken: all, unless the reader is stopped now */
  feed(bytes: Uint8Array): number {
    let at = 0;
    while (at < bytes.length && !this.isStopped) {
      at = this.isInBody() ? this.takeBody(bytes, at) : this.takeLine(bytes, at);
    }
    return at;
  }

  /** Bytes are missing. */
  skip(length: number): void {
    let left = length;
    if (this.isInBody()) {
      const part = Math.min(left, this.remaining);
      this.sink?.skip(part);
      this.countDown(part);
      left -= part;
    }
    if (left > 0 && this.state !== 'lost') this.lose('gap');
    this.line.clear();
  }

  resume(): void {
    this.isStopped = false;
  }

  /** The connection is over. */
  end(): void {
    this.finishBody(this.state === 'until-close');
    this.isStopped = true;
  }

  private isInBody(): boolean {
    return this.state === 'fixed' || this.state === 'chunk' || this.state === 'until-close';
  }

  private takeBody(bytes: Uint8Array, from: number): number {
    const to = Math.min(bytes.length, from + this.remaining);
    this.sink?.feed(bytes.subarray(from, to));
    this.countDown(to - from);
    return to;
  }

  private countDown(length: number): void {
    this.remaining -= length;
    if (this.remaining > 0) return;
    if (this.state === 'chunk') this.state = 'chunk-end';
    else this.finishMessage();
  }

  private takeLine(bytes: Uint8Array, from: number): number {
    const next = this.line.take(bytes, from);
    if (next < 0) return bytes.length;
    const length = this.line.length;
    this.readLine(this.line.finish(), length);
    return next;
  }

  private readLine(line: string, length: number): void {
    switch (this.state) {
      case 'start':
      case 'lost':
        return this.readStart(line, length);
      case 'fields':
      case 'trailers':
        return this.readField(line, length);
      case 'chunk-size':
        return this.readChunkSize(line);
      case 'chunk-end':
        if (line !== '') return this.lose('undecodable');
        this.state = 'chunk-size';
        return;
      case 'fixed':
      case 'chunk':
      case 'until-close':
        return;
    }
  }

  private readStart(line: string, length: number): void {
    // An empty line before a message is passed over (RFC 9112 section 2.2).
    if (line === '') return;
    const start = this.listener.readStart(line, length > LIMITS.httpLineBytes);
    if (start === null) {
      if (this.state === 'start') this.lose(this.hasReadMessage ? 'undecodable' : 'from-the-middle');
      return;
    }
    if (this.state === 'lost') this.listener.resynchronised();
    this.state = 'fields';
    this.startLine = start;
    this.fields = new HeadFields();
    this.headLength = length;
    this.hasReadMessage = true;
  }

  private readField(line: string, length: number): void {
    this.headLength += length;
    if (line === '') return this.state === 'trailers' ? this.finishMessage() : this.beginBody();
    this.fields.addLine(line);
    if (this.headLength > LIMITS.httpHeadBytes || this.fields.count > LIMITS.httpFields) this.lose('limit');
  }

  private beginBody(): void {
    const plan = this.listener.head(this.startLine!, this.fields);
    const { framing } = plan;
    this.plan = plan;
    this.sink = plan.sink;
    if (framing.kind === 'none') return this.finishMessage();
    if (framing.kind === 'unknown') return this.lose('undecodable');
    this.remaining = framing.kind === 'length' ? framing.length : framing.kind === 'close' ? Infinity : 0;
    this.state = framing.kind === 'length' ? 'fixed' : framing.kind === 'close' ? 'until-close' : 'chunk-size';
  }

  private readChunkSize(line: string): void {
    const digits = line.split(';', 1)[0]!.trim();
    if (!CHUNK_SIZE.test(digits)) return this.lose('undecodable');
    this.remaining = Number.parseInt(digits, 16);
    this.state = this.remaining === 0 ? 'trailers' : 'chunk';
    if (this.remaining === 0) this.beginTrailers();
  }

  private beginTrailers(): void {
    this.fields = new HeadFields();
    this.headLength = 0;
  }

  private finishMessage(): void {
    this.state = 'start';
    const stops = this.plan?.stopsBehind === true;
    this.finishBody(true);
    if (stops) this.isStopped = true;
  }

  private finishBody(isWhole: boolean): void {
    const sink = this.sink;
    this.sink = null;
    this.plan = null;
    sink?.finish(isWhole);
  }

  /** Where the next message begins is not known any more: start lines are looked for. */
  private lose(why: Shortfall): void {
    this.state = 'lost';
    this.finishBody(false);
    this.listener.shortfall(why);
  }
}
