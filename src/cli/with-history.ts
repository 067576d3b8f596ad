import type { History } from '../model/history.js';
import { comesLater } from './usage.js';

/** What a watch keeps its runs in. */
export interface Keeping {
  readonly history: Pick<History, 'saveRun'> | null;
  readonly newRunId: () => string;
}

/** Opens the history, lets `work` use it, and closes it. */
export async function withHistory<T>(store: string | undefined, work: (keeping: Keeping) => Promise<T>): Promise<T> {
  if (store !== undefined) throw comesLater('--store');
  return work({ history: null, newRunId });
}

/** Ascending with time, and a file name. */
function newRunId(): string {
  return new Date().toISOString().replace(/[-:.]/g, '');
}
