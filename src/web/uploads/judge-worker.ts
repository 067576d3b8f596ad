import { dirname, sep } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { EXIT, Failure } from '../../base/failure.js';
import type { ScanReport } from '../../model/report.js';
import { check, type CheckOptions } from '../../scan/check.js';
import { writeEvidenceBundle } from '../../scan/evidence/write-evidence-bundle.js';
import { loadTopology } from '../../topology/load.js';
import type { JudgeMessage, JudgeTask } from './judge-message.js';

/** The thread in which one upload is judged: whatever a hostile capture does to it, the server goes on. */
const task = workerData as JudgeTask;
const tell = (message: JudgeMessage): void => parentPort?.postMessage(message);

/** The report names captures as the user does, not by where the server put them. */
function withoutFolders(report: ScanReport): ScanReport {
  const folders = task.captures.map(({ path }) => `${dirname(path)}${sep}`);
  const shorten = (text: string): string => folders.reduce((rest, folder) => rest.replaceAll(folder, ''), text);
  return JSON.parse(JSON.stringify(report), (_key, value: unknown) =>
    typeof value === 'string' ? shorten(value) : value,
  ) as ScanReport;
}

try {
  const { topology, warnings } = loadTopology(task.topologyFile);
  if (topology.sha256 !== task.topologySha256) {
    throw new Failure(EXIT.unusable, [
      {
        code: 'TOPOLOGY-CHANGED',
        level: 'error',
        message: {
          ja: '構成定義ファイルがサーバーの起動後に変わった。サーバーを再起動すること',
          en: 'the topology file has changed since the server was started; restart the server',
        },
      },
    ]);
  }
  const options: CheckOptions = {
    captures: task.captures,
    topology,
    topologyWarnings: warnings,
    onProgress: (progress) => tell({ kind: 'progress', progress }),
  };
  const report =
    task.evidence === null
      ? withoutFolders(await check(options))
      : (await writeEvidenceBundle(options, { directory: task.evidence }, withoutFolders)).report;
  tell({ kind: 'report', report });
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  tell({ kind: 'failure', problems: error.problems });
}
