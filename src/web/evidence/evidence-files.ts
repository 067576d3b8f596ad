import { constants, lstatSync, readdirSync, type ReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { LIMITS } from '../../base/limits.js';

/** A file of an evidence folder that may leave it. */
export interface EvidenceFile {
  /** below the folder, with `/` */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

const DEPTH = 4;

/**
 * What is in an evidence folder: plain files only, no links out of it. Downloads name a file by its number in this list
 * and never by a path, so that no path from outside is ever opened.
 * @param folder as the run remembers it; null or gone: no evidence
 */
export function evidenceFilesOf(folder: string | null): readonly EvidenceFile[] | null {
  if (folder === null || !isThere(folder)) return null;
  const files: EvidenceFile[] = [];
  const walk = (below: string, depth: number): void => {
    const entries = readdirSync(join(folder, below), { withFileTypes: true });
    for (const entry of entries.sort((x, y) => (x.name < y.name ? -1 : 1))) {
      if (files.length >= LIMITS.evidenceFiles) return;
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      const path = join(folder, name);
      if (entry.isDirectory() && depth < DEPTH) walk(name, depth + 1);
      else if (entry.isFile()) files.push({ name, path, bytes: lstatSync(path).size });
    }
  };
  walk('', 0);
  return files;
}

/** The run remembers its folder; has it been pruned since? */
export function isThere(folder: string): boolean {
  return lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** A link that took the file's place since it was listed is not followed. */
export async function readEvidence({ path }: EvidenceFile): Promise<ReadStream> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  return handle.createReadStream();
}
