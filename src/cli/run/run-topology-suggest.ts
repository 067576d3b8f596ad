import { EXIT } from '../../base/failure.js';
import { gatherCrossings } from '../../scan/gather-crossings.js';
import { loadTopology } from '../../topology/load.js';
import { renderSuggestion } from '../../topology/suggest/render-suggestion.js';
import { emptyTopology, suggestTopology } from '../../topology/suggest/suggest-topology.js';
import { formatJson } from '../../report/json-document.js';
import { parseCaptureArguments, requireKnownPoints } from '../settings/capture-arguments.js';
import { withInterrupt } from '../interrupt.js';
import { logTopologyWarnings } from '../output/log-topology-warnings.js';
import type { SuggestOptions } from '../settings/options.js';
import { formatProblems } from '../output/print-problems.js';
import type { Session } from '../session.js';
import { requireChoice } from '../usage.js';
import { withOutput } from '../output/with-output.js';
import { withProgress } from '../output/with-progress.js';

/** `sansou topology suggest`: 0, or 2 when something could be read only in part. */
export async function runSuggest(session: Session, texts: readonly string[], options: SuggestOptions): Promise<void> {
  const format = requireChoice('--format', options.format, ['yaml', 'json']);
  const captures = parseCaptureArguments(texts);
  const loaded = options.topology === undefined ? null : loadTopology(options.topology);
  const topology = loaded?.topology ?? emptyTopology();
  if (loaded !== null) {
    logTopologyWarnings(session, loaded.warnings);
    requireKnownPoints(captures, topology);
  }
  const inputs = [...captures.map(({ path }) => path), ...(options.topology === undefined ? [] : [options.topology])];
  await withOutput(session, options.output, inputs, async (output) => {
    const gathered = await withInterrupt(
      session,
      () => output.discard(),
      ({ signal }) =>
        withProgress(session, options, false, (progress) =>
          gatherCrossings({ captures, topology, dedup: options.dedup, hash: false, signal, ...progress }),
        ),
    );
    const { first, last, interrupted } = gathered.statistics;
    const suggestion = suggestTopology({ ...gathered, first, last }, topology);
    output.write(
      format === 'json'
        ? `${formatJson(suggestion)}\n`
        : renderSuggestion(suggestion, session.language, topology.timezone),
    );
    const isWhole = gathered.captures.every(({ complete }) => complete) && !interrupted && gathered.refused === 0;
    session.status = isWhole ? EXIT.clean : EXIT.undetermined;
    const problems = new Set([...gathered.captures.flatMap((capture) => capture.problems), ...gathered.problems]);
    const told = [...problems].filter(({ level }) => level !== 'note');
    session.stderr.write(formatProblems(told, session.language));
  });
}
