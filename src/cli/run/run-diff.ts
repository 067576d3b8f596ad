import { readReport } from '../../compare/read-report.js';
import { REPORTERS, REPORT_FORMATS } from '../../report/registry.js';
import { writeDifference } from '../../report/text/difference.js';
import { exitStatusOfDifference } from '../../rules/result.js';
import { readFinishSettings, readReportOptions } from '../settings/check-settings.js';
import { finishReport, readFinishInputs } from './finish-report.js';
import type { DiffOptions } from '../settings/options.js';
import { readBoth } from './read-both.js';
import type { Session } from '../session.js';
import { requireChoice } from '../usage.js';
import { withOutput } from '../output/with-output.js';

/** `sansou diff`: sets `session.status` to what became worse. */
export async function runDiff(session: Session, earlier: string, later: string, options: DiffOptions): Promise<void> {
  const format = requireChoice('--format', options.format, REPORT_FORMATS);
  const settings = readFinishSettings({ ...options, baseline: earlier });
  const page = readReportOptions(session, options);
  const [inputs, after] = readBoth(
    () => readFinishInputs(session, settings),
    () => readReport(later),
  );
  const report = finishReport(after.report, inputs, null);
  session.status = exitStatusOfDifference(report);
  // on a page for people the difference comes first, and what has not changed stays away
  const write = format === 'text' ? writeDifference : REPORTERS[format].write;
  const files = [earlier, later, settings.saltFile].filter((file) => file !== undefined);
  await withOutput(session, options.output, files, (output) => {
    for (const piece of write(report, page)) {
      if (output.closed) break;
      output.write(piece);
    }
  });
}
