import type { Act } from '../craft/act.js';
import type { Finding } from '../model/report.js';
import type { ProofReason } from '../model/proof.js';
import type { CaptureArgument } from '../scan/options.js';
import type { Ground } from './ground.js';
import type { Plant } from './plant.js';
import * as reasons from './reasons.js';

interface Circumstances {
  readonly captures: readonly CaptureArgument[];
  /** what the tool says that it cannot know */
  readonly doubt: Finding | null;
}

/** Why a planted case was not found, from what the city could mend to what nobody can. */
export function explainMiss(ground: Ground, plant: Plant, { captures, doubt }: Circumstances): ProofReason {
  if (plant.permittedBy !== null) return reasons.conduitTooBroad(plant.permittedBy);
  const vlans = vlansOf(ground, plant);
  const unheard = vlans.filter((vlan) => ground.city.pointsOf(vlan).length === 0);
  if (unheard.length > 0) return reasons.noCapturePoint(unheard);
  const listening = new Set(vlans.flatMap((vlan) => ground.city.pointsOf(vlan)));
  const oneSided = ground.topology.capturePoints.filter(({ name, mirror }) => listening.has(name) && mirror !== 'both');
  if (oneSided.length > 0) return reasons.oneSidedMirror(oneSided.map(({ name }) => name));
  if (captures.length === 0) return reasons.noCapturePoint(vlans);
  if (doubt !== null)
    return doubt.rule.endsWith('-52') ? reasons.encrypted(plant.conduit) : reasons.inDoubt(doubt.summary);
  const isUntagged = plant.play.acts.some(({ noise }) => noise === 'stp' || noise === 'lldp');
  if (isUntagged && captures.length === 1) return reasons.sharedCapturePoint(captures.map(({ point }) => point ?? '-'));
  const nameless = vlans.filter((vlan) => ground.untagged.has(vlan));
  if (nameless.length > 0) return reasons.noVlan(nameless.map((vlan) => ground.rangeOf(vlan)));
  return reasons.UNEXPLAINED;
}

/** VLANs that the case touches: those of its own way, of its noise, or of its parties. */
function vlansOf(ground: Ground, { play: { acts } }: Plant): readonly number[] {
  return [...new Set(acts.flatMap((act) => vlansOfAct(ground, act)))];
}

function vlansOfAct(ground: Ground, act: Act): readonly number[] {
  if (act.way !== undefined) return act.way.map(({ vlan }) => vlan);
  if (act.vlan !== undefined) return [act.vlan];
  const line = act.tcp ?? act.udp ?? act.ping;
  try {
    if (act.from !== undefined) return [ground.city.register.standpoint(ground.city.register.addressOf(act.from)).vlan];
    if (line === undefined) return [];
    const [from = '', to = ''] = line.split(' -> ').map((end) => bareAddress(end));
    return ground.city.path(from, to).flatMap(({ vlans }) => vlans);
  } catch {
    return [];
  }
}

/** `10.1.0.8:443` or `[2001:db8::1]:443` without port and brackets. */
function bareAddress(end: string): string {
  return end.startsWith('[') ? end.slice(1, end.indexOf(']')) : (end.split(':')[0] ?? end);
}
