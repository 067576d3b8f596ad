import { D, FLOW_ROW_DOUBLES, FLOW_ROW_WORDS, I, KEY, PROTO, STATE } from './flow-row.js';
import type { FlowRows } from './flow-rows.js';
import type { WaitingFragments } from './fragment-table.js';
import { isBackward } from './is-backward.js';

/** Fragments that waited go to the flow of their first one, or to a flow with port 0 when none came. */
export function countWaiting(table: FlowRows, waiting: WaitingFragments, ports: number): void {
  const { source, destination, key } = waiting;
  const backward = isBackward(table.ipv6, source, destination, ports, key) ? 1 : 0;
  const endA = backward === 0 ? source : destination;
  const endB = backward === 0 ? destination : source;
  const flowPorts = backward === 0 ? ports : (ports << 16) | (ports >>> 16);
  const hash = table.hash(endA, endB, flowPorts, key);
  let row = table.find(
    hash,
    endA,
    endB,
    flowPorts,
    key,
    table.stations.pointOf(waiting.sender),
    table.stations.vlanOf(waiting.sender),
  );
  if (row < 0) {
    table.openingSender = waiting.sender;
    table.openingReceiver = waiting.receiver;
    row = table.create(hash, endA, endB, flowPorts, key, waiting.first, false);
  }
  const base = row * FLOW_ROW_WORDS;
  const times = row * FLOW_ROW_DOUBLES;
  const words = table.words;
  const doubles = table.doubles;
  if (words[base + I.packetsAToB + backward] === 0) {
    words[base + I.frameAToB + backward] = waiting.frame | 0;
    words[base + I.files] = (words[base + I.files] as number) | (waiting.file << (16 * backward));
    words[base + I.flagsAndTtl] = (words[base + I.flagsAndTtl] as number) | (waiting.ttl << (16 + 8 * backward));
    if (waiting.outer >= 0) table.rare.carriedBy(row, waiting.outer);
  }
  words[base + I.packetsAToB + backward] = (words[base + I.packetsAToB + backward] as number) + waiting.packets;
  table.rare.addFragments(row, waiting.packets);
  if ((key & KEY.protoMask) === PROTO.tcp)
    table.losses.addFragment(row, Math.max(0, waiting.bytes - waiting.packets * headerBytesOf(key)));
  doubles[times + D.bytesAToB + backward] = (doubles[times + D.bytesAToB + backward] as number) + waiting.bytes;
  if (waiting.first <= (doubles[times + D.first] as number)) {
    doubles[times + D.first] = waiting.first;
    if (backward !== 0) words[base + I.state] = (words[base + I.state] as number) | STATE.firstByB;
  }
  if (waiting.last > (doubles[times + D.last] as number)) doubles[times + D.last] = waiting.last;
  words[base + I.state] = (words[base + I.state] as number) | (STATE.payloadAToB << backward);
  table.seeStations(base, backward, waiting.sender, waiting.receiver);
  if ((key & KEY.ipv6) !== 0) {
    for (let packet = 0; packet < waiting.packets; packet++) {
      table.ipv6.release(source);
      table.ipv6.release(destination);
    }
  }
}

/** the shortest IPv4 header; that of IPv6 and its fragment header (RFC 8200 section 4.5) */
function headerBytesOf(key: number): number {
  return (key & KEY.ipv6) === 0 ? 20 : 48;
}
