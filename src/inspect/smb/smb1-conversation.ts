import { LIMITS } from '../../base/limits.js';
import type { Role } from '../inspector.js';
import type { SmbKnowledge } from './smb-knowledge.js';

/** Commands of MS-CIFS 2.2.2.1 */
const NEGOTIATE = 0x72;
const SESSION_SETUP = 0x73;
const TREE_CONNECT = 0x75;
const NT_CREATE = 0xa2;
const HEADER_BYTES = 32;
const UNICODE = 0x8000;
const PIPE_SHARE = /ipc\$/i;

/**
 * Knows SMB1 when the server speaks it, and names the pipes opened on its pipe share. A client's negotiation alone
 * does not tell: SMB2 may come of it. Contents are not read.
 */
export class Smb1Conversation {
  readonly #knowledge: SmbKnowledge;
  /** multiplex numbers of requests that connect the share of the pipes */
  readonly #connecting = new Set<number>();
  readonly #pipeTrees = new Set<number>();

  constructor(knowledge: SmbKnowledge) {
    this.#knowledge = knowledge;
  }

  /** @param message its first bytes */
  read(role: Role, message: Uint8Array): void {
    if (message.length <= HEADER_BYTES) return;
    const view = new DataView(message.buffer, message.byteOffset, message.length);
    const command = view.getUint8(4);
    if (role === 'server' || command !== NEGOTIATE) this.#knowledge.speaksSmb1();
    if (role === 'server') this.#readAnswer(view);
    else if (command === SESSION_SETUP || command === TREE_CONNECT) this.#readConnect(view, message);
    else if (command === NT_CREATE && this.#pipeTrees.has(view.getUint16(24, true))) this.#readCreate(view, message);
  }

  /** A session setup may carry the connection of a share behind it. */
  #readConnect(view: DataView, message: Uint8Array): void {
    const body = message.subarray(HEADER_BYTES).filter((byte) => byte !== 0);
    if (!PIPE_SHARE.test(String.fromCharCode(...body))) return;
    if (this.#connecting.size < LIMITS.smbTrees) this.#connecting.add(view.getUint16(30, true));
    else this.#knowledge.notes.shortfall('limit');
  }

  #readAnswer(view: DataView): void {
    if (!this.#connecting.delete(view.getUint16(30, true)) || view.getUint32(5, true) !== 0) return;
    if (this.#pipeTrees.size < LIMITS.smbTrees) this.#pipeTrees.add(view.getUint16(24, true));
    else this.#knowledge.notes.shortfall('limit');
  }

  /** SMB_COM_NT_CREATE_ANDX: 24 words, then the name; two-byte text is aligned (MS-CIFS 2.2.4.64.1) */
  #readCreate(view: DataView, message: Uint8Array): void {
    const wordsAt = HEADER_BYTES + 1;
    if (view.getUint8(HEADER_BYTES) !== 24 || message.length < wordsAt + 51) return;
    const isWide = (view.getUint16(10, true) & UNICODE) !== 0;
    const nameAt = wordsAt + 50 + (isWide ? 1 : 0);
    const name = Buffer.from(message.subarray(nameAt, nameAt + view.getUint16(wordsAt + 5, true)));
    this.#knowledge.pipe(name.toString(isWide ? 'utf16le' : 'latin1').replace(/^\\|\0+$/g, ''));
  }
}
