import { Failure } from '../../base/failure.js';
import type { Finding } from '../../model/report.js';
import type { Topology } from '../../model/topology.js';
import { check } from '../check.js';
import type { ObservedSpans } from '../options.js';

export interface RejudgeSetting {
  readonly topology: Topology;
  /** of the run that the packets are from */
  readonly spans: ObservedSpans;
  readonly dedup: boolean;
}

/** The findings of a file of an evidence bundle, judged alone. Interfaces bear the names of the capture points. */
export async function rejudgePackets(
  path: string,
  { topology, spans, dedup }: RejudgeSetting,
): Promise<readonly Finding[]> {
  try {
    const report = await check({
      captures: [{ point: null, path }],
      topology,
      dedup,
      hash: false,
      spans,
      pointOfInterface: (name) => name,
    });
    return report.findings;
  } catch (error) {
    // a file that is no capture proves nothing
    if (error instanceof Failure) return [];
    throw error;
  }
}
