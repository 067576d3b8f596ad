import { closeSync, existsSync, openSync, readFileSync, readSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
/** of a larger capture only the beginning is damaged: many small mutants find more than few large ones */
const USUAL_BYTES = 48 * 1024;
const LARGE_BYTES = 512 * 1024;
const CAPTURE_NAME = /\.(pcap|pcapng|cap|trace|erf|gz|zst|lz4)\d*$/i;
const OTHER = /\.(json|ya?ml|md|mjs|csv|txt)$/i;

/** @typedef {{ name: string, path: string }} CorpusFile name: relative to its folder, so that seeds travel */

function filesBelow(folder, everything) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && (everything ? !OTHER.test(entry.name) : CAPTURE_NAME.test(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: relative(folder, path), path }));
}

/**
 * The project's own captures, those of what only the listener hears (make-seeds.mjs), those that once broke something, and
 * all of the folder SANSOU_CORPUS.
 */
export function listCaptures(more = process.env.SANSOU_CORPUS) {
  return [
    ...filesBelow(join(root, 'captures'), false),
    ...filesBelow(join(root, 'tests', 'fuzz', 'seeds'), false),
    ...filesBelow(join(root, 'tests', 'fuzz', 'regressions'), false),
    ...(more === undefined || more === '' ? [] : filesBelow(more, true)),
  ];
}

export function listTopologies() {
  return readdirSync(join(root, 'topology'))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name, path: join(root, 'topology', name) }));
}

/** @param {import('./random.mjs').Random} random decides now and then for more of the file */
export function readBeginning({ path }, random) {
  const wanted = random.chance(0.03) ? LARGE_BYTES : USUAL_BYTES;
  const { size } = statSync(path);
  if (size <= wanted) return new Uint8Array(readFileSync(path));
  const bytes = new Uint8Array(wanted);
  const descriptor = openSync(path);
  try {
    return bytes.subarray(0, readSync(descriptor, bytes, 0, wanted, 0));
  } finally {
    closeSync(descriptor);
  }
}
