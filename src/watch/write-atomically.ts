import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';

/** The old content or the new one, whatever happens in between. */
export function writeAtomically(path: string, text: string): void {
  const draft = `${path}.${process.pid}.new`;
  const descriptor = openSync(draft, 'w', 0o640);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(draft, path);
}
