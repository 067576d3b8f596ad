import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { EXIT, Failure } from '../../base/failure.js';
import type { Text } from '../../base/text.js';
import { MANIFEST, MANIFEST_DIGEST } from './layout.js';

/** A file as the manifest lists it. */
export interface StagedFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes bytes to an open file: a test gives one that fails. */
export type WriteBytes = (descriptor: number, bytes: Uint8Array) => void;

/**
 * A folder that appears whole or not at all: everything is written beside it, forced to the disk and renamed at the end.
 * What a crash leaves behind is hidden, ends in `.part` and has no manifest.
 */
export class StagingFolder {
  /** where the files are until `commit` */
  readonly path: string;
  readonly target: string;
  readonly files: StagedFile[] = [];
  readonly #write: WriteBytes;
  #open = true;

  /** @throws Failure (exit 3) when the target is neither free nor an earlier bundle, or cannot be written */
  constructor(target: string, write: WriteBytes = writeWhole) {
    this.target = resolve(target);
    this.#write = write;
    requireFree(target);
    this.path = join(dirname(this.target), `.${basename(this.target)}.${process.pid}.part`);
    attempt(target, () => {
      rmSync(this.path, { recursive: true, force: true });
      mkdirSync(this.path, { mode: 0o700 });
    });
  }

  /** @param file relative, with `/` */
  put(file: string, content: Uint8Array | string | Iterable<string>): StagedFile {
    const path = join(this.path, file);
    const hash = createHash('sha256');
    let bytes = 0;
    attempt(this.target, () => {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      const descriptor = openSync(path, 'wx', 0o600);
      try {
        const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
        for (const piece of pieces) {
          const part = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
          hash.update(part);
          bytes += part.length;
          this.#write(descriptor, part);
        }
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
    });
    const staged = { file, bytes, sha256: hash.digest('hex') };
    this.files.push(staged);
    return staged;
  }

  /**
   * The folder takes its name. An earlier bundle that has it is renamed first, never deleted.
   * @returns where the earlier bundle is now; null: there was none
   */
  commit(): string | null {
    return attempt(this.target, () => {
      for (const folder of foldersBelow(this.path)) syncFolder(folder);
      const earlier = makeRoom(this.target);
      renameSync(this.path, this.target);
      this.#open = false;
      syncFolder(dirname(this.target));
      return earlier;
    });
  }

  discard(): void {
    if (this.#open) rmSync(this.path, { recursive: true, force: true });
    this.#open = false;
  }
}

/** Gives the name free. @returns the new place of what had it */
function makeRoom(target: string): string | null {
  if (!existsSync(target)) return null;
  if (readdirSync(target).length === 0) {
    rmSync(target, { recursive: true });
    return null;
  }
  const digest = readFileSync(join(target, MANIFEST_DIGEST), 'utf8').slice(0, 12);
  let place = `${target}.${/^[0-9a-f]{12}$/.test(digest) ? digest : 'earlier'}`;
  for (let number = 2; existsSync(place); number++) place = `${target}.${digest}.${number}`;
  renameSync(target, place);
  return place;
}

/** @throws Failure (exit 3) */
function requireFree(target: string): void {
  const stats = attempt(target, () => statSync(target, { throwIfNoEntry: false }));
  if (stats === undefined) return;
  if (!stats.isDirectory()) throw folderFailure(target, { ja: 'フォルダではない', en: 'it is not a folder' });
  const names = attempt(target, () => readdirSync(target));
  if (names.length > 0 && !(names.includes(MANIFEST) && names.includes(MANIFEST_DIGEST)))
    throw folderFailure(
      target,
      {
        ja: '空でなく、証拠一式でもないフォルダには書かない',
        en: 'the folder is neither empty nor an earlier evidence bundle',
      },
      { ja: '空のフォルダか、まだないフォルダを指定する', en: 'give an empty folder, or one that does not exist yet' },
    );
}

function foldersBelow(path: string): string[] {
  const below = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [...below.flatMap(({ name }) => foldersBelow(join(path, name))), path];
}

/** Makes names last. Some systems cannot do this to folders; theirs last without it. */
function syncFolder(path: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(descriptor);
  } catch (error) {
    if (!['EINVAL', 'EPERM', 'ENOTSUP', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    closeSync(descriptor);
  }
}

function writeWhole(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
}

const REASONS: Readonly<Record<string, Text>> = {
  ENOENT: { ja: '親のフォルダがない', en: 'the folder above it does not exist' },
  ENOTDIR: { ja: '途中にフォルダでないものがある', en: 'a part of the path is not a folder' },
  EACCES: { ja: '書く権限がない', en: 'permission denied' },
  EPERM: { ja: '書く権限がない', en: 'permission denied' },
  EROFS: { ja: '読み取り専用のファイルシステムである', en: 'the file system is read-only' },
  ENOSPC: { ja: '空き容量がない', en: 'no space is left' },
  EDQUOT: { ja: '割当て容量を使い切った', en: 'the quota is used up' },
  ENAMETOOLONG: { ja: '名前が長すぎる', en: 'the name is too long' },
};

function attempt<T>(target: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || error instanceof Failure) throw error;
    throw folderFailure(target, REASONS[code] ?? { ja: code, en: code });
  }
}

function folderFailure(target: string, why: Text, remedy?: Text): Failure {
  return new Failure(EXIT.unusable, [
    {
      code: 'EVIDENCE-FOLDER',
      level: 'error',
      file: target,
      message: { ja: `証拠一式を書けない: ${why.ja}`, en: `the evidence bundle cannot be written: ${why.en}` },
      remedy: remedy ?? { ja: '--evidence に、書き込める別の場所を指定する', en: 'give --evidence another place' },
    },
  ]);
}
