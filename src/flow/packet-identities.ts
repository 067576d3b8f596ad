import type { RecordBatch } from '../capture/record-batch.js';
import { META, ROW, ROW_STRIDE } from '../decode/packet-batch.js';
import type { PacketBatch } from '../decode/packet-batch.js';
import type { FlowIndex } from './flow-index.js';
import { FLOW_ROW_WORDS, I, KEY } from './flow-row.js';
import type { Ipv6Table } from './ipv6-table.js';

/** Words per packet: hash, end A, end B, ports (A first), backward, hash of the wire (0: unusual). */
export const IDENTITY_WORDS = 6;
const SIGN = 0x8000_0000 | 0;

/** Seeded: captures are hostile input, and nobody outside may choose colliding keys. */
export function hashIdentity(endA: number, endB: number, ports: number, key: number, seed: number): number {
  let h = Math.imul(endA ^ seed, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15) ^ endB, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13) ^ ports, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16) ^ key, 0x27d4eb2f);
  return h ^ (h >>> 15);
}

/** Canonical ends, ports and hash of every row; IPv6 ends are retained until the packet is counted. */
export function identifyPackets(
  packets: PacketBatch,
  records: RecordBatch,
  points: Int32Array,
  view: DataView,
  ipv6: Ipv6Table,
  seed: number,
  identities: Int32Array,
): void {
  const rows = packets.rows;
  const count = packets.count;
  for (let packet = 0, at = 0, to = 0; packet < count; packet++, at += ROW_STRIDE, to += IDENTITY_WORDS) {
    const meta = rows[at + ROW.meta] as number;
    const key = meta & KEY.identityMask;
    let source = rows[at + ROW.source] as number;
    let destination = rows[at + ROW.destination] as number;
    const ports = rows[at + ROW.ports] as number;
    let backward: number;
    if ((meta & META.ipv6) === 0) {
      const lower = source ^ SIGN;
      const upper = destination ^ SIGN;
      backward = lower > upper || (lower === upper && ports >>> 16 > (ports & 0xffff)) ? 1 : 0;
    } else {
      const ip = rows[at + ROW.ipAt] as number;
      source = holdIpv6(ipv6, view, ip + 8);
      destination = holdIpv6(ipv6, view, ip + 24);
      backward = compareIpv6(view, ip, ports);
    }
    const endA = backward === 0 ? source : destination;
    const endB = backward === 0 ? destination : source;
    const flowPorts = backward === 0 ? ports : (ports << 16) | (ports >>> 16);
    identities[to] = hashIdentity(endA, endB, flowPorts, key, seed);
    identities[to + 1] = endA;
    identities[to + 2] = endB;
    identities[to + 3] = flowPorts;
    identities[to + 4] = backward;
    // where on the wire: told by the plain case from one number, without a look at the stations
    const macAt = rows[at + ROW.destinationMacAt] as number;
    let wire =
      Math.imul((rows[at + ROW.vlan] as number) ^ seed, 0x9e3779b1) ^
      (points[records.interface[rows[at + ROW.record] as number] as number] as number);
    if (macAt >= 0 && rows[at + ROW.sourceMacAt] === macAt + 6) {
      wire = Math.imul(wire ^ (wire >>> 15) ^ view.getInt32(macAt), 0x85ebca6b);
      wire = Math.imul(wire ^ (wire >>> 13) ^ view.getInt32(macAt + 4), 0xc2b2ae35);
      wire = Math.imul(wire ^ (wire >>> 16) ^ view.getInt32(macAt + 8), 0x27d4eb2f);
    } else {
      wire = 0;
    }
    identities[to + 5] = wire ^ (wire >>> 15);
  }
}

/** Loads what the next pass needs, so that the misses of many packets overlap; the sum only keeps the loads alive. */
export function touchRows(count: number, identities: Int32Array, index: FlowIndex, words: Int32Array): number {
  const { slots, mask } = index;
  const end = count * IDENTITY_WORDS;
  let sum = 0;
  for (let from = 0; from < end; from += IDENTITY_WORDS)
    sum ^= slots[2 * ((identities[from] as number) & mask)] as number;
  for (let from = 0; from < end; from += IDENTITY_WORDS) {
    const entry = slots[2 * ((identities[from] as number) & mask) + 1] as number;
    if (entry === 0) continue;
    const base = (entry - 1) * FLOW_ROW_WORDS;
    sum ^= (words[base] as number) ^ (words[base + I.hopBToA] as number);
  }
  return sum;
}

/** Number of an address, retained so that it outlives a flow that leaves meanwhile; -1 when the table is full. */
function holdIpv6(ipv6: Ipv6Table, view: DataView, at: number): number {
  const id = ipv6.intern(view.getInt32(at), view.getInt32(at + 4), view.getInt32(at + 8), view.getInt32(at + 12));
  if (id >= 0) ipv6.retain(id);
  return id;
}

/** 1 when the source of the IPv6 header at `at` is the canonically higher end. */
function compareIpv6(view: DataView, at: number, ports: number): number {
  for (let word = 0; word < 16; word += 4) {
    const source = view.getUint32(at + 8 + word);
    const destination = view.getUint32(at + 24 + word);
    if (source !== destination) return source > destination ? 1 : 0;
  }
  return ports >>> 16 > (ports & 0xffff) ? 1 : 0;
}
