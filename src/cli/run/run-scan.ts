import { REPORTERS } from '../../report/registry.js';
import { exitStatusOf } from '../../rules/result.js';
import { Watch } from '../../watch/watch.js';
import { readCheckSettings } from '../settings/check-settings.js';
import { withInterrupt } from '../interrupt.js';
import { bytesOption, secondsOption } from '../settings/quantity-option.js';
import type { Session } from '../session.js';
import { readWatchSettings, type ScanCommandOptions } from '../settings/watch-settings.js';
import { withHistory } from './with-history.js';
import { withOutput } from '../output/with-output.js';

/** seconds of one capture file: nobody waits for the first finding of a scan */
const FILE_SECONDS = 5;

/** `sansou scan`: one scheduled scan; sets `session.status` to the verdict. */
export async function runScan(session: Session, options: ScanCommandOptions): Promise<void> {
  const { format, report: pages } = readCheckSettings(session, { ...options, hash: true });
  const volume = options.volume === undefined ? null : bytesOption('--volume', options.volume);
  const length = options.for ?? (volume === null ? '10m' : undefined);
  const seconds = length === undefined ? null : secondsOption('--for', length);
  const settings = readWatchSettings(session, options, FILE_SECONDS);
  await withOutput(session, options.output, [options.topology ?? ''], (output) =>
    withHistory(session, options, async ({ tell, history, newRunId }) => {
      const report = await withInterrupt(
        session,
        () => output.discard(),
        ({ signal }) =>
          new Watch({
            ...settings,
            history,
            newRunId,
            kind: 'scan',
            onChanges: tell,
            until: { seconds, bytes: volume },
            log: (level, event, fields) => {
              session.log.write(level, event, fields);
            },
          }).run(signal),
      );
      session.status = exitStatusOf(report);
      for (const piece of REPORTERS[format].write(report, pages)) {
        if (output.closed) break;
        output.write(piece);
      }
    }),
  );
}
