import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from './write-atomically.js';
import type { SpoolOrder } from './spool-folder.js';

/** Size and time of a file that was read: another file of the same name is another one. */
export interface ReadMark {
  readonly bytes: number;
  readonly modified: number;
}

interface Pages {
  /** by capture point: everything up to here is in a saved report */
  readonly ports: Record<string, SpoolOrder>;
  /** by path: files of watched folders that are in a saved report */
  folders: Record<string, ReadMark>;
  /** schedule: milliseconds of the last time that was kept */
  scheduled?: number;
}

/**
 * What is in a saved report, so that a watch that starts again reads what is not, and nothing twice. Written after each
 * report; a crash in between reads a few files a second time, whose findings bear the same names.
 */
export class Journal {
  readonly #path: string;
  readonly #pages: Pages;
  /** the file that was there could not be understood: it was put aside, and everything is read again */
  readonly wasDamaged: boolean;

  constructor(spool: string) {
    this.#path = join(spool, 'journal.json');
    const pages = readPages(this.#path);
    this.wasDamaged = pages === 'damaged';
    if (pages === 'damaged') renameSync(this.#path, `${this.#path}.damaged`);
    this.#pages = pages === 'damaged' || pages === null ? { ports: {}, folders: {} } : pages;
  }

  portMark(point: string): SpoolOrder | null {
    return this.#pages.ports[point] ?? null;
  }

  wasRead(path: string, { bytes, modified }: ReadMark): boolean {
    const mark = this.#pages.folders[path];
    return mark?.bytes === bytes && mark.modified === modified;
  }

  get scheduled(): number | null {
    return this.#pages.scheduled ?? null;
  }

  notePort(point: string, order: SpoolOrder): void {
    this.#pages.ports[point] = order;
  }

  noteFile(path: string, { bytes, modified }: ReadMark): void {
    this.#pages.folders[path] = { bytes, modified };
  }

  noteScheduled(time: number): void {
    this.#pages.scheduled = time;
  }

  /** Files that are gone need no mark. */
  save(): void {
    this.#pages.folders = Object.fromEntries(Object.entries(this.#pages.folders).filter(([path]) => existsSync(path)));
    writeAtomically(this.#path, `${JSON.stringify(this.#pages)}\n`);
  }
}

function readPages(path: string): Pages | null | 'damaged' {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  try {
    const pages = JSON.parse(text) as Partial<Pages> | null;
    if (typeof pages?.ports !== 'object' || typeof pages.folders !== 'object') return 'damaged';
    return {
      ports: pages.ports,
      folders: pages.folders,
      ...(pages.scheduled === undefined ? {} : { scheduled: pages.scheduled }),
    };
  } catch {
    return 'damaged';
  }
}
