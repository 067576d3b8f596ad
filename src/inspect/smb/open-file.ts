import type { ContentProbe } from '../content/content-probe.js';
import type { Notes, Role } from '../inspector.js';
import { FileTransfer } from './file-transfer.js';

/** FILE_OPENED: it was there before and kept its content (MS-SMB2 2.2.14) */
const OPENED = 1;
const NAME_LENGTH = 255;

/** A file between CREATE and CLOSE. */
export class OpenFile {
  /** last part of the path; null: not read */
  readonly name: string | null;
  readonly isPipe: boolean;
  /** the number that the server gave it; null: not answered */
  id: string | null = null;
  /** bytes that it held when it was opened; null: not answered */
  #sizeWhenOpened: number | null = null;
  #read: FileTransfer | null = null;
  #written: FileTransfer | null = null;

  constructor(path: string | null, isPipe: boolean) {
    this.name = path === null ? null : path.slice(path.lastIndexOf('\\') + 1).slice(0, NAME_LENGTH);
    this.isPipe = isPipe;
  }

  /** how many probes read it */
  get probes(): number {
    return (this.#read === null ? 0 : 1) + (this.#written === null ? 0 : 1);
  }

  opened(id: string, action: number, endOfFile: bigint): void {
    this.id = id;
    this.#sizeWhenOpened = action === OPENED ? Number(endOfFile) : 0;
  }

  /** @param sender server: the file is read; client: it is written */
  transfer(sender: Role, makeProbe: () => ContentProbe | null): FileTransfer | null {
    const known = sender === 'server' ? this.#read : this.#written;
    if (known !== null) return known;
    const probe = makeProbe();
    if (probe === null) return null;
    const made = new FileTransfer(probe, sender);
    if (sender === 'server') this.#read = made;
    else this.#written = made;
    return made;
  }

  abandon(): void {
    this.#read?.abandon();
    this.#written?.abandon();
  }

  /** @param isClosed the client closed it: no more will be written */
  finish(isClosed: boolean, notes: Notes): void {
    const before = this.#sizeWhenOpened;
    const written = this.#written?.endOffset ?? 0;
    this.#read?.finish(this.name, before === null ? null : Math.max(before, written), notes);
    // where less was written than the file held before, the rest of it was not seen
    const isWritten = isClosed && before !== null && written >= before;
    this.#written?.finish(this.name, isWritten ? written : null, notes);
  }
}
