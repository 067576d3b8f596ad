import type { FlowRows } from '../../flow/flow-rows.js';
import { D, FLOW_ROW_DOUBLES, FLOW_ROW_WORDS, I, KEY, PROTO, TCP_FLAG } from '../../flow/flow-row.js';
import type { StationTable } from '../../flow/stations.js';
import type { PointMeter } from '../quality/point-meter.js';

/** Latest packet time of the capture points that saw the flow, nanoseconds since the origin. @param meters by capture point number */
export function endOfPoints(table: FlowRows, base: number, meters: readonly PointMeter[]): number {
  let end = Number.NEGATIVE_INFINITY;
  for (let direction = 0; direction < 2; direction++) {
    const set = table.words[base + I.sendersAToB + direction] as number;
    const size = table.stations.sizeOf(set);
    for (let index = 0; index < size; index++) {
      const meter = meters[table.stations.pointOf(table.stations.stationOf(set, index))];
      if (meter !== undefined && meter.last > end) end = meter.last;
    }
  }
  return end;
}

/** With which TTL the packets of its two hosts come, on the stretch of wire on which they were first seen. */
export function learnTtls(table: FlowRows, base: number): void {
  const flags = table.words[base + I.flagsAndTtl] as number;
  const key = table.words[base + I.key] as number;
  const isTcp = (key & KEY.protoMask) === PROTO.tcp;
  const isIpv6 = (key & KEY.ipv6) !== 0;
  for (let side = 0; side < 2; side++) {
    const set = table.words[base + I.sendersAToB + side] as number;
    const seen = (flags >>> (8 * side)) & 0xff;
    // what a reset says of the TTL is what we want to test
    if (set === 0 || (isTcp && (seen & ~(TCP_FLAG.rst | TCP_FLAG.ack)) === 0)) continue;
    const hop = table.stations.firstOf(set);
    const host = table.hostNumber(table.words[base + I.endA + side] as number, isIpv6);
    table.ttls.learn(host, table.stations.pointOf(hop), table.stations.vlanOf(hop), (flags >>> (16 + 8 * side)) & 0xff);
  }
}

/** Which points saw both directions of a TCP flow, and which only one (CAP-02); bytes and gaps for CAP-01. */
export function meterTcp(table: FlowRows, row: number, meters: readonly PointMeter[]): void {
  const { words, doubles, stations } = table;
  const base = row * FLOW_ROW_WORDS;
  const aToB = words[base + I.sendersAToB] as number;
  const bToA = words[base + I.sendersBToA] as number;
  const flags = words[base + I.flagsAndTtl] as number;
  // a SYN that nobody answers is one-way by nature, not by the mirror
  const isUnansweredSyn = (aToB === 0 || bToA === 0) && ((flags | (flags >>> 8)) & 0xff) === TCP_FLAG.syn;
  const bytes =
    (doubles[row * FLOW_ROW_DOUBLES + D.bytesAToB] as number) +
    (doubles[row * FLOW_ROW_DOUBLES + D.bytesBToA] as number);
  const gap = table.losses.gapBytesOf(row);
  const pointAToB = aToB === 0 ? -1 : stations.pointOf(stations.firstOf(aToB));
  const pointBToA = bToA === 0 ? -1 : stations.pointOf(stations.firstOf(bToA));
  meterTcpAt(meters[pointAToB], pointAToB, stations, aToB, bToA, isUnansweredSyn, bytes, gap);
  if (pointBToA !== pointAToB)
    meterTcpAt(meters[pointBToA], pointBToA, stations, aToB, bToA, isUnansweredSyn, bytes, gap);
}

function meterTcpAt(
  meter: PointMeter | undefined,
  point: number,
  stations: StationTable,
  aToB: number,
  bToA: number,
  isUnansweredSyn: boolean,
  bytes: number,
  gap: number,
): void {
  if (meter === undefined) return;
  if (stations.sawPoint(aToB, point) && stations.sawPoint(bToA, point)) meter.tcpFlowsBothWays++;
  else if (!isUnansweredSyn) meter.tcpFlowsOneWay++;
  meter.tcpGapBytes += gap;
  meter.tcpPayloadBytes += bytes;
}
