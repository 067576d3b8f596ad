import type { Problem } from '../base/failure.js';
import { toFlow } from '../flow/border.js';
import type { FlowRows, FlowSink } from '../flow/flow-rows.js';
import { FLOW_ROW_WORDS } from '../flow/flow-row.js';
import { FlowTable } from '../flow/flow-table.js';
import { findOpener } from '../flow/opener.js';
import { outcomeOf } from '../flow/outcome.js';
import { ServicePorts } from '../flow/service-ports.js';
import type { CaptureSummary, Statistics } from '../model/report.js';
import type { Topology } from '../model/topology.js';
import { FrameListener } from '../sighting/frame-listener.js';
import { SightingBook } from '../sighting/sighting-book.js';
import { TwoZoneHosts } from '../sighting/logs/two-zone-hosts.js';
import { WirePlaces } from '../sighting/wire-places.js';
import type { Gathered } from '../topology/suggest/suggest-topology.js';
import { CrossingTally } from './tally/crossing-tally.js';
import { mirrorTransportOf } from './observe/mirror-transport.js';
import { openCaptures } from './captures/open-captures.js';
import type { ScanOptions } from './options.js';
import { captureEnd, captureStart } from './read-flows.js';
import { PointRegister, readObservation } from './captures/read-observation.js';
import { StrangerTally } from './tally/stranger-tally.js';
import { summarizeCaptures } from './captures/summarize-captures.js';
import { countsOf, summarizeRun } from './captures/summarize-run.js';

export interface GatheredCrossings extends Omit<Gathered, 'first' | 'last'> {
  readonly captures: readonly CaptureSummary[];
  readonly statistics: Statistics;
  readonly problems: readonly Problem[];
}

/** What a topology would have to say of the flows of some captures: no verdict, only who talked to whom. */
export async function gatherCrossings(
  options: ScanOptions & { readonly topology: Topology },
): Promise<GatheredCrossings> {
  const { topology } = options;
  const observation = await openCaptures(options);
  try {
    const register = new PointRegister();
    const services = new ServicePorts(topology.servicePorts);
    const names = { points: register.names, toNanoseconds: (time: number) => observation.clock.toNanoseconds(time) };
    const sightings = new SightingBook();
    const wires = new WirePlaces(topology, register.names);
    const listener = new FrameListener(topology, sightings, wires, new TwoZoneHosts(topology, wires));
    const crossings = new CrossingTally(topology);
    const strangers = new StrangerTally(topology);
    const sink: FlowSink = {
      retire(table: FlowRows, row: number): void {
        const opener = findOpener(table.words, table.doubles, row, services, captureStart(register));
        const outcome = outcomeOf(table.words, table.doubles, row, opener.side, captureEnd(register));
        const mirrorTransport = mirrorTransportOf(table, row * FLOW_ROW_WORDS, names, topology);
        const flow = toFlow(table, row, names, { opener, outcome, reasons: [], mirrorTransport, zones: null });
        if (flow.mirrorTransport || flow.errorsOnly) return;
        crossings.add(flow);
        strangers.add(flow);
      },
    };
    const table = new FlowTable({ dedup: options.dedup ?? true, sink });
    const reading = await readObservation(observation, table, register, options, listener);
    table.finish();
    strangers.addSightings(sightings.finish(names));
    const { flows, covered, notEstablished, tunnels } = crossings;
    return {
      crossings: crossings.finish(),
      tunnels,
      strangers: strangers.finish(),
      flows,
      covered,
      notEstablished,
      refused: crossings.refused + strangers.refused,
      captures: summarizeCaptures(observation),
      statistics: summarizeRun(reading, countsOf(table), register, observation.clock, { flows, limitsReached: {} }),
      problems: observation.problems,
    };
  } finally {
    observation.close();
  }
}
