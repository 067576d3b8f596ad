import type { CityPlan } from '../craft/register.js';
import type { Topology } from '../model/topology.js';

/** the point of captures that name none: it may carry any VLAN (contract.md) */
export const UNNAMED_POINT = '';
const HIGHEST_VLAN = 4094;

/** A topology made playable: nothing is left without a VLAN, and without declared capture points one hears everything. */
export interface ProvingPlan {
  readonly plan: CityPlan;
  /** ids given to segments that have none: their frames are recorded untagged */
  readonly untagged: ReadonlySet<number>;
}

export function planOf(topology: Topology): ProvingPlan {
  const used = new Set([
    ...topology.segments.flatMap(({ vlan }) => vlan ?? []),
    ...topology.realms.flatMap(({ vlans }) => vlans),
    ...topology.gateways.flatMap(({ legs }) => legs.flatMap(({ vlan }) => vlan ?? [])),
  ]);
  const untagged = new Set<number>();
  const inventVlan = (): number => {
    let vlan = HIGHEST_VLAN;
    while (used.has(vlan)) vlan--;
    used.add(vlan);
    untagged.add(vlan);
    return vlan;
  };
  const segments = topology.segments.map((segment) => ({ ...segment, vlan: segment.vlan ?? inventVlan() }));
  const ownNetworks = topology.realms.flatMap(({ vlans, prefixes }) =>
    vlans.slice(0, 1).flatMap((vlan) => prefixes.map((prefix) => ({ vlan, prefix, ipv6: null }))),
  );
  const points = topology.capturePoints.map(({ name, vlans, tagging }) => ({
    name,
    vlans: tagging === 'tagged' ? vlans : [...vlans, ...untagged],
  }));
  return {
    untagged,
    plan: {
      segments: [...segments, ...ownNetworks],
      hosts: topology.hosts,
      gateways: topology.gateways,
      realms: topology.realms,
      capturePoints: points.length > 0 ? points : [{ name: UNNAMED_POINT, vlans: [...used] }],
    },
  };
}
