import { LIMITS } from '../../base/limits.js';
import type { Notes } from '../inspector.js';
import type { DnsMessage } from './read-dns-message.js';
import { readDnsMessage } from './read-dns-message.js';

/** The questions of one flow, held until they are answered. */
export class DnsQuestions {
  private readonly notes: Notes;
  private readonly open = new Map<string, DnsMessage>();

  constructor(notes: Notes) {
    this.notes = notes;
  }

  /** @param bytes of one message @param isCut the capture ends inside it: what is missing is noted elsewhere */
  read(bytes: Uint8Array, isCut: boolean): void {
    const message = readDnsMessage(bytes);
    if (message === null || (!message.isWhole && !isCut))
      this.notes.shortfall(message === null ? 'undecodable' : 'limit');
    if (message === null) return;
    const key = JSON.stringify([message.id, message.name, message.type]);
    if (message.isResponse) {
      this.open.delete(key);
      this.note(message);
    } else this.ask(key, message);
  }

  end(): void {
    for (const question of this.open.values()) this.note(question);
    this.open.clear();
  }

  /** A question that is repeated with its id is one question (RFC 1035 section 4.2.1: retransmission). */
  private ask(key: string, question: DnsMessage): void {
    if (this.open.has(key)) return;
    const [oldest] = this.open;
    if (oldest !== undefined && this.open.size >= LIMITS.dnsOpenQuestions) {
      this.open.delete(oldest[0]);
      this.note(oldest[1]);
    }
    this.open.set(key, question);
  }

  private note({ name, type, rcode, addresses }: DnsMessage): void {
    this.notes.dns({ name, type, rcode, addresses });
  }
}
