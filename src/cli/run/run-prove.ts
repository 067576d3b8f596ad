import { exitStatusOfProof } from '../../prove/exit-status.js';
import { writeProofJson } from '../../report/proof/proof-json.js';
import { writeProof } from '../../report/proof/proof-text.js';
import { loadTopology } from '../../topology/load.js';
import { logTopologyWarnings } from '../output/log-topology-warnings.js';
import { numberOption } from '../settings/number-option.js';
import type { ProveOptions } from '../settings/options.js';
import { wantsColor, type Session } from '../session.js';
import { proveInterruptibly } from './prove-interruptibly.js';
import { requireTopology } from '../settings/require-topology.js';
import { requireChoice } from '../usage.js';
import { withOutput } from '../output/with-output.js';

/** `sansou prove`: 0, or 1 where something would be missed or an alarm is false. */
export async function runProve(session: Session, options: ProveOptions): Promise<void> {
  const format = requireChoice('--format', options.format, ['text', 'json']);
  const file = requireTopology(options.topology, 'sansou prove -t city.yaml');
  const toScreen = options.output === undefined || options.output === '-';
  const columns =
    options.columns === undefined
      ? Math.min(400, Math.max(40, (toScreen ? session.stdout.columns : undefined) ?? 100))
      : numberOption('--columns', options.columns, 40, 400);
  const { topology, warnings } = loadTopology(file);
  logTopologyWarnings(session, warnings);
  await withOutput(session, options.output, [file], async (output) => {
    const proof = await proveInterruptibly(session, output, topology);
    session.status = exitStatusOfProof(proof);
    const page = {
      lang: session.language,
      color: toScreen && wantsColor(session, options, session.stdout),
      columns,
      full: false,
      ambiguousWide: false,
      bom: false,
    };
    for (const piece of format === 'json' ? writeProofJson(proof) : writeProof(proof, page)) {
      if (output.closed) break;
      output.write(piece);
    }
  });
}
