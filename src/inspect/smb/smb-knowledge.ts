import { LIMITS } from '../../base/limits.js';
import type { Notes } from '../inspector.js';

/** DialectRevision of the NEGOTIATE response (MS-SMB2 2.2.4); 2ff only announces a second negotiation */
const DIALECTS: Readonly<Record<number, string>> = {
  0x202: '2.0.2',
  0x210: '2.1',
  0x300: '3.0',
  0x302: '3.0.2',
  0x311: '3.1.1',
};

/** What is known of the connection as a whole; every news is noted. */
export class SmbKnowledge {
  readonly notes: Notes;
  readonly #pipes = new Set<string>();
  #dialect: string | null = null;
  #isEncrypted = false;

  constructor(notes: Notes) {
    this.notes = notes;
  }

  negotiated(revision: number): void {
    const dialect = DIALECTS[revision];
    if (dialect !== undefined) this.#setDialect(dialect);
  }

  speaksSmb1(): void {
    if (this.#dialect === null) this.#setDialect('1');
  }

  encrypted(): void {
    if (this.#isEncrypted) return;
    this.#isEncrypted = true;
    this.notes.opaque('smb-encryption');
    this.#note();
  }

  pipe(name: string): void {
    const short = name.toLowerCase().slice(0, LIMITS.smbPipeNameLength);
    if (short === '' || this.#pipes.has(short)) return;
    if (this.#pipes.size >= LIMITS.smbPipes) {
      this.notes.shortfall('limit');
      return;
    }
    this.#pipes.add(short);
    this.#note();
  }

  #setDialect(dialect: string): void {
    if (this.#dialect === dialect) return;
    this.#dialect = dialect;
    this.#note();
  }

  #note(): void {
    this.notes.smb({ dialect: this.#dialect, encrypted: this.#isEncrypted, pipes: [...this.#pipes] });
  }
}
