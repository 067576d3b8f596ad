import { LIMITS } from '../../base/limits.js';
import { beginsWithWords } from '../begins-with-words.js';
import type { CreateProbe } from '../content/create-probe.js';
import { HeldBytes } from '../held-bytes.js';
import type { InspectionContext, Notes, Role, StreamInspector, StreamInspectorFactory } from '../inspector.js';
import { DialogueLines } from '../dialogue-lines.js';
import { DottedBody } from './dotted-body.js';
import { MessageLog } from './message-log.js';
import type { MimeReader, ReadMessage } from './mime/mime-reader.js';

/**
 * Makes the factory of SMTP inspectors (RFC 5321; pipelining RFC 2920, BDAT RFC 3030, STARTTLS RFC 3207).
 * @param createProbe makes the reader of one part; called only where the depth is `content`
 */
export function makeSmtpInspector(createProbe: CreateProbe): StreamInspectorFactory {
  return (context) => new SmtpConversation(context, createProbe);
}

/** What a reply answers. */
type Asked = 'greeting' | 'other' | 'data' | 'message' | 'starttls';

/** What the client's next bytes are; `agreed`: the server is ready for TLS, and they show whether it comes. */
type Mode = 'commands' | 'body' | 'chunk' | 'await-tls' | 'agreed' | 'lost';

/** What no message begins with: after a loss the dialogue goes on here. */
const SYNC = /^(?:mail from:|(?:ehlo|helo|lhlo|rset|quit)\b)/i;
const COMMAND =
  /^(?:ehlo|helo|lhlo|mail|rcpt|data|bdat|rset|quit|noop|vrfy|expn|help|auth|starttls|xforward|xclient|etrn|size|burl)\b/i;
const NOTHING = new Uint8Array(0);
const REPLY = /^(\d{3})([ -]|$)/;

class SmtpConversation implements StreamInspector {
  isDone = false;
  readonly #notes: Notes;
  readonly #log: MessageLog;
  readonly #commands = new DialogueLines();
  readonly #replies = new DialogueLines();
  readonly #held = new HeldBytes();
  #mode: Mode = 'commands';
  #asked: Asked[] = ['greeting'];
  /** replies cannot be told apart any more: some were lost, or too many are open */
  #isUnpaired = false;
  #hasHeardServer = false;
  #isAuthLine = false;
  #hasCommand = false;
  #body: DottedBody | null = null;
  #reader: MimeReader | null = null;
  /** bytes left of a BDAT chunk, and whether it is the last */
  #chunk = { left: 0, isLast: false };
  /** messages that wait for the server's answer, in order */
  #unanswered: ReadMessage[] = [];

  constructor(context: InspectionContext, createProbe: CreateProbe) {
    this.#notes = context.notes;
    this.#log = new MessageLog(context, createProbe, 'smtp');
  }

  feed(role: Role, bytes: Uint8Array): void {
    if (this.isDone) return;
    if (role === 'client') this.#feedClient(bytes);
    else this.#feedServer(bytes);
  }

  skip(role: Role, length: number): void {
    if (this.isDone) return;
    if (role === 'server') {
      this.#replies.lose();
      this.#isUnpaired = true;
      return;
    }
    if (this.#mode === 'agreed') {
      this.#notes.shortfall('gap');
      this.#switchToTls(NOTHING);
    } else if (this.#mode === 'chunk' && length <= this.#chunk.left) {
      this.#reader?.skip(length);
      this.#countChunk(length);
    } else if (this.#mode === 'body') {
      this.#reader?.skip(length);
      this.#body?.lose();
    } else {
      this.#endMessage(false);
      this.#commands.lose();
      this.#mode = 'lost';
      this.#isUnpaired = true;
    }
  }

  end(): void {
    if (this.isDone) return;
    this.isDone = true;
    if (this.#mode === 'agreed') this.#notes.opaque('starttls');
    this.#endMessage(false);
    for (const message of this.#unanswered.splice(0)) this.#log.note(message, 'client', null);
  }

  #feedClient(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length && !this.isDone) {
      const rest = bytes.subarray(at);
      if (this.#mode === 'body') at += this.#feedBody(rest);
      else if (this.#mode === 'chunk') at += this.#feedChunk(rest);
      else if (this.#mode === 'await-tls') {
        this.#awaitTls(rest);
        return;
      } else if (this.#mode === 'agreed') {
        this.#meetAgreement(rest);
      } else {
        const taken = this.#commands.take(rest, 0);
        if (taken === null) return;
        at += taken.next;
        this.#readCommand(taken.line);
      }
    }
  }

  #readCommand(line: string): void {
    if (this.#isAuthLine) {
      this.#isAuthLine = false;
      this.#ask('other');
      return;
    }
    if (this.#mode === 'lost') {
      if (!SYNC.test(line)) return;
      this.#mode = 'commands';
    }
    if (!this.#hasCommand && !COMMAND.test(line)) {
      // The capture began inside a message, or inside a login.
      this.#notes.shortfall('from-the-middle');
      this.#mode = 'lost';
      this.#isUnpaired = true;
      return;
    }
    this.#hasCommand = true;
    const [verb = '', ...words] = line.trim().split(/\s+/);
    switch (verb.toLowerCase()) {
      case 'data':
        this.#ask('data');
        this.#openMessage();
        this.#mode = 'body';
        return;
      case 'bdat':
        this.#openChunk(words);
        return;
      case 'rset':
        this.#reader?.finish(false);
        this.#dropMessage();
        this.#ask('other');
        return;
      case 'starttls':
        this.#ask('starttls');
        this.#mode = 'await-tls';
        return;
      default:
        this.#ask('other');
    }
  }

  #ask(what: Asked): void {
    if (this.#asked.length < LIMITS.mailPendingCommands) this.#asked.push(what);
    else this.#isUnpaired = true;
  }

  #openMessage(): void {
    this.#reader ??= this.#log.open();
    const reader = this.#reader;
    this.#body = new DottedBody((bytes) => reader?.feed(bytes));
  }

  #feedBody(bytes: Uint8Array): number {
    const end = this.#body?.feed(bytes) ?? 0;
    if (end < 0) return bytes.length;
    this.#mode = 'commands';
    this.#endMessage(true);
    return end;
  }

  #openChunk([size = '', last = '']: readonly string[]): void {
    const left = /^\d{1,12}$/.test(size) ? Number(size) : 0;
    this.#chunk = { left, isLast: last.toLowerCase() === 'last' };
    this.#reader ??= this.#log.open();
    this.#mode = 'chunk';
    if (left === 0) this.#countChunk(0);
  }

  #feedChunk(bytes: Uint8Array): number {
    const part = bytes.subarray(0, this.#chunk.left);
    this.#reader?.feed(part);
    this.#countChunk(part.length);
    return part.length;
  }

  #countChunk(length: number): void {
    this.#chunk.left -= length;
    if (this.#chunk.left > 0) return;
    this.#mode = 'commands';
    if (this.#chunk.isLast) this.#endMessage(true);
    else this.#ask('other');
  }

  /** @param isWhole it ended as it should */
  #endMessage(isWhole: boolean): void {
    const reader = this.#reader;
    this.#dropMessage();
    if (isWhole) this.#ask('message');
    const message = reader?.finish(isWhole);
    if (message === undefined) return;
    if (isWhole && !this.#isUnpaired && this.#unanswered.length < LIMITS.mailPendingCommands)
      this.#unanswered.push(message);
    else this.#log.note(message, 'client', null);
  }

  #dropMessage(): void {
    this.#reader = null;
    this.#body = null;
  }

  #feedServer(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length && !this.isDone) {
      if (this.#mode === 'agreed' && this.#replies.isAtStart && !beginsWithWords(bytes[at])) {
        this.#switchToTls(bytes.subarray(at));
        return;
      }
      const taken = this.#replies.take(bytes, at);
      if (taken === null) return;
      at = taken.next;
      this.#readReply(taken.line);
    }
  }

  #readReply(line: string): void {
    const match = REPLY.exec(line);
    if (match === null || match[2] === '-') return;
    const code = Number(match[1]);
    this.#isAuthLine = code === 334;
    // Who joins in the middle, or speaks first where the capture began late, has missed the greeting.
    if (!this.#hasHeardServer && this.#asked[0] === 'greeting' && code !== 220 && code !== 554) this.#asked.shift();
    const isGreeting = !this.#hasHeardServer;
    this.#hasHeardServer = true;
    // the client was not captured: a second 220 answers STARTTLS and nothing else (RFC 3207 section 4)
    if (code === 220 && !isGreeting && !this.#hasCommand && this.#mode === 'commands') {
      this.#mode = 'agreed';
      return;
    }
    if (this.#isUnpaired) {
      if (this.#mode === 'await-tls') this.#answerTls(code);
      return;
    }
    const asked = this.#asked.shift();
    if (asked === 'data' && code !== 354) this.#refuseData();
    else if (asked === 'message') this.#answerMessage(code);
    else if (asked === 'starttls') this.#answerTls(code);
  }

  /** No body follows; what was taken for one, was commands. */
  #refuseData(): void {
    if (this.#mode !== 'body') return;
    this.#reader?.finish(false);
    this.#dropMessage();
    this.#mode = 'commands';
  }

  #answerMessage(code: number): void {
    const message = this.#unanswered.shift();
    if (message !== undefined) this.#log.note(message, 'client', code < 300);
  }

  #answerTls(code: number): void {
    if (this.#mode !== 'await-tls') return;
    this.#mode = code === 220 ? 'agreed' : 'commands';
    this.#feedClient(this.#held.release());
  }

  #awaitTls(bytes: Uint8Array): void {
    this.#held.add(bytes);
    // The reply was not captured, and the client speaks TLS already (RFC 8446 section 5.1).
    const isHello = bytes[0] === 0x16 && bytes[1] === 3;
    if (isHello || this.#held.length > LIMITS.tunnelHeldBytes) this.#switchToTls(NOTHING);
  }

  /** @param bytes not empty */
  #meetAgreement(bytes: Uint8Array): void {
    if (beginsWithWords(bytes[0])) {
      this.#mode = 'commands';
      return;
    }
    this.#held.add(bytes);
    this.#switchToTls(NOTHING);
  }

  #switchToTls(serverRest: Uint8Array): void {
    this.#mode = 'agreed';
    this.end();
    this.#notes.handOver('tls', this.#held.release(), serverRest);
  }
}
