import { LIMITS } from '../../base/limits.js';
import type { CreateProbe } from '../content/create-probe.js';
import type { Notes, Role } from '../inspector.js';
import type { FileTransfer } from './file-transfer.js';
import type { OpenFile } from './open-file.js';

/** The files that a connection holds open, by the number the server gave them. */
export class OpenFiles {
  readonly #files = new Map<string, OpenFile>();
  readonly #notes: Notes;
  /** null: contents do not matter */
  readonly #createProbe: CreateProbe | null;
  #probes = 0;

  constructor(notes: Notes, createProbe: CreateProbe | null) {
    this.#notes = notes;
    this.#createProbe = createProbe;
  }

  find(id: string): OpenFile | null {
    return this.#files.get(id) ?? null;
  }

  /** @param file was given its number */
  add(file: OpenFile): void {
    if (file.id === null) return;
    if (this.#files.size < LIMITS.smbOpenFiles) this.#files.set(file.id, file);
    else this.#refuse(file);
  }

  /** The server did not open it: what was sent to be written is no file. */
  discard(file: OpenFile): void {
    file.abandon();
    this.#probes -= file.probes;
  }

  close(file: OpenFile): void {
    if (file.id === null || this.#files.get(file.id) !== file) return;
    this.#files.delete(file.id);
    this.#probes -= file.probes;
    file.finish(true, this.#notes);
  }

  /** Where the content goes that `sender` sends; null: nobody reads it. */
  transfer(file: OpenFile, sender: Role): FileTransfer | null {
    const createProbe = this.#createProbe;
    if (createProbe === null || file.isPipe) return null;
    return file.transfer(sender, () => {
      if (this.#probes >= LIMITS.smbProbes) {
        this.#notes.shortfall('limit');
        return null;
      }
      this.#probes += 1;
      return createProbe({ name: file.name, mediaType: null });
    });
  }

  /** The connection is over: what is still open is noted as far as it was read. */
  end(): void {
    for (const file of this.#files.values()) file.finish(false, this.#notes);
    this.#files.clear();
  }

  #refuse(file: OpenFile): void {
    this.discard(file);
    this.#notes.shortfall('limit');
  }
}
