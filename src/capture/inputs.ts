import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../base/failure.js';
import { LIMITS } from '../base/limits.js';
import { captureProblem, systemReason } from './fault.js';
import { expandGlob, isGlob } from './glob.js';

/** A capture as named on the command line, see CaptureArgument. */
export interface CaptureName {
  readonly point: string | null;
  /** file, directory, glob, or `-` for standard input */
  readonly path: string;
}

/** One file that is to be opened. */
export interface CaptureInput extends CaptureName {
  /** the directory that it was found in, null when it was named itself: then it must be a capture */
  readonly folder: string | null;
}

/** Turns what the user named into files, in the order of naming; says what is missing and what was named twice. */
export function expandCaptures(names: readonly CaptureName[]): { inputs: CaptureInput[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const inputs: CaptureInput[] = [];
  for (const name of names) {
    for (const input of expandOne(name, problems)) {
      const identity = `${input.point ?? ''}\0${identityOf(input.path)}`;
      if (seen.has(identity)) problems.push(namedTwice(input.path));
      else if (inputs.length < LIMITS.files) inputs.push(input);
      seen.add(identity);
    }
  }
  if (seen.size > LIMITS.files) problems.push(tooMany(seen.size));
  return { inputs, problems };
}

function expandOne(name: CaptureName, problems: Problem[]): CaptureInput[] {
  const { path } = name;
  if (path === '-') return [{ ...name, folder: null }];
  // a file may be called a[1].pcap: what exists is meant literally
  if (isGlob(path) && !existsSync(path)) {
    const files = expandGlob(path);
    if (files.length === 0) {
      problems.push(
        captureProblem('CAPTURE-MISSING', path, 'error', {
          ja: 'このパターンに当てはまるファイルがない',
          en: 'no file matches this pattern',
        }),
      );
    }
    return files.map((file) => ({ ...name, path: file, folder: null }));
  }
  if (!isFolder(path)) return [{ ...name, folder: null }];
  try {
    const entries = readdirSync(path, { withFileTypes: true }).filter((entry) => !entry.name.startsWith('.'));
    const files = entries.filter(
      (entry) => entry.isFile() || (entry.isSymbolicLink() && !isFolder(join(path, entry.name))),
    );
    if (files.length === 0) problems.push(nothingInFolder(path));
    return files
      .map((entry) => ({ ...name, path: join(path, entry.name), folder: path }))
      .sort((x, y) => (x.path < y.path ? -1 : 1));
  } catch (error) {
    const reason = systemReason(error);
    problems.push(
      captureProblem('CAPTURE-UNREADABLE', path, 'error', {
        ja: `フォルダを読めない: ${reason.ja}`,
        en: `the directory cannot be read: ${reason.en}`,
      }),
    );
    return [];
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function identityOf(path: string): string {
  try {
    return path === '-' ? path : realpathSync(path);
  } catch {
    return path;
  }
}

export function nothingInFolder(path: string): Problem {
  return captureProblem('CAPTURE-NONE', path, 'error', {
    ja: 'フォルダにキャプチャがない（下位のフォルダは見ない）',
    en: 'there is no capture in this directory (folders below it are not looked at)',
  });
}

function namedTwice(path: string): Problem {
  return captureProblem('CAPTURE-TWICE', path, 'warning', {
    ja: '同じ採取点のファイルが2度指定された。1度だけ読む',
    en: 'this file was named twice for one capture point; it is read once',
  });
}

function tooMany(count: number): Problem {
  return captureProblem('CAPTURE-LIMIT', '', 'error', {
    ja: `キャプチャが${count}個あり、上限${LIMITS.files}個を超える。超えた分は読まない`,
    en: `${count} captures are more than the limit of ${LIMITS.files}; the rest is not read`,
  });
}
