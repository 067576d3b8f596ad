import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST } from '../evidence/bundle/layout.js';

/** `nextRunId` */
const RUN = String.raw`\d{8}T\d{9}Z-[0-9a-f]{4}`;
const UNFINISHED = new RegExp(String.raw`^\.${RUN}\.(\d+)\.part$`);
const REPLACED = new RegExp(String.raw`^(${RUN})\.[0-9a-z.]+$`);

/** a bundle, or what an interrupted commit left beside it */
export const BUNDLE = new RegExp(String.raw`^${RUN}(\.[0-9a-z.]+)?$`);

/**
 * What a watch that was killed left behind: half-made bundles go; one that was being replaced is put back where its
 * successor did not get its name, else it goes, for the successor holds all that it held.
 * @returns how many were cleared away
 */
export function tidyEvidence(directory: string): number {
  let count = 0;
  for (const name of namesIn(directory)) {
    const [, pid] = UNFINISHED.exec(name) ?? [];
    const [, run] = REPLACED.exec(name) ?? [];
    const path = join(directory, name);
    if (pid !== undefined && !isOthers(Number(pid))) rmSync(path, { recursive: true, force: true });
    else if (run !== undefined && existsSync(join(path, MANIFEST))) {
      const successor = join(directory, run);
      if (existsSync(join(successor, MANIFEST))) rmSync(path, { recursive: true, force: true });
      else renameSync(path, successor);
    } else continue;
    count++;
  }
  return count;
}

export function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

/** Another process that is alive may be at it; one with our own number was an earlier life (in a container: always 1). */
function isOthers(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
