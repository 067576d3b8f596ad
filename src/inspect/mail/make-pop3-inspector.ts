import { LIMITS } from '../../base/limits.js';
import { beginsWithWords } from '../begins-with-words.js';
import type { CreateProbe } from '../content/create-probe.js';
import { HeldBytes } from '../held-bytes.js';
import type { InspectionContext, Notes, Role, StreamInspector, StreamInspectorFactory } from '../inspector.js';
import { DialogueLines } from '../dialogue-lines.js';
import { DottedBody } from './dotted-body.js';
import { MessageLog } from './message-log.js';
import type { MimeReader } from './mime/mime-reader.js';

/**
 * Makes the factory of POP3 inspectors (RFC 1939; STLS RFC 2595, CAPA RFC 2449).
 * @param createProbe makes the reader of one part; called only where the depth is `content`
 */
export function makePop3Inspector(createProbe: CreateProbe): StreamInspectorFactory {
  return (context) => new Pop3Conversation(context, createProbe);
}

/** RFC 8446 section 5.1 */
const TLS_HANDSHAKE = 0x16;
/** RFC 5322 section 2.2 */
const HEADER_FIELD = /^[!-9;-~]+:(?:\s|$)/;

/** What the next answer answers. */
type Asked = 'greeting' | 'other' | 'message' | 'head' | 'list' | 'stls';

class Pop3Conversation implements StreamInspector {
  isDone = false;
  readonly #notes: Notes;
  readonly #log: MessageLog;
  readonly #commands = new DialogueLines();
  readonly #answers = new DialogueLines();
  readonly #held = new HeldBytes();
  #asked: Asked[] = ['greeting'];
  #body: DottedBody | null = null;
  #reader: MimeReader | null = null;
  /** of the message being read: TOP gives its begin only, which is all that is sent */
  #isWhole = false;
  /** STLS was asked for; or agreed on, and what the client sends next shows whether TLS comes */
  #tls: 'none' | 'asked' | 'agreed' = 'none';
  #isLoginLine = false;
  #isLost = false;
  #hasCommand = false;
  /** the client was not captured: the last line was a good answer, and a message may follow */
  #mayGoOn = false;

  constructor(context: InspectionContext, createProbe: CreateProbe) {
    this.#notes = context.notes;
    this.#log = new MessageLog(context, createProbe, 'pop3');
  }

  feed(role: Role, bytes: Uint8Array): void {
    if (this.isDone) return;
    if (role === 'client') this.#feedClient(bytes);
    else this.#feedServer(bytes);
  }

  skip(role: Role, length: number): void {
    if (this.isDone) return;
    if (this.#tls === 'agreed') {
      this.#switchToTls(NOTHING);
      return;
    }
    if (role === 'server' && this.#body !== null) {
      this.#reader?.skip(length);
      this.#body.lose();
      return;
    }
    // Commands and answers cannot be paired any more.
    this.#isLost = true;
    this.#commands.lose();
    this.#answers.lose();
    this.#notes.shortfall('gap');
  }

  end(): void {
    if (this.isDone) return;
    if (this.#tls === 'agreed') this.#notes.opaque('starttls');
    this.#endMessage(false);
    this.isDone = true;
  }

  #feedClient(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length) {
      if (this.#tls === 'asked') {
        this.#held.add(bytes.subarray(at));
        if (this.#held.length > LIMITS.tunnelHeldBytes) this.#switchToTls(NOTHING);
        return;
      }
      if (this.#tls === 'agreed') {
        if (!beginsWithWords(bytes[at])) {
          this.#held.add(bytes.subarray(at));
          this.#switchToTls(NOTHING);
          return;
        }
        this.#tls = 'none';
      }
      const taken = this.#commands.take(bytes, at);
      if (taken === null) return;
      at = taken.next;
      this.#readCommand(taken.line);
    }
  }

  #readCommand(line: string): void {
    if (this.#isLoginLine) {
      this.#isLoginLine = false;
      return;
    }
    this.#hasCommand = true;
    const [verb = '', argument] = line.trim().split(/\s+/);
    const asked = askedBy(verb.toLowerCase(), argument !== undefined);
    if (asked === 'stls') this.#tls = 'asked';
    if (this.#asked.length < LIMITS.mailPendingCommands) this.#asked.push(asked);
    else this.#isLost = true;
  }

  #feedServer(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length && !this.isDone) {
      if (this.#body !== null) {
        const end = this.#body.feed(bytes.subarray(at));
        if (end < 0) return;
        at += end;
        this.#endMessage(true);
        continue;
      }
      if (this.#isTls(bytes, at)) {
        this.#switchToTls(bytes.subarray(at));
        return;
      }
      const taken = this.#answers.take(bytes, at);
      if (taken === null) return;
      at = taken.next;
      if (this.#beginsUnasked(taken.line)) continue;
      this.#readAnswer(taken.line);
    }
  }

  #isTls(bytes: Uint8Array, at: number): boolean {
    if (!this.#answers.isAtStart) return false;
    if (this.#tls === 'agreed') return !beginsWithWords(bytes[at]);
    // the client was not captured: TLS behind an answer can only be what STLS asked for
    return !this.#hasCommand && bytes[at] === TLS_HANDSHAKE;
  }

  /** The client was not captured: a header field behind a good answer begins a message, as RETR and TOP get it. */
  #beginsUnasked(line: string): boolean {
    const isMessage = !this.#hasCommand && this.#mayGoOn && HEADER_FIELD.test(line);
    if (isMessage) {
      this.#openMessage(false);
      this.#body?.feed(Buffer.from(`${line}\r\n`, 'latin1'));
    }
    this.#mayGoOn = line.startsWith('+OK');
    return isMessage;
  }

  #readAnswer(line: string): void {
    if (this.#isLost) return;
    if (line.startsWith('+ ') || line === '+') {
      this.#isLoginLine = true;
      return;
    }
    const isGood = line.startsWith('+OK');
    if (!isGood && !line.startsWith('-ERR')) return;
    const asked = this.#asked.shift() ?? 'other';
    if (asked === 'stls') this.#answerTls(isGood);
    else if (isGood && (asked === 'message' || asked === 'head')) this.#openMessage(asked === 'message');
    else if (isGood && asked === 'list') this.#body = new DottedBody(() => undefined);
  }

  #openMessage(isWhole: boolean): void {
    const reader = this.#log.open();
    this.#reader = reader;
    this.#isWhole = isWhole;
    this.#body = new DottedBody((bytes) => reader?.feed(bytes));
  }

  #endMessage(isEnded: boolean): void {
    const message = this.#reader?.finish(isEnded && this.#isWhole, isEnded);
    this.#reader = null;
    this.#body = null;
    if (message !== undefined) this.#log.note(message, 'server', null);
  }

  #answerTls(isGood: boolean): void {
    this.#tls = isGood ? 'agreed' : 'none';
    this.#feedClient(this.#held.release());
  }

  #switchToTls(serverRest: Uint8Array): void {
    this.#tls = 'agreed';
    this.end();
    this.#notes.handOver('tls', this.#held.release(), serverRest);
  }
}

const NOTHING = new Uint8Array(0);

function askedBy(verb: string, hasArgument: boolean): Asked {
  if (verb === 'retr') return 'message';
  if (verb === 'top') return 'head';
  if (verb === 'stls') return 'stls';
  if (verb === 'capa') return 'list';
  return (verb === 'list' || verb === 'uidl' || verb === 'auth') && !hasArgument ? 'list' : 'other';
}
