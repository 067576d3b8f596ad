import type { Hop } from '../../model/flow.js';
import type { Topology } from '../../model/topology.js';

/** The outermost tag that the capture point declares; untagged, its only VLAN; `null` where nobody can say. */
export function vlanOfHop({ point, vlan }: Pick<Hop, 'point' | 'vlan'>, topology: Topology): number | null {
  const declared = point === null ? undefined : topology.capturePoint(point)?.vlans;
  const tags = vlan === null ? [] : vlan.split('.').map(Number);
  const known = tags.find((tag) =>
    declared === undefined || declared.length === 0 ? topology.areaOfVlan(tag) !== null : declared.includes(tag),
  );
  return known ?? (tags.length === 0 && declared?.length === 1 ? (declared[0] ?? null) : null);
}
