import type { Problem } from '../base/failure.js';
import type { EvidenceBundle } from '../evidence/bundle/evidence-bundle.js';
import type { FlowKeeper } from '../model/flow-record.js';
import type { ScanReport } from '../model/report.js';
import type { Topology } from '../model/topology.js';
import { crossCheckCaptures } from './captures/cross-check-captures.js';
import { maskKeptFlows } from './mask-kept-flows.js';
import { openCaptures } from './captures/open-captures.js';
import type { ScanOptions } from './options.js';
import { ScanSession } from './scan-session.js';

export interface CheckOptions extends ScanOptions {
  readonly topology: Topology;
  /** what loading the topology warned about; goes into the report */
  readonly topologyWarnings?: readonly Problem[];
  /** gets the packets of the findings; whoever opened it commits it */
  readonly evidence?: EvidenceBundle;
  /** gets every flow, to be judged again without the captures; individual numbers in it are masked */
  readonly keeper?: FlowKeeper;
}

/**
 * The main job over captures that are all there: a session that is fed once and reports once.
 * @throws Failure (exit 3) when no capture can be read
 */
export async function check(options: CheckOptions): Promise<ScanReport> {
  const { keeper } = options;
  const session = new ScanSession(keeper === undefined ? options : { ...options, keeper: maskKeptFlows(keeper) });
  const observation = await openCaptures(options, session.ledger.clock);
  try {
    await session.read(observation, options);
    return await session.report({
      flows: 'over',
      evidence: options.evidence,
      signal: options.signal,
      crossCheckDifferences: options.crossCheck === true ? await crossCheckCaptures(observation) : null,
    });
  } finally {
    observation.close();
  }
}
