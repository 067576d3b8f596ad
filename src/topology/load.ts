import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { EXIT, Failure, type Problem } from '../base/failure.js';
import { LIMITS } from '../base/limits.js';
import { buildTopology, placementOf, type ExplainableTopology } from './resolve/build-topology.js';
import { decodeText } from './read/decode-text.js';
import { lintDraft } from './lint/lint.js';
import type { LintOptions } from './lint/lint-conduits.js';
import type { Placement } from './place/place.js';
import { ProblemLog } from './read/problem-log.js';
import { readDocument, removeField } from './read/read-document.js';
import { resolveTopology, type Draft } from './resolve/resolve-topology.js';
import { findStructureProblems } from './read/structure-problems.js';

export interface LoadedTopology {
  readonly topology: ExplainableTopology;
  /** what lint found (CFG-01 …) and what is doubtful; a CFG error keeps its level, and permits nothing */
  readonly warnings: readonly Problem[];
}

/**
 * Reads, checks and resolves a topology file.
 * @throws Failure (exit 3) with every error of the file; also for CFG-02, as nobody can say where an address of two
 *   zones belongs.
 */
export function loadTopology(path: string): LoadedTopology {
  return parseTopology(readTopologyBytes(path), path);
}

/**
 * The same for text or bytes already at hand.
 * @param file name for messages and the report
 * @throws Failure as `loadTopology`
 */
export function parseTopology(source: string | Uint8Array, file: string): LoadedTopology {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const { sound, problems } = checkBytes(bytes, file, {});
  if (sound === null || problems.some(isFatal)) throw new Failure(EXIT.unusable, problems);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { topology: buildTopology(sound.draft, sound.placement, { file, sha256 }), warnings: problems };
}

export interface LintResult {
  /** in the order of the file */
  readonly problems: readonly Problem[];
  /** false: it cannot be used at all, as `loadTopology` would throw */
  readonly usable: boolean;
}

/**
 * Everything that is wrong or doubtful with a topology file, CFG-01 … included. Throws only where the file cannot be
 * read at all.
 * @throws Failure (exit 3)
 */
export function lintTopology(path: string, options: LintOptions = {}): LintResult {
  const { sound, problems } = checkBytes(readTopologyBytes(path), path, options);
  return { problems, usable: sound !== null && !problems.some(isFatal) };
}

/** Configuration errors other than CFG-02 are reported with the verdict; they never widen what is permitted. */
function isFatal(problem: Problem): boolean {
  return problem.level === 'error' && (problem.code === 'CFG-02' || !problem.code.startsWith('CFG-'));
}

interface Checked {
  /** null: some value could not be understood */
  readonly sound: { readonly draft: Draft; readonly placement: Placement } | null;
  readonly problems: readonly Problem[];
}

function checkBytes(bytes: Uint8Array, file: string, options: LintOptions): Checked {
  const text = decodeText(bytes, file);
  if (typeof text !== 'string') return { sound: null, problems: [text] };
  const { value, log } = readDocument(text, file);
  if (value === undefined) return { sound: null, problems: log.sorted() };
  const structure = findStructureProblems(value);
  for (const problem of structure) log.add(problem);
  // what failed is left out, and the rest is still checked: all errors at once
  for (const { invalid } of structure) if (invalid !== null) removeField(value, invalid);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { sound: null, problems: log.sorted() };
  const draft = resolveTopology(value, log);
  if (log.hasErrors) return { sound: null, problems: log.sorted() };
  const placement = placementOf(draft);
  lintDraft(draft, placement, log, options);
  return { sound: { draft, placement }, problems: log.sorted() };
}

function readTopologyBytes(path: string): Uint8Array {
  const fail = (code: string, ja: string, en: string): never => {
    const log = new ProblemLog(path);
    log.add({
      path: [],
      code,
      message: { ja, en },
      remedy: {
        ja: '構成定義ファイルの名前と場所を確かめる。ひな形は sansou topology init で作れる',
        en: 'check name and folder of the topology file; sansou topology init writes one to start from',
      },
    });
    throw new Failure(EXIT.unusable, log.sorted());
  };
  try {
    const { size } = statSync(path);
    if (size > LIMITS.topologyBytes) {
      fail(
        'TOPOLOGY-SIZE',
        `構成定義ファイルが大きすぎる（${size} バイト）`,
        `the topology file is too large (${size} bytes)`,
      );
    }
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      return fail('TOPOLOGY-UNREADABLE', '構成定義ファイルがない', 'there is no such topology file');
    if (code === 'EISDIR')
      return fail('TOPOLOGY-UNREADABLE', 'フォルダである', 'this is a folder, not a topology file');
    if (code === 'EACCES') return fail('TOPOLOGY-UNREADABLE', '読み取る権限がない', 'no permission to read it');
    return fail('TOPOLOGY-UNREADABLE', `読めない（${code ?? 'I/O'}）`, `cannot be read (${code ?? 'I/O'})`);
  }
}
