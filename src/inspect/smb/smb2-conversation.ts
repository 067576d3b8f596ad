import { LIMITS } from '../../base/limits.js';
import type { FileTransfer } from './file-transfer.js';
import { OpenFile } from './open-file.js';
import type { OpenFiles } from './open-files.js';
import type { SmbKnowledge } from './smb-knowledge.js';
import { COMMAND, STATUS_BUFFER_OVERFLOW, STATUS_PENDING, STATUS_SUCCESS, type Smb2Message } from './smb2-message.js';
import { isWellKnownPipe } from './well-known-pipes.js';

/** A request whose answer is outstanding. */
type Pending =
  | { readonly kind: 'tree'; readonly isPipeShare: boolean }
  | { readonly kind: 'create'; readonly path: string | null; readonly file: OpenFile }
  | { readonly kind: 'read'; readonly file: OpenFile; readonly offset: bigint }
  | { readonly kind: 'close'; readonly file: OpenFile };

/** Where file content lies in a message. */
export interface ContentInMessage {
  readonly transfer: FileTransfer;
  /** from the start of the message, bytes */
  readonly at: number;
  readonly length: number;
}

/** all bits set: the file that the message before opened (MS-SMB2 3.2.4.1.4) */
const FILE_BEFORE = '18446744073709551615:18446744073709551615';
const PIPE_SHARE = 2;
const MESSAGE_HEADER_BYTES = 64;

/** Follows requests and answers of SMB2 and 3: shares, files opened, their content, pipes (MS-SMB2 2.2). */
export class Smb2Conversation {
  readonly #knowledge: SmbKnowledge;
  readonly #files: OpenFiles;
  readonly #pending = new Map<bigint, Pending>();
  /** share → is it the one of the pipes */
  readonly #trees = new Map<string, boolean>();
  #fileBefore: OpenFile | null = null;

  constructor(knowledge: SmbKnowledge, files: OpenFiles) {
    this.#knowledge = knowledge;
    this.#files = files;
  }

  /** @returns content of a file that the message carries */
  request(message: Smb2Message): ContentInMessage | null {
    if (!message.isRelated) this.#fileBefore = null;
    switch (message.command) {
      case COMMAND.treeConnect: {
        const isPipeShare = /\\ipc\$$/i.test(message.text(4, 6) ?? '');
        this.#expect(message, { kind: 'tree', isPipeShare });
        return null;
      }
      case COMMAND.create:
        this.#create(message);
        return null;
      case COMMAND.close: {
        const file = this.#fileOf(message, 8);
        if (file !== null) this.#expect(message, { kind: 'close', file });
        return null;
      }
      case COMMAND.read: {
        const file = this.#fileOf(message, 16);
        if (file !== null) this.#expect(message, { kind: 'read', file, offset: message.body64(8) });
        return null;
      }
      case COMMAND.write: {
        const file = this.#fileOf(message, 16);
        const transfer = file === null ? null : this.#files.transfer(file, 'client');
        return contentAt(message, transfer, message.body16(2), message.body32(4), message.body64(8));
      }
      default:
        return null;
    }
  }

  /** @returns content of a file that the message carries */
  response(message: Smb2Message): ContentInMessage | null {
    if (message.command === COMMAND.negotiate) this.#knowledge.negotiated(message.body16(4));
    if (message.status === STATUS_PENDING) return null;
    const pending = this.#pending.get(message.messageId);
    if (pending === undefined) return null;
    this.#pending.delete(message.messageId);
    const isSuccess = message.status === STATUS_SUCCESS;
    if (pending.kind === 'close') this.#files.close(pending.file);
    else if (pending.kind === 'tree' && isSuccess) this.#connected(message, pending.isPipeShare);
    else if (pending.kind === 'create') this.#opened(message, pending, isSuccess);
    else if (pending.kind === 'read' && (isSuccess || message.status === STATUS_BUFFER_OVERFLOW)) {
      const transfer = this.#files.transfer(pending.file, 'server');
      return contentAt(message, transfer, message.body16(2) & 0xff, message.body32(4), pending.offset);
    }
    return null;
  }

  end(): void {
    for (const pending of this.#pending.values()) this.#notePipe(pending);
    this.#pending.clear();
    this.#files.end();
  }

  #expect(message: Smb2Message, pending: Pending): void {
    this.#pending.set(message.messageId, pending);
    if (this.#pending.size <= LIMITS.smbPendingRequests) return;
    const [oldest] = this.#pending;
    if (oldest === undefined) return;
    this.#pending.delete(oldest[0]);
    this.#notePipe(oldest[1]);
    this.#knowledge.notes.shortfall('limit');
  }

  #create(message: Smb2Message): void {
    const path = message.text(44, 46);
    const isPipe = this.#trees.get(message.treeKey) ?? isWellKnownPipe(path ?? '');
    const file = new OpenFile(path, isPipe);
    this.#fileBefore = file;
    this.#expect(message, { kind: 'create', path, file });
  }

  #fileOf(message: Smb2Message, idAt: number): OpenFile | null {
    const id = message.fileId(idAt);
    if (id !== FILE_BEFORE) this.#fileBefore = this.#files.find(id);
    return this.#fileBefore;
  }

  #connected(message: Smb2Message, isPipeShare: boolean): void {
    if (this.#trees.size < LIMITS.smbTrees) {
      this.#trees.set(message.treeKey, isPipeShare || (message.body16(2) & 0xff) === PIPE_SHARE);
    } else this.#knowledge.notes.shortfall('limit');
  }

  #opened(message: Smb2Message, pending: Pending & { kind: 'create' }, isSuccess: boolean): void {
    if (!isSuccess) {
      this.#files.discard(pending.file);
      return;
    }
    this.#notePipe(pending);
    pending.file.opened(message.fileId(64), message.body32(4), message.body64(48));
    this.#files.add(pending.file);
  }

  /** A pipe counts once it was opened, or when it was asked for and the answer was not captured. */
  #notePipe(pending: Pending): void {
    if (pending.kind === 'create' && pending.file.isPipe) this.#knowledge.pipe(pending.path ?? '');
  }
}

function contentAt(
  message: Smb2Message,
  transfer: FileTransfer | null,
  at: number,
  stated: number,
  offset: bigint,
): ContentInMessage | null {
  if (transfer === null || at < MESSAGE_HEADER_BYTES || at > message.length) return null;
  transfer.moveTo(offset);
  return { transfer, at, length: Math.min(stated, message.length - at) };
}
