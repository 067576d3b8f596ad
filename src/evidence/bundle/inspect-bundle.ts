import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, Failure } from '../../base/failure.js';
import { LIMITS } from '../../base/limits.js';
import type { Text } from '../../base/text.js';
import type { EvidenceManifest } from '../../model/evidence-manifest.js';
import type { Deviation, DeviationCode } from '../../model/evidence-verification.js';
import { readChain } from './chain-file.js';
import { digestLine, MANIFEST, MANIFEST_DIGEST, PACKETS } from './layout.js';
import { parseManifest } from './parse-manifest.js';

const PIECE_BYTES = 1024 * 1024;

export interface InspectedBundle {
  /** of the manifest */
  readonly sha256: string;
  /** null: it cannot be understood */
  readonly manifest: EvidenceManifest | null;
  readonly deviations: readonly Deviation[];
  /** files whose digest was right */
  readonly sound: ReadonlySet<string>;
}

export interface InspectOptions {
  /** chain file in which the bundle must stand */
  readonly chain?: string | undefined;
  /** digest of the manifest as it was written down when the bundle was made */
  readonly manifestSha256?: string | undefined;
}

/**
 * Holds every file of a bundle against its manifest, the manifest against its digest, and the chain.
 * @throws Failure (exit 3) for a folder that is no evidence bundle
 */
export function inspectBundle(directory: string, options: InspectOptions = {}): InspectedBundle {
  const names = listFiles(directory);
  if (!names.has(MANIFEST)) throw noBundle(directory);
  const bytes = readFileSync(join(directory, MANIFEST));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const deviations: Deviation[] = [];
  const say = (code: DeviationCode, file: string | null, ja: string, en: string): void => {
    deviations.push({ code, file, message: { ja, en } });
  };
  if (!names.has(MANIFEST_DIGEST))
    say('file-missing', MANIFEST_DIGEST, '目録のハッシュ値のファイルがない', 'the digest of the manifest is missing');
  else if (readFileSync(join(directory, MANIFEST_DIGEST), 'utf8') !== digestLine(sha256))
    say(
      'manifest-digest',
      MANIFEST,
      `目録のハッシュ値が ${MANIFEST_DIGEST} と一致しない`,
      `the digest of the manifest is not that of ${MANIFEST_DIGEST}`,
    );
  if (options.manifestSha256 !== undefined && options.manifestSha256.toLowerCase() !== sha256)
    say(
      'manifest-digest',
      MANIFEST,
      '目録のハッシュ値が、指定された値（--manifest-sha256）と一致しない',
      'the digest of the manifest is not the one given with --manifest-sha256',
    );
  const manifest = parseManifest(bytes);
  if (manifest === null) {
    say('manifest-unreadable', MANIFEST, '目録を解釈できない', 'the manifest cannot be understood');
    return { sha256, manifest, deviations, sound: new Set() };
  }
  const sound = compareFiles(directory, names, manifest, say);
  compareChain(manifest, sha256, options.chain, say);
  return { sha256, manifest, deviations, sound };
}

type Say = (code: DeviationCode, file: string | null, ja: string, en: string) => void;

function compareFiles(
  directory: string,
  names: ReadonlyMap<string, boolean>,
  manifest: EvidenceManifest,
  say: Say,
): Set<string> {
  const sound = new Set<string>();
  const listed = new Set<string>([MANIFEST, MANIFEST_DIGEST]);
  for (const { file, bytes, sha256 } of manifest.outputs) {
    if (listed.has(file)) say('manifest-unreadable', file, '目録に二度載っている', 'the manifest lists it twice');
    listed.add(file);
    if (!names.has(file)) {
      say('file-missing', file, '目録にあるファイルがない', 'the manifest lists it, and it is not there');
      continue;
    }
    const found = names.get(file) === true ? digestOf(join(directory, file)) : null;
    if (found?.sha256 === sha256 && found.bytes === bytes) sound.add(file);
    else say('file-changed', file, 'ハッシュ値が目録と一致しない', 'its digest is not that of the manifest');
  }
  for (const name of names.keys())
    if (!listed.has(name))
      say('file-extra', name, '目録にないファイルがある', 'it is there, and the manifest does not list it');
  for (const { id, file, rejudged } of manifest.findings)
    if (file === null ? rejudged === 'same' : !listed.has(file))
      say(
        'manifest-unreadable',
        MANIFEST,
        `検出事項 ${id} のパケットのファイルが目録にない`,
        `the file of finding ${id} is not in the manifest`,
      );
  const { previous, inputs } = manifest;
  const byName = new Map(manifest.outputs.map((output) => [output.file, output.sha256]));
  if (previous !== null && previous.copy !== null && byName.get(previous.copy) !== previous.sha256)
    say(
      'chain-differs',
      previous.copy,
      '前回の目録の写しのハッシュ値が、目録の記載と一致しない',
      'the copy of the previous manifest has not the digest that the manifest names',
    );
  if (byName.get(inputs.topology.copy) !== inputs.topology.sha256)
    say(
      'topology-differs',
      inputs.topology.copy,
      '構成定義ファイルの写しのハッシュ値が、判定に使ったものと一致しない',
      'the copy of the topology file has not the digest of the one that was used',
    );
  return sound;
}

function compareChain(manifest: EvidenceManifest, sha256: string, chain: string | undefined, say: Say): void {
  if (chain === undefined) return;
  try {
    const link = readChain(chain).find((candidate) => candidate.manifest === sha256);
    if (link === undefined) say('chain-differs', null, 'この一式は連鎖の中にない', 'the bundle is not in the chain');
    else if (link.previous !== (manifest.previous?.sha256 ?? null))
      say(
        'chain-differs',
        null,
        '連鎖の記載と目録とで、前回の目録のハッシュ値が異なる',
        'chain and manifest name different digests of the previous manifest',
      );
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    for (const { message } of error.problems) say('chain-differs', null, message.ja, message.en);
  }
}

/** Names of everything in the folder, and whether each is a plain file; nothing is followed. */
function listFiles(directory: string): Map<string, boolean> {
  const names = new Map<string, boolean>();
  const walk = (below: string): void => {
    for (const entry of readdirSync(join(directory, below), { withFileTypes: true })) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory() && name === PACKETS) walk(name);
      else names.set(name, entry.isFile());
      if (names.size > LIMITS.evidenceFindings + 1000) return;
    }
  };
  try {
    walk('');
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw noBundle(directory, (error as NodeJS.ErrnoException).code);
  }
  return names;
}

function digestOf(path: string): { readonly bytes: number; readonly sha256: string } {
  const hash: Hash = createHash('sha256');
  const descriptor = openSync(path, 'r');
  try {
    const piece = Buffer.allocUnsafe(PIECE_BYTES);
    let bytes = 0;
    for (let got = readSync(descriptor, piece, 0, PIECE_BYTES, null); got > 0;) {
      hash.update(piece.subarray(0, got));
      bytes += got;
      got = readSync(descriptor, piece, 0, PIECE_BYTES, null);
    }
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    closeSync(descriptor);
  }
}

function noBundle(directory: string, code?: string): Failure {
  const why: Text =
    code === undefined
      ? { ja: `${MANIFEST} がない`, en: `it has no ${MANIFEST}` }
      : code === 'ENOENT' || code === 'ENOTDIR'
        ? { ja: 'フォルダがない', en: 'there is no such folder' }
        : { ja: `読めない（${code}）`, en: `it cannot be read (${code})` };
  return new Failure(EXIT.unusable, [
    {
      code: 'EVIDENCE-NONE',
      level: 'error',
      file: directory,
      message: { ja: `証拠一式ではない: ${why.ja}`, en: `this is no evidence bundle: ${why.en}` },
      remedy: {
        ja: 'sansou check --evidence が書いたフォルダを指定する',
        en: 'name a folder that sansou check --evidence wrote',
      },
    },
  ]);
}
