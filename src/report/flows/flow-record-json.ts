import { formatEpoch } from '../../base/time.js';
import type { FlowRecord, FlowRun } from '../../model/flow-record.js';
import { formatJsonLine } from '../json-document.js';
import { formatFlowJson } from './flow-json.js';

/** A kept flow on one line: the flow record of `sansou flows`, then `hops`, `facts`, `track`, `rejection`. */
export function formatFlowRecord({ flow, facts, track, rejection }: FlowRecord): string {
  const more = formatJsonLine({ hops: flow.hops, facts, track, rejection });
  return `${formatFlowJson(flow).slice(0, -1)},${more.slice(1)}\n`;
}

/** The last line: a file without it is cut. */
export function formatFlowRun(run: FlowRun): string {
  const sightings = run.sightings.map((sighting) => ({
    ...sighting,
    first: formatEpoch(sighting.first),
    last: formatEpoch(sighting.last),
  }));
  return `${formatJsonLine({ schema: run.schema, run: { ...run, sightings } })}\n`;
}
