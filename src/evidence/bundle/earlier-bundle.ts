import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EvidenceManifest, ManifestCapture } from '../../model/evidence-manifest.js';
import { MANIFEST } from './layout.js';
import { parseManifest } from './parse-manifest.js';

/** A finding's file of the earlier bundle. */
export interface EarlierPackets {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly packets: number;
  readonly omitted: number;
}

/** The bundle that the same run wrote before: its captures may have expired since. */
export interface EarlierBundle {
  readonly captures: readonly ManifestCapture[];
  /** @param used names that are taken @returns null: it holds none, or they are no longer what its manifest says */
  packetsOf(
    finding: { readonly id: string; readonly verdict: string },
    used: ReadonlySet<string>,
  ): EarlierPackets | null;
}

/** @returns null where there is none that could be understood */
export function openEarlierBundle(directory: string): EarlierBundle | null {
  const manifest = readManifest(directory);
  if (manifest === null) return null;
  const digests = new Map(manifest.outputs.map(({ file, sha256 }) => [file, sha256]));
  const known = new Map(manifest.findings.map((finding) => [`${finding.id} ${finding.verdict}`, finding]));
  return {
    captures: manifest.inputs.captures,
    packetsOf({ id, verdict }, used) {
      const { file = null, packets = 0, omitted = 0 } = known.get(`${id} ${verdict}`) ?? {};
      if (file === null || used.has(file)) return null;
      try {
        const bytes = readFileSync(join(directory, file));
        return createHash('sha256').update(bytes).digest('hex') === digests.get(file)
          ? { file, bytes, packets, omitted }
          : null;
      } catch {
        return null;
      }
    },
  };
}

function readManifest(directory: string): EvidenceManifest | null {
  try {
    return parseManifest(readFileSync(join(directory, MANIFEST)));
  } catch {
    return null;
  }
}
