import { createHash } from 'node:crypto';
import type { CreateProbe } from './create-probe.js';

/** Size and digest of one file. */
export const createContentProbe: CreateProbe = () => {
  const hash = createHash('sha256');
  let size = 0;
  let isWhole = true;
  return {
    feed(bytes) {
      hash.update(bytes);
      size += bytes.length;
    },
    skip() {
      isWhole = false;
    },
    finish: () => ({ size, sha256: isWhole ? hash.digest('hex') : null, kind: null, active: [], complete: false }),
  };
};
