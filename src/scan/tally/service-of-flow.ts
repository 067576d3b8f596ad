import type { Observation } from '../../model/observation.js';
import type { Verdict } from '../../model/report.js';
import type { DailySeries } from './daily-tally.js';

/** Protocols with ports: TCP, UDP, DCCP, SCTP, UDP-Lite (IANA protocol numbers). */
const WITH_PORTS: ReadonlySet<number> = new Set([6, 17, 33, 132, 136]);

/** Does the answer for a flow depend on its port? Not where no conduit looks at it, and nothing is said of the flow. */
export function tellsPortsApart({ conduit, from, to }: Observation): boolean {
  const { permitted, nearest } = conduit;
  return permitted === null ? nearest !== null || from.place.area !== to.place.area : permitted.ports !== null;
}

/**
 * Where a flow belongs in the traffic by day. Ordinary flows are counted without being looked at again, so the port is
 * given only where it is a part of what they are known by: then the sums do not depend on which of them came first.
 */
export function dailySeriesOf(observation: Observation, verdict: Verdict | 'permitted'): DailySeries {
  const { flow, from, to, directionKnown, conduit } = observation;
  const isTold = verdict !== 'permitted' || tellsPortsApart(observation);
  return {
    from: from.place.area,
    to: to.place.area,
    proto: flow.proto,
    port: isTold && directionKnown && WITH_PORTS.has(flow.proto) ? to.port : null,
    verdict,
    conduit: conduit.permitted?.id ?? null,
  };
}
