import type { Problem } from '../base/failure.js';
import { toFlow } from '../flow/border.js';
import { FlowTable } from '../flow/flow-table.js';
import type { FlowRows, FlowSink } from '../flow/flow-rows.js';
import { findOpener } from '../flow/opener.js';
import { outcomeOf } from '../flow/outcome.js';
import { ServicePorts } from '../flow/service-ports.js';
import type { Flow } from '../model/flow.js';
import type { CaptureSummary, Statistics } from '../model/report.js';
import { FLOW_ROW_WORDS } from '../flow/flow-row.js';
import { mirrorTransportOf } from './observe/mirror-transport.js';
import { openCaptures } from './captures/open-captures.js';
import type { ScanOptions } from './options.js';
import { PointRegister, readObservation } from './captures/read-observation.js';
import { summarizeCaptures } from './captures/summarize-captures.js';
import { countsOf, summarizeRun } from './captures/summarize-run.js';

export interface FlowRunSummary {
  readonly captures: readonly CaptureSummary[];
  readonly statistics: Statistics;
  /** of the naming and the order of the files; those of one file are in its summary */
  readonly problems: readonly Problem[];
}

/** The flow table alone, no verdict: every flow is handed over once, when it is over. */
export async function readFlows(options: ScanOptions, onFlow: (flow: Flow) => void): Promise<FlowRunSummary> {
  const { topology } = options;
  const observation = await openCaptures(options);
  const register = new PointRegister();
  const services = new ServicePorts(topology?.servicePorts);
  const names = { points: register.names, toNanoseconds: (time: number) => observation.clock.toNanoseconds(time) };
  let flows = 0;
  const sink: FlowSink = {
    retire(table: FlowRows, row: number): void {
      const opener = findOpener(table.words, table.doubles, row, services, captureStart(register));
      flows++;
      const outcome = outcomeOf(table.words, table.doubles, row, opener.side, captureEnd(register));
      const mirrorTransport = mirrorTransportOf(table, row * FLOW_ROW_WORDS, names, topology);
      const flow = toFlow(table, row, names, { opener, outcome, reasons: [], mirrorTransport, zones: null });
      onFlow(
        topology === null
          ? flow
          : { ...flow, zones: [topology.place(flow.a.address).area, topology.place(flow.b.address).area] },
      );
    },
  };
  const table = new FlowTable({ dedup: options.dedup ?? true, sink });
  try {
    const reading = await readObservation(observation, table, register, options);
    table.finish();
    return {
      captures: summarizeCaptures(observation),
      statistics: summarizeRun(reading, countsOf(table), register, observation.clock, { flows, limitsReached: {} }),
      problems: observation.problems,
    };
  } finally {
    observation.close();
  }
}

/** earliest and latest packet time of all points, nanoseconds since the origin */
export function captureStart(register: PointRegister): number {
  let first = Number.POSITIVE_INFINITY;
  for (const meter of register.meters) if (meter.first < first) first = meter.first;
  return first;
}

export function captureEnd(register: PointRegister): number {
  let last = Number.NEGATIVE_INFINITY;
  for (const meter of register.meters) if (meter.last > last) last = meter.last;
  return last;
}
