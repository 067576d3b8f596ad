import { statSync } from 'node:fs';
import { watch, type FSWatcher } from 'chokidar';
import type { BlindLog } from './blind-log.js';
import type { Journal } from './journal.js';
import type { SpoolFile } from './spool-folder.js';

export interface DropFolderSetting {
  /** null: the topology's `match` finds it */
  readonly point: string | null;
  readonly path: string;
  readonly journal: Journal;
  readonly blind: BlindLog;
  /** milliseconds without growth after which a file is taken as finished */
  readonly settleMilliseconds: number;
}

/** not captures, or not finished: what programs call files that they still write */
const PASSED_OVER = /(^\.|\.(tmp|part|partial|filepart|new|swp|lock|json|pid)$)/i;
/** milliseconds between two looks whether the folder is still there */
const LOOK = 1000;

/** A folder into which something else drops capture files: finished ones are handed out, each once, in order of time. */
export class DropFolder {
  readonly point: string | null;
  readonly path: string;
  isReady = false;
  readonly #setting: DropFolderSetting;
  /** found, and not known to be finished; `since`: so long without a change, milliseconds */
  readonly #growing = new Map<string, SpoolFile & { readonly since: number }>();
  /** of this life; those of earlier ones are in the journal */
  readonly #handedOut = new Map<string, { readonly bytes: number; readonly modified: number }>();
  #watcher: FSWatcher | null = null;
  #lookedAt = 0;

  constructor(setting: DropFolderSetting) {
    this.#setting = setting;
    this.point = setting.point;
    this.path = setting.path;
    this.#open();
  }

  /** everything that was there when the watch began, or came since, has been handed out */
  get isIdle(): boolean {
    return this.isReady && this.#growing.size === 0;
  }

  /** Notices that the folder is gone, or there again. */
  tend(now: number): void {
    if (now - this.#lookedAt < LOOK) return;
    this.#lookedAt = now;
    const { blind } = this.#setting;
    if (!isFolder(this.path)) {
      blind.begin(this.point, 'folder-gone', now, this.path);
      if (this.#watcher !== null) {
        void this.#watcher.close();
        this.#watcher = null;
      }
    } else {
      blind.end(this.point, 'folder-gone', now);
      if (this.#watcher === null) this.#open();
    }
  }

  /** Finished files, oldest first: those that have not grown for a while. */
  take(): SpoolFile[] {
    const now = performance.now();
    const files: SpoolFile[] = [];
    for (const [path, before] of this.#growing) {
      const file = this.#look(path);
      if (file === null) this.#growing.delete(path);
      else if (file.bytes !== before.bytes || file.modified !== before.modified)
        this.#growing.set(path, { ...file, since: now });
      else if (now - before.since >= this.#setting.settleMilliseconds) {
        this.#growing.delete(path);
        files.push(file);
      }
    }
    for (const { path, bytes, modified } of files) this.#handedOut.set(path, { bytes, modified });
    return files.sort((x, y) => x.modified - y.modified || compareNames(x.path, y.path));
  }

  async close(): Promise<void> {
    await this.#watcher?.close();
    this.#watcher = null;
  }

  #look(path: string): SpoolFile | null {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined || !stats.isFile() || stats.size === 0) return null;
    return { point: this.point, path, bytes: stats.size, modified: stats.mtimeMs };
  }

  #open(): void {
    if (!isFolder(this.path)) return;
    // nobody told of files that went while nothing was watched
    for (const path of this.#handedOut.keys()) if (this.#look(path) === null) this.#handedOut.delete(path);
    this.#watcher = watch(this.path, {
      depth: 0,
      ignored: (path) => path !== this.path && PASSED_OVER.test(path.slice(path.lastIndexOf('/') + 1)),
    });
    const found = (path: string): void => {
      const file = this.#look(path);
      const before = this.#handedOut.get(path);
      if (file === null || (before?.bytes === file.bytes && before.modified === file.modified)) return;
      if (!this.#growing.has(path) && !this.#setting.journal.wasRead(path, file))
        this.#growing.set(path, { ...file, since: performance.now() });
    };
    this.#watcher
      .on('add', found)
      .on('change', found)
      .on('unlink', (path) => {
        this.#growing.delete(path);
        this.#handedOut.delete(path);
      })
      .on('error', () => {
        // what is wrong with the folder is noticed by `tend`
      })
      .on('ready', () => {
        this.isReady = true;
      });
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function compareNames(x: string, y: string): number {
  return x.localeCompare(y, 'en', { numeric: true });
}
