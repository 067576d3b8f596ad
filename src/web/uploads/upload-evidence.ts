import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface UploadEvidenceSetting {
  /** holds a folder for each upload that was judged; may hold what others have put there */
  readonly folder: string;
  /** after which a folder goes */
  readonly maximumDays: number;
  /** bytes of all of them; beyond, the oldest go, but never the newest */
  readonly maximumBytes: number;
  readonly now?: () => number;
}

/** A bundle, and what a broken judging leaves of one: hidden, ending in `.part` (src/evidence). */
const OWN = /^(upload-[0-9a-f]{16}|\.upload-[0-9a-f]{16}\.\d+\.part)$/;

const DAY_MILLISECONDS = 86_400_000;

/** The evidence bundles of uploads, kept for so long and up to so much. */
export class UploadEvidence {
  readonly #setting: UploadEvidenceSetting;

  constructor(setting: UploadEvidenceSetting) {
    this.#setting = setting;
  }

  /** @param upload id of 16 hexadecimal digits */
  folderOf(upload: string): string {
    return join(this.#setting.folder, `upload-${upload}`);
  }

  /** Nothing of an upload that was cancelled or failed stays. */
  discard(upload: string): void {
    for (const { name, path } of this.#own()) {
      if (name === `upload-${upload}` || name.startsWith(`.upload-${upload}.`)) remove(path);
    }
  }

  /** Nothing may be in work meanwhile: what is half-made is taken for what a dead server left. @returns how many went */
  prune(): number {
    const { maximumDays, maximumBytes } = this.#setting;
    const now = this.#setting.now?.() ?? Date.now();
    const own = this.#own().toSorted((x, y) => y.at - x.at);
    let kept = 0;
    let bytes = 0;
    let gone = 0;
    for (const { name, path, at } of own) {
      const size = bytesIn(path);
      const isOver =
        name.startsWith('.') || now - at > maximumDays * DAY_MILLISECONDS || (kept > 0 && bytes + size > maximumBytes);
      if (isOver) {
        remove(path);
        gone++;
        continue;
      }
      kept++;
      bytes += size;
    }
    return gone;
  }

  #own(): { readonly name: string; readonly path: string; readonly at: number }[] {
    const { folder } = this.#setting;
    const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return names
      .map(({ name }) => name)
      .filter((name) => OWN.test(name))
      .map((name) => ({ name, path: join(folder, name), at: lstatSync(join(folder, name)).mtimeMs }));
  }
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (sum, entry) => sum + (lstatSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
}
