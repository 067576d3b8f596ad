import { rmSync, statfsSync } from 'node:fs';
import type { SpoolFile } from './spool-folder.js';

export interface RingSetting {
  /** where the files are */
  readonly spool: string;
  readonly maximumBytes: number;
  readonly maximumAgeSeconds: number;
  /** bytes that must stay free on the disk */
  readonly spareBytes: number;
}

interface ReadFile extends SpoolFile {
  /** it is in a saved report */
  isSaved: boolean;
}

/** Files that were read, until they expire: by age, by size, and earlier where the disk is nearly full. */
export class Ring {
  readonly #setting: RingSetting;
  #files: ReadFile[] = [];
  #bytes = 0;

  constructor(setting: RingSetting) {
    this.#setting = setting;
  }

  get bytes(): number {
    return this.#bytes;
  }

  add(files: readonly SpoolFile[]): void {
    for (const file of files) {
      this.#files.push({ ...file, isSaved: false });
      this.#bytes += file.bytes;
    }
  }

  /** Everything read so far is in a saved report: a crash needs it no more. */
  markSaved(): void {
    for (const file of this.#files) file.isSaved = true;
  }

  /** @param waitingBytes of files that nobody has read yet @returns true when the disk is nearly full */
  expire(now: number, waitingBytes: number): boolean {
    const { maximumBytes, maximumAgeSeconds } = this.#setting;
    const isFull = this.#isDiskFull();
    let removed = 0;
    for (const file of this.#files) {
      const isTooMuch = this.#bytes + waitingBytes > maximumBytes || isFull;
      const isTooOld = now - file.modified > maximumAgeSeconds * 1000 && file.isSaved;
      if (!isTooMuch && !isTooOld) break;
      rmSync(file.path, { force: true });
      this.#bytes -= file.bytes;
      removed++;
    }
    if (removed > 0) this.#files = this.#files.slice(removed);
    return isFull;
  }

  #isDiskFull(): boolean {
    try {
      const { bavail, bsize } = statfsSync(this.#setting.spool);
      return bavail * bsize < this.#setting.spareBytes;
    } catch {
      return false;
    }
  }
}
