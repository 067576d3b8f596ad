import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EXIT, Failure } from '../../base/failure.js';
import type { Text } from '../../base/text.js';
import type { Output } from './output.js';

const systemReasons: Readonly<Record<string, Text>> = {
  ENOENT: { ja: 'フォルダがない', en: 'the folder does not exist' },
  ENOTDIR: { ja: '途中にフォルダでないものがある', en: 'a part of the path is not a folder' },
  EACCES: { ja: '書く権限がない', en: 'permission denied' },
  EPERM: { ja: '書く権限がない', en: 'permission denied' },
  EROFS: { ja: '読み取り専用のファイルシステムである', en: 'the file system is read-only' },
  ENOSPC: { ja: '空き容量がない', en: 'no space is left' },
  EISDIR: { ja: 'フォルダである', en: 'it is a folder' },
  ENAMETOOLONG: { ja: '名前が長すぎる', en: 'the name is too long' },
};

function outputFailure(path: string, why: Text): Failure {
  const message = { ja: `結果を書き込めない: ${why.ja}`, en: `the result cannot be written: ${why.en}` };
  const remedy = { ja: '-o に、書き込める別の場所を指定する', en: 'give -o another place that can be written' };
  return new Failure(EXIT.unusable, [{ code: 'OUTPUT', level: 'error', file: path, message, remedy }]);
}

function explain(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return error;
  return outputFailure(path, systemReasons[code] ?? { ja: code, en: code });
}

/** pcap (both resolutions and byte orders, and the modified kind), pcapng, gzip, zstd, lz4 */
const captureMagics = new Set([
  0xa1b2c3d4, 0xd4c3b2a1, 0xa1b23c4d, 0x4d3cb2a1, 0xa1b2cd34, 0x34cdb2a1, 0x0a0d0d0a, 0x28b52ffd, 0x04224d18,
]);

/** A capture is evidence: a slip with `-o` must not destroy it. */
function looksLikeCapture(path: string): boolean {
  const head = new DataView(new ArrayBuffer(4));
  const file = openSync(path, 'r');
  try {
    if (readSync(file, head, 0, 4, 0) < 4) return false;
  } finally {
    closeSync(file);
  }
  return captureMagics.has(head.getUint32(0)) || head.getUint16(0) === 0x1f8b;
}

function requireHarmless(path: string, target: string, existing: Stats, inputs: readonly string[]): void {
  if (existing.isDirectory()) throw outputFailure(path, systemReasons.EISDIR!);
  if (!existing.isFile()) return;
  const isInput = inputs.some((input) => {
    const stats = statSync(input, { throwIfNoEntry: false });
    return stats?.dev === existing.dev && stats.ino === existing.ino;
  });
  if (isInput || looksLikeCapture(target)) {
    throw outputFailure(path, { ja: '入力のファイルを上書きしてしまう', en: 'it would overwrite an input file' });
  }
  accessSync(target, constants.W_OK);
}

/** Opens what is written to: a file beside the target which takes its name at the end, or the device itself. */
function openTarget(path: string, inputs: readonly string[]): { file: number; temporary?: string; target: string } {
  const existing = statSync(path, { throwIfNoEntry: false });
  const target = existing === undefined ? path : realpathSync(path);
  if (existing !== undefined) {
    requireHarmless(path, target, existing, inputs);
    if (!existing.isFile()) return { file: openSync(target, 'w'), target };
  }
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  const file = openSync(temporary, 'wx');
  if (existing !== undefined) fchmodSync(file, existing.mode);
  return { file, temporary, target };
}

/**
 * `-o FILE`, opened before the long work so that a wrong path is known at once. The file appears whole or not at all.
 * @param inputs files that must not be overwritten
 * @throws Failure with exit status 3 when the path cannot be written
 */
export function openFileOutput(path: string, inputs: readonly string[]): Output {
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw explain(path, error);
    }
  };
  const { file, temporary, target } = attempt(() => openTarget(path, inputs));
  let open = true;
  const close = (): void => {
    if (open) closeSync(file);
    open = false;
  };
  return {
    write(piece) {
      attempt(() => writeFileSync(file, piece));
    },
    closed: false,
    // eslint-disable-next-line @typescript-eslint/require-await -- the other outputs wait
    async commit() {
      attempt(() => {
        if (temporary !== undefined) fsyncSync(file);
        close();
        if (temporary !== undefined) renameSync(temporary, target);
      });
    },
    discard() {
      close();
      if (temporary !== undefined) rmSync(temporary, { force: true });
    },
  };
}
