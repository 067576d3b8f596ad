import { LIMITS } from '../../base/limits.js';
import type { Notes } from '../inspector.js';
import type { DnsMessage } from './read-dns-message.js';
import { readDnsMessage } from './read-dns-message.js';
import { readPlainMessage } from './read-plain-message.js';

/** shared while nothing is open: never written to */
const NOTHING: DnsMessage[] = [];

/** The questions of one flow, held until they are answered. */
export class DnsQuestions {
  private readonly notes: Notes;
  /** oldest first */
  private open: DnsMessage[] = NOTHING;

  constructor(notes: Notes) {
    this.notes = notes;
  }

  /** @param bytes of one message @param isCut the capture ends inside it: what is missing is noted elsewhere */
  read(bytes: Uint8Array, isCut: boolean): void {
    const message = readPlainMessage(bytes) ?? readDnsMessage(bytes);
    if (message === null || (!message.isWhole && !isCut))
      this.notes.shortfall(message === null ? 'undecodable' : 'limit');
    if (message === null) return;
    if (message.isResponse) {
      const asked = this.indexOf(message);
      if (asked >= 0) this.open.splice(asked, 1);
      this.note(message);
    } else this.ask(message);
  }

  /** a question waits for its answer */
  get hasOpen(): boolean {
    return this.open.length > 0;
  }

  end(): void {
    for (const question of this.open) this.note(question);
    this.open = NOTHING;
  }

  /** A question that is repeated with its id is one question (RFC 1035 section 4.2.1: retransmission). */
  private ask(question: DnsMessage): void {
    if (this.indexOf(question) >= 0) return;
    if (this.open.length >= LIMITS.dnsOpenQuestions) {
      const oldest = this.open.shift();
      if (oldest !== undefined) this.note(oldest);
    }
    if (this.open.length === 0) this.open = [question];
    else this.open.push(question);
  }

  private indexOf({ id, name, type }: DnsMessage): number {
    return this.open.findIndex((one) => one.id === id && one.name === name && one.type === type);
  }

  private note({ name, type, rcode, addresses }: DnsMessage): void {
    this.notes.dns({ name, type, rcode, addresses });
  }
}
