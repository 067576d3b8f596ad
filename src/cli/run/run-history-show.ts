import { createHash } from 'node:crypto';
import { compareReports } from '../../compare/compare-reports.js';
import type { ScanReport } from '../../model/report.js';
import { REPORTERS, REPORT_FORMATS } from '../../report/registry.js';
import { writeDifference } from '../../report/text/difference.js';
import { exitStatusOf, exitStatusOfDifference } from '../../rules/result.js';
import { openHistory } from '../../store/open-history.js';
import { readReportOptions } from '../settings/check-settings.js';
import { findRun } from './find-run.js';
import type { HistoryOptions } from '../settings/options.js';
import type { Session } from '../session.js';
import { storePlace } from '../settings/store-place.js';
import { requireChoice, usageFailure } from '../usage.js';
import { withOutput } from '../output/with-output.js';

/** `sansou history show RUN`: the report as it was; the exit status is its verdict. */
export async function runHistoryShow(session: Session, run: string, options: HistoryOptions): Promise<void> {
  const format = requireChoice('--format', options.format ?? 'text', REPORT_FORMATS);
  const { report } = readRuns(session, options, [run])[0]!;
  session.status = exitStatusOf(report);
  await write(session, options, REPORTERS[format].write(report, readReportOptions(session, options)));
}

/** `sansou history diff EARLIER LATER`: as `sansou diff`, of two runs. */
export async function runHistoryDiff(
  session: Session,
  earlier: string,
  later: string,
  options: HistoryOptions,
): Promise<void> {
  const format = requireChoice('--format', options.format ?? 'text', REPORT_FORMATS);
  const [before, after] = readRuns(session, options, [earlier, later]);
  const sha256 = createHash('sha256').update(JSON.stringify(before!.report)).digest('hex');
  const report = compareReports(after!.report, { report: before!.report, file: before!.id, sha256 });
  session.status = exitStatusOfDifference(report);
  const writer = format === 'text' ? writeDifference : REPORTERS[format].write;
  await write(session, options, writer(report, readReportOptions(session, options)));
}

function readRuns(
  session: Session,
  options: HistoryOptions,
  ids: readonly string[],
): { id: string; report: ScanReport }[] {
  const history = openHistory(storePlace(session, options.store), { readOnly: true });
  try {
    return ids.map((text) => {
      const id = findRun(history, text);
      const report = history.report(id);
      if (report !== null) return { id, report };
      throw usageFailure({
        ja: `実行「${id}」の報告はもう残っていない`,
        en: `the report of run "${id}" is not kept any more`,
      });
    });
  } finally {
    history.close();
  }
}

async function write(session: Session, options: HistoryOptions, pieces: Iterable<string>): Promise<void> {
  await withOutput(session, options.output, [storePlace(session, options.store)], (output) => {
    for (const piece of pieces) {
      if (output.closed) break;
      output.write(piece);
    }
  });
}
