import type { Problem } from '../base/failure.js';
import type { ScanReport } from '../model/report.js';
import type { Topology } from '../model/topology.js';

/** What a report says of the topology that it rests on. @param warnings of the topology's lint */
export function topologyInput(
  { file, sha256, organization, model, timezone }: Topology,
  warnings: readonly Problem[],
): ScanReport['inputs']['topology'] {
  return { file, sha256, organization, model, timezone, warnings };
}
