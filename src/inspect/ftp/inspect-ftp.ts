import { LIMITS } from '../../base/limits.js';
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

class FtpConversation implements StreamInspector {
  isDone = false;
  readonly #notes: Notes;
  readonly #commands = new DialogueLines();
  readonly #answers = new DialogueLines();
  readonly #held = new HeldBytes();
  /** the announcement whose file the next command names */
  #open: AnnouncedTransfer | null = null;
  #isResumed = false;
  #awaitsTls = false;

  constructor({ notes }: InspectionContext) {
    this.#notes = notes;
  }

  feed(role: Role, bytes: Uint8Array): void {
    if (this.isDone) return;
    const lines = role === 'client' ? this.#commands : this.#answers;
    for (let at = 0; at < bytes.length;) {
      if (role === 'client' && this.#awaitsTls) {
        this.#held.add(bytes.subarray(at));
        if (this.#held.length > LIMITS.tunnelHeldBytes) this.#switchToTls(new Uint8Array(0));
        return;
      }
      const taken = lines.take(bytes, at);
      if (taken === null) return;
      at = taken.next;
      if (role === 'client') this.#readCommand(taken.line);
      else this.#readAnswer(taken.line, bytes.subarray(at));
    }
  }

  skip(role: Role): void {
    (role === 'client' ? this.#commands : this.#answers).lose();
    this.#notes.shortfall('gap');
  }

  end(): void {
    this.isDone = true;
  }

  #readCommand(line: string): void {
    const match = /^\s*([A-Za-z]{3,4})(?: (.*))?$/.exec(line);
    const verb = match?.[1]?.toUpperCase() ?? '';
    const argument = match?.[2] ?? '';
    if (verb === 'AUTH') this.#awaitsTls = /^(?:TLS|SSL|TLS-C)\b/i.test(argument);
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

  #readAnswer(line: string, rest: Uint8Array): void {
    if (this.#awaitsTls && /^[1-5]\d\d /.test(line)) {
      this.#awaitsTls = false;
      if (line.startsWith('234')) this.#switchToTls(rest);
      else this.feed('client', this.#held.release());
    } else if (/^22[79] /.test(line)) this.#announce('server', line.slice(4));
  }

  #announce(listener: Role, text: string): void {
    const port = readAnnouncedPort(text);
    this.#open = port === null ? null : { listener, port, file: null };
    if (this.#open !== null) this.#notes.announce(this.#open);
  }

  /** RFC 4217 section 4 */
  #switchToTls(serverRest: Uint8Array): void {
    this.end();
    this.#notes.opaque('starttls');
    this.#notes.handOver('tls', this.#held.release(), serverRest);
  }
}
