import { closeSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { EXIT, Failure } from '../../base/failure.js';
import type { Text } from '../../base/text.js';
import { LIMITS } from '../../base/limits.js';

/** One line of a chain file (`--evidence-chain`): one bundle. */
export interface ChainLink {
  /** SHA-256 of the bundle's manifest */
  readonly manifest: string;
  /** that of the line before; null: the first */
  readonly previous: string | null;
  readonly created: string;
  /** where the bundle was written, as the user named it */
  readonly directory: string;
}

const DIGEST = /^[0-9a-f]{64}$/;

/**
 * Reads a chain: every line must name the one before it.
 * @returns the links, oldest first; none where there is no such file yet
 * @throws Failure (exit 3) for a file that is no chain, or a broken one
 */
export function readChain(path: string): readonly ChainLink[] {
  let text: string;
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return [];
    if (stats.size > LIMITS.evidenceDocumentBytes)
      throw chainFailure(path, { ja: '大きすぎる', en: 'it is too large' });
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Failure) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'I/O';
    throw chainFailure(path, { ja: `読めない（${code}）`, en: `it cannot be read (${code})` });
  }
  const links: ChainLink[] = [];
  const lines = text.split('\n');
  if (lines.at(-1) !== '')
    throw chainFailure(path, { ja: '最後の行が途中で切れている', en: 'its last line is cut' }, lines.length);
  for (const [index, line] of lines.slice(0, -1).entries()) {
    const link = parseLink(line);
    if (link === null)
      throw chainFailure(path, { ja: '証拠の連鎖の行ではない', en: 'this line is no link of a chain' }, index + 1);
    if (link.previous !== (links.at(-1)?.manifest ?? null))
      throw chainFailure(
        path,
        { ja: '前の行のハッシュ値と一致しない', en: 'it does not name the digest of the line before' },
        index + 1,
      );
    links.push(link);
  }
  return links;
}

/** Adds one line, forced to the disk. */
export function appendLink(path: string, link: ChainLink): void {
  try {
    const descriptor = openSync(path, 'a', 0o600);
    try {
      writeSync(descriptor, `${JSON.stringify(link)}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'I/O';
    throw chainFailure(path, { ja: `書き足せない（${code}）`, en: `it cannot be added to (${code})` });
  }
}

function parseLink(line: string): ChainLink | null {
  try {
    const value = JSON.parse(line) as Partial<ChainLink> | null;
    if (typeof value !== 'object' || value === null) return null;
    const { manifest, previous, created, directory } = value;
    const isLink =
      typeof manifest === 'string' &&
      DIGEST.test(manifest) &&
      (previous === null || (typeof previous === 'string' && DIGEST.test(previous))) &&
      typeof created === 'string' &&
      typeof directory === 'string';
    return isLink ? { manifest, previous, created, directory } : null;
  } catch {
    return null;
  }
}

function chainFailure(file: string, why: Text, line?: number): Failure {
  return new Failure(EXIT.unusable, [
    {
      code: 'EVIDENCE-CHAIN',
      level: 'error',
      file,
      ...(line === undefined ? {} : { line }),
      message: { ja: `証拠の連鎖を使えない: ${why.ja}`, en: `the chain of evidence cannot be used: ${why.en}` },
      remedy: {
        ja: '壊れた連鎖は直さず、そのまま保管して新しいファイルで始める',
        en: 'keep a broken chain as it is, and begin a new file',
      },
    },
  ]);
}
