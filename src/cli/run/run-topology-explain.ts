import { explainAddress, explainPair } from '../../topology/explain/explain.js';
import { loadTopology } from '../../topology/load.js';
import { renderExplanation } from '../../topology/explain/render-explanation.js';
import type { TopologyOptions } from '../settings/options.js';
import { requireAddress, requireService, requireTime, splitPort } from '../settings/explain-question.js';
import { logTopologyWarnings } from '../output/log-topology-warnings.js';
import type { Session } from '../session.js';
import { requireChoice } from '../usage.js';
import { withOutput } from '../output/with-output.js';

/** What was asked: an address, or a pair with perhaps a service. */
export interface ExplainQuestion {
  readonly file: string;
  readonly address: string;
  readonly responder: string | undefined;
  readonly service: string | undefined;
}

/** `sansou topology explain FILE ADDRESS [RESPONDER[:PORT]] [SERVICE]` */
export async function runExplain(session: Session, question: ExplainQuestion, options: TopologyOptions): Promise<void> {
  const format = requireChoice('--format', options.format ?? 'text', ['text', 'json']);
  const { topology, warnings } = loadTopology(question.file);
  logTopologyWarnings(session, warnings);
  const time = options.at === undefined ? {} : { time: requireTime(options.at) };
  const initiator = requireAddress(topology, question.address);

  const explain = (responderText: string) => {
    const { end, service: portService } = splitPort(responderText);
    const service = question.service === undefined ? portService : requireService(question.service);
    return explainPair(topology, {
      initiator,
      responder: requireAddress(topology, end),
      ...(service === undefined ? {} : { service }),
      ...time,
    });
  };
  const explanation =
    question.responder === undefined ? explainAddress(topology, initiator) : explain(question.responder);
  await withOutput(session, undefined, [], (output) => {
    output.write(
      format === 'json'
        ? `${JSON.stringify(explanation, null, 2)}\n`
        : renderExplanation(explanation, session.language),
    );
  });
}
