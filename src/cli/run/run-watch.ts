import { exitStatusOf } from '../../rules/result.js';
import { parseCron, TimedScans } from '../../watch/timed-scans.js';
import { Watch } from '../../watch/watch.js';
import type { WatchOptions } from '../../watch/watch-options.js';
import { withInterrupt } from '../interrupt.js';
import { secondsOption } from '../settings/quantity-option.js';
import { say, type Session } from '../session.js';
import { readWatchSettings, type WatchCommandOptions } from '../settings/watch-settings.js';
import { withHistory } from './with-history.js';
import { withMetrics } from './with-metrics.js';
import { writeChanges } from './write-changes.js';

/** seconds of one capture file: what it proves is told when it is whole */
const FILE_SECONDS = 1;

/** `sansou watch`: until it is told to end; the exit status is that of the last report. */
export async function runWatch(session: Session, options: WatchCommandOptions): Promise<void> {
  const settings = readWatchSettings(session, options, FILE_SECONDS);
  const seconds = secondsOption('--for', options.for ?? '10m');
  // refused before a history is made, and before it is said that anything is watched
  if (options.at !== undefined) parseCron(options.at, settings.topology.timezone);
  await withHistory(session, options, async ({ tell, told, ...keeping }) =>
    withMetrics(options.metrics, { storeSize: () => keeping.history?.size() ?? 0, told }, async (onState) => {
      const shared: Omit<WatchOptions, 'kind' | 'until'> = {
        ...settings,
        ...keeping,
        ...(onState === null ? {} : { onState }),
        onChanges: (changes, run) => {
          writeChanges(session, changes);
          tell(changes, run);
        },
        log: (level, event, fields) => {
          session.log.write(level, event, fields);
        },
      };
      session.stderr.write(
        `${say(session, {
          ja: 'sansou: 見張りを始めた（終えるには Ctrl-C または SIGTERM）。',
          en: 'sansou: watching (end it with Ctrl-C or SIGTERM).',
        })}\n`,
      );
      const report = await withInterrupt(
        session,
        () => undefined,
        ({ signal }) =>
          options.at === undefined
            ? new Watch({ ...shared, kind: 'watch', until: null }).run(signal)
            : new TimedScans({ ...shared, cron: options.at, seconds }).run(signal),
      );
      if (report !== null) session.status = exitStatusOf(report);
    }),
  );
}
