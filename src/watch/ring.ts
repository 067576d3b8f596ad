import { rmSync, statfsSync } from 'node:fs';
import type { SpoolFile } from './spool-folder.js';

export interface RingSetting {
  /** where the files are */
  readonly spool: string;
  readonly maximumBytes: number;
  readonly maximumAgeSeconds: number;
  /** bytes that must stay free on the disk */
  readonly spareBytes: number;
  /** a file expired: nobody can read it again */
  readonly onExpired: (path: string) => void;
  /** for tests */
  readonly freeBytes?: ((path: string) => number) | undefined;
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
  #pinned: ReadonlySet<string> = new Set();

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

  /** Files whose packets are still to be taken into the evidence. */
  pin(paths: ReadonlySet<string>): void {
    this.#pinned = paths;
  }

  /** Everything read so far is in a saved report: a crash needs it no more. */
  markSaved(): void {
    for (const file of this.#files) file.isSaved = true;
  }

  /** @param waitingBytes of files that nobody has read yet @returns true when the disk is nearly full */
  expire(now: number, waitingBytes: number): boolean {
    const { maximumBytes, maximumAgeSeconds } = this.#setting;
    const isFull = this.#isDiskFull();
    const pinnedBytes = this.#files.reduce((sum, { path, bytes }) => sum + (this.#pinned.has(path) ? bytes : 0), 0);
    // what waits for its evidence may take half of the room
    const arePinsKept = !isFull && pinnedBytes <= maximumBytes / 2;
    this.#files = this.#files.filter((file) => {
      const isTooMuch = this.#bytes + waitingBytes > maximumBytes || isFull;
      const isTooOld = now - file.modified > maximumAgeSeconds * 1000 && file.isSaved;
      if ((!isTooMuch && !isTooOld) || (arePinsKept && this.#pinned.has(file.path))) return true;
      rmSync(file.path, { force: true });
      this.#setting.onExpired(file.path);
      this.#bytes -= file.bytes;
      return false;
    });
    return isFull;
  }

  #isDiskFull(): boolean {
    const { spool, spareBytes, freeBytes = freeBytesAt } = this.#setting;
    try {
      return freeBytes(spool) < spareBytes;
    } catch {
      return false;
    }
  }
}

function freeBytesAt(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}
