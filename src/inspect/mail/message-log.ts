import type { MailFact } from '../../model/facts.js';
import type { CreateProbe } from '../content/create-probe.js';
import type { InspectionContext } from '../inspector.js';
import { MimeReader, type ReadMessage } from './mime/mime-reader.js';

/** Reads the messages of one connection and notes them. */
export class MessageLog {
  readonly #context: InspectionContext;
  readonly #createProbe: CreateProbe;
  readonly #transport: MailFact['transport'];

  constructor(context: InspectionContext, createProbe: CreateProbe, transport: MailFact['transport']) {
    this.#context = context;
    this.#createProbe = createProbe;
    this.#transport = transport;
  }

  /** @returns null where only names matter: nobody reads the message */
  open(): MimeReader | null {
    return this.#context.depth === 'content' ? new MimeReader(this.#createProbe) : null;
  }

  /** A message that was announced and of which nothing came is none. */
  note(message: ReadMessage, sender: MailFact['sender'], accepted: boolean | null): void {
    const { parts, messageId, report, complete, reachedLimit, isBegun } = message;
    if (!isBegun) return;
    if (reachedLimit) this.#context.notes.shortfall('limit');
    this.#context.notes.mail({ transport: this.#transport, sender, messageId, parts, complete, accepted, report });
  }
}
