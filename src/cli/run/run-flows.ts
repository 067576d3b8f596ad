import { EXIT } from '../../base/failure.js';
import type { Problem } from '../../base/failure.js';
import type { CaptureSummary } from '../../model/report.js';
import { createFlowWriter, FLOW_FORMATS } from '../../report/flows/flow-writer.js';
import { readFlows } from '../../scan/read-flows.js';
import { parseCaptureArguments, requireKnownPoints } from '../settings/capture-arguments.js';
import type { CaptureOptions } from '../settings/options.js';
import { withInterrupt } from '../interrupt.js';
import { logTopologyWarnings } from '../output/log-topology-warnings.js';
import { formatProblems } from '../output/print-problems.js';
import type { Session } from '../session.js';
import { requireChoice } from '../usage.js';
import { withOutput } from '../output/with-output.js';
import { withProgress } from '../output/with-progress.js';

/** Characters gathered before they are written: one system call for some two hundred flows. */
const PIECE_CHARACTERS = 128 * 1024;

async function loadTopologyIfAny(session: Session, file: string | undefined) {
  if (file === undefined) return null;
  const { loadTopology } = await import('../../topology/load.js');
  const { topology, warnings } = loadTopology(file);
  logTopologyWarnings(session, warnings);
  return topology;
}

function tellProblems(session: Session, captures: readonly CaptureSummary[], more: readonly Problem[]): void {
  const problems = [...new Set([...captures.flatMap((capture) => capture.problems), ...more])];
  // notes are for a report, which this is not
  session.stderr.write(
    formatProblems(
      problems.filter(({ level }) => level !== 'note'),
      session.language,
    ),
  );
}

/** `sansou flows`: 0, or 2 when something could be read only in part. */
export async function runFlows(session: Session, texts: readonly string[], options: CaptureOptions): Promise<void> {
  const format = requireChoice('--format', options.format, FLOW_FORMATS);
  const captures = parseCaptureArguments(texts);
  const topology = await loadTopologyIfAny(session, options.topology);
  if (topology !== null) requireKnownPoints(captures, topology);

  const inputs = [...captures.map(({ path }) => path), ...(options.topology === undefined ? [] : [options.topology])];
  await withOutput(session, options.output, inputs, async (output) => {
    const writer = createFlowWriter(format);
    let piece = writer.begin();
    const summary = await withInterrupt(
      session,
      () => output.discard(),
      (controller) =>
        withProgress(session, options, options.output === undefined, (progress) => {
          const { signal } = controller;
          return readFlows({ captures, topology, dedup: options.dedup, hash: false, signal, ...progress }, (flow) => {
            piece += writer.writeFlow(flow);
            if (piece.length < PIECE_CHARACTERS) return;
            output.write(piece);
            piece = '';
            // `| head` has seen enough
            if (output.closed) controller.abort();
          });
        }),
    );
    output.write(piece + writer.end());
    const { packets, flows, interrupted, anomalies, limitsReached } = summary.statistics;
    session.log.write('info', 'read', { packets, flows, interrupted, anomalies });
    if (Object.keys(limitsReached).length > 0) session.log.write('warn', 'limits were reached', limitsReached);
    const whole = summary.captures.every(({ complete }) => complete) && !interrupted;
    session.status = whole ? EXIT.clean : EXIT.undetermined;
    tellProblems(session, summary.captures, summary.problems);
  });
}
