import { LIMITS } from '../../base/limits.js';
import { beginsWithWords } from '../begins-with-words.js';
import { DialogueLines } from '../dialogue-lines.js';
import { HeldBytes } from '../held-bytes.js';
import { decodeFileName } from '../http/file-name.js';
import type {
  AnnouncedTransfer,
  InspectionContext,
  Notes,
  Role,
  StreamInspector,
  StreamInspectorFactory,
} from '../inspector.js';
import { readAnnouncedPort } from './read-announcement.js';

/** The control connection of FTP (RFC 959): which data connections to expect, and what file each moves. */
export const inspectFtp: StreamInspectorFactory = (context) => new FtpConversation(context);

/** Commands that move a file, and who sends it. */
const SENDER_OF_COMMAND: Readonly<Partial<Record<string, Role>>> = {
  RETR: 'server',
  STOR: 'client',
  STOU: 'client',
  APPE: 'client',
};

const NOTHING = new Uint8Array(0);

class FtpConversation implements StreamInspector {
  isDone = false;
  readonly #notes: Notes;
  readonly #commands = new DialogueLines();
  readonly #answers = new DialogueLines();
  readonly #held = new HeldBytes();
  /** the announcement whose file the next command names */
  #open: AnnouncedTransfer | null = null;
  #isResumed = false;
  /** AUTH TLS was asked for; or agreed on, and what the client sends next shows whether TLS comes */
  #tls: 'none' | 'asked' | 'agreed' = 'none';

  constructor({ notes }: InspectionContext) {
    this.#notes = notes;
  }

  feed(role: Role, bytes: Uint8Array): void {
    const lines = role === 'client' ? this.#commands : this.#answers;
    for (let at = 0; at < bytes.length && !this.isDone;) {
      if (role === 'client' && this.#tls === 'asked') {
        this.#held.add(bytes.subarray(at));
        if (this.#held.length > LIMITS.tunnelHeldBytes) this.#switchToTls(NOTHING);
        return;
      }
      if (this.#tls === 'agreed' && lines.isAtStart && !beginsWithWords(bytes[at])) {
        if (role === 'client') this.#held.add(bytes.subarray(at));
        this.#switchToTls(role === 'server' ? bytes.subarray(at) : NOTHING);
        return;
      }
      if (role === 'client') this.#tls = 'none';
      const taken = lines.take(bytes, at);
      if (taken === null) return;
      at = taken.next;
      if (role === 'client') this.#readCommand(taken.line);
      else this.#readAnswer(taken.line);
    }
  }

  skip(role: Role): void {
    if (this.isDone) return;
    (role === 'client' ? this.#commands : this.#answers).lose();
    this.#notes.shortfall('gap');
    if (this.#tls === 'agreed') this.#switchToTls(NOTHING);
  }

  end(): void {
    if (this.isDone) return;
    if (this.#tls === 'agreed') this.#notes.opaque('starttls');
    this.isDone = true;
  }

  #readCommand(line: string): void {
    const match = /^\s*([A-Za-z]{3,4})(?: (.*))?$/.exec(line);
    const verb = match?.[1]?.toUpperCase() ?? '';
    const argument = match?.[2] ?? '';
    if (verb === 'AUTH') this.#tls = /^(?:TLS|SSL|TLS-C)\b/i.test(argument) ? 'asked' : 'none';
    else if (verb === 'PORT' || verb === 'EPRT') this.#announce('client', argument);
    else if (verb === 'REST') this.#isResumed = argument.trim() !== '0';
    else this.#nameFile(verb, argument);
  }

  #nameFile(verb: string, argument: string): void {
    const sender = SENDER_OF_COMMAND[verb];
    if (sender === undefined) return;
    if (this.#open !== null) {
      const isPartial = this.#isResumed || verb === 'APPE';
      this.#open.file = { name: decodeFileName(argument, false), sender, isPartial };
    }
    this.#open = null;
    this.#isResumed = false;
  }

  #readAnswer(line: string): void {
    if (this.#tls === 'asked' && /^[1-5]\d\d /.test(line)) {
      this.#tls = line.startsWith('234') ? 'agreed' : 'none';
      this.feed('client', this.#held.release());
    } else if (/^22[79] /.test(line)) this.#announce('server', line.slice(4));
  }

  #announce(listener: Role, text: string): void {
    const port = readAnnouncedPort(text);
    this.#open = port === null ? null : { listener, port, file: null };
    if (this.#open !== null) this.#notes.announce(this.#open);
  }

  /** RFC 4217 section 4 */
  #switchToTls(serverRest: Uint8Array): void {
    this.#tls = 'agreed';
    this.end();
    this.#notes.handOver('tls', this.#held.release(), serverRest);
  }
}
