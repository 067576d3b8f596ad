import { TUNNELS } from '../decode/packet-batch.js';
import { I, KEY } from '../flow/flow-row.js';
import type { FlowRows } from '../flow/flow-rows.js';
import type { RunNames } from '../flow/border.js';
import type { Topology } from '../model/topology.js';

/**
 * Is this flow the mirror's own wrapping? ERSPAN always is; GRE and VXLAN where the capture point declares them as its
 * transport. Such a flow is listed, never judged: what it carries is what the mirror saw.
 */
export function mirrorTransportOf(table: FlowRows, base: number, names: RunNames, topology: Topology | null): boolean {
  const tunnel = TUNNELS[((table.words[base + I.key] as number) >>> KEY.tunnelShift) & KEY.tunnelMask] ?? null;
  if (tunnel === null) return false;
  if (tunnel === 'erspan') return true;
  if (topology === null) return false;
  const set = (table.words[base + I.sendersAToB] as number) || (table.words[base + I.sendersBToA] as number);
  const point = names.points[table.stations.pointOf(table.stations.firstOf(set))] ?? null;
  return point !== null && topology.capturePoint(point)?.transport === tunnel;
}
