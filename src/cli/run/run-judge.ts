import { noticesOf } from '../../report/words/notices.js';
import { REPORTERS } from '../../report/registry.js';
import { exitStatusOf } from '../../rules/result.js';
import { judgeRecords } from '../../scan/records/judge-records.js';
import { loadTopology } from '../../topology/load.js';
import { readCheckSettings } from '../settings/check-settings.js';
import { finishReport, readFinishInputs } from './finish-report.js';
import { logTopologyWarnings } from '../output/log-topology-warnings.js';
import type { JudgeOptions } from '../settings/options.js';
import { say, type Session } from '../session.js';
import { withOutput } from '../output/with-output.js';

/** `sansou judge`: sets `session.status` to the verdict, as `check` does. */
export async function runJudge(session: Session, records: string, options: JudgeOptions): Promise<void> {
  const settings = readCheckSettings(session, options);
  const { topology, warnings } = loadTopology(settings.topologyFile);
  const finishInputs = readFinishInputs(session, settings.finish);
  logTopologyWarnings(session, warnings);
  const { baselineFile, acceptFile, saltFile } = settings.finish;
  const beside = [baselineFile, acceptFile, saltFile].filter((file) => file !== undefined);
  const inputs = [settings.topologyFile, records, ...beside];
  await withOutput(session, options.output, inputs, async (output) => {
    const judged = await judgeRecords({ records, topology, topologyWarnings: warnings });
    const report = finishReport(judged, finishInputs, topology);
    const [notice] = noticesOf(report);
    if (notice !== undefined) session.stderr.write(`sansou: ${say(session, notice)}\n`);
    session.log.write('info', 'judged', { result: report.result, flows: report.statistics.flows });
    session.status = exitStatusOf(report);
    for (const piece of REPORTERS[settings.format].write(report, settings.report)) {
      if (output.closed) break;
      output.write(piece);
    }
  });
}
