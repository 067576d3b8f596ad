import { TUNNELS } from '../../decode/packet-batch.js';
import { I, KEY, PROTO } from '../../flow/flow-row.js';
import type { FlowRows } from '../../flow/flow-rows.js';
import { isVxlanPort } from '../../sighting/network-talk.js';
import type { RunNames } from '../../flow/border.js';
import type { Topology } from '../../model/topology.js';

/**
 * Is this flow the mirror's own wrapping? ERSPAN always is; GRE and VXLAN where the capture point declares them as its
 * transport. Such a flow is listed, never judged: what it carries is what the mirror saw.
 */
export function mirrorTransportOf(table: FlowRows, base: number, names: RunNames, topology: Topology | null): boolean {
  const key = table.words[base + I.key] as number;
  const tunnel = TUNNELS[(key >>> KEY.tunnelShift) & KEY.tunnelMask] ?? null;
  if (tunnel === 'erspan') return true;
  const proto = key & KEY.protoMask;
  const ports = table.words[base + I.ports] as number;
  const isVxlan = proto === PROTO.udp && (isVxlanPort(ports & 0xffff) || isVxlanPort(ports >>> 16));
  if (topology === null || (tunnel === null && proto !== PROTO.gre && !isVxlan)) return false;
  const set = (table.words[base + I.sendersAToB] as number) || (table.words[base + I.sendersBToA] as number);
  const point = names.points[table.stations.pointOf(table.stations.firstOf(set))] ?? null;
  const transport = point === null ? undefined : topology.capturePoint(point)?.transport;
  if (tunnel !== null) return transport === tunnel;
  // what it carries is no IP
  if (((key >>> KEY.layerShift) & KEY.layerMask) !== 0) return false;
  return isVxlan ? transport === 'vxlan' : transport === 'gre' || transport === 'erspan';
}
