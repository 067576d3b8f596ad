import type { Notes, Role } from '../inspector.js';
import { ChannelTable } from './channel-table.js';
import { readConnectBlocks } from './connect-blocks.js';
import { readMcsMessage } from './mcs-message.js';
import type { Negotiation } from './negotiation.js';

/** first byte of MCS Connect-Initial and Connect-Response: application tags of BER (T.125 section 7) */
const MCS_CONNECT = 0x7f;

/** What is known of one RDP connection; every news is noted. */
export class RdpKnowledge {
  readonly #notes: Notes;
  readonly #channels = new ChannelTable();
  #requestedProtocols: number | null = null;
  #selectedProtocol: number | null = null;
  #failure: number | null = null;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  /** every channel that was asked for is joined and used: there is nothing more to learn */
  get isComplete(): boolean {
    return this.#channels.isKnown && this.#channels.list().every(({ joined, used }) => joined && used);
  }

  requested({ type, value }: Negotiation): void {
    if (type === 'request') this.#requestedProtocols = value;
    this.#note();
  }

  /** A confirm without negotiation data means standard RDP security (MS-RDPBCGR 2.2.1.2). */
  confirmed({ type, value }: Negotiation): void {
    if (type === 'failure') this.#failure = value;
    else if (type === 'response' || type === 'none') this.#selectedProtocol = value;
    else this.#notes.shortfall('undecodable');
    this.#note();
  }

  /** @param mcs data of an X.224 data TPDU */
  readMcs(role: Role, mcs: Uint8Array): void {
    const isNews = mcs[0] === MCS_CONNECT ? this.#readConnect(role, mcs) : this.#readMessage(role, mcs);
    if (isNews) this.#note();
  }

  #readConnect(role: Role, mcs: Uint8Array): boolean {
    const blocks = readConnectBlocks(mcs);
    if (blocks === null) {
      this.#notes.shortfall('undecodable');
      return false;
    }
    if (role === 'server') this.#channels.numbered(blocks);
    else if (this.#channels.requested(blocks)) this.#notes.shortfall('limit');
    return true;
  }

  #readMessage(role: Role, mcs: Uint8Array): boolean {
    const message = readMcsMessage(mcs);
    if (message === null) return false;
    if (message.kind === 'data') return this.#channels.use(message.channelId);
    return role === 'server' && this.#channels.join(message.channelId);
  }

  #note(): void {
    this.#notes.rdp({
      requestedProtocols: this.#requestedProtocols,
      selectedProtocol: this.#selectedProtocol,
      failure: this.#failure,
      channels: this.#channels.list(),
      channelsKnown: this.#channels.isKnown,
    });
  }
}
