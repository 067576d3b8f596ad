import type { Progress } from '../../scan/options.js';
import type { SharedOptions } from '../settings/options.js';
import type { Session } from '../session.js';

/** What `ScanOptions` takes: nothing where there is no terminal to show progress on, or nobody wants it. */
export interface ProgressOption {
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Lets `work` show how far it has come, and leaves the terminal clean.
 * @param streaming results go to standard output meanwhile: a progress line would stand in their way on a terminal
 */
export async function withProgress<T>(
  session: Session,
  options: SharedOptions,
  streaming: boolean,
  work: (option: ProgressOption) => Promise<T>,
): Promise<T> {
  const { stderr, stdout, env } = session;
  const inTheWay = streaming && stdout.isTTY === true;
  if (stderr.isTTY !== true || inTheWay || options.quiet === true || env.TERM === 'dumb') return work({});
  const { createProgressLine } = await import('../../report/progress.js');
  const line = createProgressLine(stderr, session.language);
  try {
    return await work({ onProgress: line.show });
  } finally {
    line.clear();
  }
}
