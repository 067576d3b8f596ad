import type { Observation } from '../../model/observation.js';
import type { Judgement } from '../../model/rule.js';
import type { Topology } from '../../model/topology.js';
import { grade } from '../findings/grade.js';
import { unpermittedCrossing } from './crossing.js';
import { tunnelOf } from './services.js';

/**
 * A flow that crosses, inside a tunnel whose own ends stand in one area: the outer addresses hide what crosses (domain.md
 * D-TUN, "report outer and inner"). A tunnel that crosses itself is judged as a flow of its own, and one between legs of
 * registered gateways is theirs.
 */
export function judgeCarrier(observation: Observation, topology: Topology): Judgement | null {
  const { outer, clause } = observation;
  const carrier = outer?.tunnel ?? null;
  if (outer === null || carrier === null || outer.mirrorTransport || tunnelOf(observation) !== null) return null;
  if (unpermittedCrossing(observation, topology) === null) return null;
  const [one, other] = [topology.place(outer.a.address), topology.place(outer.b.address)];
  if (one.area !== other.area || (one.isGatewayLeg && other.isGatewayLeg)) return null;
  const ends = [outer.a.address, outer.b.address] as const;
  return grade(observation, {
    clause,
    lead: {
      ja: `許可のない通信が、${ends[0]}と${ends[1]}の間のトンネル（${carrier}）の中を通った。`,
      en: `A flow that no conduit permits went inside a tunnel (${carrier}) between ${ends[0]} and ${ends[1]}.`,
    },
    ...(clause === 'U' ? {} : { scale: ['critical', 'high', 'medium'] as const }),
    reasons: [`tunnel-${carrier}-opened`],
  });
}
