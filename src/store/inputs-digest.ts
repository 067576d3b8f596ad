import { createHash } from 'node:crypto';
import type { ScanReport } from '../model/report.js';

/** Names a set of captures, in whatever order; `null` where one of them has no digest (standard input, `--no-hash`). */
export function inputsDigest({ inputs }: ScanReport): string | null {
  const digests = inputs.captures.map(({ point, sha256 }) => (sha256 === null ? null : `${sha256} ${point ?? ''}`));
  if (digests.length === 0 || digests.includes(null)) return null;
  return createHash('sha256')
    .update([...digests].sort().join('\n'))
    .digest('hex')
    .slice(0, 32);
}
